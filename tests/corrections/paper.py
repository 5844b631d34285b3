"""An archive in which something of every kind was corrected, withdrawn or moved."""

from tests.archive import PLACES, actor, md, topic

EDGE, ROAD = "2024-11-29-fighters-reach-the-edge", "2024-11-29-road-closed"
REPORT, LATER = "2024-11-28-report-of-a-strike", "2024-11-30-the-airport"
SUMMARY = "2024-11-29-the-day-in-short"

_EDGE = """
title: Fighters reach the edge of Aleppo
date: 2024-11-29
source: paper
url: https://example.org/edge
aliases: [/2024/11/28/fighters-reach-the-edge/, /news/edge.html]
facts:
  - measure: war/killed
    value: 242
    qualifier: at-least
    according_to: sohr
    quote: at least 242 people have been killed
  - {measure: war/civilians, value: 24, according_to: sohr, quote: among them 24 civilians}
  - {measure: war/displaced, value: 14000, according_to: un, quote: "14,000 people have left their homes"}
corrections:
  - kind: correction
    fact: civilians
    was: 42 civilians
    now: 24 civilians
    text: >-
      An earlier version of this article gave 42 civilians.
      The Observatory counted 24; we had turned the digits round.
    on: 2024-11-30
  - kind: retraction
    fact: displaced
    text: The United Nations say that they never gave this figure. It came from a post that was not theirs.
    on: 2024-12-02
  - kind: clarification
    text: The road was cut at Saraqib; the highway further south stayed open.
    on: 2024-11-30
  - kind: update
    text: Adds a sentence on the airport, which was closed in the evening.
    on: 2024-11-29
"""
_EDGE_TEXT = """
Fighters have reached the edge of Aleppo. The Observatory says that at least 242 people have been killed
since Wednesday, among them 24 civilians.

According to the United Nations 14,000 people have left their homes. The road to Damascus is cut, and the
airport was closed in the evening.

Witnesses in the western quarters speak of shelling through the night. Shops stayed shut, and long queues
formed at the bakeries that still had flour.
"""
_REPORT = """
title: Hundreds dead in a strike on the bridge
date: 2024-11-28
source: wire
facts:
  - {measure: war/killed, value: 900, qualifier: more-than, according_to: sohr, quote: more than 900 dead}
  - measure: war/displaced
    low: 20000
    high: 30000
    according_to: un
    quote: between 20,000 and 30,000 people
corrections:
  - kind: correction
    was: the bridge at Jisr
    now: the bridge at Kafr
    text: The place was named wrongly.
    on: 2024-11-28
  - kind: retraction
    text: >-
      The agency has withdrawn its report. There was no strike on the bridge,
      and nobody at the Observatory spoke of one.
    on: 2024-11-30
"""
_SUMMARY = f"""
title: The day in short
date: 2024-11-29
source: desk
made_by: human
covers: [{EDGE}]
takeaways:
  - text: At least 242 people have been killed.
    facts: [{EDGE}#killed]
corrections:
  - {{kind: retraction, text: It was put together from a report that does not stand., on: 2024-12-01}}
"""

FILES = PLACES | {
    "site.yaml": "title: A briefing with corrections\nbase_url: https://example.org/archive/\n"
    "description: Every correction of its kind.\n",
    "sources/wire.md": "---\nname: The Wire\nkind: agency\n---\n",
    "sources/desk.md": "---\nname: The desk\nkind: digest\ncounts_as_source: false\n---\n",
    "actors/sohr.md": actor("Syrian Observatory", "aliases: [the Observatory]", "monitor"),
    "actors/un.md": actor("United Nations", kind="organisation"),
    "topics/war.md": topic(
        "killed: {label: People killed since Wednesday, unit: people, cumulative: true}\n"
        "civilians: {label: Civilians among them, unit: people, cumulative: true}\n"
        "displaced: {label: People who left their homes, unit: people}"
    ),
    f"articles/{EDGE}.md": md(_EDGE, _EDGE_TEXT),
    f"articles/{REPORT}.md": md(
        _REPORT,
        "The Observatory reports more than 900 dead after a strike on the bridge at Kafr.\n\n"
        "The United Nations expect between 20,000 and 30,000 people to flee.",
    ),
    f"articles/{ROAD}.md": md(
        "title: Road to Damascus closed\ndate: 2024-11-29\nsource: wire\n"
        "facts:\n  - {measure: war/killed, value: 240, according_to: sohr,\n"
        "     status: corrected, on: 2024-12-01, reason: The agency had printed an older number.,\n"
        "     quote: put the dead at 240}",
        "The highway is closed. The Observatory put the dead at 240.",
    ),
    f"articles/{LATER}.md": md(
        "title: The airport is taken\ndate: 2024-11-30\nsource: paper\n"
        "facts:\n  - {measure: war/killed, value: 277, according_to: sohr, quote: 277 dead,\n"
        f"     supersedes: ['{EDGE}#killed'], on: 2024-12-01, reason: The Observatory has counted again.}}",
        "The airport is taken. The Observatory now counts 277 dead.",
    ),
    f"summaries/{SUMMARY}.md": md(_SUMMARY, "The fighters stand at the edge of the city."),
}
"""Of 28 to 30 November 2024; corrected until 2 December."""
