"""docs/themes.md says what themes have, and leaves nothing out."""

import re
from pathlib import Path

import pytest

from generator.preview.clientfiles import client_files
from generator.render.filters import FILTERS
from tests.archive import ROOT

GUIDE = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
TEMPLATES = ROOT / "themes" / "default" / "templates"
CLIENT = "".join(file.content.decode() for path, file in client_files().items() if path.endswith(".js"))


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_every_filter_is_told(name: str) -> None:
    assert re.search(rf"^\| `[^`]*\|{name}\b", GUIDE, re.MULTILINE)


def test_no_filter_is_told_that_there_is_not() -> None:
    assert set(re.findall(r"^\| `[^`]*\\\|(\w+)", GUIDE, re.MULTILINE)) == set(FILTERS)


def test_every_template_of_a_page_is_told_and_no_other() -> None:
    found = {file.name for file in TEMPLATES.glob("*.html")} - {"base.html"}
    rows = "".join(re.findall(r"^\| `\w+\.html`.*$", GUIDE, re.MULTILINE))
    assert set(re.findall(r"`(\w+\.html)`", rows)) == found


def test_every_event_of_the_preview_is_told_and_no_other() -> None:
    told = set(re.findall(r"^\| `(dateline:\w+)`", GUIDE, re.MULTILINE))
    assert told == set(re.findall(r'new Event\("(dateline:\w+)"\)', CLIENT))


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`(parts/\w+\.html)`", GUIDE))))
def test_what_it_points_to_is_there(path: str) -> None:
    assert (TEMPLATES / path).is_file()


def test_the_page_kinds_it_names_have_the_views_it_names() -> None:
    for view, file in re.findall(r"`(\w+View)` in `(\w+\.py)`", GUIDE):
        assert f"class {view}:" in (ROOT / "generator" / "pages" / file).read_text(encoding="utf-8")


def test_the_example_of_a_theme_file_is_one(tmp_path: Path) -> None:
    from generator.render.theme import load_theme

    (written,) = re.findall(r"^  theme\.toml +(.*)$", GUIDE, re.MULTILINE)
    theme = tmp_path / "themes" / "paper"
    (theme / "static" / "fonts").mkdir(parents=True)
    (theme / "theme.toml").write_text(written)
    for name, text in (("tokens.css", "one"), ("base.css", "two"), ("fonts/a.woff2", ""), (".hidden", "")):
        (theme / "static" / name).write_text(text)
    found = load_theme("paper", tmp_path)
    assert set(found.addresses) == {"style.css", "fonts/a.woff2"}
    assert found.assets[found.addresses["style.css"].removeprefix("/")] == b"one\ntwo"
    assert re.fullmatch(r"/assets/style\.[0-9a-f]{8}\.css", found.addresses["style.css"])
