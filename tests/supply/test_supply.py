"""What Dateline is made with is pinned by hash, listed with its licence, and asked about."""

import json
import re
from pathlib import Path

import pytest

from tests.archive import ROOT
from tests.supply import audit, licences
from tests.supply.locked import Locked, locked

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-audit.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_hashes(name: str) -> None:
    found = locked(ROOT / name)
    assert len(found) > 20
    assert [one for one in found if not one.hashes] == []
    lines = (ROOT / name).read_text().splitlines()
    assert len([line for line in lines if line[:1].isalnum()]) == len(found)


def test_what_is_needed_to_build_is_pinned_to_the_same_versions_to_test() -> None:
    build, test = (set(locked(ROOT / name)) for name in LOCKS[:2])
    assert build < test


def test_a_lock_file_is_read_with_names_in_one_form_and_machines(tmp_path: Path) -> None:
    file = tmp_path / "x.lock"
    digest = f"--hash=sha256:{'0' * 64}"
    file.write_text(
        f"# a\nPy_Yaml==6.0 \\\n    {digest} \\\n    {digest}\nb==1 ; x == 'y' \\\n    {digest}\nc==2\n"
    )
    assert locked(file) == (
        Locked("py-yaml", "6.0", "", 2),
        Locked("b", "1", "x == 'y'", 1),
        Locked("c", "2", "", 0),
    )


def test_the_list_of_licences_names_just_what_is_pinned() -> None:
    text = licences.FILE.read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([a-z0-9-]+) \| ([0-9][^ ]*) \| (.+) \|$", text, re.MULTILINE)
    pinned = {(one.name, one.version) for name in LOCKS[:2] for one in locked(ROOT / name)}
    assert {(name, version) for name, version, _ in rows} == pinned, "run `make docs`"
    assert len(rows) == len(pinned)


def test_the_list_of_licences_is_what_the_packages_say() -> None:
    assert licences.FILE.read_text(encoding="utf-8") == licences.page(), "run `make docs`"


def test_a_licence_that_nobody_has_read_stops_the_list() -> None:
    with pytest.raises(ValueError, match="read its licence"):
        licences.licence("no-such-package")


def printed(*packages: dict[str, object]) -> str:
    return json.dumps({"dependencies": packages})


GOOD = {"name": "a", "version": "1", "vulns": []}
BAD = {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}
UNKNOWN = {"name": "c", "skip_reason": "not found"}


def stub(folder: Path, script: str) -> str:
    program = folder / "pip-audit"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


def test_a_finding_fails_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    program = stub(tmp_path, f"cat <<'END'\n{printed(GOOD, BAD)}\nEND\nexit 1")
    assert audit.main([program, "x.lock"]) == 1
    assert "b 2: PYSEC-1, mended in 3\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (f"echo '{printed(GOOD)}'", "audit: 1 packages looked up, 0 findings"),
        (
            f"echo '{printed(GOOD, UNKNOWN)}'",
            "audit: NOT DONE for 1 packages: the service does not know them",
        ),
        (
            "echo 'no way there' >&2; exit 1",
            "audit: NOT DONE, the service cannot be asked from here: no way there",
        ),
        ("exit 1", "it printed nothing"),
        ("echo '[]'", "it printed nothing"),
    ],
)
def test_a_service_that_cannot_be_asked_is_told_and_is_no_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], script: str, told: str
) -> None:
    assert audit.main([stub(tmp_path, script), "x.lock"]) == 0
    assert told in capsys.readouterr().out


def test_a_program_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.main([str(tmp_path / "none"), "x.lock"]) == 0
    assert "NOT DONE" in capsys.readouterr().out


def test_continuous_integration_asks() -> None:
    assert "make audit\n" in (ROOT / ".ci" / "run").read_text()
