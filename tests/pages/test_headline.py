"""The headline of a measure: two or three sentences made by rule, in grammatical English."""

# ruff: noqa: E501  -- a sentence is as long as it is

import pytest

from tests.archive import PLACES, actor, article, pages_of, sound, topic

pytestmark = pytest.mark.slow

ACTORS = {
    "actors/sohr.md": actor("Syrian Observatory", "aliases: [SOHR, the Observatory]"),
    "actors/ocha.md": actor("OCHA"),
    "actors/sana.md": actor("Sana"),
    "actors/rami.md": actor("Rami", "speaks_for: sohr"),
}
WAR = {
    "topics/war.md": topic("""
        dead: {label: Dead, unit: people, cumulative: true}
        score: {label: Score}
        began: {label: Began, type: date}
        entry: {label: Entry, type: choice, choices: [resisted, unopposed, unclear]}
    """)
}
CASES = {
    "nothing": (
        "dead",
        [],
        [
            "No document of the archive gives it.",
        ],
    ),
    "one origin, one document": (
        "dead",
        [
            (29, "value: 4, according_to: sohr"),
        ],
        [
            "The Observatory put it at 4 people on 29 November 2024.",
            "Only one document gives it.",
        ],
    ),
    "nobody named, one document": (
        "dead",
        [
            (29, "value: 4"),
        ],
        [
            "It was put at 4 people on 29 November 2024.",
            "Only one document gives it, and it names nobody.",
        ],
    ),
    "two answers in one document": (
        "dead",
        [
            (29, "value: 4, according_to: sohr", "value: 9, according_to: ocha, as_of: 2024-11-28"),
        ],
        [
            "Contested: the figures run from 4 to 9 people and cannot all be true.",
            "Only one document gives it.",
        ],
    ),
    "up, with a doubtful day": (
        "dead",
        [
            (28, "value: 200, qualifier: about, according_to: sohr"),
            (30, "value: 277, according_to: sohr, as_of: 2024-11-30~"),
        ],
        [
            "The Observatory put it at 277 people on about 30 November 2024, up from about 200 two days earlier.",
            "Both documents rest on this one origin.",
        ],
    ),
    "revised for the same day": (
        "dead",
        [
            (29, "value: 240, qualifier: at-least, according_to: sohr"),
            (29, "value: 242, qualifier: at-least, according_to: rami"),
        ],
        [
            "The Observatory put it at 242 people or more on 29 November 2024, up from at least 240 for the same day.",
            "Both documents rest on this one origin.",
        ],
    ),
    "an old figure printed late": (
        "dead",
        [
            (28, "value: 200, according_to: sohr"),
            (29, "value: 242, according_to: sohr"),
            (29, "value: 121, according_to: sohr"),
        ],
        [
            "The Observatory put it at 242 people on 29 November 2024, up from 200 one day earlier.",
            "All three documents rest on this one origin.",
            "An old figure was printed late: 121.",
        ],
    ),
    "down": (
        "score",
        [
            (28, "value: 9, according_to: sohr"),
            (29, "value: 5, according_to: sohr"),
        ],
        [
            "The Observatory put it at 5 on 29 November 2024, down from 9 one day earlier.",
            "Both documents rest on this one origin.",
        ],
    ),
    "ranges": (
        "score",
        [
            (28, "low: 40, high: 50, according_to: sohr"),
            (29, "low: 45, high: 60, according_to: sohr"),
        ],
        [
            "The Observatory put it at 45–60 on 29 November 2024, up from 40–50 one day earlier.",
            "Both documents rest on this one origin.",
        ],
    ),
    "nobody named, two documents": (
        "dead",
        [
            (29, "value: 4"),
            (29, "value: 4"),
        ],
        [
            "It was put at 4 people on 29 November 2024.",
            "Neither of the two documents names who asserts it.",
        ],
    ),
    "nobody named, three documents": (
        "dead",
        [
            (29, "value: 4"),
            (29, "value: 4"),
            (29, "value: 4"),
        ],
        [
            "It was put at 4 people on 29 November 2024.",
            "None of the three documents names who asserts it.",
        ],
    ),
    "two origins": (
        "dead",
        [
            (29, "value: 4, according_to: sohr"),
            (29, "value: 4, according_to: ocha"),
        ],
        [
            "The Observatory put it at 4 people on 29 November 2024.",
            "Two documents name OCHA and the Observatory as origins.",
        ],
    ),
    "three origins": (
        "dead",
        [
            (29, "value: 4, according_to: sohr"),
            (29, "value: 4, according_to: ocha"),
            (29, "value: 4, according_to: sana"),
        ],
        [
            "The Observatory put it at 4 people on 29 November 2024.",
            "Three documents name OCHA, Sana and the Observatory as origins.",
        ],
    ),
    "one of two names nobody": (
        "dead",
        [
            (29, "value: 4, according_to: sohr"),
            (29, "value: 4"),
        ],
        [
            "The Observatory put it at 4 people on 29 November 2024.",
            "In two documents the only origin named is the Observatory; one of the documents names nobody.",
        ],
    ),
    "two of three name nobody": (
        "dead",
        [
            (29, "value: 4, according_to: sohr"),
            (29, "value: 4"),
            (29, "value: 4"),
        ],
        [
            "The Observatory put it at 4 people on 29 November 2024.",
            "In three documents the only origin named is the Observatory; two of the documents name nobody.",
        ],
    ),
    "two origins and one that names nobody": (
        "dead",
        [
            (29, "value: 4, according_to: sohr"),
            (29, "value: 4, according_to: ocha"),
            (29, "value: 4"),
        ],
        [
            "The Observatory put it at 4 people on 29 November 2024.",
            "In three documents the origins named are OCHA and the Observatory; one of the documents names nobody.",
        ],
    ),
    "contested numbers": (
        "dead",
        [
            (29, "value: 121, according_to: sohr"),
            (29, "value: 277, according_to: ocha"),
        ],
        [
            "Contested: the figures run from 121 to 277 people and cannot all be true.",
            "Two documents name OCHA and the Observatory as origins.",
        ],
    ),
    "contested without a span": (
        "score",
        [
            (29, "value: 10, qualifier: more-than, according_to: sohr"),
            (29, "value: 10, qualifier: fewer-than, according_to: ocha"),
        ],
        [
            "Contested: the answers more than 10 and fewer than 10 cannot both be true.",
            "Two documents name OCHA and the Observatory as origins.",
        ],
    ),
    "contested days": (
        "began",
        [
            (29, "value: 2024-11-27"),
            (29, "value: 2024-11-29"),
            (29, "value: 2024-11-28"),
        ],
        [
            "Contested: the documents give different days, from 27 November 2024 to 29 November 2024, and these cannot all be true.",
            "None of the three documents names who asserts it.",
        ],
    ),
    "a day": (
        "began",
        [
            (29, "value: 2024-11-27, according_to: sohr"),
        ],
        [
            "On 29 November 2024 the Observatory dated it to 27 November 2024.",
            "Only one document gives it.",
        ],
    ),
    "a day, nobody named": (
        "began",
        [
            (29, "value: 2024-11-27"),
        ],
        [
            "On 29 November 2024 it was dated to 27 November 2024.",
            "Only one document gives it, and it names nobody.",
        ],
    ),
    "a range of days": (
        "began",
        [
            (29, "low: 2024-11-27, high: 2024-11-29, according_to: sohr"),
        ],
        [
            "On 29 November 2024 the Observatory dated it to 27–29 November 2024.",
            "Only one document gives it.",
        ],
    ),
    "a day revised": (
        "began",
        [
            (27, "value: 2024-11-26, according_to: sohr"),
            (29, "value: 2024-11-27, according_to: sohr"),
        ],
        [
            "On 29 November 2024 the Observatory dated it to 27 November 2024, having said 26 November 2024 two days earlier.",
            "Both documents rest on this one origin.",
        ],
    ),
    "contested choices": (
        "entry",
        [
            (29, "value: resisted"),
            (29, "value: unopposed"),
        ],
        [
            "Contested: the answers “resisted” and “unopposed” cannot both be true.",
            "Neither of the two documents names who asserts it.",
        ],
    ),
    "three contested choices": (
        "entry",
        [
            (29, "value: resisted, according_to: sohr"),
            (29, "value: unopposed, according_to: ocha"),
            (29, "value: unclear"),
        ],
        [
            "Contested: the answers “resisted”, “unclear” and “unopposed” cannot all be true.",
            "In three documents the origins named are OCHA and the Observatory; one of the documents names nobody.",
        ],
    ),
    "a choice": (
        "entry",
        [
            (29, "value: resisted, according_to: sohr"),
        ],
        [
            "On 29 November 2024 the Observatory answered “resisted”.",
            "Only one document gives it.",
        ],
    ),
    "a choice, nobody named": (
        "entry",
        [
            (29, "value: resisted"),
        ],
        [
            "On 29 November 2024 the answer given was “resisted”.",
            "Only one document gives it, and it names nobody.",
        ],
    ),
    "a choice revised": (
        "entry",
        [
            (28, "value: resisted, according_to: sohr"),
            (29, "value: unopposed, according_to: sohr"),
        ],
        [
            "On 29 November 2024 the Observatory answered “unopposed”, having said “resisted” one day earlier.",
            "Both documents rest on this one origin.",
        ],
    ),
    "an uncertain day": (
        "score",
        [
            (29, "value: 5, according_to: sohr, as_of: 2024-11-29?"),
        ],
        [
            "The Observatory put it at 5 on 29 November 2024 (uncertain).",
            "Only one document gives it.",
        ],
    ),
    "more than": (
        "dead",
        [
            (29, "value: 14000, qualifier: more-than, according_to: ocha"),
        ],
        [
            "OCHA put it at more than 14,000 people on 29 November 2024.",
            "Only one document gives it.",
        ],
    ),
}
"""The measure; each document's day of November 2024 and its facts; the sentences."""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_headline(case) -> None:
    measure, documents, sentences = case
    files = {
        f"articles/d{number}.md": article(
            *(f"measure: war/{measure}, id: f{place}, {fact}" for place, fact in enumerate(facts)),
            day=f"2024-11-{day}",
        )
        for number, (day, *facts) in enumerate(documents)
    }
    page = pages_of(sound(PLACES | ACTORS | WAR | files))[f"/facts/war/{measure}/"]
    assert list(page.view.headline) == sentences
    assert page.view.head.description == " ".join(sentences)


def test_the_toll_of_the_sample_in_three_sentences(sample_pages) -> None:
    assert sample_pages["/facts/aleppo-offensive/killed/"].view.headline == (
        "The Observatory put it at 277 people on about 30 November 2024, up from about 200 two days earlier.",
        "All five documents rest on this one origin.",
        "An old figure was printed late: at least 121.",
    )
