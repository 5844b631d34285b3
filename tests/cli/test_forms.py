"""What is wrong, as other programs read it: exact small outputs, and no text that breaks out of its form."""

import json
import re
from pathlib import Path
from unittest.mock import patch
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from msgspec.structs import replace

from generator import __version__
from generator.cli.forms import FORMS
from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.rulebook import RULES

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
VALID = Draft4Validator(SCHEMA)

ODD = Diagnostic(
    "stale-print",
    "content/articles/a, b.md",
    Mark(3, 8, 4),
    "100% odd: really",
    "look again",
    Severity.WARNING,
    "title: Neue Nachricht",
)
BAD = Diagnostic("made-up", "content/site.yaml", Mark(), "there is no site.yaml")

half = st.characters(categories=["Cs"])
text = st.text(
    st.one_of(st.characters(), half, st.sampled_from("%:,\r\n\0\x1b\u2028{}[]<>\"'`\\")), max_size=20
)
diagnostics = st.lists(
    st.builds(
        Diagnostic,
        st.sampled_from(["stale-print", "unknown-actor", "made-up"]),
        text,
        st.builds(Mark, *[st.integers(1, 30)] * 3),
        text,
        text,
        st.sampled_from(Severity),
        text,
    ),
    max_size=5,
)


def sarif(*problems: Diagnostic) -> dict:
    log = json.loads(FORMS["sarif"](problems))
    VALID.validate(log)
    return log["runs"][0]


def test_json_is_one_object_with_every_mistake_in_file_order() -> None:
    assert FORMS["json"]([ODD, BAD]) == (
        "{\n"
        '  "version": 1,\n'
        '  "errors": 1,\n'
        '  "warnings": 1,\n'
        '  "diagnostics": [\n'
        "    {\n"
        '      "code": "stale-print",\n'
        '      "severity": "warning",\n'
        '      "file": "content/articles/a, b.md",\n'
        '      "line": 3,\n'
        '      "column": 8,\n'
        '      "length": 4,\n'
        '      "message": "100% odd: really",\n'
        '      "hint": "look again",\n'
        '      "excerpt": "title: Neue Nachricht"\n'
        "    },\n"
        "    {\n"
        '      "code": "made-up",\n'
        '      "severity": "error",\n'
        '      "file": "content/site.yaml",\n'
        '      "line": 1,\n'
        '      "column": 1,\n'
        '      "length": 1,\n'
        '      "message": "there is no site.yaml",\n'
        '      "hint": "",\n'
        '      "excerpt": ""\n'
        "    }\n"
        "  ]\n"
        "}\n"
    )


def test_github_has_a_line_for_each_mistake_the_worst_first() -> None:
    assert FORMS["github"]([ODD, BAD]) == (
        "::error file=content/site.yaml,line=1,endLine=1,col=1,endColumn=2,title=made-up"
        "::there is no site.yaml\n"
        "::warning file=content/articles/a%2C b.md,line=3,endLine=3,col=8,endColumn=12,title=stale-print"
        "::100%25 odd: really%0Alook again\n"
    )


def test_mistakes_of_one_kind_stay_in_file_order_on_github() -> None:
    problems = [Diagnostic("c", f"{name}.md", Mark(), "m") for name in "abc"]
    assert re.findall(r"file=(\w)", FORMS["github"](problems)) == ["a", "b", "c"]


def test_no_mistakes_in_every_form() -> None:
    assert json.loads(FORMS["json"]([])) == {"version": 1, "errors": 0, "warnings": 0, "diagnostics": []}
    assert FORMS["github"]([]) == ""
    assert sarif()["results"] == []


def test_sarif_has_one_result_for_each_mistake() -> None:
    first, second = sarif(ODD, BAD)["results"]
    fingerprint = first.pop("partialFingerprints")
    assert first == {
        "ruleId": "stale-print",
        "ruleIndex": 0,
        "level": "warning",
        "message": {"text": "100% odd: really\nlook again"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "content/articles/a%2C%20b.md", "uriBaseId": "%SRCROOT%"},
                    "region": {
                        "startLine": 3,
                        "startColumn": 8,
                        "endColumn": 12,
                        "snippet": {"text": "Neue"},
                    },
                    "contextRegion": {"startLine": 3, "snippet": {"text": "title: Neue Nachricht"}},
                }
            }
        ],
    }
    assert list(fingerprint) == ["dateline/v1"]
    assert second["level"] == "error"
    assert second["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 1,
        "endColumn": 2,
    }


def test_sarif_names_the_tool_and_the_rules_that_were_broken() -> None:
    run = sarif(ODD, BAD, ODD)
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("Dateline", __version__)
    assert run["columnKind"] == "unicodeCodePoints"
    stale, made_up = driver["rules"]
    rule = RULES["stale-print"]
    assert (stale["id"], stale["shortDescription"], stale["fullDescription"]) == (
        "stale-print",
        {"text": rule.says},
        {"text": rule.why},
    )
    assert stale["help"]["text"].startswith(f"{rule.says}\n\n{rule.why}\n\nBad, in ")
    assert stale["help"]["markdown"].startswith(f"**{rule.says}**\n\n{rule.why}\n\nBad, in ")
    assert stale["help"]["markdown"].count("\n\n```yaml\n") >= 2
    assert stale["defaultConfiguration"] == {"level": "warning"}
    assert made_up == {"id": "made-up", "defaultConfiguration": {"level": "error"}}


def test_sarif_holds_every_rule_of_the_rulebook() -> None:
    problems = [Diagnostic(code, "a.md", Mark(), "m") for code in RULES]
    rules = sarif(*problems)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)


def test_a_fence_is_longer_than_the_backticks_in_it() -> None:
    rule = RULES["stale-print"]
    changed = replace(rule, bad=(replace(rule.bad[0], text="a: ````\nb: `"),))
    with patch("generator.cli.forms.sarif.RULES", {"stale-print": changed}):
        (shown,) = sarif(ODD)["tool"]["driver"]["rules"]
    assert "\n\n`````yaml\n" in shown["help"]["markdown"]


def fingerprints(*problems: Diagnostic) -> list[str]:
    return [result["partialFingerprints"]["dateline/v1"] for result in sarif(*problems)["results"]]


def on(line: int, excerpt: str = "value: 242", code: str = "odd", file: str = "a.md") -> Diagnostic:
    return Diagnostic(code, file, Mark(line, 8, 3), f"as in line {line}", excerpt=excerpt)


def test_a_fingerprint_stays_when_the_line_moves_and_differs_when_it_changes() -> None:
    assert fingerprints(on(3)) == fingerprints(on(30)) == fingerprints(on(3, "  value: 242"))
    assert fingerprints(on(3)) != fingerprints(on(3, "value: 243"))
    assert fingerprints(on(3)) != fingerprints(on(3, code="other"))


def test_equal_lines_of_a_file_have_fingerprints_of_their_own() -> None:
    three = fingerprints(on(3), on(9), on(9, file="b.md"))
    assert len(set(three[:2])) == 2
    assert three[2] == three[0]


@pytest.mark.slow
@given(diagnostics)
def test_json_can_be_read_whatever_it_holds(problems: list[Diagnostic]) -> None:
    shape = json.loads(FORMS["json"](problems).encode())
    assert [entry["message"] for entry in shape["diagnostics"]] == [
        sound(problem.message) for problem in problems
    ]
    assert shape["errors"] + shape["warnings"] == len(problems)


@pytest.mark.slow
@given(diagnostics)
def test_sarif_is_valid_whatever_it_holds(problems: list[Diagnostic]) -> None:
    log = json.loads(FORMS["sarif"](problems).encode())
    VALID.validate(log)
    files = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in log["runs"][0]["results"]
    ]
    assert all(re.fullmatch(r"(?:[\w.~/-]|%[0-9A-F]{2})*", file, re.ASCII) for file in files)
    assert [unquote(file) for file in files] == [sound(problem.file) for problem in problems]


@pytest.mark.slow
@given(diagnostics)
def test_github_reads_back_what_was_written(problems: list[Diagnostic]) -> None:
    """By the rules of its runner: one command a line, properties up to the next comma, then the escapes."""
    lines = FORMS["github"](problems).encode().decode().split("\n")
    assert lines.pop() == ""
    worst_first = sorted(problems, key=lambda problem: problem.severity is Severity.WARNING)
    for line, problem in zip(lines, worst_first, strict=True):
        command, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.*)", line, re.DOTALL).groups()
        named = dict(pair.split("=", 1) for pair in properties.split(","))
        assert command == problem.severity
        assert unescaped(named["file"], {"%3A": ":", "%2C": ","}) == sound(problem.file)
        assert int(named["endColumn"]) - int(named["col"]) == problem.mark.length
        told = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
        assert unescaped(message) == sound(told)
        assert "\r" not in line


def unescaped(text: str, more: dict[str, str] | None = None) -> str:
    for sign, meant in {**(more or {}), "%0D": "\r", "%0A": "\n", "%25": "%"}.items():
        text = text.replace(sign, meant)
    return text


def sound(text: str) -> str:
    """As UTF-8 can hold it."""
    return "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
