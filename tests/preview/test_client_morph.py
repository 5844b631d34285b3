"""What a change does to a page that is being read: what changed changes, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.preview.fakeserver import STRICT, FakePreview, html, reading, serving, soon

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOCUMENT = "/2024/11/29/car-bombs-open-assault-on-aleppo/"
LONG = "".join(f"<p>Paragraph {n} of a long text.</p>" for n in range(120))


@pytest.fixture
def fake(sample_site: Path) -> Iterator[FakePreview]:
    with serving(FakePreview(sample_site)) as served:
        yield served


def page_file(site: Path | None, path: str) -> str:
    assert site is not None
    return (site / path.strip("/") / "index.html").read_text()


def keep(page: Page, selector: str) -> None:
    """Mark an element as only its own node can be."""
    page.evaluate("selector => { document.querySelector(selector).mine = true }", selector)


def kept(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.querySelector(selector)?.mine === true", selector))


def test_the_text_changes_and_what_the_reader_did_stays(chromium: Browser, fake: FakePreview) -> None:
    body = (
        '<label for="q">Search</label><input id="q" type="search"><input name="plain">'
        '<select><option value="a">A</option><option value="b">B</option></select>'
        "<details><summary>More</summary><p>Within.</p></details><p>Before.</p>" + LONG
    )
    fake.pages["/a/"] = html(body)
    with reading(chromium, fake, "/a/") as page:
        page.fill("[name=plain]", "typed")
        page.fill("#q", "Aleppo offensive")
        page.select_option("select", "b")
        page.click("summary")
        page.evaluate("document.documentElement.dataset.theme = 'dark'")
        page.evaluate("scrollTo({ top: 700, behavior: 'instant' })")
        page.evaluate("q.focus({ preventScroll: true }); q.setSelectionRange(2, 6)")
        keep(page, "#q")
        new = body.replace("Before.", "After.").replace(
            'value="a">A', 'value="x">X</option><option value="a">A'
        )
        fake.write("/a/", html(new, title="Another title"))
        expect(page.get_by_text("After.")).to_have_count(1)
        assert page.title() == "Another title"
        assert page.evaluate("scrollY") == 700
        assert page.evaluate("[document.activeElement.id, q.selectionStart, q.selectionEnd]") == ["q", 2, 6]
        assert page.input_value("#q") == "Aleppo offensive"
        assert page.input_value("[name=plain]") == "typed"
        assert page.input_value("select") == "b"
        assert page.evaluate("document.querySelector('details').open")
        assert page.evaluate("document.documentElement.dataset.theme") == "dark"
        assert kept(page, "#q")
        assert len(fake.asked("/a/")) == 2


def test_what_is_read_does_not_move_when_something_is_written_above_it(
    chromium: Browser, fake: FakePreview
) -> None:
    fake.pages["/a/"] = html(LONG)
    with reading(chromium, fake, "/a/") as page:
        page.evaluate("scrollTo({ top: 900, behavior: 'instant' })")
        at = "document.querySelectorAll('p')[INDEX].getBoundingClientRect().top"
        before = page.evaluate(at.replace("INDEX", "40"))
        page.evaluate("document.querySelectorAll('p')[40].mine = true")
        fake.write("/a/", html("<p>New and first.</p>" * 3 + LONG))
        expect(page.locator("main p")).to_have_count(123)
        page.wait_for_timeout(50)
        assert page.evaluate("document.querySelectorAll('p')[43].mine")
        assert abs(page.evaluate(at.replace("INDEX", "43")) - before) <= 1


def test_an_open_part_stays_with_its_own_row(chromium: Browser, fake: FakePreview) -> None:
    row = "<tr><td><details><summary>{0}</summary><p>Why {0}.</p></details></td></tr>"
    table = "<table><tbody>{}</tbody></table>"
    fake.pages["/a/"] = html(table.format(row.format("one") + row.format("two")))
    with reading(chromium, fake, "/a/") as page:
        page.click("summary >> text=two")
        fake.write("/a/", html(table.format(row.format("zero") + row.format("one") + row.format("two"))))
        expect(page.get_by_text("zero", exact=True)).to_be_visible()
        assert page.locator("details[open] summary").all_inner_texts() == ["two"]


def test_what_a_script_added_stays(chromium: Browser, fake: FakePreview) -> None:
    fake.pages["/a.js"] = (
        "const box = document.createElement('div'); box.textContent = 'made here';"
        "document.querySelector('main').prepend(box);"
        "document.querySelector('form').hidden = false;"
        "const item = document.createElement('li'); item.textContent = 'third';"
        "document.querySelector('ul').append(item);"
    )
    script = '<script type="module" src="/a.js"></script>'
    body = "<form hidden><button>Go</button></form><div>One</div><ul><li>first</li></ul>"
    fake.pages["/a/"] = html(body, script)
    with reading(chromium, fake, "/a/") as page:
        expect(page.get_by_text("made here")).to_be_visible()
        new = body.replace("Go", "Went").replace("One", "Two").replace("</li>", "</li><li>second</li>")
        fake.write("/a/", html(new, script))
        expect(page.get_by_role("button", name="Went")).to_be_visible()
        assert page.locator("main > div").all_inner_texts() == ["made here", "Two"]
        assert set(page.locator("li").all_inner_texts()) == {"first", "second", "third"}
        assert page.locator("[id^=dateline-pin]").count() == 0


def test_a_change_elsewhere_asks_for_nothing(chromium: Browser, fake: FakePreview) -> None:
    fake.pages["/a/"] = html("<p>Here.</p>")
    with reading(chromium, fake, "/a/") as page:
        page.wait_for_timeout(200)
        before = len(fake.requests)
        fake.write("/b/", html("<p>There.</p>"), "content/b.md")
        expect(page.locator(".note")).to_contain_text("content/b.md was saved.")
        page.wait_for_timeout(200)
        assert len(fake.requests) == before


def test_a_change_that_names_no_page_is_taken_for_ours(chromium: Browser, fake: FakePreview) -> None:
    fake.pages["/a/"] = html("<p>Before.</p>")
    with reading(chromium, fake, "/a/") as page:
        fake.pages["/a/"] = html("<p>After.</p>")
        fake.tell("changed", pages=[], styles=[], file="")
        expect(page.get_by_text("After.")).to_be_visible()


def test_two_changes_at_once_end_with_the_last(chromium: Browser, fake: FakePreview) -> None:
    fake.pages["/a/"] = html("<p>Zero.</p>")
    with reading(chromium, fake, "/a/") as page:
        fake.slow["/a/"] = 0.15
        for word in ("One", "Two", "Three", "Four"):
            fake.write("/a/", html(f"<p>{word}.</p>"))
        expect(page.get_by_text("Four.")).to_be_visible()
        page.wait_for_timeout(400)
        assert page.locator("main p").inner_text() == "Four."
        assert len(fake.asked("/a/")) <= 1 + 4


def test_the_state_box_of_a_quotation_stays_open_and_knows_new_quotations(
    chromium: Browser, fake: FakePreview
) -> None:
    text = page_file(fake.site, DOCUMENT)
    with reading(chromium, fake, DOCUMENT) as page:
        link = page.locator(".fact-ref").first
        link.focus()
        expect(page.locator("#state")).to_be_visible()
        new = text.replace("Basel Square", "Basel Place").replace(
            "<p>The advance", "<p>New.</p><p>The advance"
        )
        fake.write(DOCUMENT, new)
        expect(page.get_by_text("Basel Place")).to_be_visible()
        expect(page.locator("#state")).to_be_visible()
        expect(link).to_be_focused()
        expect(link).to_have_attribute("aria-describedby", "state")
        page.keyboard.press("Escape")
        expect(page.locator("#state")).to_be_hidden()
        quoted = (
            '<mark class="quote" id="fact-new">An added sentence</mark><sup class="fact-refs">'
            '<a class="fact-ref" href="/facts/" aria-label="What others say">New</a></sup>'
        )
        template = (
            '<template data-state="fact-new"><div class="state"><p>Nobody else says it.</p></div></template>'
        )
        newer = new.replace("<p>New.</p>", f"<p>{quoted}</p>").replace("</article>", f"{template}</article>")
        fake.write(DOCUMENT, newer)
        page.locator("#fact-new").hover()
        expect(page.locator("#state")).to_contain_text("Nobody else says it.")


def test_the_fact_table_is_sorted_and_filtered_as_before_and_has_the_new_figures(
    chromium: Browser, fake: FakePreview
) -> None:
    text = page_file(fake.site, "/facts/")
    with reading(chromium, fake, "/facts/") as page:
        button = page.get_by_role("button", name="Measure", exact=True)
        button.click()
        button.click()
        head = page.get_by_role("columnheader", name="Measure", exact=True)
        expect(head).to_have_attribute("aria-sort", "descending")
        before = page.locator(".facts-table tbody th[scope=row] > a").all_inner_texts()
        fake.write("/facts/", text.replace(">Civilians killed<", ">Zebras killed<"))
        expect(page.get_by_role("link", name="Zebras killed", exact=True).first).to_be_visible()
        after = page.locator(".facts-table tbody th[scope=row] > a").all_inner_texts()
        assert after[0] == "Zebras killed"
        assert len(after) == len(before) == len(set(after))
        expect(button).to_be_focused()
        button.click()
        expect(head).to_have_attribute("aria-sort", "ascending")
        assert page.locator(".facts-table tbody th[scope=row] > a").last.inner_text() == "Zebras killed"
        page.get_by_label("Exact number").fill("121")
        expect(page.locator("main [role=status]")).to_have_text("1 of 15 measures")
        fake.write("/facts/", text.replace("People killed since", "Persons killed since"))
        expect(page.get_by_role("link", name="Persons killed since the offensive began")).to_be_visible()
        expect(page.locator("main [role=status]")).to_have_text("1 of 15 measures")
        assert page.input_value("#facts-number") == "121"
        page.get_by_role("button", name="Reset").click()
        expect(page.locator(".facts-table tbody th[scope=row] > a")).to_have_count(15)
        expect(page.locator(".facts-topic")).to_have_count(1)


def test_what_was_found_stays_and_a_new_index_is_asked_the_same(chromium: Browser, fake: FakePreview) -> None:
    text = page_file(fake.site, "/search/")
    index = """
      let read = 0;
      export const options = async () => { read ||= 1 };
      export const init = async () => {};
      export const destroy = async () => { read += 1 };
      export const filters = async () => ({});
      export const search = async (query) => ({ filters: {}, results: [{ id: "1", data: async () => (
        { url: "/", meta: { title: `${query} in index ${read}` }, raw_content: "A toll.",
          weighted_locations: [], anchors: [] }) }] });
    """
    fake.pages["/pagefind/pagefind.js"] = index
    with reading(chromium, fake, "/search/") as page:
        page.fill("#q", "toll")
        expect(page.locator(".result-title")).to_have_text("toll in index 1")
        fake.write(
            "/search/", text.replace("names or figures in 5 documents", "names or figures in 6 documents")
        )
        expect(page.get_by_text("in 6 documents")).to_be_visible()
        expect(page.locator(".result-title")).to_have_text("toll in index 1")
        assert page.input_value("#q") == "toll"
        fake.tell("search")
        expect(page.locator(".result-title")).to_have_text("toll in index 2")


def test_style_sheets_change_without_a_flash_and_without_the_page(
    chromium: Browser, fake: FakePreview
) -> None:
    sheet = '<link rel="stylesheet" href="/assets/style.0a0a0a0a.css">'
    fake.pages["/assets/style.0a0a0a0a.css"] = "p { color: rgb(255, 0, 0) }"
    fake.pages["/assets/style.1b1b1b1b.css"] = "p { color: rgb(0, 128, 0) }"
    fake.slow["/assets/style.1b1b1b1b.css"] = 0.3
    fake.pages["/a/"] = html("<p>Coloured.</p>", sheet)
    with reading(chromium, fake, "/a/") as page:
        page.evaluate("""() => {
          window.seen = new Set();
          const look = () => {
            seen.add(getComputedStyle(document.querySelector("p")).color);
            requestAnimationFrame(look);
          };
          look();
        }""")
        fake.tell("styles", pages=[], styles=["/assets/style.1b1b1b1b.css"], file="themes/x.css")
        expect(page.locator("main p")).to_have_css("color", "rgb(0, 128, 0)")
        expect(page.locator("head link[rel=stylesheet]")).to_have_count(1)
        assert page.evaluate("[...seen].sort()") == ["rgb(0, 128, 0)", "rgb(255, 0, 0)"]
        assert len(fake.asked("/a/")) == 1
        fake.write("/a/", html("<p>Changed.</p>", sheet.replace("0a0a0a0a", "1b1b1b1b")))
        expect(page.get_by_text("Changed.")).to_have_css("color", "rgb(0, 128, 0)")
        assert len(fake.asked("/assets/style.1b1b1b1b.css")) == 1


def test_a_style_sheet_that_is_gone_leaves_the_old_one(chromium: Browser, fake: FakePreview) -> None:
    fake.pages["/style.css"] = "p { color: rgb(255, 0, 0) }"
    fake.pages["/a/"] = html("<p>Coloured.</p>", '<link rel="stylesheet" href="/style.css">')
    with reading(chromium, fake, "/a/") as page:
        del fake.pages["/style.css"]
        fake.tell("styles", pages=[], styles=["/style.css"])
        soon(lambda: len(fake.asked("/style.css")) == 2, page)
        page.wait_for_timeout(100)
        expect(page.locator("main p")).to_have_css("color", "rgb(255, 0, 0)")


def test_a_script_that_is_new_on_the_page_is_run_and_one_that_changed_reloads_it(
    chromium: Browser, fake: FakePreview
) -> None:
    tag = '<script type="module" src="/assets/{}.js"></script>'
    for name in ("one", "two"):
        fake.pages[f"/assets/{name}.js"] = f"document.querySelector('h1').dataset.by = '{name}'"
    fake.pages["/a/"] = html("<h1>Title</h1>")
    with reading(chromium, fake, "/a/") as page:
        page.evaluate("window.old = true")
        fake.write("/a/", html("<h1>Title</h1>", tag.format("one")))
        expect(page.locator("h1")).to_have_attribute("data-by", "one")
        assert page.evaluate("window.old")
        fake.write("/a/", html("<h1>Title</h1>", tag.format("two")))
        expect(page.locator("h1")).to_have_attribute("data-by", "two")
        assert page.evaluate("window.old") is None


def test_a_page_that_is_gone_is_shown_as_it_looked_last(chromium: Browser, fake: FakePreview) -> None:
    fake.pages["/a/"] = html("<p>The last words.</p>")
    with reading(chromium, fake, "/a/") as page:
        del fake.pages["/a/"]
        fake.tell("gone", pages=["/a/"])
        expect(page.locator(".note")).to_contain_text("This page is gone.")
        expect(page.get_by_text("The last words.")).to_be_visible()
        fake.write("/a/", html("<p>Back again.</p>"))
        expect(page.get_by_text("Back again.")).to_be_visible()
        expect(page.locator(".note")).to_be_hidden()


def test_a_page_that_was_not_there_appears_where_it_was_waited_for(
    chromium: Browser, fake: FakePreview
) -> None:
    with reading(chromium, fake, "/later/") as page:
        expect(page.get_by_text("There is nothing here.")).to_be_visible()
        fake.write("/later/", html("<p>Here it is.</p>"))
        expect(page.get_by_text("Here it is.")).to_be_visible()


def test_what_machines_read_in_the_head_changes_with_the_page(chromium: Browser, fake: FakePreview) -> None:
    """Also where no text may become a script: it was parsed with the page."""
    data = '<script type="application/ld+json">{{"headline": "{}"}}</script>'
    described = '<meta name="description" content="{}">'
    fake.pages["/a/"] = html("<p>Before.</p>", data.format("One") + described.format("One"))
    told = "[...document.head.querySelectorAll('script')].map(({ text }) => text)"
    with reading(chromium, fake, "/a/") as page:
        for word in ("Two", "Three"):
            fake.write("/a/", html(f"<p>{word}.</p>", data.format(word) + described.format(word)))
            expect(page.get_by_text(f"{word}.")).to_be_visible()
            assert page.evaluate(told) == [f'{{"headline": "{word}"}}']
            assert page.locator("meta[name=description]").get_attribute("content") == word
        fake.write("/a/", html("<p>Without.</p>"))
        expect(page.get_by_text("Without.")).to_be_visible()
        assert page.evaluate(told) == []


def test_all_of_it_works_where_a_host_trusts_no_address(chromium: Browser, fake: FakePreview) -> None:
    fake.policy = STRICT
    text = page_file(fake.site, DOCUMENT)
    # A worker is started from an address, which is refused: the tab listens alone.
    with reading(chromium, fake, DOCUMENT, expected="a TrustedTypePolicy named 'dateline'") as page:
        fake.write(DOCUMENT, text.replace("Basel Square", "Basel Place").replace("NewsArticle", "Article"))
        expect(page.get_by_text("Basel Place")).to_be_visible()
        page.locator(".fact-ref").first.focus()
        expect(page.locator("#state")).to_be_visible()


def test_many_changes_leave_no_trace_in_the_page(chromium: Browser, fake: FakePreview) -> None:
    text = page_file(fake.site, DOCUMENT)
    with reading(chromium, fake, DOCUMENT) as page:
        count = "document.querySelectorAll('body *').length"
        before = page.evaluate(count)
        for turn in range(12):
            fake.write(DOCUMENT, text.replace("Basel Square", f"<em>Place {turn}</em> <b>x</b>"))
            expect(page.get_by_text(f"Place {turn}")).to_be_visible()
        fake.write(DOCUMENT, text)
        expect(page.get_by_text("Basel Square")).to_be_visible()
        assert page.evaluate(count) == before
        assert page.locator("html > *").count() == 3
