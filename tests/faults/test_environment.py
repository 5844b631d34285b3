"""B14, B25, B26: a machine without a home, a terminal, room for words or a network builds all the same."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.archive import PLACES, ROOT, article, md, write
from tests.commandline import dateline

pytestmark = pytest.mark.slow

FILES = PLACES | {"articles/2024-11-29-edge.md": article(body="Élan in **Aleppo**: مرحبا, 北京.")}
BARE = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C", "LC_ALL": "C", "COLUMNS": "20"}
"""No HOME, no TMPDIR, a narrow terminal, and a language in which most letters cannot be printed."""
APART = ("unshare", "-rmn")
"""A user, mounts and a network of its own: there is none but itself."""


def run(script: str, folder: Path, *apart: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell, in which $DATELINE is the command."""
    env = BARE | {"DATELINE": f"{sys.executable} -m generator"}
    return subprocess.run(
        [*apart, "sh", "-c", script], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write(tmp_path / "archive", FILES)


@pytest.mark.slow
def test_b14_with_nobody_to_hear_it_a_build_says_by_its_exit_status_how_it_went(archive: Path) -> None:
    ran = run("$DATELINE build --no-search <&- >&- 2>&-", archive)
    assert ran.returncode == 0
    assert dateline("verify", archive / "site").code == 0
    broken = md("title: News\ndate: soon\nsource: paper")
    write(archive, {"articles/2024-11-30-late.md": broken})
    assert run("$DATELINE check 2>/dev/full >&-", archive).returncode == 1


@pytest.mark.slow
def test_b14_a_result_that_cannot_be_written_is_told_and_is_no_success(archive: Path) -> None:
    ran = run("$DATELINE build --no-search >/dev/full", archive)
    assert ran.returncode == 2
    assert ran.stderr.startswith("dateline: No space left on device.")
    assert "Traceback" not in ran.stderr
    assert dateline("verify", archive / "site").code == 0, "the site itself was published"


@pytest.mark.slow
def test_b14_a_reader_who_has_seen_enough_is_no_mistake_to_talk_of(archive: Path) -> None:
    ran = run("{ $DATELINE schema --help; echo $? >status; } | true; sleep 1; cat status", archive)
    assert "Traceback" not in ran.stderr
    assert "Broken pipe" not in ran.stderr
    assert ran.stdout in {"0\n", "1\n"}


def test_b14_the_version_is_told_without_a_traceback_where_it_cannot_be_told(tmp_path: Path) -> None:
    ran = run("$DATELINE --version >/dev/full", tmp_path)
    assert (ran.returncode, ran.stderr) == (2, "")


def test_b14_in_a_language_without_letters_and_on_a_narrow_terminal_messages_are_whole(archive: Path) -> None:
    write(archive, {"articles/2024-11-30-late.md": md("title: Élan\ndate: sóon\nsource: paper")})
    ran = run("$DATELINE check", archive)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert '"sóon" is not a date' in ran.stdout


@pytest.mark.slow
def test_b25_b26_with_search_it_needs_no_network_and_writes_nothing_where_it_reads(
    archive: Path, tmp_path: Path
) -> None:
    if shutil.which("unshare") is None or run("true", tmp_path, *APART).returncode:
        pytest.skip("this machine does not let us take the network away (unshare)")
    trace = f"strace -f -e trace=socket,connect -o {tmp_path}/calls" if shutil.which("strace") else ""
    script = f"""
        mount --bind {archive} {archive} && mount -o remount,ro,bind {archive} && cd {archive} || exit 90
        touch content/x 2>/dev/null && exit 91
        {trace} $DATELINE build --output {tmp_path}/site
    """
    ran = run(script, tmp_path, *APART)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / "site" / "pagefind" / "pagefind.js").is_file()
    assert not (archive / ".dateline").exists()
    if trace:
        calls = (tmp_path / "calls").read_text()
        assert re.findall("AF_INET6?|AF_NETLINK|AF_PACKET", calls) == []
        assert "exited with 0" in calls
