"""A build of which nothing has changed is over before anything is loaded, and only then."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import still
from tests.archive import ROOT, article, write
from tests.commandline import dateline
from tests.incremental.small import beginning

pytestmark = pytest.mark.slow

LOADED = """
import sys
from generator.cli import main
sys.argv[1:] = {words!r}
try:
    main()
except SystemExit:
    pass
"""


def aged(folder: Path) -> None:
    """As if everything had stood there for a while: only so are stamps trusted."""
    for file in folder.rglob("*"):
        if file.is_file():
            stat = file.stat()
            os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns - 10_000_000_000))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("generator.still.SETTLED", -1)  # a test cannot wait until its files are old
    write(tmp_path, beginning())
    assert " written)" in build(tmp_path)
    return tmp_path


def build(folder: Path, *words: str) -> str:
    ran = dateline("build", "--no-search", *words, folder)
    assert ran.code == 0, ran.err
    return ran.out


def loaded(folder: Path, *modules: str) -> list[str]:
    """Which of some modules a build loads."""
    code = LOADED.format(words=["build", "--no-search", str(folder)])
    code += f"print([name for name in {list(modules)!r} if name in sys.modules])"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    return [name for name in modules if f"'{name}'" in ran.stdout.splitlines()[-1]]


def test_a_build_of_nothing_says_the_same_but_for_what_it_wrote(folder: Path) -> None:
    first, again = build(folder), build(folder)
    assert " unchanged)" in first
    assert first.partition(" in ")[0] == again.partition(" in ")[0]
    assert "written" not in again


def test_it_tells_the_warnings_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.still.SETTLED", -1)
    write(tmp_path, beginning())
    ran = [dateline("build", "--no-search", tmp_path).err for _ in range(2)]
    assert "warning[unused-measure]" in ran[0]
    assert ran[0] == ran[1]


def change_text(folder: Path) -> None:
    file = folder / "content" / "articles" / "second.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")


def add_file(folder: Path) -> None:
    write(folder, {"articles/third.md": article(day="2024-12-01")})


def delete_file(folder: Path) -> None:
    (folder / "content" / "summaries" / "both.md").unlink()


def change_site(folder: Path) -> None:
    (folder / "site" / "index.html").write_text("not ours", encoding="utf-8")


def delete_page(folder: Path) -> None:
    (folder / "site" / "facts.json").unlink()


def add_theme(folder: Path) -> None:
    (folder / "themes" / "other").mkdir(parents=True)
    (folder / "themes" / "other" / "theme.toml").write_text("", encoding="utf-8")


def change_text_beside_a_dead_link(folder: Path) -> None:
    for number in range(9):
        (folder / "content" / "articles" / f"link-{number}").symlink_to("nowhere")
    build(folder)
    change_text(folder)


def damage(folder: Path) -> None:
    for file in (folder / ".dateline").glob("last-*"):
        file.write_bytes(file.read_bytes().replace(b"unused-measure", b"UNUSED-MEASURE"))


CHANGES = (
    change_text,
    change_text_beside_a_dead_link,
    add_file,
    delete_file,
    change_site,
    delete_page,
    add_theme,
    damage,
)


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_noticed(
    folder: Path, change: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(folder)
    called = []
    monkeypatch.setattr("generator.cli.build._told_again", lambda *said: called.append(said) or 0)
    assert build(folder)
    assert called == []
    assert "not ours" not in (folder / "site" / "index.html").read_text(encoding="utf-8")
    assert (folder / "site" / "facts.json").exists()


def test_other_options_are_another_build(folder: Path) -> None:
    build(folder, "--base-url", "https://other.org/")
    assert "https://other.org/" in (folder / "site" / "sitemap.xml").read_text(encoding="utf-8")
    build(folder)
    assert "https://other.org/" not in (folder / "site" / "sitemap.xml").read_text(encoding="utf-8")


def test_the_next_day_is_looked_at_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"articles/held.md": article(day="2024-11-30", more="publish_at: 2030-01-01T12:00Z")})
    before, after = "1893499199", "1893499201"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", before)
    assert "3 documents" in build(folder)
    assert "3 documents" in build(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", after)
    assert "4 documents" in build(folder)


@pytest.mark.parametrize(("hours", "seen"), [(1, True), (-1, False)])
def test_files_that_were_only_just_written_are_read_again(
    hours: int, seen: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coarse = still._STAMP.pack
    monkeypatch.setattr(still, "SETTLED", hours * 3600 * 10**9)
    monkeypatch.setattr(still, "_stamp", lambda told: coarse(told.st_size, *[told.st_mtime_ns] * 2, 0))
    write(tmp_path, beginning())
    build(tmp_path)
    file = tmp_path / "content" / "articles" / "second.md"
    stat = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("met.", "hid."), encoding="utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    build(tmp_path)
    page = tmp_path / "site" / "2024" / "11" / "29" / "second" / "index.html"
    assert ("hid." in page.read_text(encoding="utf-8")) == seen


@pytest.mark.slow
def test_a_build_of_nothing_loads_neither_markdown_nor_templates(tmp_path: Path) -> None:
    write(tmp_path, beginning())
    aged(tmp_path)
    build(tmp_path)
    heavy = ("markdown_it", "jinja2", "yaml", "pydantic", "generator.build", "babel")
    # The change time of a file cannot be set back, so that it is let be two seconds old.
    import time

    time.sleep(2.1)
    assert loaded(tmp_path, *heavy) == list(heavy)
    assert loaded(tmp_path, *heavy) == []


def test_a_build_after_one_edit_loads_only_what_that_edit_needs(folder: Path) -> None:
    change_text(folder)
    needed = ("markdown_it", "jinja2", "yaml", "pydantic")
    of_others = ("generator.search", "generator.leaks", "babel.messages.pofile")
    of_the_long_way = (
        "generator.longway",
        "generator.examined",
        "generator.checks.all",
        "generator.exports.all",
    )
    processes_and_network = ("multiprocessing", "concurrent.futures.process", "urllib.request", "ssl")
    assert loaded(folder, *needed, *of_others, *of_the_long_way, "imagesize", *processes_and_network) == list(
        needed
    )


def test_without_a_cache_nothing_is_left_behind(tmp_path: Path) -> None:
    write(tmp_path, beginning())
    build(tmp_path, "--no-cache")
    assert not (tmp_path / ".dateline").exists()


def test_the_cache_asks_not_to_be_kept(folder: Path) -> None:
    assert (folder / ".dateline" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert (folder / ".dateline" / "CACHEDIR.TAG").exists()
