"""What the preview shows beside a page: mistakes, warnings, changed pages, drafts, why a figure stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.preview.fakeserver import HOST, FakePreview, diagnostic, html, reading, serving, soon

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOCUMENT = "/2024/11/29/car-bombs-open-assault-on-aleppo/"
KILLED = "2024-11-29-car-bombs-open-assault-on-aleppo#killed"
WARNING = diagnostic(
    severity="warning", code="loose-name", message="may mean HTS", file="content/w.md", line=7
)
EXPLAINED: dict[str, object] = {
    "id": KILLED,
    "printed": "at least 121",
    "interval": "[121, ∞)",
    "origin": {"named": "SOHR", "speaks_for": None, "origin": "Syrian Observatory for Human Rights"},
    "as_of": "29 November 2024",
    "counts": True,
    "current": False,
    "findings": [
        {
            "name": "stale",
            "label": "stale print",
            "because": "The same origin had already given at least 240 for this day.",
            "facts": [KILLED, "2024-11-29-offensive-closes-in-on-aleppo#killed"],
        }
    ],
}


@pytest.fixture
def fake(sample_site: Path) -> Iterator[FakePreview]:
    with serving(FakePreview(sample_site)) as served:
        served.pages["/a/"] = html("<h1>A title</h1><p>The last good page.</p>")
        yield served


def ours(page: Page, selector: str) -> Locator:
    return page.locator(f"{HOST} {selector}")


def test_a_mistake_is_shown_over_the_last_good_page_and_goes_when_it_is_mended(
    chromium: Browser, fake: FakePreview
) -> None:
    with reading(chromium, fake, "/a/") as page:
        overlay = ours(page, ".overlay")
        expect(overlay).to_be_hidden()
        fake.errors = [diagnostic()]
        fake.tell("problems")
        expect(overlay).to_be_visible()
        expect(overlay).to_have_accessible_name("1 mistake to mend")
        for words in (
            "no actor has the id",
            "unknown-actor",
            "content/articles/edge.md:14:19",
            "did you mean",
        ):
            expect(overlay).to_contain_text(words)
        assert ours(page, ".overlay mark").inner_text() == "SOHRR"
        expect(page.get_by_text("The last good page.", exact=True)).to_be_visible()
        fake.errors = []
        fake.tell("problems")
        expect(overlay).to_be_hidden()
        expect(ours(page, ".to-errors")).to_be_hidden()


@pytest.mark.parametrize(
    ("excerpt", "column", "length", "marked"),
    [
        ("    according_to: SOHRR", 19, 5, "SOHRR"),
        ("\tactors:\t[名前, SOHRR]", 15, 5, "SOHRR"),
        ("title: 日本語の題名", 11, 2, "の題"),
        ("title: 🕊️🕊️ peace", 13, 5, "peace"),
        ("quote: المرصد السوري", 8, 6, "المرصد"),
        ("title:", 8, 1, "\u00a0"),
        ("x" * 3000 + "SOHRR", 3001, 5, "SOHRR"),
    ],
    ids=["plain", "tabs and wide", "wide", "pairs", "right to left", "after the end", "far right"],
)
def test_the_mark_stands_under_the_very_characters(
    chromium: Browser, fake: FakePreview, excerpt: str, column: int, length: int, marked: str
) -> None:
    fake.errors = [diagnostic(excerpt=excerpt, column=column, length=length)]
    with reading(chromium, fake, "/a/") as page:
        mark = ours(page, ".overlay mark")
        assert mark.text_content() == marked
        assert ours(page, ".overlay code").text_content() == excerpt + ("" if marked in excerpt else marked)
        seen = """mark => {
          const [own, box] = [mark, mark.closest("pre")].map((one) => one.getBoundingClientRect());
          const gutter = box.left + mark.closest("pre").firstChild.offsetWidth;
          return own.width > 0 && own.left >= gutter - 1 && own.right <= box.right + 1;
        }"""
        soon(lambda: mark.evaluate(seen), page)  # it is scrolled to in the next frame


def test_hostile_text_is_text(chromium: Browser, fake: FakePreview) -> None:
    hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script>\u202etxet\x07'
    said = diagnostic(
        message=hostile, hint=hostile, excerpt=hostile, file=f"content/{hostile}.md", code=hostile, column=3
    )
    fake.errors, fake.warnings = [said], [{**said, "severity": "warning"}]
    fake.changed = [{"path": "/a/", "title": hostile, "file": hostile}]
    fake.drafts["/a/"] = hostile
    fake.facts[KILLED] = {**EXPLAINED, "printed": hostile}
    with reading(chromium, fake, "/a/") as page:
        ours(page, ".to-warnings").click()
        expect(ours(page, ".panel")).to_contain_text("<img src=x")
        expect(ours(page, ".message").first).to_contain_text("\ufffdtxet\ufffd")
        ours(page, ".to-changed").click()
        expect(ours(page, ".panel")).to_contain_text("<img src=x")
        for name in ("img", "script"):
            expect(ours(page, name)).to_have_count(0)
        assert page.title() == "A page"


def test_escape_hides_the_mistakes_until_the_next_change_and_leaves_the_page_alone(
    chromium: Browser, fake: FakePreview
) -> None:
    fake.pages["/a/"] = html('<input id="q" type="search">')
    fake.errors = [diagnostic()]
    with reading(chromium, fake, "/a/") as page:
        overlay = ours(page, ".overlay")
        expect(overlay).to_be_visible()
        page.fill("#q", "typed")
        page.keyboard.press("Escape")
        expect(overlay).to_be_hidden()
        assert page.input_value("#q") == "typed"
        expect(page.locator("#q")).to_be_focused()
        ours(page, ".to-errors").click()
        expect(overlay).to_be_visible()
        page.keyboard.press("Escape")
        fake.tell("problems")
        expect(overlay).to_be_visible()


def test_the_focus_stays_where_somebody_types(chromium: Browser, fake: FakePreview) -> None:
    fake.pages["/a/"] = html('<input id="q" type="search">')
    with reading(chromium, fake, "/a/") as page:
        page.focus("#q")
        page.keyboard.type("on")
        fake.errors = [diagnostic()]
        fake.tell("problems")
        expect(ours(page, ".overlay")).to_be_visible()
        page.keyboard.type("ward")
        assert page.input_value("#q") == "onward"
        expect(ours(page, "[role=status]")).to_contain_text("1 mistake to mend")


def test_a_click_on_a_place_opens_the_editor(chromium: Browser, fake: FakePreview) -> None:
    fake.pages["/editor/"] = html("<p>The editor.</p>")
    fake.place = {"file": "content/articles/edge.md", "line": 14, "column": 19, "url": f"{fake.base}/editor/"}
    fake.errors = [diagnostic()]
    with reading(chromium, fake, "/a/") as page:
        ours(page, ".overlay .place").click()
        expect(page.get_by_text("The editor.")).to_be_visible()
        asked = fake.asked("/-/place")[0]
        assert "file=content%2Farticles%2Fedge.md&line=14&column=19" in asked


def test_warnings_wait_behind_a_button_that_counts_them(chromium: Browser, fake: FakePreview) -> None:
    fake.warnings = [WARNING, {**WARNING, "line": 9}]
    with reading(chromium, fake, "/a/") as page:
        button, panel = ours(page, ".to-warnings"), ours(page, ".panel")
        expect(button).to_have_text("2 warnings")
        expect(panel).to_be_hidden()
        button.press("Enter")
        expect(panel).to_have_accessible_name("Warnings")
        expect(ours(page, ".panel .place")).to_have_text(["content/w.md:7:19", "content/w.md:9:19"])
        expect(panel).to_contain_text("may mean HTS")
        expect(panel).to_contain_text("did you mean")
        expect(button).to_have_attribute("aria-expanded", "true")
        page.reload()
        expect(panel).to_be_visible()
        ours(page, ".panel header button").focus()
        page.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        expect(button).to_be_focused()
        page.reload()
        expect(button).to_be_visible()
        page.wait_for_timeout(100)
        expect(panel).to_be_hidden()
        button.click()
        fake.warnings = []
        fake.tell("problems")
        expect(panel).to_be_hidden()
        expect(button).to_be_hidden()


def test_after_a_save_elsewhere_the_page_of_the_file_is_offered_and_gone_to_only_by_a_click(
    chromium: Browser, fake: FakePreview
) -> None:
    fake.pages["/b/"] = html("<p>Another page.</p>")
    with reading(chromium, fake, "/a/") as page:
        fake.changed = [{"path": "/b/", "title": "The other page", "file": "content/b.md"}]
        fake.write("/b/", html("<p>Another page, changed.</p>"), "content/b.md")
        expect(ours(page, ".note")).to_contain_text("content/b.md was saved.")
        page.wait_for_timeout(300)
        assert page.url.endswith("/a/")
        page.get_by_role("button", name="Go to its page").click()
        expect(page.get_by_text("Another page, changed.")).to_be_visible()


def test_the_changed_pages_are_listed_with_their_files(chromium: Browser, fake: FakePreview) -> None:
    fake.changed = [
        {"path": "/b/", "title": "The other page", "file": "content/b.md"},
        {"path": "/a/", "title": "This page", "file": "content/a.md"},
    ]
    with reading(chromium, fake, "/a/") as page:
        ours(page, ".to-changed").click()
        links = ours(page, ".changed a")
        expect(links).to_have_text(["The other page", "This page"])
        expect(links.last).to_have_attribute("aria-current", "page")
        expect(ours(page, ".changed .file")).to_have_text(["content/b.md", "content/a.md"])
        fake.pages["/b/"] = html("<p>Another page.</p>")
        links.first.click()
        expect(page.get_by_text("Another page.")).to_be_visible()


def test_the_page_of_the_saved_file_is_offered_when_this_page_changed_with_it(
    chromium: Browser, fake: FakePreview
) -> None:
    with reading(chromium, fake, "/a/") as page:
        fake.changed = [{"path": "/b/", "title": "The other page", "file": "content/b.md"}]
        fake.write("/a/", html("<p>Follows the other.</p>"), "content/b.md")
        expect(page.get_by_text("Follows the other.")).to_be_visible()
        expect(ours(page, ".note")).to_contain_text("content/b.md was saved.")


def test_drafts_carry_a_ribbon_until_they_are_published(chromium: Browser, fake: FakePreview) -> None:
    fake.drafts["/a/"] = "Embargoed until 2 December 2024"
    with reading(chromium, fake, "/a/") as page:
        expect(ours(page, ".draft")).to_have_text("Embargoed until 2 December 2024")
        expect(ours(page, ".stripe")).to_be_visible()
        fake.drafts.clear()
        fake.write("/a/", html("<p>Out now.</p>"))
        expect(ours(page, ".draft")).to_be_hidden()
        expect(ours(page, ".stripe")).to_be_hidden()


def test_why_beside_a_figure_shows_how_it_was_judged(chromium: Browser, fake: FakePreview) -> None:
    fake.facts[KILLED] = EXPLAINED
    with reading(chromium, fake, DOCUMENT) as page:
        page.locator("#fact-killed").hover()
        ours(page, ".why").click()
        panel = ours(page, ".panel")
        for words in (
            "at least 121",
            "[121, ∞)",
            "SOHR → Syrian Observatory",
            "29 November 2024",
            "stale print",
        ):
            expect(panel).to_contain_text(words)
        expect(panel).to_contain_text("The same origin had already given at least 240")
        expect(ours(page, ".panel .findings .place")).to_have_text(
            ["2024-11-29-offensive-closes-in-on-aleppo#killed"]
        )
        fake.facts[KILLED] = {**EXPLAINED, "printed": "at least 122"}
        fake.tell("changed", pages=[], styles=[], file="")
        expect(panel).to_contain_text("at least 122")


def test_a_figure_in_a_table_of_another_page_is_judged_by_its_own_document(
    chromium: Browser, fake: FakePreview
) -> None:
    fake.facts["2024-11-30-half-of-aleppo-taken#killed"] = {**EXPLAINED, "printed": "277"}
    with reading(chromium, fake, "/facts/") as page:
        page.get_by_role("link", name="277", exact=True).focus()
        page.keyboard.press("?")
        expect(ours(page, ".panel")).to_contain_text("277")


def test_a_document_whose_id_its_address_does_not_tell_is_found_in_the_data_of_its_day(
    chromium: Browser, fake: FakePreview
) -> None:
    site = fake.site
    assert site is not None
    id = "edge-of-the-city#killed"
    text = (site / "days/2024-11-29.json").read_text()
    fake.pages["/days/2024-11-29.json"] = text.replace(f'"id": "{KILLED}"', f'"id": "{id}"')
    fake.facts[id] = {**EXPLAINED, "id": id}
    with reading(chromium, fake, DOCUMENT) as page:
        page.locator("#fact-killed").hover()
        ours(page, ".why").click()
        expect(ours(page, ".panel")).to_contain_text(id)


def test_all_figures_of_a_page_can_be_reached_without_a_mouse(chromium: Browser, fake: FakePreview) -> None:
    fake.facts[KILLED] = EXPLAINED
    with reading(chromium, fake, DOCUMENT, width=390) as page:
        ours(page, ".to-facts").press("Enter")
        expect(ours(page, ".facts button")).to_have_count(
            page.evaluate(
                "new Set([...document.querySelectorAll('main [id^=fact-], main a[href*=\"#fact-\"]')]"
                ".map(one => one.href ?? location.href + '#' + one.id)).size"
            )
        )
        ours(
            page,
            ".facts button",
        ).get_by_text("at least 121").press("Enter")
        expect(ours(page, ".panel")).to_contain_text("stale print")
        page.keyboard.press("Escape")
        expect(ours(page, ".to-facts")).to_be_focused()


@pytest.mark.parametrize(
    ("selector", "wanted"),
    [
        ("h2#h-inside-the-city", {"id": "h-inside-the-city", "text": "Inside the city"}),
        (".prose p >> nth=2", {"id": "", "text": "Hayat Tahrir al-Sham (HTS), the main force"}),
        ("#fact-began", {"id": "fact-began", "page": DOCUMENT}),
        (".support a >> nth=0", {"id": "fact-places-taken", "page": "offensive-closes-in-on-aleppo/"}),
        (".facts-of-document tr:has-text('at least 121') th a", {"id": "fact-killed"}),
    ],
    ids=["heading", "paragraph", "fact", "link to a fact", "table row"],
)
def test_alt_click_asks_where_it_is_written_and_goes_there(
    chromium: Browser, fake: FakePreview, selector: str, wanted: dict[str, str]
) -> None:
    url = "vscode://file/archive/content/articles/a.md:14:5"
    fake.place = {"file": "content/articles/a.md", "line": 14, "column": 5, "url": url}
    with reading(chromium, fake, DOCUMENT) as page:
        went: list[str] = []
        session = page.context.new_cdp_session(page)
        session.on("Page.frameRequestedNavigation", lambda event: went.append(event["url"]))
        session.send("Page.enable")
        page.locator(selector).first.click(modifiers=["Alt"], position={"x": 4, "y": 6})
        soon(lambda: bool(went), page)
        assert went == [url]
        query = page.evaluate(
            "asked => Object.fromEntries(new URL(asked, location).searchParams)", fake.asked("/-/place")[0]
        )
        for key, value in wanted.items():
            assert value in query[key]
            assert value or not query[key]
        assert page.url.endswith(DOCUMENT)


def test_a_plain_click_goes_where_the_link_leads(chromium: Browser, fake: FakePreview) -> None:
    with reading(chromium, fake, DOCUMENT) as page:
        page.locator(".facts-of-document th a").first.click()
        expect(page).to_have_url(f"{fake.base}/facts/aleppo-offensive/killed/")
        assert fake.asked("/-/place") == []


def test_where_no_editor_is_set_the_place_is_told(chromium: Browser, fake: FakePreview) -> None:
    fake.place = {"file": "content/a.md", "line": 3, "column": 1, "url": ""}
    with reading(chromium, fake, "/a/") as page:
        page.locator("h1").click(modifiers=["Alt"])
        expect(ours(page, ".note")).to_contain_text("content/a.md:3:1")
        fake.place = None
        page.locator("h1").click(modifiers=["Alt"])
        expect(ours(page, ".note")).to_contain_text("not known")


def test_an_address_that_would_run_script_is_not_gone_to(chromium: Browser, fake: FakePreview) -> None:
    fake.place = {"file": "content/a.md", "line": 3, "column": 1, "url": "java\tscript:document.title='x'"}
    with reading(chromium, fake, "/a/") as page:
        page.locator("h1").click(modifiers=["Alt"])
        soon(lambda: bool(fake.asked("/-/place")), page)
        page.wait_for_timeout(100)
        assert page.title() == "A page"


def test_the_preview_moves_nothing_and_is_not_printed(chromium: Browser, fake: FakePreview) -> None:
    fake.errors, fake.warnings = [diagnostic()], [WARNING]
    with reading(chromium, fake, DOCUMENT) as page:
        where = "[...document.querySelectorAll('main *')].map((one) => one.getBoundingClientRect().top)"
        expect(ours(page, ".overlay")).to_be_visible()
        with_preview = page.evaluate(where)
        assert page.locator("html > *").count() == 3
        page.evaluate(f"document.querySelector('{HOST}').remove()")
        assert page.evaluate(where) == with_preview
        page.reload()
        expect(ours(page, ".overlay")).to_be_visible()
        page.emulate_media(media="print")
        for part in (".overlay", ".dock"):
            expect(ours(page, part)).to_be_hidden()


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_everything_fits_on_the_screen(chromium: Browser, fake: FakePreview, width: int) -> None:
    fake.errors = [diagnostic(), diagnostic(message="word" * 80, excerpt="y" * 400)]
    fake.warnings, fake.drafts["/a/"] = [WARNING] * 12, "Embargoed until 2 December 2024, 08:00"
    fake.changed = [{"path": "/b/", "title": "The other page", "file": "content/b.md"}]
    with reading(chromium, fake, "/a/", width) as page:
        for part in (".overlay", ".dock", ".panel"):
            if part == ".panel":
                page.keyboard.press("Escape")
                ours(page, ".to-warnings").click()
                page.wait_for_timeout(200)
            box = ours(page, part).bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["y"] >= 0
            assert box["x"] + box["width"] <= width
            assert box["y"] + box["height"] <= 800
        assert page.evaluate("document.documentElement.scrollWidth") <= width
