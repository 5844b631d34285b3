"""An article as an author types it: `content/articles/**/*.md`."""

from generator.model.written.document import WrittenDocument


class WrittenArticle(WrittenDocument):
    """What a source printed."""
