"""A feed as JSON Feed 1.1."""

from typing import Any

from generator.exports.feed import Feed, FeedEntry
from generator.exports.jsontext import json_bytes


def jsonfeed_bytes(feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1 has it."""
    return json_bytes(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.home,
            "feed_url": feed.json,
            "description": feed.description,
            "user_comment": feed.hint,
            "language": feed.language,
            "authors": [{"name": feed.author}],
            "items": [_item(entry) for entry in feed.entries],
        }
    )


def _item(entry: FeedEntry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "url": entry.address,
        **({"external_url": entry.printed} if entry.printed else {}),
        "title": entry.title,
        **({"summary": entry.summary} if entry.summary else {}),
        "content_html": entry.html,
        "date_published": entry.published,
        **({"date_modified": entry.updated} if entry.updated != entry.published else {}),
        "language": entry.language,
        "authors": [{"name": entry.author}],
        "tags": [label for _, label in entry.tags],
    }
