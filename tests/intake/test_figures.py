"""Figures are proposed with their hedge, their speaker and the words that give them."""

from datetime import date
from decimal import Decimal

import pytest

from generator.intake.figures import Proposal
from generator.intake.wishes import Wishes
from generator.model.fact import Qualifier
from tests.intake.material import NEAR, TEXT, found

DAY = Wishes(NEAR, day=date(2024, 11, 29))


def proposals(*lines: str, language: str = "en") -> tuple[Proposal, ...]:
    return found(*lines, wishes=Wishes(NEAR, day=date(2024, 11, 29), language=language)).proposals


def only(line: str, language: str = "en") -> Proposal:
    (proposal,) = proposals(line, language=language)
    return proposal


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        ("at least 34", Qualifier.AT_LEAST),
        ("no fewer than 34", Qualifier.AT_LEAST),
        ("more than 34", Qualifier.MORE_THAN),
        ("over 34", Qualifier.MORE_THAN),
        ("no more than 34", Qualifier.UP_TO),
        ("as many as 34", Qualifier.UP_TO),
        ("fewer than 34", Qualifier.FEWER_THAN),
        ("nearly 34", Qualifier.ALMOST),
        ("almost another 34", Qualifier.ALMOST),
        ("around 34", Qualifier.ABOUT),
        ("an estimated 34", Qualifier.ABOUT),
        ("a total of 34", Qualifier.EXACTLY),
        ("34", Qualifier.EXACTLY),
    ],
)
def test_the_words_before_a_number_are_its_qualifier(words: str, qualifier: Qualifier) -> None:
    proposal = only(f"The flood destroyed {words} houses in the old town of Brenn.")
    assert (proposal.value, proposal.qualifier) == (Decimal(34), qualifier)


@pytest.mark.parametrize(
    ("sentence", "language", "qualifier"),
    [
        ("La crue a détruit au moins 34 maisons dans la vieille ville.", "fr", Qualifier.AT_LEAST),
        ("La crue a détruit près de 34 maisons dans la vieille ville.", "fr", Qualifier.ALMOST),
        ("Das Wasser zerstörte mehr als 34 Häuser in der Altstadt.", "de", Qualifier.MORE_THAN),
        ("La crecida destruyó unas 34 casas en el centro de la ciudad.", "es", Qualifier.ABOUT),
    ],
)
def test_qualifiers_are_known_in_other_languages(sentence: str, language: str, qualifier: Qualifier) -> None:
    assert only(sentence, language).qualifier is qualifier


@pytest.mark.parametrize(
    ("sentence", "name", "actor"),
    [
        ("The flood hit 34 farms, according to the River Monitor.", "River Monitor", "river-monitor"),
        ("According to the Monitor, the flood hit 34 farms.", "the Monitor", "river-monitor"),
        ("The River Monitor (RM) said that the flood had hit 34 farms.", "River Monitor", "river-monitor"),
        ("“The flood hit 34 farms,” said the mayor of Brenn, Jon Tarr.", "Jon Tarr", None),
        ("“The flood hit 34 farms,” Jon Tarr, mayor of the town, told reporters.", "Jon Tarr", None),
        ("The flood hit 34 farms, with the River Monitor reporting more to come.", None, None),
        ("With the RM reporting that 34 farms were hit, people left.", "RM", "river-monitor"),
        ("The flood has hit 34 farms so far.", None, None),
        ("Reports indicate that the flood hit 34 farms.", None, None),
        ("The raiders said that they had taken 34 farms.", "band", "band"),
    ],
)
def test_whoever_says_it_in_the_sentence_is_the_origin(
    sentence: str, name: str | None, actor: str | None
) -> None:
    speaker = only(sentence).speaker
    assert (speaker and speaker.name, speaker and speaker.actor) == (name, actor)


def test_whoever_was_told_is_named_as_via() -> None:
    assert only("The flood hit 34 farms, Jon Tarr told Wire.").via == ("Wire",)


def test_one_sentence_may_have_two_speakers_with_a_number_each() -> None:
    sentence = (
        "About 230 dockers walked out, Petra Vos announced, while the River Monitor put the number at 145."
    )
    assert [proposal.speaker and proposal.speaker.name for proposal in proposals(sentence)] == [
        "Petra Vos",
        "River Monitor",
    ]


@pytest.mark.parametrize(
    "back", ["According to the same source, 12 roads are closed.", "It said that 12 roads are closed."]
)
def test_the_same_source_is_whoever_spoke_last(back: str) -> None:
    first, second = proposals("The flood hit 34 farms, the River Monitor said.", back)
    assert second.speaker is not None
    assert second.speaker.actor == "river-monitor"
    assert first.value == Decimal(34)


def test_this_at_the_head_of_the_next_sentence_speaks_for_the_one_before() -> None:
    (proposal,) = proposals("The flood hit 34 farms. According to the River Monitor, this is a record.")
    assert proposal.speaker is not None
    assert (proposal.speaker.actor, proposal.speaker.note) == ("river-monitor", "named in the next sentence")


def test_the_count_of_the_same_thing_goes_on_for_a_sentence_and_says_that_it_does() -> None:
    first, second, third = proposals(
        "The River Monitor said 34 people were killed. The dead include 19 farmers. The mayor owns 40 cows."
    )
    assert first.speaker is not None
    assert second.speaker is not None
    assert (second.speaker.actor, second.speaker.note) == ("river-monitor", "taken from a sentence before")
    assert third.speaker is None


def test_somebody_unknown_is_named_as_written_with_a_note() -> None:
    speaker = only("A security official said that 34 farms were hit.").speaker
    assert speaker is not None
    assert (speaker.name, speaker.note) == ("security official", "nobody in actors/ has this name")


@pytest.mark.parametrize(
    "sentence",
    [
        "The truce of 2020 has held since March 2016 and for four years.",
        "They met at 10:30 in room 214 on 3 March.",
        "Article 12 and Resolution 2254 were named in the talks.",
        "Tens of thousands fled, and dozens were hurt.",
        "Jan Moor, 45, flies an F-16 of the 3rd squadron.",
        "It happened for the first time; two sides blamed each other.",
        "The bridge is 12 kilometres from the town.",
        "Write to https://example.org/2024/345/678 for more.",
        "Four out of five people agree.",
    ],
)
def test_what_is_hardly_a_figure_is_not_proposed(sentence: str) -> None:
    assert proposals(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("About half a million people left the country.", Decimal(500000)),
        ("The damage is 1.3 billion crowns.", Decimal(1300000000)),
        ("Two helicopters search the valley.", Decimal(2)),
        ("Nearly half of them are children.", Decimal("0.5")),
        ("Some 6,200 residents were moved.", Decimal(6200)),
        ("Fourteen soldiers were arrested.", Decimal(14)),
    ],
)
def test_numbers_are_read_in_digits_and_words(sentence: str, value: Decimal) -> None:
    assert only(sentence).value == value


def test_two_ends_make_a_range() -> None:
    proposal = only("Between 40 and 60 people are missing.")
    assert (proposal.value, proposal.low, proposal.high) == (None, Decimal(40), Decimal(60))


def test_a_measure_fits_by_the_words_of_its_label_and_unit() -> None:
    text = (
        "At least 34 people were killed by the flood on the Olm.",
        "The Olm stood at 7.4 metres at the bridge.",
    )
    assert [proposal.measure for proposal in proposals(*text)] == ["flood/drowned", "flood/level"]


def test_no_measure_of_another_story_is_taken() -> None:
    assert [p.measure for p in proposals("At least 34 people were killed by a bomb in the harbour.")] == [
        None
    ]


def test_a_day_answers_a_measure_that_asks_for_one() -> None:
    (proposal,) = proposals("The flood on the Olm began on Monday.")
    assert (proposal.measure, proposal.value) == ("flood/began", date(2024, 11, 25))


def test_the_day_on_which_something_was_said_answers_nothing() -> None:
    assert proposals("The mayor said on Monday how the flood on the Olm began.") == ()


def test_the_same_figure_is_proposed_once() -> None:
    line = "At least 34 people were killed by the flood on the Olm."
    assert len(proposals(line, f"{line[:-1]}, the River Monitor said.")) == 1


def test_headings_hold_no_figures() -> None:
    assert proposals(TEXT[1], "34 farms hit", TEXT[2]) == ()
