"""Each rule drops what is no part of a text, and leaves a line alone that only looks like it."""

import pytest

from generator.intake.junk import RULES, sift
from tests.intake.material import TEXT, numbered

ADVERT, BUTTON, CREDIT = "an advertisement", "a button or notice", "the credit of a picture"
BOX, FORM, HEAD, TEASER = "a newsletter box", "the comment form", "the head of a list", "breaks off"


def dropped(*lines: str) -> dict[str, str]:
    """The lines of a text that go, with their reasons."""
    return {drop.line.text: drop.reason for drop in sift(numbered(*lines))[1]}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("- Advertisement -", ADVERT),
        ("ADVERTISEMENT", ADVERT),
        ("spot_imgspot_imgspot_img", ADVERT),
        ("- Advertisement -spot_imgspot_img", ADVERT),
        ("Share this:", BUTTON),
        ("WhatsApp", BUTTON),
        ("3 min read", BUTTON),
        ("Photo: M. Rao / Island Press", CREDIT),
        ("Discover more from The Herald", BOX),
        ("Subscribe to get the latest posts sent to your email.", BOX),
        ("Sign up for our morning briefing", BOX),
        ("Please enter your comment!", FORM),
        ("Trending News", HEAD),
        ("Related articles:", HEAD),
        ("Lire aussi", HEAD),
    ],
)
def test_a_line_of_debris_between_paragraphs_is_dropped_with_its_reason(line: str, reason: str) -> None:
    found = dropped(TEXT[0], "", line, "", *TEXT[1:])
    assert list(found) == [line]
    assert found[line].startswith(reason)


@pytest.mark.parametrize(
    "line",
    [
        "The advertisement cost the party two seats, its own treasurer admitted on Friday.",
        "The folder spot_img was found on the server, investigators said.",
        "He asked his followers on Facebook to stay at home.",
        "Photo editors of three papers refused to print it.",
        "Discover more from the sea floor than from the moon, the institute asks of its divers.",
        "Subscribe or leave, the landlord told the readers of the village library.",
        "Leave a comment at the town hall if you object, the notice said.",
        "Related news reached the capital only on Sunday.",
        "By noon the water had reached the second floor.",
    ],
)
def test_a_sentence_that_only_speaks_of_such_things_is_kept(line: str) -> None:
    assert not dropped(TEXT[0], line, *TEXT[1:])
    assert not dropped(line, *TEXT)


def test_the_comment_form_takes_all_that_stands_below_it_along() -> None:
    found = dropped(*TEXT, "LEAVE A REPLY", "Please enter your comment!", "A visitor was here.")
    assert found["A visitor was here."] == 'stands below "LEAVE A REPLY"'
    assert len(found) == 3


def test_a_comment_link_above_the_text_takes_only_itself() -> None:
    assert list(dropped("Leave a comment", *TEXT)) == ["Leave a comment"]


def test_titles_below_a_list_head_go_and_the_text_that_follows_stays() -> None:
    found = dropped(TEXT[0], "Read also:", "Ten things about ash", "A ferry at noon…", *TEXT[1:])
    assert list(found) == ["Read also:", "Ten things about ash", "A ferry at noon…"]


def test_the_box_about_the_site_is_its_name_its_address_and_what_it_says_of_itself() -> None:
    box = ("Field Notes", "Field Noteshttps://notes.example/", "The team of Field Notes is retired.")
    assert set(dropped(*TEXT, *box)) == set(box)
    assert not dropped(*TEXT, "Field Notes", "The team of Field Notes is retired.")


def test_an_address_within_the_first_half_of_a_text_is_no_box() -> None:
    assert not dropped("See https://notes.example/", *TEXT)


def test_a_byline_goes_only_from_the_top() -> None:
    assert list(dropped("By Ana Ferreira", *TEXT)) == ["By Ana Ferreira"]
    assert list(dropped("By Ana Ferreira and Jon Tarr, Brenn", *TEXT)) == [
        "By Ana Ferreira and Jon Tarr, Brenn"
    ]
    assert not dropped(*TEXT, *TEXT, *TEXT, "By Ana Ferreira", TEXT[0])


def test_teasers_at_the_end_share_nothing_with_the_text() -> None:
    teasers = (
        "Goalkeepers of three leagues met in Tunis to compare gloves. None…",
        "A pickled plum won again,…",
    )
    found = dropped(*TEXT, *teasers)
    assert set(found) == set(teasers)
    assert all(reason.startswith(TEASER) for reason in found.values())


def test_a_last_line_that_breaks_off_but_speaks_of_the_same_is_kept() -> None:
    assert not dropped(*TEXT, "And still the water stands in the streets of the old town on the Olm…")


def test_a_line_that_breaks_off_in_the_middle_of_a_text_is_kept() -> None:
    assert not dropped(TEXT[0], "Goalkeepers of three leagues met in Tunis…", *TEXT[1:])


def test_no_rule_touches_a_clean_text() -> None:
    lines = numbered(*TEXT)
    assert sift(lines) == (lines, ())
    assert len(RULES) == 8
