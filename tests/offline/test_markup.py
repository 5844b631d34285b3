"""How a page of the site becomes a page of the copy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.offline.markup import POLICY, Rewriter
from generator.offline.scripts import classic
from generator.offline.ways import Ways

FILES = {
    "index.html",
    "2024/11/29/index.html",
    "2024/11/29/news/index.html",
    "facts/index.html",
    "facts/war/killed.csv",
    "assets/style.12345678.css",
    "assets/read.12345678.js",
    "files/a map é.png",
}
HERE = "2024/11/29/news/index.html"


def copied(markup: str, file: str = HERE, base_url: str = "https://example.org/archive/") -> str:
    return Rewriter(markup, Ways(file, FILES, base_url)).rewritten


@pytest.mark.parametrize(
    ("address", "now"),
    [
        ("../", "../index.html"),
        ("./", "index.html"),
        ("../../../../", "../../../../index.html"),
        ("../../../../facts/?topic=war#killed", "../../../../facts/index.html?topic=war#killed"),
        ("../../../../facts", "../../../../facts/index.html"),
        ("../../../../facts/war/killed.csv", "../../../../facts/war/killed.csv"),
        ("../../../../files/a%20map%20%C3%A9.png", "../../../../files/a%20map%20%C3%A9.png"),
        ("#fact-killed", "#fact-killed"),
        ("https://example.net/a/", "https://example.net/a/"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("../../../../feed.xml", "https://example.org/archive/feed.xml"),
        ("../../../../2031/", "https://example.org/archive/2031/"),
    ],
)
def test_a_link_leads_to_a_file_of_the_copy_or_to_the_published_site(address: str, now: str) -> None:
    assert copied(f'<a href="{address}">x</a>') == f'<a href="{now}">x</a>'


def test_the_home_page_leads_to_itself_and_to_others() -> None:
    page = '<a href="./">a</a><a href="2024/11/29/">b</a>'
    assert copied(page, "index.html") == '<a href="index.html">a</a><a href="2024/11/29/index.html">b</a>'


def test_what_is_not_changed_stays_to_the_letter() -> None:
    page = (
        "<!doctype html>\n<P  class='a b'>5 &lt; 6 &amp c<br/><!-- <a href='../'> --></P><svg viewBox='0'/>"
    )
    assert copied(page) == page


def test_an_attribute_is_written_so_that_it_means_the_same() -> None:
    page = """<a title='say "no" &amp; go' href="../" hidden>x</a>"""
    assert copied(page) == '<a title="say &quot;no&quot; &amp; go" href="../index.html" hidden>x</a>'


def test_a_script_goes_along_only_if_the_theme_says_so_and_is_no_module_then() -> None:
    page = (
        '<script type="module" data-offline src="../../../../assets/read.12345678.js"></script>'
        '<script type="module" src="../../../../assets/other.12345678.js"></script>'
        '<script src="../../../../assets/other.12345678.js"></script>'
        '<script type="application/ld+json">{"url": "<a href=../>"}</script>'
    )
    assert copied(page) == (
        '<script defer src="../../../../assets/read.12345678.js"></script>'
        '<script type="application/ld+json">{"url": "<a href=../>"}</script>'
    )


def test_a_theme_has_words_for_the_copy_and_parts_that_do_not_go_along() -> None:
    page = (
        '<div data-offline="out"><div>a</div><template>b</template></div>'
        "<template data-offline><p>c <template>d</template></p></template>"
        '<input data-offline="out"><p>e</p>'
    )
    assert copied(page) == "<p>c <template>d</template></p><p>e</p>"


def test_links_of_a_template_that_stays_one_are_links_of_the_copy_as_well() -> None:
    page = '<template><a href="../">a</a></template>'
    assert copied(page) == '<template><a href="../index.html">a</a></template>'


def test_nothing_is_fetched_ahead_or_installed() -> None:
    page = (
        '<link rel="manifest" href="../../../../manifest.webmanifest">'
        '<link rel="alternate" type="application/atom+xml" href="../../../../feed.xml">'
        '<link rel="canonical" href="https://example.org/archive/2024/11/29/news/">'
        '<link rel="stylesheet" href="../../../../assets/style.12345678.css">'
    )
    assert copied(page) == (
        '<link rel="canonical" href="https://example.org/archive/2024/11/29/news/">'
        '<link rel="stylesheet" href="../../../../assets/style.12345678.css">'
    )


def test_the_policy_and_an_old_address_that_leads_on_are_those_of_the_copy() -> None:
    page = (
        '<meta http-equiv="Content-Security-Policy" content="default-src &#39;self&#39;">'
        '<meta http-equiv="refresh" content="0; url=../">'
    )
    policy = POLICY.replace("'", "&#x27;")
    assert copied(page) == (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta http-equiv="refresh" content="0; url=../index.html">'
    )


@pytest.mark.slow
@given(st.text(alphabet="<>/=\"' \nab&;!-", max_size=60))
def test_no_text_between_tags_is_lost(text: str) -> None:
    """Whatever a page holds, what stands before and after a link is still there."""
    page = f'<p>begin</p><a href="../">x</a>{text}'
    assert copied(page).startswith('<p>begin</p><a href="../index.html">x</a>')


def test_a_module_becomes_a_script_with_names_of_its_own_that_knows_its_address() -> None:
    script = classic(b"const a = new URL('..', import.meta.url);\nawait a;\n").decode()
    assert script.startswith('(async (importMeta) => {\n"use strict";\n')
    assert "new URL('..', importMeta.url);\nawait a;\n" in script
    assert script.endswith("})({ url: document.currentScript.src });\n")
