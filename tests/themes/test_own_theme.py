"""A theme of one's own needs only the files that it changes: everything else comes from its base."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.asked import Options
from generator.build import Built, Means, build
from generator.errors import ThemeError
from generator.render.theme import load_theme
from tests.archive import ROOT
from tests.browser.server import serve
from tests.preview.living import living, until
from tests.themes.making import CONTENT, DAY, MEASURE, archive_in, paper_in, site_of, theme_in

pytestmark = pytest.mark.slow

STYLE = re.compile(r"assets/style\.[0-9a-f]{8}\.css")
SEAL = re.compile(r"assets/seal\.[0-9a-f]{8}\.svg")
OWN = 'base = "default"\n'


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The small archive in the theme `paper`, which has one style sheet and three templates."""
    return site_of(paper_in(tmp_path_factory.mktemp("paper")))


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The same archive in the default theme."""
    return site_of(archive_in(tmp_path_factory.mktemp("plain")))


def test_a_template_that_extends_the_one_whose_place_it_takes_shows_both(paper: dict[str, str]) -> None:
    before, after = paper[DAY].split('<p class="stamp">Put to paper on 29 November 2024</p>')
    assert '<main id="main" class="day"' in before
    assert 'id="figures"' in after


def test_pages_whose_templates_it_does_not_have_are_those_of_the_base(
    paper: dict[str, str], plain: dict[str, str]
) -> None:
    pages = [path for path in plain if path.endswith(".html")]
    assert pages == [path for path in paper if path.endswith(".html")]
    alike = [path for path in pages if STYLE.sub("", paper[path]) == STYLE.sub("", plain[path])]
    assert {"404.html", "search/index.html", "actors/index.html", "2024/index.html"} <= set(alike)
    assert DAY not in alike
    assert MEASURE not in alike


def test_macros_that_it_overrides_are_used_by_the_templates_of_the_base(
    paper: dict[str, str], plain: dict[str, str]
) -> None:
    mark = re.search(r'<span class="chip (chip-[\w-]+)">([^<]+)</span>', plain[MEASURE])
    assert mark
    assert f'<b class="chip {mark[1]}">[{mark[2]}]</b>' in paper[MEASURE]


def test_its_style_sheets_stand_behind_those_of_the_base_and_lead_to_files_by_their_published_names(
    paper: dict[str, str], plain: dict[str, str]
) -> None:
    (style,) = (paper[path] for path in paper if STYLE.fullmatch(path))
    (base,) = (plain[path] for path in plain if STYLE.fullmatch(path))
    assert style.startswith(base)
    (seal,) = (path for path in paper if SEAL.fullmatch(path))
    assert f'url("{seal.removeprefix("assets/")}")' in style[len(base) :]


def test_every_other_file_of_the_base_is_published_as_it_is(
    paper: dict[str, str], plain: dict[str, str]
) -> None:
    assets = {path: text for path, text in plain.items() if path.startswith("assets/")}
    kept = {path: text for path, text in paper.items() if path in assets}
    assert len(kept) == len(assets) - 1  # but for the joined style sheet
    assert kept.items() <= assets.items()


def test_it_says_a_word_otherwise_in_the_language_of_the_archive(
    paper: dict[str, str], plain: dict[str, str]
) -> None:
    assert "Paper of the day" in paper[DAY]
    assert "Briefing</p>" in plain[DAY]
    assert "Briefing</p>" not in paper[DAY]


def test_a_file_of_the_same_name_takes_the_place_of_that_of_the_base(tmp_path: Path) -> None:
    base = ROOT / "themes" / "default" / "static"
    theme_in(tmp_path, "own", {"static/tokens.css": ":root{}", "static/icon.svg": "<svg/>"})
    theme = load_theme("own", tmp_path)
    style = theme.assets[theme.addresses["style.css"].removeprefix("/")].decode()
    assert style.startswith(":root{}\n")
    assert (base / "base.css").read_text() in style
    assert theme.assets[theme.addresses["icon.svg"].removeprefix("/")] == b"<svg/>"
    assert "tokens.css" not in theme.addresses


def test_a_style_sheet_that_pages_of_the_base_ask_for_by_itself_stays_published_by_itself(
    tmp_path: Path,
) -> None:
    alone = next(name for name in load_theme("default", tmp_path).addresses if name.endswith(".css"))
    theme_in(tmp_path, "own", {"theme.toml": f'styles = ["{alone}"]'})
    assert alone in load_theme("own", tmp_path).addresses


@pytest.mark.parametrize("settings", [None, "", OWN])
def test_a_theme_that_does_not_say_so_is_based_on_the_default_theme(
    settings: str | None, tmp_path: Path
) -> None:
    files = {} if settings is None else {"theme.toml": settings}
    theme_in(tmp_path, "own", {**files, "templates/notfound.html": "Nothing here."})
    site = site_of(archive_in(tmp_path, "own"))
    assert site["404.html"] == "Nothing here."
    assert 'id="figures"' in site[DAY]


def test_a_theme_beside_the_content_that_has_the_name_of_ours_takes_over_the_rest_from_it(
    tmp_path: Path,
) -> None:
    theme_in(tmp_path, "default", {"templates/notfound.html": '{% extends "default/notfound.html" %}'})
    site = site_of(archive_in(tmp_path))
    assert "Nothing stands at this address" in site["404.html"]
    assert 'id="figures"' in site[DAY]


def test_three_themes_of_which_two_have_the_same_name_each_extend_the_one_below(tmp_path: Path) -> None:
    one = '{% extends "default/notfound.html" %}{% block main %}WORD {{ super() }}{% endblock %}'
    theme_in(tmp_path, "default", {"templates/notfound.html": one.replace("WORD", "ours")})
    theme_in(tmp_path, "own", {"templates/notfound.html": one.replace("WORD", "mine")})
    page = site_of(archive_in(tmp_path, "own"))["404.html"]
    assert re.search(r"mine\s+ours\s+<header.*Nothing stands at this address", page, re.DOTALL)


def test_a_template_of_the_base_extends_what_the_theme_puts_in_the_place_of_its_frame(tmp_path: Path) -> None:
    frame = '{% extends "default/base.html" %}{% block scripts %}{{ super() }}<!-- framed -->{% endblock %}'
    theme_in(tmp_path, "own", {"templates/base.html": frame})
    site = site_of(archive_in(tmp_path, "own"))
    assert "<!-- framed -->" in site["404.html"]
    assert "<!-- framed -->" in site["actors/index.html"]


def test_a_theme_that_says_so_has_everything_itself(tmp_path: Path) -> None:
    names = {path.name for path in (ROOT / "themes/default/templates").glob("*.html")}
    page = '<!doctype html><link rel="stylesheet" href="{{ "style.css"|asset }}">{{ view.head.title }}'
    templates = {f"templates/{name}": '{% include "page.html" %}' for name in names}
    settings = 'base = false\nstyles = ["style.css"]'
    files = {"theme.toml": settings, "static/style.css": "p{}", "templates/page.html": page, **templates}
    theme_in(tmp_path, "own", files)
    site = site_of(archive_in(tmp_path, "own"))
    (style,) = (path for path in site if path.startswith("assets/"))
    assert site[style] == "p{}"
    assert site["404.html"] == f'<!doctype html><link rel="stylesheet" href="/{style}">Page not found'


def test_a_change_in_the_base_makes_the_pages_anew(tmp_path: Path) -> None:
    house = theme_in(tmp_path, "house", {"static/more.css": "p{}", "static/tokens.css": ":root{}"})
    theme_in(tmp_path, "own", {"theme.toml": 'base = "house"', "templates/notfound.html": "Nothing."})
    archive_in(tmp_path, "own")
    means, output = Means(cache=tmp_path / "cache"), tmp_path / "site"

    def page() -> str:
        done = build(tmp_path, output, Options(search=False), lambda stage: None, means)
        assert isinstance(done, Built)
        return (output / "actors" / "index.html").read_text()

    before = page()
    changes = {
        "theme.toml": 'styles = ["more.css"]',
        "static/tokens.css": ":root{color:red}",
        "locale/en.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n\n'
        'msgid "Actors"\nmsgstr "Changed"\n',
        "templates/actors.html": "Changed",
    }
    for file, text in changes.items():
        theme_in(tmp_path, house.name, {file: text})
        after = page()
        assert after != before, file
        before = after
    assert before == "Changed"


def test_the_preview_changes_the_styles_alone_when_a_sheet_of_the_base_changes(tmp_path: Path) -> None:
    sheet = theme_in(tmp_path, "house", {"static/tokens.css": ":root{}"}) / "static" / "tokens.css"
    theme_in(tmp_path, "own", {"theme.toml": 'base = "house"'})
    files = {**CONTENT, "site.yaml": CONTENT["site.yaml"] + "theme: own\n"}
    with living(tmp_path, files) as told:
        before = STYLE.findall(told.page("/2024/11/29/"))
        sheet.write_text(":root{color:red}")
        assert until(lambda: "styles" in told.kinds())
        assert STYLE.findall(told.page("/2024/11/29/")) != before
        theme_in(
            tmp_path, "own", {"templates/day.html": '{% extends "default/day.html" %}{% block kind %}own'}
        )
        assert until(lambda: told.errors() == ["preview"])
        theme_in(tmp_path, "own", {"templates/day.html": "Of my own."})
        assert told.shows("Of my own.", "/2024/11/29/")


def test_a_base_that_is_not_there_is_told_with_the_file_and_a_guess(tmp_path: Path) -> None:
    theme_in(tmp_path, "own", {"theme.toml": 'base = "defalt"'})
    with pytest.raises(ThemeError) as told:
        load_theme("own", tmp_path)
    why = 'the theme "own" is based on "defalt", and there is no theme of that name'
    assert str(told.value) == f"themes/own/theme.toml: {why}"
    assert told.value.hint == 'did you mean base = "default"?'


@pytest.mark.parametrize("names", [("own",), ("own", "house"), ("own", "house", "third")])
def test_themes_that_are_based_on_each_other_are_told_with_the_whole_way(
    names: tuple[str, ...], tmp_path: Path
) -> None:
    for name, base in zip(names, (*names[1:], names[0]), strict=True):
        theme_in(tmp_path, name, {"theme.toml": f'base = "{base}"'})
    with pytest.raises(ThemeError) as told:
        load_theme("own", tmp_path)
    way = " → ".join((*names, "own"))
    assert str(told.value) == f"themes/{names[-1]}/theme.toml: a theme cannot be based on itself: {way}"
    assert 'base = "default"' in told.value.hint


@pytest.mark.parametrize(
    ("template", "why", "hint"),
    [
        (
            '\n{% extends "default/dya.html" %}',
            'there is no template "default/dya.html"',
            'did you mean "default/day.html"?',
        ),
        ('\n{% extends "bsae.html" %}', 'there is no template "bsae.html"', 'did you mean "base.html"?'),
        ("\n{{ view.title }}", "has no attribute 'title'", "docs/theming.md"),
        ("\n{% if %}", "Expected an expression", "docs/theming.md"),
        ('\n{{ "none.css"|asset }}', "the theme has no file static/none.css", "docs/theming.md"),
    ],
)
def test_a_template_with_a_mistake_is_told_with_file_line_and_hint(
    template: str, why: str, hint: str, tmp_path: Path
) -> None:
    theme_in(tmp_path, "own", {"templates/day.html": template})
    with pytest.raises(ThemeError) as told:
        site_of(archive_in(tmp_path, "own"))
    assert 'the template day.html of the theme "own" failed at /2024/11/29/: ' in str(told.value)
    assert "themes/own/templates/day.html:2: " in str(told.value)
    assert why in str(told.value)
    assert hint in told.value.hint


def test_a_theme_without_base_that_lacks_a_template_is_told_that_it_may_have_one(tmp_path: Path) -> None:
    theme_in(tmp_path, "own", {"theme.toml": "base = false"})
    with pytest.raises(ThemeError, match='there is no template "') as told:
        site_of(archive_in(tmp_path, "own"))
    assert "themes/own/templates/" in told.value.hint
    assert 'base = "default"' in told.value.hint


def test_a_catalogue_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    theme_in(tmp_path, "own", {"locale/en.po": "msgid nothing"})
    with pytest.raises(ThemeError, match=r"themes/own/locale/en\.po cannot be read"):
        site_of(archive_in(tmp_path, "own"))


def test_a_theme_whose_name_is_mistyped_is_guessed(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/themes/paper", tmp_path / "themes/paper")
    with pytest.raises(ThemeError, match='there is no theme "papre"') as told:
        load_theme("papre", tmp_path)
    assert told.value.hint == 'did you mean "paper"?'


@pytest.mark.browser
@pytest.mark.slow
def test_a_browser_shows_it_within_the_policy_and_finds_every_file(chromium: Browser, tmp_path: Path) -> None:
    site_of(paper_in(tmp_path))
    troubles: list[str] = []
    with serve(tmp_path / "site", "/below/") as base:
        page = chromium.new_page()
        page.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("response", lambda answer: troubles.append(answer.url) if answer.status >= 400 else None)
        with page.expect_response(lambda answer: "seal." in answer.url):
            page.goto(f"{base}2024/11/29/")
        assert page.locator(".stamp").inner_text() == "Put to paper on 29 November 2024"
        color = "element => getComputedStyle(element).color"
        assert page.locator("h1").evaluate(color) == "rgb(128, 0, 32)"
        assert page.locator(".masthead-title").evaluate(color) != "rgb(128, 0, 32)"
        page.close()
    assert troubles == []
