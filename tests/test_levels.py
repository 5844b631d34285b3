"""What site.yaml and single files say of the rules, applied to what was found."""

import pytest

from generator.asked import Options
from generator.levels import levelled
from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.read.discover import EntryKind, InputFile
from generator.read.entry import Entry, read_entry
from tests.archive import PLACES, examined, md

EDGE = "content/articles/edge.md"
STALE = Diagnostic("stale-print", EDGE, Mark(7, 12), "121 is out of date", severity=Severity.WARNING)
GRADE = Diagnostic("grade-too-high", EDGE, Mark(9, 18), "1 means confirmed")
LOST = Diagnostic("unknown-actor", EDGE, Mark(8, 19), 'no actor "x"')


def site(checks: str = "") -> Entry:
    typed = f"title: A site\nbase_url: https://example.org/\n{checks}"
    return read_entry(InputFile("content/site.yaml", EntryKind.SITE, "site", typed.encode()))


def article(silence: str = "", path: str = EDGE) -> Entry:
    typed = f"---\ntitle: Edge\ndate: 2024-11-29\nsource: paper\n{silence}\n---\nThe text.\n"
    return read_entry(InputFile(path, EntryKind.ARTICLE, "edge", typed.encode()))


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(problem.code, problem.severity.value) for problem in found]


def test_without_levels_and_silences_everything_is_told_as_it_was_found():
    assert levelled([STALE, GRADE, LOST], site(), [article()]) == (STALE, GRADE, LOST)


def test_without_a_site_file_everything_is_told_as_it_was_found():
    assert levelled([STALE, GRADE, LOST], None, [article()]) == (STALE, GRADE, LOST)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("off", [("grade-too-high", "error")]),
        ("warning", [("stale-print", "warning"), ("grade-too-high", "error")]),
        ("error", [("stale-print", "error"), ("grade-too-high", "error")]),
    ],
)
def test_a_rule_has_the_level_that_the_site_gives_it(level, expected):
    found = levelled([STALE, GRADE], site(f"checks: {{stale-print: {level}}}"), [article()])
    assert told(found) == expected


def test_an_error_can_be_made_a_warning():
    found = levelled([GRADE], site("checks: {grade-too-high: warning}"), [article()])
    assert told(found) == [("grade-too-high", "warning")]


def test_a_silence_keeps_a_rule_quiet_in_its_own_file_only():
    other = "content/articles/other.md"
    elsewhere = Diagnostic("stale-print", other, Mark(), "old", severity=Severity.WARNING)
    entries = [article("silence: {stale-print: It is so.}"), article(path=other)]
    assert levelled([STALE, elsewhere, GRADE], site(), entries) == (elsewhere, GRADE)


def test_a_silence_outweighs_the_level_of_the_site():
    entries = [article("silence: {stale-print: It is so.}")]
    assert levelled([STALE], site("checks: {stale-print: error}"), entries) == ()


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (EntryKind.ACTOR, "name: A\nkind: group"),
        (EntryKind.SOURCE, "name: A\nkind: paper"),
        (EntryKind.TOPIC, "title: A"),
        (EntryKind.SUMMARY, "title: A\ndate: 2024-11-29\nsource: paper"),
    ],
)
def test_every_kind_of_file_can_silence(kind, typed):
    text = f"---\n{typed}\nsilence: {{stale-print: It is so.}}\n---\n"
    entry = read_entry(InputFile(EDGE, kind, "edge", text.encode()))
    assert entry.diagnostics == ()
    assert levelled([STALE], site(), [entry]) == ()


def test_a_level_for_no_rule_is_an_error_at_its_code_with_the_one_probably_meant():
    (problem,) = levelled([], site("checks:\n  stale-prints: off\n"), [])
    assert (problem.code, problem.severity) == ("unknown-rule", Severity.ERROR)
    assert (problem.file, problem.mark) == ("content/site.yaml", Mark(4, 3, 12))
    assert problem.hint == 'did you mean "stale-print"?'


def test_a_silence_of_no_rule_is_an_error_at_its_code():
    (problem,) = levelled([], site(), [article("silence: {xyz: It is so.}")])
    assert (problem.code, problem.file, problem.mark) == ("unknown-rule", EDGE, Mark(5, 11, 3))
    assert problem.hint == "write the code that check prints in brackets"


def test_a_fixed_rule_cannot_be_put_off():
    found = levelled([LOST], site("checks: {unknown-actor: off}"), [article()])
    assert told(found) == [("fixed-rule", "error"), ("unknown-actor", "error")]


def test_a_fixed_rule_cannot_be_silenced():
    found = levelled([LOST], site(), [article("silence: {unknown-actor: We know.}")])
    assert told(found) == [("fixed-rule", "error"), ("unknown-actor", "error")]


def test_a_silence_that_silences_nothing_is_a_warning_at_its_code():
    (problem,) = levelled([], site(), [article("silence: {stale-print: It is so.}")])
    assert (problem.code, problem.severity) == ("unused-silence", Severity.WARNING)
    assert (problem.file, problem.mark) == (EDGE, Mark(5, 11, 11))


def test_a_silence_of_a_rule_that_is_off_is_not_unused():
    entries = [article("silence: {stale-print: It is so.}")]
    assert levelled([], site("checks: {stale-print: off}"), entries) == ()
    assert levelled([STALE], site("checks: {stale-print: off}"), entries) == ()


def test_no_silence_is_called_unused_while_mistakes_of_form_hide_others():
    assert levelled([LOST], site(), [article("silence: {stale-print: It is so.}")]) == (LOST,)


def test_a_mistake_that_can_be_changed_hides_no_unused_silence():
    found = levelled([GRADE], site(), [article("silence: {stale-print: It is so.}")])
    assert told(found) == [("grade-too-high", "error"), ("unused-silence", "warning")]


def test_the_rule_on_unused_silences_has_a_level_and_can_be_silenced_like_any_other():
    unused = "silence: {stale-print: It is so.}"
    assert levelled([], site("checks: {unused-silence: off}"), [article(unused)]) == ()
    (problem,) = levelled([], site("checks: {unused-silence: error}"), [article(unused)])
    assert (problem.code, problem.severity) == ("unused-silence", Severity.ERROR)
    both = "silence: {stale-print: It is so., unused-silence: It comes and goes.}"
    assert levelled([], site(), [article(both)]) == ()


THURSDAY = "The offensive began on Thursday, 29 November 2024."


def test_a_silenced_warning_does_not_keep_a_strict_build_from_being_published():
    front = "title: Edge\ndate: 2024-11-29\nsource: paper\n"
    silence = "silence: {weekday-does-not-match-date: So it was printed.}"
    loud = examined(PLACES | {"articles/edge.md": md(front, THURSDAY)})
    quiet = examined(PLACES | {"articles/edge.md": md(front + silence, THURSDAY)})
    assert not loud.is_sound(strict=True)
    assert quiet.is_sound(strict=True)


def test_the_silence_of_a_draft_is_not_called_unused_before_the_draft_is_looked_at():
    front = "title: Edge\ndate: 2024-11-29\nsource: paper\ndraft: true\n"
    silence = "silence: {weekday-does-not-match-date: So it was printed.}"
    files = PLACES | {"articles/edge.md": md(front + silence)}
    assert told(examined(files).diagnostics) == []
    assert told(examined(files, Options(drafts=True)).diagnostics) == [("unused-silence", "warning")]
