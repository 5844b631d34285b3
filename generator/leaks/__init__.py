"""Whether the site says anything of a document that is not published: looked for in every build."""

from generator.leaks.leak import leaks_in

__all__ = ["leaks_in"]
