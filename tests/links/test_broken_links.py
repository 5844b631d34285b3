"""What an editor is told of links that lead nowhere, and what a reader then sees."""

from generator.asked import Options
from generator.render.weave import weave
from tests.archive import article, examined, md
from tests.links.archive import AROUND, DRAFT, HERE, linking, links_of, told


def test_a_file_that_is_not_there_is_an_error_with_the_one_that_was_meant():
    assert told("so [it began](2024-11-28-strat.md#how-it-began)") == [
        "15 broken-link: there is no file 2024-11-28-strat.md "
        '(did you mean "2024-11-28-start.md#how-it-began"?)'
    ]
    assert told("[SOHR](sohr.md)") == [
        '8 broken-link: there is no file sohr.md (did you mean "../actors/sohr.md"?)'
    ]
    assert told("[x](../actors/entirely-else.md)") == [
        "5 broken-link: there is no file ../actors/entirely-else.md "
        "(write the path from this file: ../actors/sohr.md)"
    ]


def test_a_page_that_is_not_there_is_an_error_with_the_one_that_was_meant():
    assert told("[x](/2024/11/28/strat/)") == [
        '5 broken-link: this site has no page /2024/11/28/strat/ (did you mean "/2024/11/28/start/"?)'
    ]
    assert told("[x](/facts)") == ['5 broken-link: this site has no page /facts (did you mean "/facts/"?)']


def test_an_address_that_is_none_says_what_an_address_is():
    assert told("[x]() [y](www.example.org) [z](page.html) [up](../../x.md)") == [
        "5 broken-link: this link has no address (write one between the round brackets)",
        '11 broken-link: www.example.org is no file of this archive (write "https://www.example.org")',
        "32 broken-link: page.html is no file of this archive "
        "(write the whole address, with https:// before it)",
        "48 broken-link: this address leaves content/ (write the path from this file: ../actors/sohr.md)",
    ]


def test_a_heading_or_figure_that_is_not_there_is_a_warning():
    assert told("[x](2024-11-28-start.md#how-it-begann) [y](#fact-kiled)") == [
        '5 broken-anchor: content/articles/2024-11-28-start.md has no heading and no figure "how-it-begann" '
        '(did you mean "#how-it-began"?)',
        '44 broken-anchor: this text has no heading and no figure "fact-kiled" '
        '(did you mean "#fact-killed"?)',
    ]


def test_other_schemes_and_hosts_in_disguise_are_a_warning():
    text = (
        "[a](ftp://x.example/) [b](//x.example/) [c](https:x) <tel:1> [d](a\\\\b.md) [e](https://a@x.example)"
    )
    assert [line.partition(" (")[0] for line in told(text)] == [
        '5 link-not-followed: addresses of "ftp:" are not followed',
        "27 link-not-followed: an address that begins with // is not followed",
        "45 link-not-followed: this is not the whole address of a web page",
        '55 link-not-followed: addresses of "tel:" are not followed',
        "66 link-not-followed: an address with a backslash is not followed",
        "79 link-not-followed: an address with a name before the @ is not followed",
    ]


def test_a_link_to_a_draft_is_its_words_and_gives_nothing_away():
    text = (
        "All of it [is told here](2024-11-30-secret.md 'Hidden') "
        "[](/2024/11/30/secret/)[](2024-11-30-secret.md)"
    )
    assert [line.partition(":")[0] for line in told(text)] == [
        "26 link-to-unpublished",
        "60 link-to-unpublished",
        "83 link-to-unpublished",
    ]
    page = str(weave(examined(linking(text)).archive.texts["2024-11-29-edge"], (), str))
    assert page.endswith("<p>All of it is told here </p>")
    assert "ecret" not in page
    assert "idden" not in page


def test_a_link_to_a_draft_leads_there_where_drafts_are_shown():
    shown = links_of("[x](2024-11-30-secret.md)", options=Options(drafts=True))
    assert [link.href for link in shown] == ["/2024/11/30/secret/"]


def test_who_looks_back_is_told_nothing_of_later_days(tmp_path):
    later = {DRAFT: article(day="2024-11-30")}
    options = Options(as_of=examined(AROUND).archive.documents[0].day.replace(day=29))
    assert told("[x](2024-11-30-secret.md)", later, options) == []
    assert [link.href for link in links_of("[x](2024-11-30-secret.md)", later, options)] == [""]


def test_links_of_profiles_are_checked_as_well():
    files = AROUND | {"actors/sohr.md": md("name: SOHR\nkind: monitor", "See\n[it](gone.md).")}
    found = [problem for problem in examined(files).diagnostics if problem.code == "broken-link"]
    assert [(problem.file, problem.mark.line, problem.mark.column) for problem in found] == [
        ("content/actors/sohr.md", 7, 6)
    ]


def test_an_image_says_what_it_shows_and_a_heading_leaves_no_level_out():
    assert [
        line.partition(" (")[0]
        for line in told("a ![](https://x.example/y.png)\n\n#### Deep\n\n##### Deeper")
    ] == [
        "3 image-without-alt: this image says nothing to those who do not see it",
        "6 heading-skips: #### at the beginning leaves out a level",
    ]
    assert told("# One\n\n## Two\n\n### Three\n\n## Two\n\n# One") == []
    assert told("## Two\n\n### Three\n\n## Two\n\n# One") == [
        "4 heading-skips: ## at the beginning leaves out a level (write #)"
    ]


def test_a_rule_that_is_off_leaves_no_link_that_leads_nowhere():
    site = {"site.yaml": AROUND["site.yaml"] + "checks: {broken-link: off}\n"}
    assert told("[x](gone.md)", site) == []
    assert [link.href for link in links_of("[x](gone.md)", site)] == [""]
    assert HERE in linking("")
