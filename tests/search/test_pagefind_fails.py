"""Whatever a Pagefind program does wrong, the build says so in one message and gets no half-made bundle."""

import stat
from pathlib import Path

import pytest

from generator.errors import SearchError
from generator.search import find_pagefind
from generator.search.program import identity
from tests.processes import is_gone
from tests.search.onerun import index_site

PAGES = {"index.html": b"<!doctype html><html lang=en><body><p>Aleppo</p></body></html>"}


def stub(folder: Path, script: str) -> tuple[str, ...]:
    """A program that takes Pagefind's place."""
    program = folder / "pagefind-stub"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return (str(program),)


def test_a_setting_that_leads_nowhere_is_named() -> None:
    with pytest.raises(SearchError, match="no Pagefind program at /nowhere/pagefind") as missing:
        find_pagefind("/nowhere/pagefind")
    assert "pip install pagefind-bin-extended" in missing.value.hint
    assert "--no-search" in missing.value.hint


def test_a_setting_that_may_not_be_run_is_named(tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    program.write_text("x")
    with pytest.raises(SearchError, match="may not be run"):
        find_pagefind(str(program))


def test_the_setting_of_the_site_comes_first_and_is_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (program,) = stub(tmp_path, "exit 0")
    monkeypatch.chdir(tmp_path)
    assert find_pagefind("pagefind-stub") == (program,)


def test_the_installed_program_is_started_without_a_python_in_between() -> None:
    (program,) = find_pagefind()
    assert Path(program).read_bytes()[:2] != b"#!"


def test_without_the_wheel_a_program_on_the_path_is_taken_and_without_that_the_message_says_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.search.program._installed", lambda: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SearchError, match="not installed"):
        find_pagefind()
    (program,) = stub(tmp_path, "exit 0")
    Path(program).rename(tmp_path / "pagefind")
    assert find_pagefind() == (str(tmp_path / "pagefind"),)


@pytest.mark.parametrize("ask", ["index", "identity"])
def test_a_program_that_cannot_be_started_is_named(tmp_path: Path, ask: str) -> None:
    garbage = tmp_path / "garbage"
    garbage.write_bytes(b"\0\1\2")
    garbage.chmod(0o755)
    for program in (garbage, tmp_path / "missing"):
        with pytest.raises(SearchError, match=f"could not be started: {program}"):
            index_site(PAGES, "en", [str(program)]) if ask == "index" else identity([str(program)])


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo 'Running Pagefind'; echo 'Error: no room'; exit 1", r"failed \(exit 1\): Error: no room"),
        ("echo 'first words'; exit 101", r"failed \(exit 101\): first words"),
        ("exit 3", r"failed \(exit 3\): it printed nothing"),
        ("kill -9 $$", r"failed \(signal 9\)"),
        (r"printf 'caf\351 \377\376 \033[31m\n'; exit 1", "caf\ufffd"),
        ("exit 0", "wrote nothing"),
        ('mkdir "$4"; echo done', r"did not write pagefind-entry\.json"),
        ('mkdir "$4"; echo "{" > "$4/pagefind-entry.json"', "did not finish writing pagefind-entry"),
        ('mkdir "$4"; : > "$4/pagefind-entry.json"', "empty"),
        ('mkdir "$4"; echo \'{"languages": {}}\' > "$4/pagefind-entry.json"', "one index in the language"),
    ],
)
def test_a_program_that_fails_is_quoted(tmp_path: Path, script: str, message: str) -> None:
    with pytest.raises(SearchError, match=message) as failed:
        index_site(PAGES, "en", stub(tmp_path, script))
    assert "\n" not in str(failed.value)
    assert "\033" not in str(failed.value)


def test_a_program_that_prints_without_end_does_not_fill_the_memory_or_the_message(tmp_path: Path) -> None:
    with pytest.raises(SearchError) as failed:
        index_site(PAGES, "en", stub(tmp_path, "head -c 20000000 /dev/zero | tr '\\0' 'x'; exit 1"))
    assert len(str(failed.value)) < 2000


@pytest.mark.slow
def test_a_program_that_hangs_is_ended_with_its_children(tmp_path: Path) -> None:
    hanging = stub(tmp_path, f"sleep 600 & echo $! > {tmp_path}/child; wait")
    with pytest.raises(SearchError, match=r"did not finish within 0\.5 seconds"):
        index_site(PAGES, "en", hanging, limit=0.5)
    assert is_gone(int((tmp_path / "child").read_text()))


def test_a_child_that_is_left_behind_does_not_hold_up_the_build(tmp_path: Path) -> None:
    leaving = stub(tmp_path, f"sleep 600 & echo $! > {tmp_path}/child; exit 1")
    with pytest.raises(SearchError, match="exit 1"):
        index_site(PAGES, "en", leaving)
    assert is_gone(int((tmp_path / "child").read_text()))


def test_a_program_sees_no_pagefind_variables_no_input_and_an_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_SITE", "/elsewhere")
    monkeypatch.setenv("SECRET", "token")
    seen = tmp_path / "seen"
    with pytest.raises(SearchError):
        index_site(PAGES, "en", stub(tmp_path, f"(env; ls -A; cat) > {seen}; exit 1"))
    told = seen.read_text()
    assert "PAGEFIND_" not in told
    assert "SECRET" not in told
    assert [line for line in told.splitlines() if "=" not in line] == []


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "stub").mkdir()
    with pytest.raises(SearchError):
        index_site(PAGES, "en", stub(tmp_path / "stub", "exit 1"))
    assert [path.name for path in tmp_path.iterdir()] == ["stub"]


@pytest.mark.parametrize("path", ["../x.html", "/x.html", "a\\b.html", "facts.json"])
def test_only_pages_inside_the_site_can_be_indexed(path: str) -> None:
    with pytest.raises(ValueError, match="not the path of a page"):
        index_site({path: b""}, "en", ["pagefind"])
