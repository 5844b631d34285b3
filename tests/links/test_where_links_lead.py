"""A link of a text leads from file to file, as in an editor, and on the site from page to page."""

import pytest

from tests.archive import article, examined, md
from tests.links.archive import AROUND, hrefs, linking, links_of

START = "/2024/11/28/start/"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("2024-11-28-start.md", START),
        ("./2024-11-28-start.md", START),
        ("../articles/2024-11-28-start.md", START),
        ("../actors/sohr.md", "/actors/sohr/"),
        ("../sources/paper.md", "/sources/paper/"),
        ("../topics/war.md", "/topics/war/"),
        ("../actors/%73ohr.md", "/actors/sohr/"),
        ("2024-11-28-start.md#how-it-began", f"{START}#h-how-it-began"),
        ("2024-11-28-start.md#How it began", f"{START}#h-how-it-began"),
        ("2024-11-28-start.md#h-how-it-began", f"{START}#h-how-it-began"),
        ("2024-11-28-start.md#fact-killed", f"{START}#fact-killed"),
        ("../actors/sohr.md#what-it-counts", "/actors/sohr/#h-what-it-counts"),
        ("../actors/sohr.md#says", "/actors/sohr/#says"),
        ("/2024/11/28/start/", START),
        ("/2024/11/28/start/#how-it-began", f"{START}#h-how-it-began"),
        ("/2024/11/28/", "/2024/11/28/"),
        ("/", "/"),
        ("/facts/?topic=war#topic-war", "/facts/?topic=war#topic-war"),
        ("/facts/war/killed/#sightings", "/facts/war/killed/#sightings"),
        ("/facts/war/killed.csv", "/facts/war/killed.csv"),
        ("/days/2024-11-28.json", "/days/2024-11-28.json"),
        ("#fact-killed", "#fact-killed"),
        ("#an-end", "#h-an-end"),
    ],
)
def test_an_address_leads_to_its_page(address, href):
    assert hrefs(f"[text](<{address}>)\n\n## An end") == [href]


@pytest.mark.slow
@pytest.mark.parametrize(
    "address",
    [
        "../../content/actors/sohr.md",
        "../../../../etc/passwd.md",
        "..%2f..%2fetc%2fpasswd.md",
        "%2e%2e/%2e%2e/actors/sohr.md",
        "../actors/%2573ohr.md",
        "..\\actors\\sohr.md",
        "../actors/sohr.md%00",
        "../actors/sohr.md?x",
        "../actors/SOHR.md",
        "content/actors/sohr.md",
        "/content/actors/sohr.md",
        "../../../actors/sohr/",
        "../actors/sohr",
        "../site.yaml",
        "//2024/11/28/start/",
        "/\\2024/11/28/start/",
        "/%5c2024/11/28/start/",
        "/2024/11/28/../28/start/",
        "/2024/11/28/start",
        "/assets/style.css",
        "/_headers",
        "/facts/2/",
        "?x=y",
    ],
)
def test_any_other_address_leads_nowhere(address):
    assert hrefs(f"[text](<{address}>)") == [""]


def test_old_addresses_lead_on():
    moved = {"articles/2024-11-27-old.md": article(day="2024-11-27", more="aliases: [/old/path/]")}
    assert hrefs("[text](/old/path/)", moved) == ["/old/path/"]


def test_headings_are_found_by_the_names_that_github_gives_them():
    text = "[a](#whats-new) [b](#whats-new-1) [c](#what-s-new) [d](#سلام)"
    headings = ("## What's new?", "## What's new?", "## سلام")
    assert hrefs("\n\n".join((text, *headings))) == [
        "#h-what-s-new",
        "#h-what-s-new-2",
        "#h-what-s-new",
        "#h-سلام",
    ]


def test_a_link_to_a_place_that_is_not_there_leads_to_the_page():
    assert hrefs("[a](2024-11-28-start.md#gone) [b](#gone)") == [START, ""]


def test_a_link_to_a_file_with_mistakes_is_no_second_mistake():
    broken = {"actors/broken.md": "---\nname: [\n---\n"}
    result = examined(linking("[a](../actors/broken.md)", broken))
    assert [problem.file for problem in result.diagnostics if problem.severity == "error"] == [
        "content/actors/broken.md"
    ]
    assert [link.href for link in result.archive.texts["2024-11-29-edge"].links] == [""]


def test_links_of_profiles_notes_and_topics_are_followed_from_where_they_stand():
    text = "See [the start](../articles/2024-11-28-start.md)."
    archive = examined(
        AROUND
        | {
            "actors/sohr.md": md("name: SOHR\nkind: monitor", text),
            "sources/paper.md": md("name: The Paper\nkind: newspaper", text),
            "topics/war.md": md("title: The war\nmeasures:\n  killed: {label: Killed, unit: people}", text),
        }
    ).archive
    texts = (archive.actors["sohr"].profile, archive.sources["paper"].note, archive.topics["war"].text)
    assert [[link.href for link in text.links] for text in texts] == [[START]] * 3


def test_a_text_may_stand_in_a_folder_of_its_own():
    deep = {
        "articles/2024/11/2024-11-27-deep.md": article(day="2024-11-27", body="[up](../../../actors/sohr.md)")
    }
    assert hrefs("[down](2024/11/2024-11-27-deep.md)", deep) == ["/2024/11/27/deep/"]
    text = examined(linking("", deep)).archive.texts["2024-11-27-deep"]
    assert [link.href for link in text.links] == ["/actors/sohr/"]


def test_a_link_with_nothing_in_it_shows_its_address_only_if_it_leads_somewhere():
    assert [(link.bare, link.href) for link in links_of("[](/facts/) [](gone.md)")] == [
        (True, "/facts/"),
        (True, ""),
    ]
