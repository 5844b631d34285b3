"""What makes Visual Studio Code know an archive: settings, tasks, snippets."""

from generator.scaffold.vscode.files import holds, proposed_files, snippet_file

__all__ = ["holds", "proposed_files", "snippet_file"]
