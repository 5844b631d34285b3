"""A build that would give an unpublished document away is refused, in whatever form it does."""

import html
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

import pytest

import generator.exports.all
import generator.indexing
import generator.longway
from generator.asked import Options
from generator.build import Built, build
from generator.examined import Examined, examine
from generator.exports.published import Published
from generator.leaks import leaks_in, may_leak, watch_for
from generator.making import PlannedPage
from generator.model.diagnostic import Diagnostic
from generator.model.page import File
from generator.render.renderer import render
from tests.archive import PLACES, ROOT, article, built, files_in, md, sound, write
from tests.commandline import dateline
from tests.leaks.hostile import HOSTILE, NOW

pytestmark = pytest.mark.slow

TITLE = 'The "secret" deal & the général’s men'
HANDSHAKE = "articles/2024-11-30-handshake.md"
SMALL = PLACES | {
    "articles/2024-11-29-edge.md": article(title="The deal of the general", body="The men were at the edge."),
    HANDSHAKE: article(
        title=f"'{TITLE}'",
        day="2024-11-30",
        more="draft: true",
        body="The ministers came. The men of the general were\nat the edge. 政府军撤离阿勒颇城。",
    ),
}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path, SMALL)


def leaking(published: Published, content: bytes) -> bytes:
    return content


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, bytes], None]:
    """Makes every build export one more file."""

    def plant(path: str, content: bytes) -> None:
        def files(published: Published) -> Iterator[File]:
            yield File(path, partial(leaking, published, content))

        monkeypatch.setattr(generator.exports.all, "EXPORTS", (*generator.exports.all.EXPORTS, files))

    return plant


def leaks(folder: Path) -> list[str]:
    """The messages of a build that is refused; nothing when it is not."""
    result = build(folder, folder / "site", Options(search=False), lambda stage: None)
    if isinstance(result, Built):
        return []
    assert not (folder / "site").exists()
    assert {problem.code for problem in result.diagnostics} == {"leak"}
    return [f"{problem.file}: {problem.message}" for problem in result.diagnostics]


WRITTEN: dict[str, Callable[[str], str]] = {
    "plain": str,
    "capitals": str.upper,
    "HTML": html.escape,
    "HTML in numbers": lambda text: "".join(f"&#{ord(sign)};" for sign in text),
    "JSON": json.dumps,
    "JSON as it is": lambda text: json.dumps(text, ensure_ascii=False),
    "HTML in JSON": lambda text: json.dumps(html.escape(text)),
    "JSON in HTML": lambda text: html.escape(json.dumps(text)),
    "XML": escape,
    "percent": quote,
    "lines": lambda text: text.replace(" ", " \n\t"),
    "JSON lines": lambda text: json.dumps(text.replace(" ", "\n")),
}


@pytest.fixture(scope="module")
def examined_once() -> Examined:
    return sound(SMALL)


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize(
    ("secret", "told"),
    [
        (TITLE, "the secret deal the général s men"),
        ("ministers", "ministers"),
        ("Général", "général"),
        ("The men of the general were at the edge", "men of the general were at the edge"),
        ("政府军撤离阿勒颇城", "政府军撤离阿"),
        ("2024-11-30-handshake", "2024-11-30-handshake"),
        ("/2024/11/30/handshake/", "/2024/11/30/handshake/"),
    ],
)
def test_a_leak_is_found_in_every_form_in_which_a_file_may_write_it(
    examined_once: Examined, form: str, secret: str, told: str
) -> None:
    (problem,) = leaks_of(examined_once, "extra.txt", f"so: {WRITTEN[form](secret)} it is")
    assert problem.file == f"content/{HANDSHAKE}"
    assert problem.message.endswith(
        " stands in extra.txt of the site, but this document is not published: it is a draft"
    )
    assert form == "capitals" or "handshake" in secret or f'"{told}"' in problem.message


def leaks_of(examined: Examined, path: str, content: str) -> tuple[Diagnostic, ...]:
    """What one file of a site gives away."""
    watch, files = (
        watch_for(examined.archive, examined.sources, examined.absent, ()),
        {path: content.encode()},
    )
    found = leaks_in(files, lambda words: {}, watch)
    assert may_leak(files, watch.plain) == bool(found)
    return found


def test_a_leak_is_found_in_the_name_of_a_file(examined_once: Examined) -> None:
    assert leaks_of(examined_once, "2024/11/30/handshake/index.html", "")


@pytest.mark.parametrize(
    "harmless",
    [
        "The deal of the general. The men were at the edge.",  # what a published file says
        "administers",  # part of another word
        "2024-11-30-handshakes /2024/11/30/ 30 November 2024",  # another id, and a mere day
        "Article draft News The Paper",
    ],
)
def test_what_is_said_anyway_is_no_leak(examined_once: Examined, harmless: str) -> None:
    assert leaks_of(examined_once, "extra.txt", harmless) == ()


def test_that_a_published_summary_covers_it_does_not_let_the_site_name_it(
    small: Path, planted: Callable[[str, bytes], None]
) -> None:
    covering = md("title: Week\ndate: 2024-12-01\nsource: paper\ncovers: [2024-11-30-handshake]")
    held_back = SMALL[HANDSHAKE].replace("draft: true", "publish_at: 2030-01-01T00:00Z")
    write(small, {"summaries/week.md": covering, HANDSHAKE: held_back})
    assert leaks(small) == []
    (small / "site").rename(small / "before")
    planted("covers.json", b'["2024-11-30-handshake"]')
    (message,) = leaks(small)
    assert message.endswith("this document is not published: its embargo is not over")


def test_a_page_kind_that_shows_more_than_it_may_is_caught_at_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path, HOSTILE)
    plan = generator.longway.plan
    leaky = examine(folder, Options(now=NOW, drafts=True), lambda stage: None)
    monkeypatch.setattr(generator.longway, "plan", lambda archive, judged: plan(leaky.archive, leaky.judged))
    # A page as it sees everything by itself, and not what it is shown.
    monkeypatch.setattr(PlannedPage, "made", lambda self, glass: render(self.theme, self.site, "", self.page))
    result = build(folder, folder / "site", Options(now=NOW, search=False), lambda stage: None)
    assert isinstance(result, Examined)
    assert not (folder / "site").exists()
    told = [problem for problem in result.diagnostics if problem.code == "leak"]
    assert {problem.file for problem in told} == {
        "content/summaries/2024-11-29-draft.md",
        "content/summaries/2024-11-29-embargoed.md",
    }
    messages = " ".join(problem.message for problem in told)
    assert "2024/11/29/quavslug-deal/index.html of the site" in messages
    assert "other files give it away, too" in messages


@pytest.mark.slow
def test_what_only_the_search_index_holds_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, HOSTILE)
    built(folder, folder / "drafts", Options(now=NOW, drafts=True, search=False))
    leaky = {path: data for path, data in files_in(folder / "drafts").items() if "slug-deal/" in path}
    pages = list(leaky)
    indexed = generator.indexing.indexed
    monkeypatch.setattr(
        generator.indexing, "indexed", lambda _, files, *more: indexed(pages, {**files, **leaky}, *more)
    )
    result = build(folder, folder / "site", Options(now=NOW), lambda stage: None)
    assert isinstance(result, Examined)
    places = {
        problem.message.split(" stands in ")[1].split(" of the site")[0] for problem in result.diagnostics
    }
    assert {place.split("/")[1] for place in places} >= {"fragment", "index"}
    assert {place.split("/")[0] for place in places} == {"pagefind"}


def test_the_command_line_tells_it_and_leaves_the_site_that_stood(
    small: Path, planted: Callable[[str, bytes], None]
) -> None:
    assert dateline("build", small, "--no-search").code == 0
    before = files_in(small / "site")
    planted("extra.txt", b"the ministers")
    ran = dateline("build", small, "--no-search", "--no-cache")
    assert (ran.code, ran.out) == (1, "")
    assert f"content/{HANDSHAKE}:8:1: error[leak]: " in ran.err
    assert ran.err.endswith(f"1 error; nothing was written to {small / 'site'}\n")
    assert files_in(small / "site") == before


DOCUMENTS = sorted(
    path.relative_to(ROOT)
    for kind in ("articles", "summaries")
    for path in (ROOT / "content" / kind).rglob("*.md")
)


@pytest.mark.parametrize("expired", DOCUMENTS, ids=lambda path: path.stem)
def test_no_false_alarm_when_any_document_of_the_sample_expires(expired: Path, tmp_path: Path) -> None:
    for file in (ROOT / "content").rglob("*"):
        if file.is_file():
            place = tmp_path / file.relative_to(ROOT)
            place.parent.mkdir(parents=True, exist_ok=True)
            raw = file.read_bytes()
            if file == ROOT / expired:
                raw = raw.replace(b"\n", b"\nexpires: 2024-12-01T00:00Z\n", 1)
            place.write_bytes(raw)
    archive = built(tmp_path, tmp_path / "site", Options(now=NOW, search=False))
    assert expired.stem not in archive.document


def test_no_false_alarm_on_any_day_of_the_sample(tmp_path: Path) -> None:
    whole = examine(ROOT, Options(), lambda stage: None).archive
    for day in whole.by_day:
        archive = built(ROOT, tmp_path / day.isoformat(), Options(as_of=day, search=False))
        assert max(archive.by_day) == day
