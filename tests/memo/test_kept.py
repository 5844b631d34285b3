"""What was worked out of a text is not worked out again, in another process either."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.asked import Options
from generator.build import Built, Means, build
from generator.examined import Examined, examine
from generator.memo import keeping, store
from generator.read import file as reading
from generator.read.discover import EntryKind
from tests.archive import PLACES, ROOT, article, write

pytestmark = pytest.mark.slow

FILES = PLACES | {
    f"articles/2024-01-0{day}-a.md": article(day=f"2024-01-0{day}", body=f"Text of day {day}.")
    for day in (1, 2, 3)
}


def test_after_an_edit_no_other_text_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, FILES)
    read = texts_read(monkeypatch)
    build_it(tmp_path)
    assert sorted(text for text in read if "Text" in text) == [
        "Text of day 1.",
        "Text of day 2.",
        "Text of day 3.",
    ]
    read.clear()
    edited = article(day="2024-01-02", body="Text of day 2, and more.")
    write(tmp_path, {"articles/2024-01-02-a.md": edited})
    build_it(tmp_path)
    assert [text for text in read if "Text" in text] == ["Text of day 2, and more."]


def test_when_an_actor_changes_every_text_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, FILES)
    read = texts_read(monkeypatch)
    build_it(tmp_path)
    read.clear()
    write(tmp_path, {"actors/other.md": "---\nname: Other\nkind: group\n---\nSomebody else.\n"})
    build_it(tmp_path)
    assert len([text for text in read if "Text" in text]) == 3


def test_a_text_that_no_page_wanted_for_many_builds_is_there_when_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "FORGOTTEN", 3)
    monkeypatch.setattr(store, "RENEWED", 1)
    days = [f"2024-0{month}-{day:02}" for month in range(1, 6) for day in range(1, 21)]
    write(
        tmp_path, PLACES | {f"articles/{day}-a.md": article(day=day, body=f"Text of {day}.") for day in days}
    )
    build_it(tmp_path)
    for number in range(6):
        write(tmp_path, {f"articles/{days[-1]}-a.md": article(day=days[-1], body=f"Text {number}.")})
        build_it(tmp_path)
    read = texts_read(monkeypatch)
    site = tmp_path / "content/site.yaml"
    site.write_text(site.read_text(encoding="utf-8") + "notice: On every page.\n", encoding="utf-8")
    build_it(tmp_path)
    assert "On every page." in (tmp_path / "site/2024/01/01/a/index.html").read_text(encoding="utf-8")
    assert [text for text in read if "Text" in text] == []


def test_of_many_texts_none_is_held_longer_than_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [f"2024-0{month}-{day:02}" for month in range(1, 4) for day in range(1, 21)]
    write(tmp_path, PLACES | {f"articles/{day}-a.md": article(day=day, body=f"Of {day}.") for day in days})
    looked: list[Examined] = []
    monkeypatch.setattr("generator.longway.examine", lambda *of: looked.append(examine(*of)) or looked[0])
    build_it(tmp_path)
    texts = [file for file in looked[0].sources if file.file.kind is EntryKind.ARTICLE]
    assert len(texts) == len(days)
    for file in texts:
        assert file.file.raw == b""
        assert not vars(file).keys() & {"entry", "prose"}
    assert "Of 2024-01-02." in texts[1].prose.text, "it can be read again"


def test_however_little_is_held_the_pages_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    build_it(tmp_path)
    much = pages_in(tmp_path)
    forgotten: list[type] = []
    monkeypatch.setattr(keeping, "HELD", dict.fromkeys(keeping.HELD, 0))
    for kind in keeping.HELD:
        monkeypatch.setattr(kind, "forget", noting(kind.forget, forgotten))
    shutil.rmtree(tmp_path / "site")
    build_it(tmp_path)
    assert set(forgotten) == set(keeping.HELD), "every kind is let go of while pages are made"
    assert pages_in(tmp_path) == much


def noting(forget: Callable[[Any], None], forgotten: list[type]) -> Callable[[Any], None]:
    """Forget, and note what kind of thing was forgotten."""

    def note(one: Any) -> None:
        forgotten.append(type(one))
        forget(one)

    return note


def pages_in(folder: Path) -> dict[str, bytes]:
    """All that was published, by its path."""
    site = folder / "site"
    return {str(file.relative_to(site)): file.read_bytes() for file in site.rglob("*") if file.is_file()}


def build_it(folder: Path) -> Built:
    options, means = Options(search=False), Means(folder / ".dateline")
    built = build(folder, folder / "site", options, lambda stage: None, means)
    assert isinstance(built, Built)
    return built


def texts_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are read from Markdown from now on."""
    read: list[str] = []
    before = reading.read_prose

    def noted(body: str, *more: Any) -> Any:
        read.append(body.strip())
        return before(body, *more)

    monkeypatch.setattr(reading, "read_prose", noted)
    return read
