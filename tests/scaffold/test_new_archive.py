"""A new archive is sound, and builds, from its first moment."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.asked import Options
from generator.examined import examine
from generator.model.written.site import WrittenSite
from generator.read.discover import EntryKind, InputFile
from generator.read.entry import read_entry
from generator.scaffold.newarchive import NewArchive, archive_files
from generator.scaffold.siteyaml import site_yaml
from generator.scaffold.write import add
from tests.archive import built


@pytest.fixture
def made(tmp_path: Path) -> Path:
    add(tmp_path, archive_files(NewArchive("A: new archive", "https://example.org/a/", "fr", "Europe/Paris")))
    return tmp_path


def test_it_has_no_error_and_no_warning(made: Path) -> None:
    examined = examine(made, Options(drafts=True), lambda stage: None)
    assert [(problem.code, problem.message) for problem in examined.diagnostics] == []


@pytest.mark.slow
def test_it_holds_one_example_of_everything(made: Path) -> None:
    archive = built(made, made / "site")
    assert (archive.site.title, archive.site.language) == ("A: new archive", "fr")
    assert (archive.site.base_url, archive.site.timezone) == ("https://example.org/a/", "Europe/Paris")
    assert (len(archive.sources), len(archive.actors), len(archive.measures)) == (1, 2, 2)
    article, summary = sorted(archive.documents, key=lambda document: document.kind)
    assert {fact.measure for fact in article.facts} == set(archive.measures)
    assert {fact.origin for fact in article.facts} == {"example-fire-service"}
    assert summary.covers == (article.id,)
    assert [takeaway.facts for takeaway in summary.takeaways] == [(f"{article.id}#evacuated",)]


def test_every_text_says_that_it_is_an_example(made: Path) -> None:
    for file in (made / "content").rglob("*.md"):
        text = file.read_text(encoding="utf-8")
        assert "example" in file.name
        assert "invented" in text
        assert "Delete this" in " ".join(text.split())


def test_the_readme_names_three_commands_and_every_example(made: Path) -> None:
    readme = (made / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# A: new archive\n")
    for command in ("dateline new article", "dateline check", "dateline build"):
        assert f"\n{command}" in readme
    for file in (made / "content").rglob("*.md"):
        assert f"\n{file.relative_to(made).as_posix()}\n" in readme


def test_git_is_told_to_leave_out_what_is_built(made: Path) -> None:
    assert "/site/" in (made / ".gitignore").read_text().splitlines()


def test_site_yaml_explains_every_key_and_fills_in_what_is_given() -> None:
    text = site_yaml({"title": "T", "base_url": "https://example.org/"})
    for key, field in WrittenSite.model_fields.items():
        assert f"\n{key}: " in text or f"\n# {key}: " in text
        assert (field.description or "?").split()[0] in text
    assert "\ntitle: T\n" in text


@pytest.mark.slow
@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=80).map(str.strip))
def test_any_title_gives_a_site_yaml_with_that_title(title: str) -> None:
    if not title:
        return
    text = site_yaml({"title": title, "base_url": "https://example.org/"})
    entry = read_entry(InputFile("content/site.yaml", EntryKind.SITE, "site", text.encode()))
    assert isinstance(entry.written, WrittenSite)
    assert (entry.written.title, entry.diagnostics) == (title, ())
