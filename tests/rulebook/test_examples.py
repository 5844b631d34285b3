"""Every example of the rulebook is run: the bad one breaks its rule and the good one keeps it."""

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.asked import Options
from generator.examined import examine
from generator.model.diagnostic import Diagnostic, Severity
from generator.rulebook import RULES, Rule, Snippet, Where
from tests.archive import PLACES, Files, built, examined, md, topic, write
from tests.rulebook.whole import archive_of

pytestmark = pytest.mark.slow

EDGE = "articles/edge.md"
FRONT = "title: Edge\ndate: 2024-11-29\nsource: paper\n"


def with_bytes(raw: bytes) -> Callable[[Path], None]:
    """Writes an article of these bytes."""

    def make(content: Path) -> None:
        _file(content, EDGE).write_bytes(raw)

    return make


def without_site(content: Path) -> None:
    (content / "site.yaml").unlink()


def large_asset(content: Path) -> None:
    _file(content, "assets/photograph.jpg").write_bytes(b"\xff\xd8\xff" + bytes(10 * 1024 * 1024))


def folder_named_as_a_file(content: Path) -> None:
    (content / EDGE).mkdir(parents=True)


def link(target: str, name: str) -> Callable[[Path], None]:
    """Makes a link in the folder of articles, to a path seen from there."""
    return lambda content: _file(content, f"articles/{name}").symlink_to(target)


NO_TEXT: Mapping[str, Callable[[Path], None]] = {
    # a file that is not there
    "missing-site": without_site,
    # folders and links, which are no text
    "not-a-file": folder_named_as_a_file,
    "linked-folder": link("../sources", "again"),
    "leaves-content": link(os.devnull, "edge.md"),
    "unreadable": link("deleted.md", "edge.md"),
    # bytes that are no text
    "not-utf-8": with_bytes(md(FRONT, "Fermé").encode("latin-1")),
    "binary-file": with_bytes(b"\xd0\xcf\x11\xe0\x00\x00"),
    # signs that nobody would see on the page
    "byte-order-mark": with_bytes(md(FRONT, "One.\ufeffTwo.").encode()),
    "nul": with_bytes(md(FRONT, "One.\x00Two.").encode()),
    # more than fits on a page
    "too-large": with_bytes(md(FRONT, "x" * 1024 * 1024).encode()),
    "asset-too-large": large_asset,
    "too-many": with_bytes(md(f"{FRONT}actors: [{'a,' * 20_001}]").encode()),
}
"""Rules that are broken by what no text can show; here is what breaks them."""
SINCE: Mapping[str, tuple[str, str]] = {
    # two builds, one after the other
    "changed-without-correction": ("value: 242, quote: 242 dead", "value: 240, quote: 240 dead"),
    "moved-without-alias": ("date: 2024-11-28", "date: 2024-11-29"),
}
"""Rules that compare with an earlier build; here is what they compare, the earlier first."""
UNREACHED = {
    # stands in for mistakes that the models may refuse one day and that have no words of their own yet
    "wrong-value",
    # is broken only by a fault of a theme or of Dateline, which the tests of leaks put there
    "leak",
}
SHOWN = [code for code in RULES if code not in NO_TEXT.keys() | SINCE.keys() | UNREACHED]
NOW = datetime(2025, 1, 31, tzinfo=UTC)
"""When the examples are read, two months after the days that they speak of."""


@pytest.mark.parametrize("code", SHOWN)
def test_the_bad_example_breaks_its_rule(code):
    broken = [problem for problem in problems(RULES[code].bad) if problem.code == code]
    assert {problem.severity for problem in broken} == {RULES[code].severity}


@pytest.mark.parametrize("code", SHOWN)
def test_the_good_example_keeps_its_rule_and_all_that_are_errors(code):
    found = problems(RULES[code].good)
    assert [told(problem) for problem in found if problem.code == code] == []
    assert [told(problem) for problem in found if problem.severity is Severity.ERROR] == []


@pytest.mark.parametrize("code", NO_TEXT)
def test_what_no_text_can_show_breaks_its_rule(code, tmp_path):
    write(tmp_path, PLACES)
    NO_TEXT[code](tmp_path / "content")
    found = examine(tmp_path, Options(), lambda stage: None).diagnostics
    assert {problem.severity for problem in found if problem.code == code} == {RULES[code].severity}


@pytest.mark.parametrize("code", SINCE)
def test_what_was_published_otherwise_breaks_its_rule(code, tmp_path):
    before, after = SINCE[code]
    site = tmp_path / "site"
    built(write(tmp_path, edge(before)), site)
    write(tmp_path, edge(after))
    options = Options(now=NOW, since=site / "published.json")
    found = examine(tmp_path, options, lambda stage: None).diagnostics
    assert [(problem.code, problem.severity) for problem in found] == [(code, RULES[code].severity)]


def edge(differs: str) -> Files:
    """An archive with one article that has these words in its front matter."""
    day = differs if differs.startswith("date:") else "date: 2024-11-29"
    figure = differs if differs.startswith("value:") else "value: 242, quote: 242 dead"
    facts = f"facts: [{{measure: war/killed, according_to: null, {figure}}}]"
    return PLACES | {
        "topics/war.md": topic("killed: {label: Killed, unit: people}"),
        EDGE: md(f"title: Edge\n{day}\nsource: paper\n{facts}", "240 dead, or 242 dead."),
    }


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_has_examples_in_lines_or_else_in_a_sentence_each(rule: Rule):
    is_text = rule.code in SHOWN
    for snippets in (rule.bad, rule.good):
        assert snippets
        assert all(is_text is not described(snippet) for snippet in snippets)


def problems(snippets: Iterable[Snippet]) -> list[Diagnostic]:
    """What is wrong with the files that an example shows, in an archive around them."""
    files, shown = archive_of(snippets)
    return [
        problem
        for problem in examined(files, Options(now=NOW)).diagnostics
        if problem.file.removeprefix("content/") in shown or problem.severity is Severity.ERROR
    ]


def described(snippet: Snippet) -> bool:
    return snippet.where is Where.FILE and not snippet.file


def told(problem: Diagnostic) -> str:
    return f"{problem.file}:{problem.mark.line}: {problem.code}: {problem.message}"


def _file(content: Path, path: str) -> Path:
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    return file
