"""What a field does not accept is told with what to write instead, all of it in one run."""

import json
import pickle

import pytest
from pydantic import BaseModel, ValidationError
from reading import NEEDED, read, read_with, told

from generator.model.diagnostic import Mark, Severity
from generator.read.discover import EntryKind
from generator.read.entry import MODELS
from generator.read.frontmatter.problems import Refused, refused

ID_RULE = "use 1 to 80 of the letters a to z, the digits 0 to 9 and hyphens"
DATE = "write year, month and day: 2024-11-29"
FACT = "facts:\n  - measure: a/killed\n    quote: q\n"
MEASURE = "measures:\n  killed:\n    label: L\n"

MISTAKES = [
    # Keys
    ("article", "tilte: x\n", '5:1 5 unknown-key: no key "tilte" here (did you mean "title"?)'),
    (
        "article",
        "Slug: x\n",
        '5:1 4 unknown-key: no key "Slug" here '
        '(did you mean "slug"? yours has U+0053 LATIN CAPITAL LETTER S)',
    ),
    (
        "article",
        "slug\u00a0: x\n",
        '5:1 5 unknown-key: no key "slug\\u00a0" here (did you mean "slug"? yours has U+00A0 NO-BREAK SPACE)',
    ),
    (
        "article",
        "\uff53lug: x\n",
        '5:1 4 unknown-key: no key "\uff53lug" here '
        '(did you mean "slug"? yours has U+FF53 FULLWIDTH LATIN SMALL LETTER S)',
    ),
    (
        "article",
        "dr\u0430ft: true\n",
        '5:1 5 unknown-key: no key "dr\u0430ft" here '
        '(did you mean "draft"? yours has U+0430 CYRILLIC SMALL LETTER A)',
    ),
    (
        "source",
        "zzz: x\n",
        '4:1 3 unknown-key: no key "zzz" here '
        "(the keys here are name, kind, language, url, reliability, counts_as_source, silence)",
    ),
    (
        "article",
        FACT + "    valeu: 3\n    value: 3\n",
        '8:5 5 unknown-key: no key "valeu" here (did you mean "value"?)',
    ),
    (
        "article",
        "facts:\n  - quote: q\n    value: 3\n",
        '6:5 8 missing-key: the key "measure" is missing '
        "(add a line such as measure: aleppo-offensive/killed)",
    ),
    # Text and lists
    (
        "article",
        "facts:\n  - measure: a/b\n    value: 1\n    quote: [at least]\n",
        "8:12 10 not-text: text is expected here, not a list "
        "(put the text in quotes if the brackets belong to it)",
    ),
    (
        "actor",
        "speaks_for: {a: b}\n",
        "4:13 6 not-text: text is expected here, not a group of keys "
        "(put the text in quotes if the brackets belong to it)",
    ),
    ("actor", "aliases: SOHR\n", "4:10 4 not-a-list: a list is expected here, not text (write [SOHR])"),
    (
        "actor",
        "aliases: SOHR, OSDH\n",
        "4:10 10 not-a-list: a list is expected here, not text "
        "(write the entries in square brackets, or one a line after a hyphen)",
    ),
    (
        "actor",
        "aliases: {SOHR, OSDH}\n",
        "4:10 12 not-a-list: a list is expected here, not a group of keys "
        "(write the entries in square brackets, or one a line after a hyphen)",
    ),
    (
        "actor",
        "aliases:\n  - SOHR\n  -\n",
        "6:4 1 empty-value: nothing stands here (write a text, or delete the entry)",
    ),
    (
        "actor",
        'aliases: ["", x]\n',
        "4:11 2 empty-value: the text between the quotes is empty (write a text, or delete the line)",
    ),
    (
        "actor",
        "relations: [turkey]\n",
        "4:13 6 not-a-mapping: keys with values are expected here, not text "
        "(write at least role: … and actor: …)",
    ),
    (
        "topic",
        "measures: [killed]\n",
        "3:11 8 not-a-mapping: keys with values are expected here, not a list "
        "(write one key a line, each with a colon and a value)",
    ),
    ("source", "url: |\n  a\n  b\n", "4:6 1 not-one-line: this text must stand on one line (join the lines)"),
    # Words
    (
        "article",
        "draft: yes\n",
        '5:8 3 not-true-or-false: "yes" is neither true nor false (write true)',
    ),
    ("article", "draft: False\n", '5:8 5 not-true-or-false: "False" is neither true nor false (write false)'),
    (
        "article",
        "draft: x\n",
        '5:8 1 not-true-or-false: "x" is neither true nor false (write true or false)',
    ),
    (
        "summary",
        "made_by: robot\n",
        '5:10 5 not-a-choice: "robot" is not one of human, ai, mixed (write one of these words)',
    ),
    (
        "summary",
        "made_by: AI\n",
        '5:10 2 not-a-choice: "AI" is not one of human, ai, mixed (did you mean "ai"?)',
    ),
    (
        "source",
        "reliability: b\n",
        '4:14 1 not-a-choice: "b" is not one of A, B, C, D, E, F (did you mean "B"?)',
    ),
    (
        "article",
        FACT + "    value: 3\n    qualifier: atleast\n",
        '9:16 7 not-a-choice: "atleast" is not one of exactly, at-least, more-than, about, almost, up-to, '
        'fewer-than (did you mean "at-least"?)',
    ),
    # Ids
    ("article", "slug: Foo Bar\n", f'5:7 7 not-an-id: "Foo Bar" is not an id (write foo-bar; {ID_RULE})'),
    ("article", "slug: حلب\n", f'5:7 3 not-an-id: "حلب" is not an id ({ID_RULE})'),
    ("article", "slug: -x\n", f'5:7 2 not-an-id: "-x" is not an id (write x; {ID_RULE})'),
    ("article", "slug: ../x\n", f'5:7 4 not-an-id: "../x" is not an id (write x; {ID_RULE})'),
    ("article", "slug: com1\n", '5:7 4 not-an-id: "com1" is a device on Windows (choose a longer name)'),
    ("article", "slug: index\n", '5:7 5 not-an-id: "index" names a part of every site (choose another name)'),
    (
        "topic",
        "measures:\n  Killed: {label: L}\n",
        f'4:3 6 not-an-id: "Killed" is not an id (write killed; {ID_RULE})',
    ),
    (
        "article",
        "facts:\n  - measure: killed\n    value: 1\n    quote: q\n",
        '6:14 6 not-a-measure: "killed" is not a measure '
        "(write the topic's id, a slash and the measure's key: aleppo-offensive/killed)",
    ),
    (
        "summary",
        "takeaways:\n  - text: t\n    facts: [edge]\n",
        '7:13 4 not-a-fact: "edge" is not a fact '
        "(write the document's id, # and the fact's key: 2024-11-29-edge#killed)",
    ),
    # Places
    ("article", "language: en_us\n", '5:11 5 not-a-language: "en_us" is not a language tag (write en-US)'),
    (
        "article",
        "language: English\n",
        '5:11 7 not-a-language: "English" is not a language tag (write a tag such as en, ar, fr or pt-BR)',
    ),
    (
        "site",
        "timezone: Asia/Damscus\n",
        '3:11 12 not-a-timezone: "Asia/Damscus" is not a time zone (did you mean "Asia/Damascus"?)',
    ),
    (
        "article",
        "url: javascript:alert(1)\n",
        '5:6 19 not-an-address: "javascript:alert(1)" is not a web address '
        "(write the whole address, from https:// on)",
    ),
    (
        "article",
        "url: example.org/x\n",
        '5:6 13 not-an-address: "example.org/x" is not a web address (write https://example.org/x)',
    ),
    (
        "article",
        "url: https://a b\n",
        '5:6 11 not-an-address: "https://a b" is not a web address '
        "(the sign U+0020 may not stand in an address; copy it from the browser)",
    ),
    (
        "article",
        "url: https://bbc.com@evil.org/\n",
        '5:6 25 not-an-address: "https://bbc.com@evil.org/" is not a web address '
        "(leave out the user name before the @)",
    ),
    # Facts
    (
        "article",
        FACT,
        "6:5 17 missing-key: this fact has no value (add a line value: …, or low: … and high: …)",
    ),
    ("article", FACT + "    low: 3\n", "6:5 17 missing-key: low without high (add a line: high: …)"),
    ("article", FACT + "    high: 3\n", "6:5 17 missing-key: high without low (add a line: low: …)"),
    (
        "article",
        FACT + "    value: 3\n    low: 2\n",
        "6:5 17 two-values: value and low cannot stand together (keep value, or low and high)",
    ),
    (
        "article",
        FACT + "    value: 3\n    credibility: 7\n",
        '9:18 1 not-a-grade: "7" is not a grade of credibility '
        "(write 1 (confirmed) to 5 (improbable), or 6 (not judged))",
    ),
    (
        "article",
        FACT + "    value: 3\n    as_of: 2024-11-31~\n",
        "9:12 11 not-a-date: the calendar has no day 2024-11-31 (check the month and the day)",
    ),
    (
        "article",
        FACT + "    value: 3\n  - measure: b/killed\n    quote: q\n    value: 4\n",
        '9:14 8 duplicate-fact: two facts here have the key "killed" '
        "(give one of them an id of its own, such as id: killed-2)",
    ),
    (
        "article",
        "aliases: [/index.html]\n",
        '5:11 11 not-an-old-address: "/index.html" is not an address of this site '
        "(that is the start page, which is always there: delete it)",
    ),
    # Measures
    (
        "topic",
        MEASURE + "    type: choice\n",
        "5:5 8 missing-key: this measure is a choice without choices "
        "(add a line: choices: [resisted, unopposed])",
    ),
    (
        "topic",
        MEASURE + "    choices: [a, b]\n",
        "6:14 6 wrong-key: a number has no choices (write type: choice, or delete this line)",
    ),
    (
        "topic",
        MEASURE + "    type: date\n    cumulative: true\n",
        "7:17 4 wrong-key: only a number can be cumulative, this is a date (delete this line)",
    ),
    (
        "topic",
        MEASURE + "    parts: [kiled-civilians]\n  killed-civilians: {label: L}\n",
        '6:13 15 unknown-measure: this topic has no measure "kiled-civilians" '
        '(did you mean "killed-civilians"?)',
    ),
    (
        "topic",
        MEASURE + "    parts: [killed]\n",
        "6:13 6 unknown-measure: a measure cannot be a part of itself (delete it from the list)",
    ),
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "more", "expected"), MISTAKES, ids=[f"{kind} {more!r}"[-40:] for kind, more, _ in MISTAKES]
)
def test_one_mistake_is_told_once_and_in_full(kind, more, expected):
    assert told(read_with(more, kind)) == [expected]


def test_a_required_key_is_missed_at_the_opening_fence():
    assert told(read("---\nsource: b\n---\n")) == [
        '1:1 3 missing-key: the key "date" is missing (add a line such as date: 2024-11-29)',
        '1:1 3 missing-key: the key "title" is missing '
        "(add a line such as title: Fighters reach the edge of Aleppo)",
    ]


def test_a_required_key_without_a_value_is_told_at_the_key():
    assert told(read("---\ntitle: T\ndate:\nsource: ~\n---\n")) == [
        '3:1 4 empty-value: the key "date" has no value (write it such as date: 2024-11-29)',
        '4:9 1 empty-value: the key "source" has no value (write it such as source: bfmtv)',
    ]


def test_an_optional_key_without_a_value_counts_as_left_out():
    with_empty = read_with("url:\nactors:\nfacts: ~\nslug: null\n")
    assert with_empty.diagnostics == ()
    assert with_empty.written == read_with("").written


def test_a_title_may_have_300_characters():
    assert read(f"---\nname: {'é' * 300}\nkind: state\n---\n", "actor").diagnostics == ()
    assert told(read(f"---\nname: {'é' * 301}\nkind: state\n---\n", "actor")) == [
        "2:7 301 too-long: a title may have 300 characters, this one has 301 "
        "(shorten it; the rest can stand in the text)"
    ]


def test_all_mistakes_of_a_file_are_told_in_the_order_of_its_lines():
    more = f"draft: x\nslug: A B\nlang: en\n{FACT}    value: 1\n    as_of: x\n    low: 1\n"
    lines = [problem.mark.line for problem in read_with(more).diagnostics]
    assert lines == [5, 6, 7, 9, 12]


@pytest.mark.parametrize("kind", list(EntryKind))
def test_the_least_that_a_file_must_say_is_enough(kind):
    entry = read_with("", kind)
    assert entry.diagnostics == ()
    assert type(entry.written) is MODELS[kind]


@pytest.mark.parametrize("kind", list(EntryKind))
def test_every_kind_has_a_json_schema_that_describes_its_keys(kind):
    schema = MODELS[kind].model_json_schema()
    assert schema["additionalProperties"] is False
    assert all("description" in part for part in schema["properties"].values())
    assert json.dumps(schema)


def test_null_and_left_out_differ_for_according_to():
    fact = FACT + "    value: 3\n"
    named = [
        "according_to" in read_with(fact + more).written.facts[0].model_fields_set
        for more in ("", "    according_to: null\n", "    according_to: sohr\n")
    ]
    assert named == [False, True, True]


def test_no_is_a_language_and_not_a_lie():
    entry = read_with("language: no\nactors: [no, on, 1, 1e3]\n")
    assert (entry.written.language, entry.written.actors) == ("no", ("no", "on", "1", "1e3"))


def test_the_address_of_the_site_is_given_its_slash():
    for typed in ("https://example.org/a", "https://example.org/a/", "https://example.org/a//"):
        assert read(f"title: T\nbase_url: {typed}\n", "site").written.base_url == "https://example.org/a/"
    assert told(read("title: T\nbase_url: https://example.org/?a\n", "site")) == [
        '2:11 22 not-an-address: "https://example.org/?a" is not a web address '
        "(leave out everything from ? or # on)"
    ]


def test_an_entry_can_cross_into_another_process():
    entry = read_with(FACT + "    value: 242\n    as_of: 2024-11-29%\n    oops: 1\n")
    assert pickle.loads(pickle.dumps(entry)) == entry  # noqa: S301 -- our own bytes, made one line above
    assert entry.file.raw == b""


def test_a_later_stage_can_point_at_a_value_a_key_or_what_holds_it():
    entry = read_with(FACT + "    value: 242\n")
    at_value = entry.problem("stale", ("facts", 0, "value"), "m", "h", severity=Severity.WARNING)
    assert (at_value.mark, at_value.excerpt) == (Mark(8, 12, 3), "    value: 242")
    assert (at_value.file, at_value.severity) == ("content/articles/edge.md", Severity.WARNING)
    assert entry.at(("facts", 0, "value"), key=True) == Mark(8, 5, 5)
    assert entry.at(("facts", 0, "as_of")) == entry.at(("facts", 0)) == Mark(6, 5, 17)
    assert entry.at(("facts", 3, "x"), key=True) == entry.at(("facts",)) == Mark(6, 3, 19)
    assert entry.at(("nothing",)) == entry.at(()) == Mark(1, 1, 3)
    assert NEEDED[EntryKind.ARTICLE].count("\n") == 3


class Inner(BaseModel):
    key: str


class Outer(BaseModel):
    held: list[Inner] | int


def test_what_only_pydantic_refuses_is_told_in_its_words_and_at_the_nearest_place():
    tree = {"held": [{}]}
    with pytest.raises(ValidationError) as caught:
        Outer.model_validate(tree)
    assert list(refused(caught.value, Outer, tree)) == [
        Refused(
            ("held", "list[Inner]", 0), "missing-key", 'the key "key" is missing', "add a line such as key: …"
        ),
        Refused(("held", "int"), "wrong-value", "input should be a valid integer"),
    ]
