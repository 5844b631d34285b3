"""Visual Studio Code reads what our command line really prints, and offers what the archive has."""

import json
import re
from io import StringIO
from typing import Any

import pytest
from rich.console import Console

from generator.cli.printed import printed
from generator.cli.rounds import BEGIN, END
from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.read.discover import EntryKind, discover
from generator.scaffold.known import Known, Named, known_of
from generator.scaffold.readback import mistake_in
from generator.scaffold.vscode import holds, proposed_files, snippet_file
from generator.scaffold.vscode.placeholder import menu, place
from generator.scaffold.vscode.snippets import snippets
from generator.scaffold.vscode.tasks import BEGINS, ENDS, PATTERN
from tests.archive import ROOT

FILES = {path: json.loads(text) for path, text in proposed_files(".vscode/dateline").items()}


def problem(**more: Any) -> Diagnostic:
    told = {
        "code": "unknown-actor",
        "file": "content/articles/2024-11-29-edge.md",
        "mark": Mark(14, 19, 5),
        "message": 'no actor has the id or alias "SOHRR"',
        "hint": 'did you mean "SOHR"?',
        "excerpt": "    according_to: SOHRR",
    }
    return Diagnostic(**(told | more))


@pytest.mark.parametrize(
    "told",
    [
        problem(),
        problem(severity=Severity.WARNING),
        problem(excerpt="", hint=""),
        problem(file="content/articles/a b: c.md", message="error[x]: 1:2: odd"),
        problem(file="content/articles/حلب.md", message="x" * 400),
    ],
)
def test_the_problem_matcher_reads_the_first_line_of_what_is_printed(told: Diagnostic) -> None:
    console = Console(record=True, soft_wrap=True, width=40, file=StringIO())
    console.print(printed(told))
    first, *others = console.export_text().splitlines()
    found = re.match(PATTERN, first)
    assert found is not None
    assert found.groups() == (
        told.file,
        str(told.mark.line),
        str(told.mark.column),
        told.severity.value,
        told.code,
        told.message,
    )
    assert not any(re.match(PATTERN, line) for line in others)


def test_the_lines_around_a_round_of_checks_are_those_the_task_waits_for() -> None:
    assert re.match(BEGINS, BEGIN)
    assert re.match(ENDS, END)
    assert not re.match(BEGINS, END)
    assert not re.match(ENDS, BEGIN)


def test_the_tasks_watch_in_the_background_and_build() -> None:
    watch, build = FILES[".vscode/tasks.json"]["tasks"]
    assert [watch["command"], *watch["args"]] == ["dateline", "check", "--watch", "--drafts"]
    assert watch["isBackground"]
    assert watch["problemMatcher"]["background"] == {
        "activeOnStart": True,
        "beginsPattern": BEGINS,
        "endsPattern": ENDS,
    }
    for task in (watch, build):
        matcher = task["problemMatcher"]
        assert matcher["owner"] == "dateline"
        assert matcher["fileLocation"] == ["relative", "${workspaceFolder}"]
        numbers = [
            matcher["pattern"][key] for key in ("file", "line", "column", "severity", "code", "message")
        ]
        assert numbers == [1, 2, 3, 4, 5, 6]


def test_the_schema_of_site_yaml_is_named_where_it_stands() -> None:
    assert FILES[".vscode/settings.json"]["yaml.schemas"] == {
        "./.vscode/dateline/site.schema.json": ["content/site.yaml"]
    }
    assert FILES[".vscode/extensions.json"] == {"recommendations": ["redhat.vscode-yaml"]}


def test_settings_that_say_all_that_is_proposed_need_nothing_more() -> None:
    ours = proposed_files("x")[".vscode/settings.json"]
    assert holds(json.dumps({"editor.fontSize": 14, **json.loads(ours)}), ours)
    assert not holds('{"editor.fontSize": 14}', ours)
    assert not holds("// a comment\n" + ours, ours)
    theirs = proposed_files("x")[".vscode/tasks.json"]
    assert holds(
        json.dumps({"version": "2.0.0", "tasks": [{"label": "x"}, *json.loads(theirs)["tasks"]]}), theirs
    )


def test_a_name_with_signs_of_the_snippet_language_stays_what_it_is() -> None:
    assert place(1, "a$b}c\\d") == "${1:a\\$b\\}c\\\\d}"
    assert menu(2, ["a,b", "c|d", "e"], "x") == "${2|a\\,b,c\\|d,e|}"
    assert menu(3, [], "id") == "${3:id}"


def filled(body: list[str]) -> str:
    """What stands in the file when every place is left as proposed and every menu at its first entry."""
    text = "\n".join(body)
    for name, value in (("YEAR", "2024"), ("MONTH", "11"), ("DATE", "29")):
        text = text.replace("${CURRENT_" + name + "}", value)
    text = re.sub(r"\$\{\d+\|((?:\\.|[^\\,|])*).*?\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:((?:\\.|[^\\}])*)\}", r"\1", text)
    return re.sub(r"\\(.)", r"\1", text.replace("$0", "The text."))


def test_every_snippet_of_a_file_is_front_matter_that_the_reader_takes() -> None:
    known = known_of(discover(ROOT).files, facts=True)
    made = snippets(known)
    names = {EntryKind.ACTOR: "Name", EntryKind.SOURCE: "Name", EntryKind.TOPIC: "The story"}
    for kind in set(EntryKind) - {EntryKind.SITE}:
        snippet = made[f"Dateline: {kind}"]
        assert snippet["isFileTemplate"]
        text = filled(snippet["body"]).replace("url: https://\n", "url: https://example.org/\n")
        assert mistake_in("content/x.md", kind, text, names.get(kind, "The headline")) is None


def test_the_snippets_of_lines_fit_below_their_keys() -> None:
    made = snippets(known_of(discover(ROOT).files, facts=True))
    lead = "---\ntitle: T\ndate: 2024-11-29\nsource: x\n"
    for name, key in (("fact", "facts"), ("takeaway", "takeaways"), ("correction", "corrections")):
        lines = filled(made[f"Dateline: {name}"]["body"]).replace("\n", "\n  ")
        text = f"{lead}{key}:\n  {lines}\n---\n\nThe text.\n"
        assert mistake_in("content/x.md", EntryKind.SUMMARY, text, "T") is None


def test_the_menus_of_snippets_hold_the_archives_own_names() -> None:
    known = Known(sources=(Named("paper", "The Paper"),), actors=(Named("sohr", "SOHR"),))
    text = snippet_file(known)[".vscode/dateline.code-snippets"]
    assert "${2|paper|}" in text
    assert "${4|sohr,null|}" in text
    assert json.loads(text.partition("\n")[2]) == snippets(known)
