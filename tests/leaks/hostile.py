"""An archive with a draft, an embargoed and an expired document, each with its own word in every field."""

from datetime import UTC, datetime

from tests.archive import PLACES, Files, actor, article, md, topic

NOW = datetime(2024, 12, 1, 12, tzinfo=UTC)

FIELDS = (
    "title",
    "slug",
    "url",
    "quote",
    "reason",
    "unit",
    "takeaway",
    "text",
    "correction",
    "alias",
    "heading",
)
MARKS = {"draft": "quav", "embargoed": "zorb", "expired": "wyxi"}
CONDITIONS = {
    "draft": "draft: true",
    "embargoed": "publish_at: 2024-12-24T18:00+01:00",
    "expired": "expires: 2024-11-30T18:00Z",
}


def word(state: str, field: str) -> str:
    """The word that only this field of this document has: `quavtitle`."""
    return MARKS[state] + field


def hidden(state: str) -> str:
    """The whole document, a summary."""
    say = {field: word(state, field) for field in FIELDS}
    front = f"""
        title: "{say["title"].title()} & <b>the deal</b> of Aleppo"
        date: 2024-11-29
        source: paper
        slug: {say["slug"]}-deal
        url: https://example.org/{say["url"]}
        aliases: [/2024/11/28/{say["alias"]}/]
        {CONDITIONS[state]}
        actors: [{state}-only]
        facts:
          - measure: war/killed
            value: 999
            unit: "{say["unit"]} families"
            according_to: {state}-only
            quote: 999 {say["quote"]} people
            status: retracted
            on: 2024-11-30
            reason: The {say["reason"]} took it back.
        corrections:
          - kind: correction
            text: The {say["correction"]} was wrong.
            on: 2024-11-30
        takeaways:
          - text: There were 999, says {say["takeaway"]}.
            facts: [2024-11-29-{state}#killed]
    """
    body = f"## {say['heading']}\n\nIt was 999 {say['quote']} people. More of {say['text']} “soon”."
    return md(front, body)


PUBLISHED = {
    "topics/war.md": topic("killed: {label: Killed, unit: people}"),
    "articles/2024-11-29-edge.md": article(
        "measure: war/killed, value: 242, according_to: desk", title="The edge"
    ),
    "actors/desk.md": actor("The Desk"),
    **{f"actors/{state}-only.md": actor(f"Only in the {state}") for state in MARKS},
    "summaries/2024-11-30-week.md": md(
        """
        title: The week
        date: 2024-11-30
        source: paper
        covers: [2024-11-29-edge, 2024-11-29-embargoed, 2024-11-29-expired]
        takeaways:
          - text: There were 242.
            facts: [2024-11-29-edge#killed, 2024-11-29-embargoed#killed, 2024-11-29-expired#killed]
        """
    ),
}
HOSTILE: Files = PLACES | PUBLISHED | {f"summaries/2024-11-29-{state}.md": hidden(state) for state in MARKS}
