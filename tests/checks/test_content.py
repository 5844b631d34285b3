"""What an editor is told when figures, days and takeaways do not agree with their texts."""

# ruff: noqa: E501  -- a message is as wide as it is printed

from textwrap import dedent

import pytest

from tests.archive import PLACES, Files, actor, examined, md, topic, write
from tests.checks.told import in_use
from tests.commandline import dateline

EDGE = "articles/2024-11-29-edge.md"
NEW_YEAR = "articles/new-year.md"
WEEK = "summaries/week.md"
BASE = PLACES | {
    "actors/sohr.md": actor("SOHR", kind="monitor"),
    "topics/war.md": topic("""
        killed: {label: Killed, unit: people, cumulative: true, parts: [civilians, fighters]}
        civilians: {label: Civilians killed, unit: people}
        fighters: {label: Fighters killed, unit: people}
        began: {label: Day it began, type: date}
        entry: {label: Was it resisted, type: choice, choices: [resisted, unopposed]}
    """),
}


def document(*facts: str, body: str = "", more: str = "", day: str = "2024-11-29") -> str:
    """A document of The Paper with these facts, each ending in its quotation, which its text holds."""
    quotes = [fact.partition("quote: ")[2].strip("'") for fact in facts]
    typed = "".join(f"  - {{{fact}}}\n" for fact in facts)
    front = f"title: News\ndate: {day}\nsource: paper\n{more}\n" + (f"facts:\n{typed}" if facts else "")
    return md(front, "\n\n".join([*(f"{quote}." for quote in quotes), body or "That is all."]))


def killed(value: str, quote: str, by: str = "according_to: sohr") -> str:
    return f"measure: war/killed, {value}, {by}, quote: '{quote}'"


def began(value: str, quote: str) -> str:
    return f"measure: war/began, value: {value}, according_to: null, quote: '{quote}'"


def codes(files: Files) -> list[str]:
    return [problem.code for problem in examined(in_use(BASE | files)).diagnostics]


@pytest.fixture
def told(tmp_path):
    """Says what `dateline check` prints about an archive with these files, and how it ends."""

    def tell(files: Files) -> tuple[int, str]:
        ran = dateline("check", write(tmp_path, in_use(BASE | files)))
        return ran.code, ran.out

    return tell


def printed(expected: str) -> str:
    return dedent(expected).lstrip("\n")


def test_a_number_that_its_quotation_does_not_give_is_an_error_at_the_number(told):
    files = {EDGE: document(killed("value: 242", "it left 2,420 dead and 12 missing"))}
    assert told(files) == (
        1,
        printed("""
        content/articles/2024-11-29-edge.md:7:34: error[number-not-in-quote]: 242 does not stand in the quotation
            7 |   - {measure: war/killed, value: 242, according_to: sohr, quote: 'it left 2,420 dead and 12 missing'}
              |                                  ^^^ the quotation gives 2,420, 12; correct the figure, or quote the words that give it
        """),
    )


def test_a_quotation_without_a_number_is_to_be_made_longer(told):
    files = {EDGE: document(killed("value: 242", "many were killed"))}
    assert told(files) == (
        1,
        printed("""
        content/articles/2024-11-29-edge.md:7:34: error[number-not-in-quote]: 242 does not stand in the quotation
            7 |   - {measure: war/killed, value: 242, according_to: sohr, quote: 'many were killed'}
              |                                  ^^^ quote the words that give the figure
        """),
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "value", "quote"),
    [
        ("en", "value: 242", "At least 242 dead"),
        ("en", "value: 14000", "14,000 left"),
        ("en", "value: 14000", "14\u00a0000 left"),
        ("en", "value: 14000", "14\u2009000 left"),
        ("de", "value: 14000", "14.000 sind geflohen"),
        ("fr", "value: 14000", "14\u202f000 personnes"),
        ("en", "value: 1.5", "1.5 kilometres away"),
        ("de", "value: 1.5", "1,5 Kilometer"),
        ("en", "value: 2", "two kilometres away"),
        ("en", "value: 4", "Four civilians were killed"),
        ("en", "value: 1", "a civilian was killed"),
        ("en", "value: 0", "no civilian was killed"),
        ("en", "value: 500000", "more than half a million people"),
        ("en", "value: 2500000", "two and a half million people"),
        ("en", "value: 1500000", "1.5 million people"),
        ("en", "value: 250000", "a quarter of a million people"),
        ("en", "value: 12", "a dozen were killed"),
        ("en", "value: 100", "a hundred were killed"),
        ("en", "low: 200, high: 240", "between 200 and 240 people"),
        ("fr", "value: 242", "deux cent quarante-deux morts"),
        ("ar", "value: 242", "مقتل ٢٤٢ شخصا"),
        ("ar", "value: 4", "مقتل أربعة مدنيين"),
        ("ar", "value: 4", "مقتل أربعة مدنيين يوم 29 نوفمبر"),
        ("ja", "value: 14000", "1万4千人が避難"),
        ("en", "value: -3", "the number fell by 3"),
    ],
)
def test_a_number_is_found_however_its_language_writes_it(language, value, quote):
    assert codes({EDGE: document(killed(value, quote), more=f"language: {language}")}) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "value", "quote"),
    [
        ("en", "value: 242", "1242 dead"),
        ("en", "value: 242", "2,420 dead"),
        ("en", "value: 242", "0.242 dead"),
        ("en", "value: 420", "2 420 dead"),
        ("en", "value: 14000", "14.000 dead"),
        ("en", "value: 3", "four dead"),
        ("en", "low: 200, high: 240", "between 200 and 250 people"),
        ("fr", "value: 2", "trois morts"),
        ("ar", "value: 242", "مقتل ٢٤٠ شخصا"),
    ],
)
def test_a_number_is_not_found_in_another_one(language, value, quote):
    files = {EDGE: document(killed(value, quote), more=f"language: {language}")}
    assert codes(files) == ["number-not-in-quote"]


def test_a_day_that_the_quotation_does_not_name_is_an_error_at_the_day(told):
    files = {
        EDGE: document(
            began("2024-11-27", "It began on Thursday"),
            began("2024-11-28, id: second", "It began suddenly"),
        )
    }
    assert told(files) == (
        1,
        printed("""
        content/articles/2024-11-29-edge.md:7:33: error[number-not-in-quote]: 2024-11-27 is not named in the quotation
            7 |   - {measure: war/began, value: 2024-11-27, according_to: null, quote: 'It began on Thursday'}
              |                                 ^^^^^^^^^^ the quotation gives Thursday; correct the day, or quote the words that name it
        content/articles/2024-11-29-edge.md:8:33: error[number-not-in-quote]: the quotation names no day
            8 |   - {measure: war/began, value: 2024-11-28, id: second, according_to: null, quote: 'It began suddenly'}
              |                                 ^^^^^^^^^^ quote the words that name 2024-11-28: its date, or its weekday
        """),
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("en", "It began on Wednesday"),
        ("en", "It began on Wednesday 27 November"),
        ("en", "It began on November 27th, 2024"),
        ("en", "It began on the 27th"),
        ("en", "It began on 2024-11-27"),
        ("en", "It began between 26 and 27 November"),
        ("de", "Es begann am 27. November"),
        ("de", "Es begann am 27.11.2024"),
        ("fr", "Elle a débuté mercredi"),
        ("es", "Empezó el 27 de noviembre de 2024"),
        ("ru", "Началось в среду"),
        ("ar", "بدأ الهجوم يوم الأربعاء"),
        ("zh", "11月27日开始"),
    ],
)
def test_a_day_is_found_however_its_language_names_it(language, quote):
    assert codes({EDGE: document(began("2024-11-27", quote), more=f"language: {language}")}) == []


@pytest.mark.parametrize(
    "quote",
    [
        "It began on 27 October",
        "It began on 27 November 2023",
        "It began on Wednesday 20 November",
        "It had 27 days",
    ],
)
def test_a_day_is_not_found_in_another_one(quote):
    assert codes({EDGE: document(began("2024-11-27", quote))}) == ["number-not-in-quote"]


def test_yesterday_is_the_day_before_the_document():
    assert codes({EDGE: document(began("2024-11-28", "It began yesterday"))}) == []
    assert codes({EDGE: document(began("2024-11-27", "It began yesterday"))}) == ["number-not-in-quote"]


def test_of_a_choice_nothing_is_demanded():
    fact = "measure: war/entry, value: resisted, according_to: sohr, quote: 'Shots were heard'"
    assert codes({EDGE: document(fact)}) == []


def test_a_figure_for_a_day_to_come_is_a_warning_at_its_as_of(told):
    files = {EDGE: document(killed("value: 242, as_of: 2024-11-30", "242 dead"))}
    assert told(files) == (
        0,
        printed("""
        content/articles/2024-11-29-edge.md:7:46: warning[as-of-after-publication]: 2024-11-30 is later than 2024-11-29, the day of this document
            7 |   - {measure: war/killed, value: 242, as_of: 2024-11-30, according_to: sohr, quote: '242 dead'}
              |                                              ^^^^^^^^^^ write the day for which the figure was true, or correct the date of the document
        """),
    )


def test_a_figure_for_the_day_of_the_document_or_before_is_fine():
    facts = [killed("value: 242, as_of: 2024-11-29", "242 dead"), began("2024-11-27", "since Wednesday")]
    assert codes({EDGE: document(*facts)}) == []


def test_a_weekday_that_the_calendar_does_not_have_for_its_date_is_a_warning_where_it_stands(told):
    text = "On **Thursday, 29\nNovember** it rained. On Friday, November 29 it stopped. Thursday, 29 November 2024 was dry."
    assert told({EDGE: document(body=text)}) == (
        0,
        printed("""
        content/articles/2024-11-29-edge.md:7:6: warning[weekday-does-not-match-date]: 2024-11-29 is a Friday
            7 | On **Thursday, 29
              |      ^^^^^^^^^^^^ compare the weekday and the date with the original
        content/articles/2024-11-29-edge.md:8:58: warning[weekday-does-not-match-date]: 2024-11-29 is a Friday
            8 | November** it rained. On Friday, November 29 it stopped. Thursday, 29 November 2024 was dry.
              |                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ compare the weekday and the date with the original
        """),
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On Friday 29 November it rained."),
        ("en", "On Friday, November 29, it rained."),
        ("en", "On Wednesday. 29 November came."),
        ("en", "On Friday and Saturday, 29 and 30 November, it rained."),
        ("en", "On Wednesday it began; by 29 November it was over."),
        ("en", "They sat 12 March out."),
        ("fr", "Le vendredi 29 novembre, il pleuvait."),
        ("de", "Am Freitag, den 29. November 2024, regnete es."),
        ("ru", "В пятницу, 29 ноября, шёл дождь."),
        ("ja", "2024年11月29日（金）は雨だった。"),
    ],
)
def test_a_weekday_that_fits_or_belongs_to_no_date_is_fine(language, text):
    assert codes({EDGE: document(body=text, more=f"language: {language}")}) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le jeudi 29 novembre, il pleuvait."),
        ("de", "Am Montag, den 29. November 2024, regnete es."),
        ("ru", "В среду, 29 ноября, шёл дождь."),
        ("ja", "2024年11月29日（木）は雨だった。"),
        ("en", "It rained on 29 November (Thursday)."),
    ],
)
def test_a_weekday_is_compared_in_the_language_of_the_document(language, text):
    files = {EDGE: document(body=text, more=f"language: {language}")}
    assert codes(files) == ["weekday-does-not-match-date"]


def test_a_day_without_a_year_may_be_of_the_year_before_in_january():
    text = "It began on Tuesday 31 December."
    assert codes({NEW_YEAR: document(body=text, day="2025-01-02")}) == []
    assert codes({NEW_YEAR: document(body=text, day="2024-01-02")}) == []  # of the end of 2024, to come
    assert codes({NEW_YEAR: document(body=text, day="2023-01-02")}) == ["weekday-does-not-match-date"]


def test_a_fact_that_does_not_say_who_asserts_it_is_a_warning(told):
    files = {EDGE: document("measure: war/killed, value: 242, quote: '242 dead'")}
    assert told(files) == (
        0,
        printed("""
        content/articles/2024-11-29-edge.md:7:15: warning[unattributed]: it is not said who asserts this
            7 |   - {measure: war/killed, value: 242, quote: '242 dead'}
              |               ^^^^^^^^^^ add a line according_to: with the actor, or according_to: null if the text names nobody
        """),
    )


def test_null_is_the_word_of_the_editor_that_nobody_is_named():
    assert codes({EDGE: document(killed("value: 242", "242 dead", "according_to: null"))}) == []


def test_parts_that_exceed_their_total_are_a_warning_at_the_total(told):
    parts = [
        "measure: war/civilians, value: 200, according_to: sohr, quote: '200 of them civilians'",
        "measure: war/fighters, value: 50, according_to: sohr, quote: 'and 50 fighters'",
    ]
    files = {EDGE: document(killed("value: 242", "242 dead"), *parts)}
    assert told(files) == (
        0,
        printed("""
        content/articles/2024-11-29-edge.md:7:34: warning[parts-do-not-add]: 200 (civilians) + 50 (fighters) come to 250, 8 more than this total
            7 |   - {measure: war/killed, value: 242, according_to: sohr, quote: '242 dead'}
              |                                  ^^^ compare these figures and their qualifiers with the text
        """),
    )


def test_parts_that_fall_short_of_their_total_or_exceed_it_alone_are_told_so():
    civilians = "measure: war/civilians, value: {0}, according_to: sohr, quote: '{0} of them civilians'"
    fighters = "measure: war/fighters, value: 50, according_to: sohr, quote: 'and 50 fighters'"

    def messages(*facts: str) -> list[str]:
        files = BASE | {EDGE: document(killed("value: 242", "242 dead"), *facts)}
        return [problem.message for problem in examined(in_use(files)).diagnostics]

    assert messages(civilians.format(100), fighters) == [
        "100 (civilians) + 50 (fighters) come to 150, 92 less than this total"
    ]
    assert messages(civilians.format(250)) == ["250 (civilians) is 8 more than this total"]
    assert messages(civilians.format(192), fighters) == []


def test_parts_that_leave_something_open_are_no_fault():
    part = "measure: war/civilians, value: 200, according_to: sohr, quote: '200 of them civilians'"
    assert codes({EDGE: document(killed("value: 242", "242 dead"), part)}) == []


def test_a_grade_of_confirmed_on_one_origin_is_an_error_at_the_grade(told):
    files = {EDGE: document(killed("value: 242, credibility: 1", "242 dead"))}
    assert told(files) == (
        1,
        printed("""
        content/articles/2024-11-29-edge.md:7:52: error[grade-too-high]: 1 means confirmed by others, but only SOHR asserts this
            7 |   - {measure: war/killed, value: 242, credibility: 1, according_to: sohr, quote: '242 dead'}
              |                                                    ^ write 2 to 5, or 6 for not judged
        """),
    )


def test_a_grade_of_confirmed_on_two_origins_and_a_lower_one_on_one_are_fine():
    others = {
        "actors/un.md": actor("UN"),
        "articles/un.md": document(killed("value: 242", "242 dead", "according_to: un")),
    }
    assert codes({EDGE: document(killed("value: 242, credibility: 1", "242 dead"))} | others) == []
    assert codes({EDGE: document(killed("value: 242, credibility: 2", "242 dead"))}) == []


def test_an_old_figure_printed_late_is_a_warning_with_the_higher_one(told):
    files = {
        "articles/2024-11-28-start.md": document(killed("value: 200", "200 dead"), day="2024-11-28"),
        EDGE: document(killed("value: 121", "121 dead")),
        "articles/2024-11-29-other.md": document(killed("value: 242", "242 dead")),
    }
    assert told(files) == (
        0,
        printed("""
        content/articles/2024-11-29-edge.md:7:34: warning[stale-print]: SOHR had already given 242 for 2024-11-29 (content/articles/2024-11-29-other.md)
            7 |   - {measure: war/killed, value: 121, according_to: sohr, quote: '121 dead'}
              |                                  ^^^ if this figure is of an earlier day, write that day in as_of
        """),
    )


def test_a_lower_figure_of_an_earlier_day_is_no_stale_print():
    files = {
        "articles/2024-11-28-start.md": document(killed("value: 200", "200 dead"), day="2024-11-28"),
        EDGE: document(killed("value: 121, as_of: 2024-11-27", "121 dead")),
    }
    assert codes(files) == []


def summary(facts: tuple[str, ...] = (), takeaways: str = "", covers: str = "[2024-11-29-edge]") -> str:
    more = f"covers: {covers}\n" + (f"takeaways:\n{takeaways}" if takeaways else "")
    return document(*facts, more=more, day="2024-11-30")


def test_a_figure_of_a_summary_that_nothing_it_covers_has_is_a_warning(told):
    files = {
        EDGE: document(killed("value: 242", "242 dead")),
        WEEK: summary((killed("value: 250", "250 dead"), began("2024-11-27", "since Wednesday"))),
    }
    assert told(files) == (
        0,
        printed("""
        content/summaries/week.md:8:34: warning[summary-figure-unsupported]: none of the documents that this summary covers gives 250
            8 |   - {measure: war/killed, value: 250, according_to: sohr, quote: '250 dead'}
              |                                  ^^^ they give 242; correct the figure, or add the document that has it to covers
        content/summaries/week.md:9:33: warning[summary-figure-unsupported]: none of the documents that this summary covers gives 2024-11-27
            9 |   - {measure: war/began, value: 2024-11-27, according_to: null, quote: 'since Wednesday'}
              |                                 ^^^^^^^^^^ add the document that has it to covers
        """),
    )


def test_a_figure_of_a_summary_may_stand_in_any_of_the_documents_it_covers():
    files = {
        EDGE: document(killed("value: 242, qualifier: at-least", "242 dead")),
        "articles/2024-11-29-other.md": document(killed("low: 240, high: 250", "240 to 250 dead")),
        WEEK: summary(
            (killed("value: 242", "242 dead"), killed("low: 240, high: 250, id: range", "240 to 250 dead")),
            covers="[2024-11-29-edge, 2024-11-29-other]",
        ),
    }
    assert codes(files) == []


def test_a_summary_that_does_not_say_what_it_covers_may_have_figures_of_its_own():
    assert codes({WEEK: summary((killed("value: 250", "250 dead"),), covers="[]")}) == []


def test_a_takeaway_that_rests_on_nothing_or_has_another_number_is_a_warning(told):
    takeaways = (
        "  - text: The balance of power may be tipping.\n"
        "  - text: In two days 250 people or two dozen families died.\n    facts: [2024-11-29-edge#killed]\n"
        "  - text: About 250 people died.\n"
        "  - text: It began with 250 dead.\n    facts: [2024-11-29-edge#began]\n"
    )
    files = {
        EDGE: document(killed("value: 242", "242 dead"), began("2024-11-27", "since Wednesday")),
        WEEK: summary((), takeaways),
    }
    assert told(files) == (
        0,
        printed("""
        content/summaries/week.md:7:11: warning[takeaway-unsupported]: this takeaway rests on no fact
            7 |   - text: The balance of power may be tipping.
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ name the facts behind it: facts: [document#key]
        content/summaries/week.md:8:11: warning[takeaway-unsupported]: this takeaway says 250, two dozen, which none of its facts gives
            8 |   - text: In two days 250 people or two dozen families died.
              |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ they give 242
        content/summaries/week.md:10:11: warning[takeaway-unsupported]: this takeaway says 250 and names no fact
           10 |   - text: About 250 people died.
              |           ^^^^^^^^^^^^^^^^^^^^^^ name the facts that give it
        content/summaries/week.md:11:11: warning[takeaway-unsupported]: this takeaway says 250, which none of its facts gives
           11 |   - text: It began with 250 dead.
              |           ^^^^^^^^^^^^^^^^^^^^^^^ none of them is a number
        """),
    )


@pytest.mark.parametrize(
    "text",
    [
        "The toll of 242 was given within two days.",
        "Since 2011 nothing like it was seen; by 29 November it had one cause.",
        "The balance of power may be tipping.",
        "Two hundred and forty-two people are dead.",
        "The second half of the city fell to units with F-16 jets at 10:30.",
    ],
)
def test_a_takeaway_is_supported_by_its_facts_and_need_not_prove_its_days_years_and_durations(text):
    takeaway = f"  - text: {text}\n    facts: [2024-11-29-edge#killed]\n"
    files = {EDGE: document(killed("value: 242", "242 dead")), WEEK: summary((), takeaway)}
    assert codes(files) == []


def test_a_takeaway_whose_fact_is_not_there_has_only_that_mistake():
    takeaway = "  - text: At least 242 died.\n    facts: [2024-11-29-edge#kiled]\n"
    files = {EDGE: document(killed("value: 242", "242 dead")), WEEK: summary((), takeaway)}
    assert codes(files) == ["unknown-fact"]
