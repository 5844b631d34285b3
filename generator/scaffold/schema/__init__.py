"""JSON Schemas of site.yaml and of the front matter of each kind of file."""

from generator.scaffold.schema.files import schema_files

__all__ = ["schema_files"]
