"""The page of all rules in docs/ is the rulebook's own, and leads where it says."""

import re

from generator.rulebook import GROUPS, RULES
from generator.rulebook.blocks import Block, blocks_of, good_blocks_of
from generator.rulebook.page import rules_page
from generator.rulebook.snippets import article, described, fact, summary, text
from tests.archive import ROOT


def test_the_page_in_docs_is_that_of_the_rulebook():
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    assert page == rules_page(), "run: make docs"


def test_every_rule_has_a_heading_and_a_row_in_the_table_of_its_group():
    headings = re.findall(r"^### (.+)$", words_of_page(), re.MULTILINE)
    rows = re.findall(r"^\| \[`([^`]+)`\]\(#\1\)", words_of_page(), re.MULTILINE)
    assert headings == rows == list(RULES)


def test_every_link_within_the_page_leads_to_a_heading():
    page = words_of_page()
    titles = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    headings = {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in titles}
    links = set(re.findall(r"\]\(#([^)]+)\)", page))
    assert len(links) > len(RULES)
    assert links - headings == set()


def test_every_link_to_another_page_leads_to_a_file():
    files = set(re.findall(r"\]\(([^)#]+\.md)", words_of_page()))
    assert files
    assert [file for file in sorted(files) if not (ROOT / "docs" / file).is_file()] == []


def words_of_page() -> str:
    """The page without its examples, which have headings and links of their own."""
    return re.sub(r"^(`{3,})\w*\n.*?^\1$", "", rules_page(), flags=re.MULTILINE | re.DOTALL)


def test_a_rule_is_told_in_whole_sentences():
    told = [(rule.code, words) for rule in RULES.values() for words in (rule.says, rule.why)]
    told += [(group.title, group.about) for group in GROUPS]
    assert [where for where, words in told if not words.endswith((".", "?")) or "  " in words] == []


def test_facts_of_one_file_are_shown_as_a_list_below_its_front_matter():
    shown = blocks_of([article("date: 2024-11-29"), fact("value: 1", "id: a"), fact("value: 2")])
    lines = ["date: 2024-11-29", "facts:", "  - value: 1", "    id: a", "  - value: 2"]
    assert shown == (Block("an article", "\n".join(lines), "yaml"),)


def test_a_single_fact_is_shown_by_itself():
    assert blocks_of([fact("value: 1")]) == (Block("a fact", "value: 1", "yaml"),)


def test_facts_of_two_files_are_shown_apart_with_the_path_of_each():
    shown = blocks_of([fact("value: 1", file="articles/a.md"), fact("value: 2", file="articles/b.md")])
    assert [(block.place, block.text) for block in shown] == [
        ("content/articles/a.md", "facts:\n  - value: 1"),
        ("content/articles/b.md", "facts:\n  - value: 2"),
    ]


def test_a_good_example_leaves_out_what_the_bad_one_has_shown():
    assert [block.place for block in blocks_of(RULES["quote-not-found"].bad)] == ["a fact", "the text"]
    assert [block.place for block in good_blocks_of(RULES["quote-not-found"])] == ["a fact"]


def test_a_summary_and_a_text_are_shown_apart():
    shown = blocks_of([summary("covers: [a]"), text("Words.")])
    assert [(block.place, block.language) for block in shown] == [
        ("a summary", "yaml"),
        ("the text", "markdown"),
    ]


def test_what_no_text_can_show_is_told_in_a_sentence():
    assert blocks_of([described("A whole book.")]) == (Block("a file", "A whole book.", ""),)
