"""A new source."""

from generator.scaffold.frontmatter import file_of, line, with_remark


def source_file(name: str, kind: str, language: str | None = None, url: str | None = None) -> str:
    """The file of a publication."""
    lines = (
        line("name", name),
        line("kind", kind, "what it is, in a word or two"),
        line("language", language, "the language it prints in", "en"),
        line("url", url, "its own site", "https://…"),
        with_remark("# reliability: F", "A (reliable) to E (unreliable), F (not judged) when left out"),
        with_remark("# counts_as_source: false", "for a digest or an AI summary: it never corroborates"),
    )
    return file_of(lines, "Write what is known of this source here.")
