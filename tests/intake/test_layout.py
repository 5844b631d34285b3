"""Headline, takeaways, cross-heads, paragraphs and the source line are told apart from the text."""

from generator.intake.crossheads import Block, blocks_of
from generator.intake.headline import echoes, find_headline
from generator.intake.paragraphs import paragraphs
from generator.intake.sourceline import find_source_line
from generator.intake.takeaways import find_takeaways
from generator.intake.wishes import Wishes
from generator.model.document import DocumentKind
from tests.intake.material import NEAR, TEXT, drafted, found, numbered

HEADLINE = "Olm Bursts Its Banks and Floods the Old Town of Brenn"
GENERAL = (
    "The flood shows how little the province had prepared for a winter like this one.",
    "More towns on the river may have to think about higher walls.",
    "Help from abroad could become a question of national pride.",
)


def blocks(*lines: str) -> tuple[Block, ...]:
    return blocks_of(tuple(paragraphs(numbered(*lines))))


def test_the_headline_is_the_line_without_a_full_stop_above_the_text() -> None:
    headline = find_headline(numbered(HEADLINE, "", *TEXT))
    assert headline is not None
    assert headline.text == HEADLINE


def test_a_text_that_begins_with_a_paragraph_has_no_headline() -> None:
    assert find_headline(numbered(TEXT[0], "After the flood", *TEXT[1:])) is None


def test_a_made_up_title_says_that_it_is_one() -> None:
    title = found(*TEXT).title
    assert title.text == "The flood on the Olm began on Monday, 25 November, and killed"
    assert title.guessed


def test_the_headline_printed_again_and_cut_off_is_dropped() -> None:
    cut = f"World News{HEADLINE[:35]}..."
    result = found(cut, "", HEADLINE, "", *TEXT)
    assert result.title.text == HEADLINE
    assert [(drop.line.text, drop.reason) for drop in result.dropped] == [
        (cut, "the headline once more, cut off")
    ]


def test_a_line_that_breaks_off_in_other_words_is_no_second_headline() -> None:
    assert not [*echoes(numbered("Something else entirely happened at sea...", HEADLINE, *TEXT), HEADLINE)][
        :-1
    ]


def test_one_sentence_lines_before_the_headline_are_takeaways() -> None:
    result = found(*GENERAL, HEADLINE, *TEXT)
    assert result.takeaways == GENERAL
    assert result.kind is DocumentKind.SUMMARY
    assert "before the headline" in result.kind_how
    assert result.title.text == HEADLINE


def test_general_lines_before_the_text_itself_are_takeaways() -> None:
    result = found(*GENERAL, " ".join(TEXT), TEXT[1])
    assert result.takeaways == GENERAL
    assert "before the text" in result.kind_how


def test_short_news_paragraphs_with_figures_and_speakers_are_no_takeaways() -> None:
    assert find_takeaways(numbered(*TEXT, " ".join(TEXT)), "en") is None


def test_a_cross_head_is_no_headline_that_would_make_takeaways_of_what_is_above() -> None:
    assert find_takeaways(numbered(*TEXT, "roads closed", *TEXT), "en") is None


def test_bullets_under_a_label_are_takeaways_and_lose_their_marks() -> None:
    result = found("Key takeaways", "- The walls held.", "- The school did not.", HEADLINE, *TEXT)
    assert result.takeaways == ("The walls held.", "The school did not.")
    assert [drop.line.text for drop in result.dropped] == ["Key takeaways"]


def test_an_article_that_was_asked_for_keeps_them_as_paragraphs() -> None:
    result = found(*GENERAL, HEADLINE, *TEXT, wishes=Wishes(NEAR, DocumentKind.ARTICLE))
    assert result.kind is DocumentKind.ARTICLE
    assert result.takeaways == ()
    assert [block.text for block in result.blocks][:3] == list(GENERAL)


def test_a_short_line_between_paragraphs_is_a_heading() -> None:
    assert blocks(TEXT[0], "“Panic”", TEXT[1], "14,000 displaced", TEXT[2]) == (
        Block(TEXT[0]),
        Block("“Panic”", heading=True),
        Block(TEXT[1]),
        Block("14,000 displaced", heading=True),
        Block(TEXT[2]),
    )
    assert "\n## 14,000 displaced\n" in drafted(TEXT[0], "14,000 displaced", *TEXT[1:]).text


def test_a_short_sentence_a_list_and_a_last_line_are_no_headings() -> None:
    lines = (TEXT[0], "Nobody came.", TEXT[1], "boats", "tents", "blankets", TEXT[2], "J. T.")
    assert not any(block.heading for block in blocks(*lines))


def test_lines_broken_in_the_middle_of_a_sentence_are_one_paragraph() -> None:
    broken = (
        "The flood on the Olm began on a Monday and killed many\n"
        "people, and nobody in the old town of Brenn was\n"
        "ready for it."
    )
    assert [block.text for block in blocks(*broken.split("\n"), "", TEXT[1])] == [broken, TEXT[1]]


def test_lines_that_end_as_sentences_are_paragraphs_of_their_own() -> None:
    assert len(blocks(*TEXT)) == 3


def test_the_source_line_names_the_source_and_leaves_the_text() -> None:
    result = found(*TEXT, "Source: The Paper")
    assert (result.source.text, result.source.how) == ("paper", 'from "Source: The Paper"')
    assert [drop.line.text for drop in result.dropped] == ["Source: The Paper"]


def test_a_sentence_about_a_source_is_no_source_line() -> None:
    known = "Source: of the river nobody knows anything for certain, and of its mouth they know even less."
    assert find_source_line(numbered(*TEXT, known)) is None


def test_a_source_line_with_an_unknown_name_keeps_the_name_and_says_so() -> None:
    source = found(*TEXT, "Source: Island Press").source
    assert source.text == "Island Press"
    assert "not in sources/ yet" in source.how


def test_a_known_source_is_found_by_its_address_or_in_a_line_that_was_dropped() -> None:
    assert found(*TEXT, "More at https://herald.example/olm in full.").source.text == "herald"
    assert found(*TEXT, "Discover more from The Paper").source.text == "paper"


def test_a_source_that_the_text_only_speaks_of_did_not_print_it() -> None:
    source = found(*TEXT, "The Paper had warned of it for years, and nobody in the province listened.").source
    assert source.text == ""
    assert source.how == "not found: write an id of sources/ (herald, paper)"
