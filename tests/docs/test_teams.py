"""What the guide for teams hands out can be used as it stands."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.archive import ROOT

WORKFLOW: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "ci" / "github-actions.yml").read_text())
STEPS: dict[str, dict[str, Any]] = {step.get("name", ""): step for step in WORKFLOW["jobs"]["build"]["steps"]}
ADDRESS = "https://owner.github.io/archive/"


def ran(name: str, folder: Path, since: str = "") -> subprocess.CompletedProcess[str]:
    """A step of the workflow as the server runs it, with the address and the record filled in."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", STEPS[name]["run"]],
        cwd=folder,
        env=os.environ | {"PATH": path, "URL": ADDRESS, "SINCE": since, "CI": "true"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_the_steps_that_check_and_build_pass_for_the_sample_under_a_base_path(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    for name in ("Check", "Build"):
        done = ran(name, tmp_path)
        assert (done.returncode, done.stderr if done.returncode else "") == (0, "")
    assert f"<loc>{ADDRESS}2024/11/29/</loc>" in (tmp_path / "site" / "sitemap.xml").read_text()


@pytest.mark.slow
def test_a_figure_that_differs_from_the_live_site_fails_the_check_with_a_note_at_its_line(
    tmp_path: Path,
) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    assert ran("Build", tmp_path).returncode == 0
    shutil.move(tmp_path / "site" / "published.json", tmp_path / "live.json")
    file = tmp_path / "content" / "articles" / "2024-11-29-fighters-reach-the-edge.md"
    text = file.read_text()
    assert text.count("value: 242") == 1
    file.write_text(text.replace("value: 242", "value: 241").replace("242", "241"))
    done = ran("Check", tmp_path, "--since=live.json")
    assert done.returncode == 1
    assert f"::warning file=content/articles/{file.name}," in done.stdout
    assert "changed-without-correction" in done.stdout


def test_only_the_main_branch_is_published_and_only_after_every_test() -> None:
    publish = WORKFLOW["jobs"]["publish"]
    assert publish["needs"] == "build"
    assert publish["if"] == "github.ref == 'refs/heads/main'"
    assert list(STEPS)[-1] == "Test every link of the built site"


def test_the_hook_checks_the_whole_archive_whenever_content_changes() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    config = yaml.safe_load((ROOT / "docs" / "ci" / "pre-commit-config.yaml").read_text())
    assert (hook["entry"], hook["files"], hook["pass_filenames"]) == ("dateline check", "^content/", False)
    assert [one["id"] for one in config["repos"][0]["hooks"]] == [hook["id"]]
