"""The search page in a real browser, under a strict policy, at the root of a host and below a folder."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from generator.model import policy
from generator.search import day_of, find_pagefind, seen_digest, shards_of, site_bundle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SCRIPT = Path(__file__).parents[2] / "themes/default/static/search.js"
DISTRUSTFUL = policy.HEADER.replace(policy.TRUSTED, "trusted-types 'none'")
SEARCH_PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title>
<script type="module" src="../static/search.js"></script></head><body>
<form class="search" role="search" data-search action="../search/" method="get" {texts}>
<label for="q">Search for</label> <input type="search" id="q" name="q" autocomplete="off">
<select id="sort" name="sort"><option value="relevance">Relevance</option>
<option value="newest">Newest</option><option value="oldest">Oldest</option></select>
<input type="date" name="from" aria-label="From"><input type="date" name="to" aria-label="To">
<button type="submit">Search</button></form><main>
<p role="status" aria-live="polite" id="search-status"></p>
<div hidden><div id="search-facets"></div></div>
<ol id="search-results"></ol><button id="search-more" type="button" hidden>More results</button>
<div id="search-help" hidden><p data-widen hidden></p><div data-near hidden><ul></ul></div></div></main>
</body></html>"""
TEXTS = {
    "text-loading": "Loading…",
    "text-missing": "Search is not available.",
    "text-failed": "The search failed.",
    "text-all": "Show all",
    "text-clear": "Clear all filters",
    "text-widen": "Search without the filters ({count})",
    "text-none": "No results for “{query}”.",
    "text-one": "{count} result for “{query}”.",
    "text-other": "{count} results for “{query}”.",
    "text-one-all": "{count} result.",
    "text-other-all": "{count} results.",
    "label-source": "Source",
    "label-actor": "Actor",
    "label-kind": "Kind",
    "label-year": "Year",
}
HOSTILE = '&lt;img src=x onerror="document.title=1"&gt;'


def document(number: int) -> bytes:
    kind = "summary" if number % 5 == 0 else "article"
    source = ("BFM TV", "Reuters", "AFP")[number % 3]
    actors = ["SOHR"] + [f"Actor {n:02d}" for n in range(12) if number % (n + 1) == 0]
    filters = "".join(f'<span data-pagefind-filter="actor">{actor}</span>' for actor in actors)
    extra = f"zebra {HOSTILE} &amp;c. stripes" if number == 7 else ""
    # Document 1, neither the first nor the last by date, is the best match.
    toll = "toll " * (30 if number == 1 else 1)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head><body>
<main data-pagefind-body><h1>Document {number} {HOSTILE if number == 7 else ""}</h1>
<p>Aleppo {toll} {extra}</p></main><div data-pagefind-body hidden>{filters}
<span data-pagefind-filter="source" data-pagefind-meta="source">{source}</span>
<span data-pagefind-filter="kind" data-pagefind-meta="kind">{kind}</span>
<span data-pagefind-filter="year">{2023 + number % 2}</span>
<span data-pagefind-sort="date" data-pagefind-meta="date" data-pagefind-filter="day">2024-11-{
        number + 1:02d}</span></div>
</body></html>""".encode()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty-five documents in many shards at `/` and at `/sub/`; at `/none/` a site without search."""
    root = tmp_path_factory.mktemp("host")
    pages = {f"2024/11/{number + 1:02d}/d/index.html": document(number) for number in range(25)}
    shards = shards_of([(path, day_of(path), 1) for path in pages], 4)
    assert len(shards) > 6
    store = tmp_path_factory.mktemp("store")
    bundle = site_bundle(
        shards, lambda path: seen_digest(pages[path]), pages.__getitem__, "en", find_pagefind(), store
    )
    english = " ".join(f'data-{key}="{said}"' for key, said in TEXTS.items())
    page = {
        "search/index.html": SEARCH_PAGE.format(texts=english).encode(),
        "static/search.js": SCRIPT.read_bytes(),
    }
    french = (
        'data-text-none="Rien pour « {query} »" data-text-other="{count} réponses" data-label-source="Média"'
    )
    translated = {"fr/index.html": SEARCH_PAGE.format(texts=french).encode()}
    broken = {path: b"x" if path.endswith(".pf_meta") else data for path, data in bundle.items()}
    for folder, files in (
        ("", {**pages, **bundle, **page, **translated}),
        ("sub/", {**pages, **bundle, **page}),
        ("none/", page),
        ("broken/", {**page, **broken}),
    ):
        for path, content in files.items():
            file = root / folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return root


class StrictHandler(SimpleHTTPRequestHandler):
    """Serves a folder with the policy of a published site."""

    def end_headers(self) -> None:
        # Where a host trusts no address, Pagefind does without its worker; below /sub/ it has one.
        sent = policy.HEADER if self.path.startswith("/sub/") else DISTRUSTFUL
        self.send_header("Content-Security-Policy", sent)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


@pytest.fixture(scope="module")
def host(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(StrictHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    opened = context.new_page()
    opened.set_default_timeout(10_000)
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []


def status(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator("#search-status")).to_have_text(words, timeout=15_000)


def titles(page: Page) -> list[str]:
    return page.locator(".result-title").all_inner_texts()


@pytest.mark.parametrize("under", ["/", "/sub/"])
def test_typing_finds_documents_and_their_links_lead_to_them(page: Page, host: str, under: str) -> None:
    page.goto(f"{host}{under}search/")
    page.locator("#q").press_sequentially("zebra")
    status(page, "1 result for “zebra”.")
    link = page.locator(".result-title")
    assert link.get_attribute("href") == f"{under}2024/11/08/d/"
    link.click()
    expect(page.locator("h1")).to_contain_text("Document 7")


def test_what_a_page_says_is_shown_as_text_and_the_words_found_are_marked(page: Page, host: str) -> None:
    page.goto(f"{host}/search/?q=zebra")
    status(page, "1 result for “zebra”.")
    assert titles(page) == ['Document 7 <img src=x onerror="document.title=1">']
    expect(page.locator(".result-excerpt")).to_contain_text(
        '<img src=x onerror="document.title=1"> &c. stripes'
    )
    assert page.locator(".result-excerpt mark").all_inner_texts() == ["zebra"]
    assert page.locator("#search-results img").count() == 0
    assert page.title() == "Search"
    assert page.locator(".result-meta").inner_text() == "article · 2024-11-08 · Reuters"


def test_results_come_ten_at_a_time_and_the_first_new_one_gets_the_focus(page: Page, host: str) -> None:
    page.goto(f"{host}/search/?q=aleppo")
    status(page, "25 results for “aleppo”.")
    assert len(titles(page)) == 10
    page.locator("#search-more").click()
    expect(page.locator(".result")).to_have_count(20)
    assert page.evaluate("document.activeElement === document.querySelectorAll('.result-title')[10]")
    page.locator("#search-more").click()
    expect(page.locator(".result")).to_have_count(25)
    expect(page.locator("#search-more")).to_be_hidden()
    assert len(set(titles(page))) == 25


def test_results_are_sorted_by_relevance_or_by_date(page: Page, host: str) -> None:
    page.goto(f"{host}/search/?q=toll")
    status(page, "25 results for “toll”.")
    assert titles(page)[0] == "Document 1"
    page.locator("#sort").select_option("newest")
    expect(page.locator(".result-title").first).to_have_text("Document 24")
    assert titles(page) == [f"Document {number}" for number in range(24, 14, -1)]
    page.locator("#sort").select_option("oldest")
    expect(page.locator(".result-title").first).to_have_text("Document 0")
    assert page.url.endswith("?q=toll&sort=oldest")


def test_values_of_one_facet_are_alternatives_and_facets_narrow_each_other(page: Page, host: str) -> None:
    page.goto(f"{host}/search/?q=aleppo")
    status(page, "25 results for “aleppo”.")
    page.get_by_label("BFM TV").check()
    status(page, "9 results for “aleppo”.")
    assert page.evaluate("document.activeElement.value") == "BFM TV"
    expect(page.locator("label", has_text="Reuters").locator(".facet-count")).to_have_text("8")
    page.get_by_label("Reuters").check()
    status(page, "17 results for “aleppo”.")
    page.get_by_label("summary").check()
    status(page, "3 results for “aleppo”.")
    expect(page.locator("label", has_text="AFP").locator(".facet-count")).to_have_text("2")
    assert "source=BFM+TV&source=Reuters&kind=summary" in page.url


def test_everything_is_restored_from_the_address(page: Page, host: str) -> None:
    page.goto(f"{host}/sub/search/?q=aleppo&sort=newest&source=AFP&year=2024")
    status(page, "4 results for “aleppo”.")
    assert titles(page) == ["Document 23", "Document 17", "Document 11", "Document 5"]
    expect(page.locator("#q")).to_have_value("aleppo")
    expect(page.locator("#sort")).to_have_value("newest")
    expect(page.get_by_label("AFP")).to_be_checked()
    page.get_by_label("AFP").uncheck()
    status(page, "12 results for “aleppo”.")
    assert page.url.endswith("?q=aleppo&sort=newest&year=2024")


def test_a_facet_shows_its_eight_greatest_values_until_all_are_asked_for(page: Page, host: str) -> None:
    page.goto(f"{host}/search/")
    page.locator("#q").focus()
    actors = page.locator("fieldset.facet", has=page.locator("legend", has_text="Actor"))
    expect(actors.locator("input")).to_have_count(8)
    expect(actors.locator("label").first).to_have_text(re.compile(r"Actor 00\s+25"))
    actors.get_by_role("button", name="Show all").click()
    expect(actors.locator("input")).to_have_count(13)
    assert page.evaluate("document.activeElement === document.querySelectorAll('[name=actor]')[8]")


def test_a_facet_alone_lists_its_documents(page: Page, host: str) -> None:
    page.goto(f"{host}/search/?kind=summary&sort=oldest")
    status(page, "5 results.")
    assert titles(page)[0] == "Document 0"


def test_escape_clears_the_query(page: Page, host: str) -> None:
    page.goto(f"{host}/search/?q=zebra")
    status(page, "1 result for “zebra”.")
    page.locator("#q").press("Escape")
    expect(page.locator(".result")).to_have_count(0)
    expect(page.locator("#q")).to_have_value("")
    status(page, "")
    assert page.url.endswith("/search/")


def test_a_query_without_results_says_so(page: Page, host: str) -> None:
    page.goto(f"{host}/search/")
    page.locator("#q").fill("xylophone")
    page.locator("#q").press("Enter")
    status(page, "No results for “xylophone”.")
    assert page.url.endswith("?q=xylophone")


def test_an_old_answer_never_replaces_a_newer_one(page: Page, host: str) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/*.pf_fragment", hold)
    page.goto(f"{host}/search/")
    page.locator("#q").fill("zebra")
    with page.expect_request("**/*.pf_fragment"):
        page.locator("#q").press("Enter")
    page.locator("#q").fill("xylophone")
    page.locator("#q").press("Enter")
    status(page, "No results for “xylophone”.")
    with page.expect_response("**/*.pf_fragment"):
        held[0].continue_()
    page.wait_for_timeout(300)
    status(page, "No results for “xylophone”.")
    assert titles(page) == []


def test_results_do_not_wait_for_the_facets(page: Page, host: str) -> None:
    held: list[Route] = []
    holding = True

    def hold(route: Route) -> None:
        if holding:
            held.append(route)
        else:
            route.continue_()

    page.route("**/*.pf_filter", hold)
    page.goto(f"{host}/search/?q=aleppo")
    status(page, "25 results for “aleppo”.")
    assert len(titles(page)) == 10
    expect(page.locator("#search-facets")).to_be_hidden()
    holding = False
    for route in held:
        route.continue_()
    expect(page.locator("label", has_text="Reuters").locator(".facet-count")).to_have_text("8")


@pytest.mark.parametrize(
    ("under", "words"),
    [
        ("/none/", "Search is not available."),
        ("/broken/", "The search failed."),
    ],
)
def test_a_site_without_a_usable_index_says_so(page: Page, host: str, under: str, words: str) -> None:
    page.goto(f"{host}{under}search/?q=aleppo")
    status(page, words)
    expect(page.locator("#search-facets")).to_be_hidden()


def test_the_words_of_the_page_can_be_translated(page: Page, host: str) -> None:
    page.goto(f"{host}/fr/?q=aleppo")
    status(page, "25 réponses")
    expect(page.locator("legend").first).to_have_text("Média")
    page.goto(f"{host}/fr/?q=xylophone")
    status(page, "Rien pour « xylophone »")
