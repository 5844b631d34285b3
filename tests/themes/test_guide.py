"""docs/theming.md says what themes have and what they see, leaves nothing out, and what it shows works."""

import re
from pathlib import Path

import pytest

from generator.examined import Examined
from generator.memo.values import fields_of
from generator.model import policy
from generator.model.page import Page
from generator.preview.clientfiles import client_files
from generator.render.filters import FILTERS
from tests.archive import ROOT
from tests.themes.guide import PAGE, guide
from tests.themes.making import DAY, MEASURE, archive_in, site_of, theme_in
from tests.themes.parts import DEFAULT
from tests.themes.views import Class, class_named, kinds

GUIDE = PAGE.read_text(encoding="utf-8")
CLIENT = "".join(file.content.decode() for path, file in client_files().items() if path.endswith(".js"))
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.mark.slow
def test_the_page_in_docs_is_made_from_the_code_as_it_is() -> None:
    assert guide() == GUIDE, "run: make docs"


def test_every_link_within_the_page_leads_to_one_heading() -> None:
    headings = [_anchor(title) for title in re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)]
    assert len(set(headings)) == len(headings)
    links = set(re.findall(r"\]\(#([^)]+)\)", GUIDE))
    assert len(links) > 60
    assert links - set(headings) == set()


def test_a_page_of_each_kind_has_the_view_and_the_template_that_are_told(
    sample: Examined, sample_pages: dict[str, Page]
) -> None:
    told = {(name, kind.view.name) for kind in kinds() for name in kind.templates}
    made = {(page.template, type(page.view).__name__) for page in one_of_each(sample_pages)}
    assert len(made) > 15
    assert made <= told


def one_of_each(pages: dict[str, Page]) -> list[Page]:
    return list({page.template: page for page in pages.values()}.values())


def test_a_view_has_the_fields_that_are_told(sample_pages: dict[str, Page]) -> None:
    told = {kind.view.name: {field.name for field in kind.view.fields} for kind in kinds()}
    for page in one_of_each(sample_pages):
        view = page.view
        names = set(fields_of(type(view)))
        assert names <= told[type(view).__name__]
        assert [name for name in told[type(view).__name__] if not hasattr(view, name)] == []


def test_what_a_class_works_out_of_its_fields_is_told_beside_them() -> None:
    pager = class_named("generator.pages.day", "Pager")
    assert pager
    assert pager.module == "generator.pages.parts.paging"
    assert {"is_newest", "number"} <= {field.name for field in pager.fields}


def test_the_sentence_below_a_field_is_its_meaning() -> None:
    view = class_named("generator.pages.day", "DayView")
    assert isinstance(view, Class)
    meaning = {field.name: field.meaning for field in view.fields}
    assert meaning["table"] == "What the documents of this page say in figures."
    row = "| `table` | [CrossTable](#crosstable) | What the documents of this page say in figures. |"
    assert row in GUIDE.splitlines()


def test_every_template_of_a_page_is_told_and_no_other() -> None:
    found = {file.name for file in DEFAULT.templates.glob("*.html")} - {"base.html"}
    assert set(re.findall(r"^### (\w+\.html)$", GUIDE, re.MULTILINE)) == found


def test_every_file_of_macros_every_style_sheet_and_every_script_is_told() -> None:
    files = {name for name, _ in DEFAULT.files("templates") if name.startswith("parts/")}
    files |= {name for name, _ in DEFAULT.files("static") if name.endswith((".css", ".js"))}
    assert files == set(re.findall(r"^\| `((?:parts/)?\w+\.(?:html|css|js))` \|", GUIDE, re.MULTILINE))


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_every_filter_is_told(name: str) -> None:
    assert re.search(rf"^\| `[^`]*\|{name}\b", GUIDE, re.MULTILINE)


def test_no_filter_is_told_that_there_is_not() -> None:
    assert set(
        re.findall(r"^\| `[^`]*\\\|(\w+)[^`]*` \|", GUIDE.partition("## Words")[0], re.MULTILINE)
    ) == set(FILTERS)


def test_every_event_of_the_preview_is_told_and_no_other() -> None:
    told = set(re.findall(r"^\| `(dateline:\w+)`", GUIDE, re.MULTILINE))
    assert told == set(re.findall(r'new Event\("(dateline:\w+)"\)', CLIENT))


def test_every_line_of_the_policy_is_told() -> None:
    assert "\n".join(policy.DIRECTIVES) in GUIDE


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`(parts/\w+\.html)`", GUIDE))))
def test_what_it_points_to_is_there(path: str) -> None:
    assert (DEFAULT.templates / path).is_file()


@pytest.mark.slow
def test_the_theme_that_it_begins_with_is_one(tmp_path: Path) -> None:
    shown = {language: text for language, text in reversed(BLOCKS) if language in {"css", "toml"}}
    day = next(text for _, text in BLOCKS if "default/day.html" in text)
    chips = next(text for _, text in BLOCKS if "default/parts/chips.html" in text)
    files = {"theme.toml": shown["toml"], "static/paper.css": shown["css"]}
    theme_in(tmp_path, "paper", {**files, "templates/day.html": day, "templates/parts/chips.html": chips})
    site = site_of(archive_in(tmp_path, "paper"))
    (style,) = (text for path, text in site.items() if re.fullmatch(r"assets/style\.[0-9a-f]{8}\.css", path))
    assert style.endswith(shown["css"])
    assert '<p class="motto">All the figures that are fit to print</p>' in site[DAY]
    assert '<ul class="reasons"><li>' in site[MEASURE]


def test_no_page_leads_to_the_guide_of_before() -> None:
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]
    assert [page.name for page in pages if "themes.md" in page.read_text(encoding="utf-8")] == []


def _anchor(title: str) -> str:
    return re.sub(r"[^\w\s-]", "", title.lower()).strip().replace(" ", "-")
