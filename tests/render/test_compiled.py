"""Templates that came with the program are compiled once; those of somebody else each time."""

import sys
from pathlib import Path

import pytest
from jinja2 import StrictUndefined

from generator.render.compiled import Compiled
from generator.render.environment import ThemeEnvironment
from generator.render.filters import FILTERS
from generator.render.templates import Templates
from generator.render.theme import Theme, catalogue_in, load_theme
from tests.archive import PLACES, built, write
from tests.render.test_theme import theme_in

NAME = "parts/keyboard.html"


def compiled_of(
    theme: Theme, kept: Path, name: str, monkeypatch: pytest.MonkeyPatch, language: str = "en"
) -> int:
    """How many templates are compiled when one is asked for."""
    times = 0
    compile_one = ThemeEnvironment.compile

    def counted(*args: object, **named: object) -> object:
        nonlocal times
        times += 1
        return compile_one(*args, **named)  # type: ignore[call-overload]

    environment = ThemeEnvironment(
        loader=Templates(theme.layers),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=Compiled(theme.layers, theme.digest, language, kept),
    )
    environment.speak(catalogue_in(theme.layers, language), language)
    environment.filters.update(FILTERS)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", False)
        patch.setattr(ThemeEnvironment, "compile", counted)
        environment.get_template(name)
    return times


def test_a_template_of_ours_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = load_theme("default", tmp_path)
    assert compiled_of(ours, tmp_path / "kept", NAME, monkeypatch) == 1
    assert compiled_of(ours, tmp_path / "kept", NAME, monkeypatch) == 0
    assert compiled_of(ours, tmp_path / "kept", NAME, monkeypatch, "de") == 1, "it speaks another language"


def test_one_that_was_damaged_is_compiled_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = load_theme("default", tmp_path)
    compiled_of(ours, tmp_path, NAME, monkeypatch)
    (kept,) = tmp_path.glob("*.template")
    whole = kept.read_bytes()
    for damaged in (b"", whole[:-1], whole[:40] + bytes([whole[40] ^ 1]) + whole[41:], b"\0" + whole[1:]):
        kept.write_bytes(damaged)
        assert compiled_of(ours, tmp_path, NAME, monkeypatch) == 1
        assert kept.read_bytes() == whole


def test_a_template_of_somebody_else_is_compiled_each_time_and_kept_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = load_theme("own", theme_in(tmp_path))
    for _ in range(2):
        assert compiled_of(theirs, tmp_path / "kept", "page.html", monkeypatch) == 1
    assert not (tmp_path / "kept").exists()


def test_a_theme_beside_the_content_that_has_the_name_of_ours_is_somebody_elses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme_in(tmp_path)
    (tmp_path / "themes" / "own").rename(tmp_path / "themes" / "default")
    compiled_of(load_theme("default", tmp_path), tmp_path / "kept", "page.html", monkeypatch)
    assert not (tmp_path / "kept").exists()


def test_what_is_compiled_for_one_site_is_right_for_every_other(tmp_path: Path) -> None:
    told = []
    for host in ("https://one.example/", "https://two.example/deep/"):
        write(tmp_path, PLACES | {"site.yaml": f"title: T\nbase_url: {host}\n"})
        built(tmp_path, tmp_path / "site")
        pages = (tmp_path / "site").rglob("*.html")
        told.append("".join(page.read_text(encoding="utf-8") for page in pages))
    assert "https://one.example/" in told[0]
    assert "https://one.example/" not in told[1]
    assert "https://two.example/deep/search/" in told[1]
