"""What YAML or its guard refuses is told in plain words, at the place where the mistake began."""

import pytest
import yaml
from reading import read, read_with, told

from generator.model.diagnostic import Diagnostic, Mark
from generator.read.frontmatter.explain import Seen, explain
from generator.read.frontmatter.guard import guard
from generator.read.frontmatter.lines import Lines

IN_QUOTES = "put the value in quotes"
ALIGN = "start it in the same column as the keys above it"
INDENT = "indent it if it belongs to the value above, or write key: value"
UNBRACKETED = "delete it, or write each key on a line of its own, without brackets around them"
APART = "put commas between them, and quotes around those that hold a colon, comma or bracket"

# The text stands on line 5 and below.
MISTAKES = [
    (
        "slug: Foo: bar\n",
        f'5:7 8 not-yaml: a colon and a space stand inside the value ({IN_QUOTES}: "Foo: bar")',
    ),
    (
        'slug: He said "no": twice\n',
        f"5:7 19 not-yaml: a colon and a space stand inside the value ({IN_QUOTES}: 'He said \"no\": twice')",
    ),
    (f"slug: a: {'b' * 60}\n", f"5:7 63 not-yaml: a colon and a space stand inside the value ({IN_QUOTES})"),
    ("slug: @x\n", f'5:7 2 not-yaml: a value cannot start with "@" ({IN_QUOTES}: "@x")'),
    ("slug: `x` y\n", f'5:7 5 not-yaml: a value cannot start with "`" ({IN_QUOTES}: "`x` y")'),
    ("slug: %x\n", f'5:7 2 not-yaml: a value cannot start with "%" ({IN_QUOTES}: "%x")'),
    ("slug: *bold* x\n", f'5:7 8 not-yaml: a value cannot start with "*" ({IN_QUOTES}: "*bold* x")'),
    ("slug: > x\n", f'5:7 3 not-yaml: a value cannot start with ">" ({IN_QUOTES}: "> x")'),
    ("slug: - x\n", f'5:7 3 not-yaml: a value cannot start with "-" ({IN_QUOTES}: "- x")'),
    ("slug: , x\n", f'5:7 3 not-yaml: a value cannot start with "," ({IN_QUOTES}: ", x")'),
    ("via: [a, @b, c]\n", f'5:10 2 not-yaml: a value cannot start with "@" ({IN_QUOTES}: "@b")'),
    (
        'slug: "x\n',
        '5:7 2 not-yaml: the quotation mark " is never closed (write a second " at the end of the text)',
    ),
    (
        "slug: 'x\n",
        "5:7 2 not-yaml: the quotation mark ' is never closed (write a second ' at the end of the text)",
    ),
    (
        'slug: "x\nurl: "https://example.org"\n',
        '5:7 2 not-yaml: the quotation mark " is never closed (write a second " at the end of the text)',
    ),
    (
        "actors: [hts, sohr\ndraft: true\n",
        '5:9 10 not-yaml: the bracket "[" is never closed (write ] at its end, or put the text in quotes)',
    ),
    (
        "via: {a: b\n",
        '5:6 5 not-yaml: the bracket "{" is never closed (write } at its end, or put the text in quotes)',
    ),
    ("via: [a: b: c]\n", f"5:6 9 not-yaml: the entries in these brackets cannot be told apart ({APART})"),
    (
        'slug: "a" b\n',
        f"5:7 5 not-yaml: something stands after the closing quotation mark ({IN_QUOTES}: '\"a\" b')",
    ),
    (
        "slug: 'it's'\n",
        "5:7 6 not-yaml: something stands after the closing quotation mark "
        '(put the value in double quotes: "it\'s")',
    ),
    (
        'slug: "a\n  b" c\n',
        "5:7 2 not-yaml: something stands after the closing quotation mark "
        "(put the whole value between the quotation marks)",
    ),
    ("slug: [a] b\n", f'5:7 5 not-yaml: something stands after the closing bracket ({IN_QUOTES}: "[a] b")'),
    (
        'slug: "C:\\Users"\n',
        "5:7 10 not-yaml: a backslash inside double quotes has a meaning of its own "
        "(write it twice, or put the text in single quotes)",
    ),
    ("slug: a\n  url: b\n", f"6:3 6 not-yaml: this line belongs to the value above it ({ALIGN})"),
    ("via:\n  a: 1\n b: 2\n", f"7:2 4 not-yaml: this line is indented unlike those above it ({ALIGN})"),
    ("\tslug: x\n", "5:1 1 not-yaml: a tab stands where spaces are needed (indent the line with spaces)"),
    ("slug\n", f"5:1 4 not-yaml: this line has no key ({INDENT})"),
    ("slug:x\nurl: y\n", "5:1 6 not-yaml: this line has no key (write a space after the colon of slug:)"),
    (
        "via:\n  - a\n  b: c\n",
        "7:3 4 not-yaml: this line is not an entry of the list above it "
        "(start it with a hyphen and a space, or delete the hyphens above)",
    ),
    ("via:\n  - a\n    b: c\n", f"6:5 1 not-yaml: this line has no key ({INDENT})"),
    ("[a]: b\n", "5:1 1 not-a-key: a key must be a word (put it in quotes)"),
    ("...\nslug: x\n", "5:1 3 several-documents: nothing may end the front matter early (delete this line)"),
    ("--- x\n", "5:1 3 several-documents: a second document starts here (delete this line)"),
    ("slug: *x\n", f"5:7 2 alias: the alias *x is not allowed ({IN_QUOTES})"),
    ("slug: &x y\n", f"5:7 4 anchor: the anchor &x is not allowed ({IN_QUOTES})"),
    ("slug: !important\n", f"5:7 10 tag: the tag !important is not allowed ({IN_QUOTES})"),
    ("slug: !!int x\n", f"5:7 7 tag: the tag !!int is not allowed ({IN_QUOTES})"),
    (
        "date: !!timestamp x\n",
        '5:1 4 duplicate-key: the key "date" is here twice (it stands in line 3 already)',
    ),
    (
        "actors: !!python/object/apply:os.system [x]\n",
        f"5:9 33 tag: the tag !!python/object/apply:os.system is not allowed ({IN_QUOTES})",
    ),
    ("<<: {slug: x}\n", "5:1 2 merge-key: the merge key << is not allowed (write the keys out)"),
    ("title: again\n", '5:1 5 duplicate-key: the key "title" is here twice (it stands in line 2 already)'),
    ("slug: a\x07b\n", "5:8 1 control-character: the invisible sign U+0007 stands here (delete it)"),
    ("slug: a\u2028b\n", "5:8 1 control-character: the invisible sign U+2028 stands here (delete it)"),
    ('slug: "a\\0b"\n', "5:7 6 control-character: the value holds the sign U+0000 (delete it)"),
]


@pytest.mark.parametrize(("more", "expected"), MISTAKES, ids=[repr(more)[1:30] for more, _ in MISTAKES])
def test_a_slip_is_told_where_it_began(more, expected):
    assert expected in told(read_with(more))


@pytest.mark.parametrize("more", [more for more, expected in MISTAKES if "not-yaml" in expected])
def test_what_yaml_cannot_read_is_told_once(more):
    entry = read_with(more)
    assert len(entry.diagnostics) == 1
    assert entry.written is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "- a\n- b\n",
            "1:1 3 not-a-mapping: keys with values are expected here "
            "(write one key a line, such as title: Fighters reach the edge)",
        ),
        (
            "12\n",
            "1:1 2 not-a-mapping: keys with values are expected here "
            "(write one key a line, such as title: Fighters reach the edge)",
        ),
        (
            "%YAML 1.2\n---\ntitle: T\n",
            "1:1 9 directive: lines that start with % are not allowed (delete it)",
        ),
        (
            "%YAML 3.0\n---\ntitle: T\n",
            "1:1 9 directive: lines that start with % are not allowed (delete it)",
        ),
        ("%TAG ! x\n---\ntitle: T\n", "1:1 8 directive: lines that start with % are not allowed (delete it)"),
        ("{}!\n", f"1:3 1 not-yaml: nothing may stand after the last bracket ({UNBRACKETED})"),
        (
            "{title: T}\nnotice: x\n",
            f"2:1 9 not-yaml: nothing may stand after the last bracket ({UNBRACKETED})",
        ),
        ("title: T\n---\nx\n", "2:1 3 several-documents: a second document starts here (delete this line)"),
    ],
)
def test_the_whole_must_be_one_group_of_keys(text, expected):
    assert told(read(text, "site")) == [expected]


def test_all_mistakes_of_the_guard_and_of_the_fields_are_told_together():
    entry = read("---\ntitle: *x\ndate: nope\nsource: &y b\n<<: {a: b}\nsource: c\n---\n")
    assert told(entry) == [
        f"2:8 2 alias: the alias *x is not allowed ({IN_QUOTES})",
        '3:7 4 not-a-date: "nope" is not a date (write year, month and day: 2024-11-29)',
        f"4:9 4 anchor: the anchor &y is not allowed ({IN_QUOTES})",
        "5:1 2 merge-key: the merge key << is not allowed (write the keys out)",
        '6:1 6 duplicate-key: the key "source" is here twice (it stands in line 4 already)',
    ]


def test_the_first_of_two_equal_keys_counts():
    entry = read_with("title: {again: [x]}\n")
    assert [problem.code for problem in entry.diagnostics] == ["duplicate-key"]
    assert entry.written.title == "T"
    assert entry.at(("title",)) == Mark(2, 8, 1)


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@pytest.mark.parametrize("more", [more for more, expected in MISTAKES if "not-yaml" in expected])
def test_with_and_without_libyaml_the_same_texts_are_refused(more, loader):
    lines = Lines(more)
    guarded = guard(lines, 0, len(more), Mark(), loader=loader)
    assert guarded.tree is None
    assert len(guarded.problems) == 1


def test_a_refusal_of_a_kind_that_nobody_has_seen_is_told_at_its_place():
    place = yaml.Mark("", 1, 0, 1, None, None)
    seen = Seen(Lines("a b"), 0, 3, yaml.StreamStartEvent(place, place), ())
    assert explain(yaml.MarkedYAMLError(None, None, "odd", place), seen) == Diagnostic(
        "not-yaml", "", Mark(1, 2, 2), "this line cannot be read", IN_QUOTES
    )


def test_what_yaml_itself_does_not_foresee_is_told_at_the_top():
    text = f"%YAML 1.{'9' * 5000}\n---\na: b\n"
    guarded = guard(Lines(text), 0, len(text), Mark(7, 2), loader=yaml.SafeLoader)
    assert guarded.tree is None
    (problem,) = guarded.problems
    assert (problem.code, problem.mark) == ("not-yaml", Mark(7, 2))
    assert problem.message == "this front matter cannot be read as YAML"


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_every_value_stays_text_and_only_nothing_is_nothing(loader):
    text = (
        "a: NO\nb: 010\nc: 12:30:45\nd: =\ne: 2024-11-29\nf: ~\ng: null\nh:\ni: '~'\nj: ''\nk: Null\nl: 1e3\n"
    )
    tree = guard(Lines(text), 0, len(text), Mark(), loader=loader).tree
    expected = {"a": "NO", "b": "010", "c": "12:30:45", "d": "=", "e": "2024-11-29", "f": None, "g": None}
    assert tree == expected | {"h": None, "i": "~", "j": "", "k": "Null", "l": "1e3"}
