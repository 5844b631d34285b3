"""B15, B16, B17: whatever Pagefind does, the build says it, ends in time, and the site stays as it was."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from generator.search import find_pagefind
from generator.search import run as running
from tests.archive import PLACES, article, files_in, write
from tests.commandline import Ran, dateline
from tests.processes import is_gone

pytestmark = pytest.mark.slow

FILES = PLACES | {"articles/2024-11-29-edge.md": article()}
VERSION = 'if [ "$1" = --version ]; then echo "pagefind 1.5.2"; exit 0; fi'
"""A stub says who it is; what it is about comes after that."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose site was built once with the real program; no stub may change that."""
    folder = write(tmp_path_factory.mktemp("stubs") / "archive", FILES)
    assert dateline("build", folder).code == 0
    write(folder, {"site.yaml": PLACES["site.yaml"] + "pagefind: stub\n"})
    return folder


def built_with(archive: Path, script: str, mode: int = 0o755) -> Ran:
    """Build with a program in Pagefind's place; the site must stay as it was."""
    before = files_in(archive / "site")
    stub = archive / "stub"
    stub.unlink(missing_ok=True)
    if script:
        stub.write_bytes(script.encode() if script.startswith("\0") else f"#!/bin/sh\n{script}\n".encode())
        stub.chmod(mode)
    ran = dateline("build", archive, "--no-cache")
    assert files_in(archive / "site") == before
    assert "pagefind/pagefind.js" in before
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("dateline: ")
    assert "Traceback" not in ran.err
    assert len(ran.err) < 2000
    return ran


@pytest.mark.slow
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("", "There is no Pagefind program at"),
        ("\0no program", "could not be started"),
        ("exit 3", "Pagefind does not run"),
        (f"{VERSION}; echo 'Error: no room'; exit 1", "Pagefind failed (exit 1): Error: no room"),
        (f"{VERSION}; exit 101", "Pagefind failed (exit 101): it printed nothing"),
        (f"{VERSION}; kill -SEGV $$", "Pagefind failed (signal 11)"),
        (f"{VERSION}; kill -9 $$", "Pagefind failed (signal 9)"),
        (rf"{VERSION}; printf '\377\376 caf\351 \033[2J'; exit 1", "caf\ufffd ?[2J"),
        (VERSION, "Pagefind wrote nothing: and printed nothing"),
        (f'{VERSION}; mkdir "$4"; echo done', "Pagefind did not write pagefind-entry.json"),
        (f"{VERSION}; head -c 100000000 /dev/zero | tr '\\0' x; exit 1", "Pagefind failed (exit 1): xxx"),
    ],
    ids=lambda value: value[-20:] if value else "missing",
)
def test_b15_a_program_that_goes_wrong_is_told_and_the_site_stays(
    archive: Path, script: str, told: str
) -> None:
    assert told in built_with(archive, script).err


@pytest.mark.slow
def test_b15_a_program_that_may_not_be_run_is_told_with_what_to_do(archive: Path) -> None:
    assert "Try `chmod +x" in built_with(archive, "exit 0", mode=0o644).err


@pytest.mark.slow
def test_b15_a_program_that_hangs_is_ended_with_all_that_it_started(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = partial(running.run, limit=0.3)
    monkeypatch.setattr("generator.search.index.run", lambda command, folder, limit: quick(command, folder))
    script = f"{VERSION}; sleep 600 & echo $! >{tmp_path}/child; trap '' TERM INT HUP; wait; sleep 600"
    assert "did not finish within 0.3 seconds and was stopped" in built_with(archive, script).err
    assert is_gone(int((tmp_path / "child").read_text()))


@pytest.mark.slow
def test_b15_a_child_that_is_left_behind_is_ended(archive: Path, tmp_path: Path) -> None:
    script = f"{VERSION}; sleep 600 & echo $! >{tmp_path}/child; exit 0"
    assert "Pagefind wrote nothing" in built_with(archive, script).err
    assert is_gone(int((tmp_path / "child").read_text()))


@pytest.mark.slow
def test_b16_it_is_called_by_its_whole_path_in_an_empty_folder_and_told_nothing_of_ours(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pagefind.yml").write_text("site: /etc\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_OUTPUT_PATH", str(tmp_path / "outside"))
    monkeypatch.setenv("TOKEN", "secret")
    script = f"""echo "$0 $(ls -A | wc -l)" >>{tmp_path}/seen; env >>{tmp_path}/env; {VERSION}; exit 1"""
    built_with(archive, script)
    assert set((tmp_path / "seen").read_text().splitlines()) == {f"{archive / 'stub'} 0"}
    names = {line.partition("=")[0] for line in (tmp_path / "env").read_text().splitlines()}
    assert names <= {*running.KEPT_VARIABLES, "PWD", "OLDPWD", "SHLVL", "_"}
    assert not (tmp_path / "outside").exists()


def test_b17_pages_that_it_leaves_out_are_named(archive: Path) -> None:
    """The real program, from before whom one page is taken away."""
    (real,) = find_pagefind()
    script = f'{VERSION}; find "$2" -path "*edge*" -name index.html -delete; exec {real} "$@"'
    assert "missing: 2024/11/29/edge/index.html" in built_with(archive, script).err


def test_b15_another_version_that_writes_in_another_form_is_told(archive: Path) -> None:
    (real,) = find_pagefind()
    damage = 'for f in "$4"/*.pf_meta; do printf "pagefind_dcdx" | gzip -n >"$f"; done'
    told = built_with(archive, f'{VERSION}; {real} "$@"; {damage}').err
    assert "a form that is not known" in told
    assert "pip install pagefind-bin-extended" in told


def test_nothing_of_all_that_stays_in_the_temporary_folder(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    built_with(archive, f'{VERSION}; mkdir "$4"; touch "$4/x"; exit 1')
    assert os.listdir(tmp_path) == []  # noqa: PTH208 -- names are enough


@pytest.mark.slow
@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda one: one.name)
def test_b01_b27_a_build_that_is_asked_to_end_ends_pagefind_too_and_leaves_nothing_behind(
    archive: Path, tmp_path: Path, asked: signal.Signals
) -> None:
    before, there = files_in(archive / "site"), tmp_path / "there"
    waits = f"{VERSION}; echo $$ >{there}.new; mv {there}.new {there}; exec sleep 600"
    (archive / "stub").write_text(f"#!/bin/sh\n{waits}\n")
    (archive / "stub").chmod(0o755)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-m", "generator", "build", str(archive), "--no-cache"]
    environment = {**os.environ, "TMPDIR": str(temporary)}
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
        preexec_fn=_as_ever,  # noqa: PLW1509 -- it touches nothing that a thread could hold
    )
    while not there.exists():
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(asked)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 128 + asked
    assert b"Traceback" not in said
    assert is_gone(int(there.read_text()))
    assert list(temporary.iterdir()) == []
    assert files_in(archive / "site") == before


def _as_ever() -> None:
    """Whoever runs the tests by nohup has SIGHUP ignored, and so would what they start."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
