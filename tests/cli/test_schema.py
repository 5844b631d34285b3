"""`dateline schema` writes what an editor program needs, and changes no settings of anybody."""

import json
from pathlib import Path

import pytest

from tests.archive import PLACES, actor, files_in, write
from tests.commandline import dateline

SCHEMAS = {f"{kind}.schema.json" for kind in ("actor", "article", "site", "source", "summary", "topic")}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path, PLACES)


def vscode(folder: Path) -> dict[str, bytes]:
    return files_in(folder / ".vscode")


def test_it_writes_schemas_snippets_tasks_and_settings(small: Path) -> None:
    ran = dateline("schema", cwd=small)
    assert (ran.code, ran.out) == (0, ".vscode/dateline\n")
    assert vscode(small).keys() == {
        "dateline.code-snippets",
        "extensions.json",
        "settings.json",
        "tasks.json",
        *(f"dateline/{name}" for name in SCHEMAS),
    }
    named = json.loads((small / ".vscode/settings.json").read_text())["yaml.schemas"]
    assert all((small / path).is_file() for path in named)


def test_a_second_run_changes_nothing_and_complains_of_nothing(small: Path) -> None:
    first, before = dateline("schema", cwd=small), vscode(small)
    assert dateline("schema", cwd=small) == first
    assert vscode(small) == before


def test_a_run_after_adding_a_file_offers_its_names(small: Path) -> None:
    dateline("schema", small)
    write(small, {"actors/sohr.md": actor("SOHR")})
    dateline("schema", small)
    assert b"sohr" in vscode(small)["dateline/article.schema.json"]
    assert b"sohr" in vscode(small)["dateline.code-snippets"]


def test_rules_that_may_be_silenced_are_offered(small: Path) -> None:
    dateline("schema", small)
    article = json.loads(vscode(small)["dateline/article.schema.json"])
    assert "stale-print" in article["properties"]["silence"]["properties"]
    assert "not-yaml" not in article["properties"]["silence"]["properties"]


def test_settings_of_your_own_stay_and_the_proposal_stands_beside_them(small: Path) -> None:
    (small / ".vscode").mkdir()
    mine = '// my own\n{"editor.fontSize": 14}\n'
    (small / ".vscode/settings.json").write_text(mine)
    for _ in range(2):
        ran = dateline("schema", cwd=small)
        assert ran.code == 0
        assert (
            ".vscode/settings.json is yours and stays as it is; "
            "add what .vscode/dateline/proposed-settings.json says" in ran.err
        )
        assert (small / ".vscode/settings.json").read_text() == mine
    assert b"yaml.schemas" in vscode(small)["dateline/proposed-settings.json"]
    assert "dateline/proposed-tasks.json" not in vscode(small)


def test_a_file_in_our_place_that_is_not_ours_stays(small: Path) -> None:
    (small / ".vscode").mkdir()
    (small / ".vscode/dateline.code-snippets").write_text("{}")
    ran = dateline("schema", cwd=small)
    assert ran.code == 1
    assert ".vscode/dateline.code-snippets was not made by dateline schema" in ran.err
    assert vscode(small)["dateline.code-snippets"] == b"{}"
    assert vscode(small).keys() >= {f"dateline/{name}" for name in SCHEMAS}


def test_with_an_output_folder_there_are_only_schemas(small: Path) -> None:
    ran = dateline("schema", small, "--output", small / "schemas")
    assert (ran.code, ran.out, ran.err) == (0, f"{small / 'schemas'}\n", "")
    assert files_in(small / "schemas").keys() == SCHEMAS
    assert not (small / ".vscode").exists()


def test_schemas_do_not_go_among_the_texts(small: Path) -> None:
    before = files_in(small)
    ran = dateline("schema", small, "--output", small / "content")
    assert (ran.code, ran.out) == (2, "")
    assert files_in(small) == before


def test_files_with_mistakes_are_passed_over(small: Path) -> None:
    write(small, {"actors/broken.md": "---\nname: [\n---\n", "articles/2024-11-29-x.md": "nothing"})
    assert dateline("schema", small).code == 0


def test_a_folder_without_content_is_a_wrong_call(tmp_path: Path) -> None:
    ran = dateline("schema", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert list(tmp_path.iterdir()) == []
