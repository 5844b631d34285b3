"""The live archive behind its server: what is served while files, folders and themes change under it."""

import gc
import hashlib
import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
from playwright.sync_api import Browser, expect

from generator.preview.archive import LiveArchive
from generator.preview.preview import Preview
from generator.preview.round import Examination, Round
from generator.read.discover import InputFile, discover
from generator.read.seen import Seen
from generator.render.theme import PACKAGE
from generator.watch import Watch
from generator.watch import watch as watching
from tests.archive import ROOT, article, write
from tests.preview.asking import Stream, asked, previewed
from tests.preview.fakeserver import HOST, soon
from tests.preview.living import EDGE, OPTIONS, PAGE, PATIENCE, SMALL, living, until

pytestmark = pytest.mark.slow

LOADS = 100
ASSET = re.compile(r"\"[./]*(assets/[\w./-]+?\.([0-9a-f]{8})\.\w+)\"")


def text(words: str) -> str:
    return article(body=words, title="The edge")


def shows(preview: Preview, words: str, path: str = PAGE) -> bool:
    """Wait until the server gives a page with these words; False when it gave up."""
    return until(lambda: words in asked(preview, path).text)


def test_w07_two_folders_that_are_exchanged(tmp_path: Path) -> None:
    articles = tmp_path / "content" / "articles"
    one, other = (f"{name}/2024-11-29-edge-{name}.md" for name in ("one", "other"))
    files = {f"articles/{path}": article(title=path[:5], body=path) for path in (one, other)}
    with living(tmp_path, {**SMALL, **files}) as told, previewed(told.live, folder=tmp_path) as preview:
        assert shows(preview, one, "/2024/11/29/edge-one/")
        (articles / "one").rename(articles / "spare")
        (articles / "other").rename(articles / "one")
        (articles / "spare").rename(articles / "other")
        assert until(
            lambda: file_of(told.live, "/2024/11/29/edge-one/") == f"content/articles/other/{Path(one).name}"
        )
        assert file_of(told.live, "/2024/11/29/edge-other/") == f"content/articles/one/{Path(other).name}"
        write(tmp_path, {f"articles/other/{Path(one).name}": article(body="Written in its new place.")})
        assert shows(preview, "Written in its new place.", "/2024/11/29/edge-one/")


def file_of(live: LiveArchive, page: str) -> str:
    state = live.state(page).page
    return state.file if state else ""


def test_w11_edits_while_everything_is_looked_at_are_worked_in_by_one_more_look(tmp_path: Path) -> None:
    write(tmp_path, SMALL)
    looks, looking, go_on = [], threading.Event(), threading.Event()

    def told(news: Round | Examination) -> None:
        """The last that a look does is to tell; until it has, it is under way."""
        if isinstance(news, Examination):
            looks.append(news)
            if len(looks) == 2:
                looking.set()
                assert go_on.wait(PATIENCE)

    with LiveArchive(tmp_path, OPTIONS, told) as live, previewed(live, folder=tmp_path) as preview:
        assert live.settled(PATIENCE)
        write(tmp_path, {EDGE: text("The edit that is looked at.")})
        assert looking.wait(PATIENCE)
        for number in range(5):
            day = f"2024-11-{number + 1:02}"
            write(tmp_path, {f"articles/{day}-more.md": article(day=day, body=f"Text {number}.")})
            write(tmp_path, {EDGE: text(f"Edit {number} meanwhile.")})
            assert shows(preview, f"Edit {number} meanwhile.")
        go_on.set()
        assert shows(preview, "Text 4.", "/2024/11/05/more/")
        assert live.settled(PATIENCE)
        assert len(looks) == 3
        assert "Edit 4 meanwhile." in asked(preview, PAGE).text


@pytest.mark.parametrize("years", [-20, 20])
def test_w15_a_clock_that_is_set_anew_hides_no_change(tmp_path: Path, years: int) -> None:
    clocks, jump = (time.time, time.time_ns), years * 366 * 24 * 3600
    with living(tmp_path, SMALL) as told, previewed(told.live, folder=tmp_path) as preview:
        with (
            patch.object(time, "time", lambda: clocks[0]() + jump),
            patch.object(time, "time_ns", lambda: clocks[1]() + jump * 10**9),
        ):
            write(tmp_path, {EDGE: text("Saved in another year.")})
            assert shows(preview, "Saved in another year.")
        write(tmp_path, {EDGE: text("Saved in the year before.")})
        assert shows(preview, "Saved in the year before.")


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="looks into /proc")
def test_w17_a_day_without_a_save_takes_nothing(tmp_path: Path) -> None:
    """Thousands of looks at the files, one directly after the other, with five browsers that wait.

    What leaks grows with each thousand of looks; what the process has for other reasons does not.
    """
    looks = 0
    rescan = Watch._rescan

    def has_reached(many: int) -> bool:
        return looks > many

    def counted(watch: Watch, hinted: frozenset[str]) -> set[str]:
        nonlocal looks
        looks += 1
        return rescan(watch, hinted)

    with (
        patch("generator.preview.following.Watch", partial(Watch, every=0)),
        patch.object(watching, "SELDOM", 0.0),
        patch.object(Watch, "_rescan", counted),
        living(tmp_path, SMALL) as told,
        previewed(told.live, folder=tmp_path) as preview,
        ExitStack() as opened,
    ):
        for _ in range(5):
            stream = Stream(preview)
            opened.callback(stream.close)
            assert stream.next()[0] == "hello"
        assert until(lambda: looks > 500)
        before, revision, sizes = in_use(), told.live.revision, []
        for many in range(looks, looks + 5000, 1000):
            assert until(partial(has_reached, many))
            sizes.append(in_use()[2])
        after = in_use()
        assert after[0] == before[0]
        assert after[1] <= before[1] + 2
        assert min(later - earlier for earlier, later in pairwise(sizes)) < 100_000
        assert told.live.revision == revision
        assert told.rounds == []
        write(tmp_path, {EDGE: text("After a long day.")})
        assert shows(preview, "After a long day.")


def in_use() -> tuple[int, int, int]:
    """Threads, open files, of which a look may have one, and bytes of memory."""
    files = min(len(list(Path("/proc/self/fd").iterdir())) for _ in range(50))
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return threading.active_count(), files, pages * os.sysconf("SC_PAGE_SIZE")


def test_w17_what_was_read_of_files_that_are_gone_is_forgotten(tmp_path: Path) -> None:
    """A folder that is renamed again and again must not be kept once for each of its names."""
    write(
        tmp_path, {**SMALL, **{f"articles/a0/2024-11-29-text-{n}.md": text(f"Text {n}.") for n in range(20)}}
    )
    seen, folder = Seen[InputFile](), tmp_path / "content/articles/a0"
    discover(tmp_path, seen)
    before = kept()
    for number in range(1, 6):
        folder = folder.rename(folder.with_name(f"a{number}"))
        discover(tmp_path, seen)
    assert kept() <= before + 1


def kept() -> int:
    gc.collect()
    return sum(isinstance(one, InputFile) for one in gc.get_objects())


def test_s18_a_page_always_gets_the_assets_it_was_made_with(tmp_path: Path) -> None:
    """While the theme changes again and again under a hundred loads of a page."""
    source = next(place / "themes" / "default" for place in (PACKAGE, ROOT) if (place / "themes").is_dir())
    shutil.copytree(source, tmp_path / "themes" / "default")
    sheet = tmp_path / "themes/default/static/base.css"
    words, over = sheet.read_text(), threading.Event()
    seen: set[str] = set()

    def redesign() -> None:
        number = 0
        while not over.wait(0.02):
            number += 1
            sheet.write_text(f"{words}\n.generation-{number} {{ color: red }}\n")

    with living(tmp_path, SMALL) as told, previewed(told.live, folder=tmp_path) as preview:
        designer = threading.Thread(target=redesign)
        designer.start()
        try:
            for number in range(50 * LOADS):
                page = asked(preview, PAGE)
                assert page.status == 200
                for address, digest in ASSET.findall(page.text):
                    if address in seen and "style." not in address:
                        continue  # one that has not changed
                    asset = asked(preview, f"/{address}")
                    assert asset.status == 200
                    assert hashlib.sha256(asset.body).hexdigest().startswith(digest)
                    seen.add(address)
                if number >= LOADS and len(sheets(seen)) > 3:
                    break
        finally:
            over.set()
            designer.join()
    assert len(sheets(seen)) > 3


def sheets(addresses: set[str]) -> set[str]:
    return {address for address in addresses if "style." in address}


@pytest.fixture
def sample_preview(tmp_path: Path) -> Iterator[tuple[Preview, Path]]:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    with living(tmp_path) as told, previewed(told.live, folder=tmp_path) as preview:
        yield preview, tmp_path


@pytest.mark.browser
def test_s22_nothing_of_the_preview_breaks_the_policy_of_the_site_and_a_save_comes_to_the_screen(
    chromium: Browser, sample_preview: tuple[Preview, Path]
) -> None:
    preview, folder = sample_preview
    file = folder / "content/articles/2024-11-29-fighters-reach-the-edge.md"
    context = chromium.new_context()
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in ("/", "/facts/", "/actors/sohr/", "/2024/11/29/", "/2024/11/29/fighters-reach-the-edge/"):
        page.goto(f"http://localhost:{preview.port}{path}")
        page.locator(f"{HOST} .live").wait_for()
    soon(lambda: len(preview.hub) == 1, page)
    file.write_text(f"{file.read_text()}\nThese words are new on the screen.\n")
    expect(page.get_by_text("These words are new on the screen.")).to_be_visible()
    context.close()
    assert said == []
