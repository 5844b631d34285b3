"""Of every link it is known where its address stands in the file, to the character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.diagnostic import Mark
from generator.read.markdown import read_prose

FIRST = 10
"""The line of the file on which the texts of these tests begin."""


def at(markdown: str, mark: Mark) -> str:
    """What stands at a mark."""
    return markdown.split("\n")[mark.line - FIRST][mark.column - 1 :][: mark.length]


def addresses(markdown: str) -> list[str]:
    """What stands where the address of each link is said to stand."""
    return [at(markdown, link.mark) for link in read_prose(markdown, "en", FIRST).links]


def marks(markdown: str) -> list[tuple[int, int]]:
    return [(link.mark.line, link.mark.column) for link in read_prose(markdown, "en", FIRST).links]


def test_two_equal_links_in_one_line_have_each_their_own_column():
    assert marks("[a](b.md) and [a](b.md)") == [(10, 5), (10, 19)]


@pytest.mark.parametrize(
    "markdown",
    [
        "plain [a](b.md) text",
        "# A heading with [a](b.md)",
        "## One with [a](b.md) and an end ##",
        "A heading with [a](b.md)\n======",
        "- an item\n- another with [a](b.md)",
        "1. an item\n\n   and its second paragraph with [a](b.md)",
        "- an item\n  - one below it,\n    on two lines, with [a](b.md)",
        "> quoted\n> and [a](b.md)",
        "> - quoted\nand lazily on with [a](b.md)",
        "\t- after a tab\n\n-\t[a](b.md) after a tab",
        "|x|y|\n|-|-|\n|b.md|[a](b.md)|",
        "|x|y|\n|-|-|\n| a \\| b | c \\| [a](b.md) |",
        "|x|\n|-|\n|1|2 and [a](b.md)|",
        "> |x|y|\n> |-|-|\n> |[a](b.md)|1|",
        "**[a](b.md)** of *many*",
        "[text over\ntwo lines](b.md)",
        "[a](\n  b.md 'with a title')",
        "[a](   b.md\t'with a title')",
        "[a [brackets] `]` \\] ](b.md)",
        "&amp; &#228; \\* [a](b.md)",
        "المرصد السوري [a](b.md)",
        "😀 [a](b.md)",
    ],
)
def test_the_address_is_found_in(markdown):
    assert [address for address in addresses(markdown) if address == "b.md"] == ["b.md"]


def test_angle_brackets_do_not_belong_to_the_address():
    assert addresses("[a](<b c.md>) and <https://example.org/>") == ["b c.md", "https://example.org/"]


def test_the_address_of_a_reference_stands_in_its_definition():
    markdown = "[one][a], [a][] and [A]\n\n> [x]: other.md\n> [a]:\n>   <b.md> 'title'\n\n[a]: later.md"
    links = read_prose(markdown, "en", FIRST).links
    found = [(link.written, at(markdown, link.mark), at(markdown, link.used)) for link in links[:3]]
    assert found == [("b.md", "b.md", "[one][a]"), ("b.md", "b.md", "[a][]"), ("b.md", "b.md", "[A]")]


def test_a_definition_that_nothing_refers_to_is_found_as_well():
    assert addresses("text\n\n[unused]: b.md") == ["b.md"]


def test_an_image_is_found_with_its_address_and_inside_links_and_images():
    markdown = "x [![alt](a.png)](b.md) ![of [c](d.md)](https://example.org/e.png)"
    assert addresses(markdown) == ["b.md", "a.png", "https://example.org/e.png", "d.md"]
    used = [at(markdown, link.used) for link in read_prose(markdown, "en", FIRST).links]
    assert used[1] == "![alt](a.png)"
    assert used[3] == "[c](d.md)"


def test_a_link_without_an_address_is_marked_where_it_should_stand():
    assert marks("an [a]() link") == [(10, 8)]


def test_of_a_heading_its_words_are_marked():
    markdown = "text\n\n## The *end* ##\n\nSecond\n---"
    prose = read_prose(markdown, "en", FIRST)
    assert [(heading.level, at(markdown, heading.mark)) for heading in prose.headings] == [
        (2, "The *end*"),
        (2, "Second"),
    ]


FORMS = [
    "plain [t]({}) text",
    "- item [t]({})\n  goes on [t]({}) and\n  on",
    "> quoted *[t]({})*\n> > deeper ![t]({})",
    "|a|b|\n|-|-|\n|[t]({})|x \\| [t](<{}>)|",
    "# [t]({}) #",
    "1. one\n\n   two [t]({})\n\n   - three [t]({})",
    "[t][{0}x]\n\n[{0}x]: {0}",
    "two [t](\n{}) lines",
    "`code [t](not.md)` **[t]({} 'title')**",
]


@pytest.mark.slow
@given(st.lists(st.sampled_from(FORMS), max_size=6))
def test_whatever_stands_around_a_link_its_address_is_found(forms):
    names = iter(range(1000))
    blocks = []
    for form in forms:
        name = f"d{next(names)}.md"
        parts = form.split("{}")
        blocks.append(
            form.format(name)
            if "{0}" in form
            else "".join(
                part + (f"d{next(names)}.md" if i < len(parts) - 1 else "") for i, part in enumerate(parts)
            )
        )
    markdown = "\n\n<!-- -->\n\n".join(blocks)
    links = read_prose(markdown, "en", FIRST).links
    assert len({link.written for link in links}) == len(links)
    assert [at(markdown, link.mark) for link in links] == [link.written for link in links]


@pytest.mark.slow
@given(st.text(st.sampled_from(list("[]()<>!|`*#>-: \n\t\\ab.&;\"'")) | st.characters(), max_size=60))
def test_of_any_text_every_mark_stands_in_the_text(markdown):
    lines = markdown.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    prose = read_prose(markdown, "en", FIRST)
    for mark in (*(link.mark for link in prose.links), *(heading.mark for heading in prose.headings)):
        assert FIRST <= mark.line < FIRST + len(lines)
        assert 1 <= mark.column <= len(lines[mark.line - FIRST]) + 1
