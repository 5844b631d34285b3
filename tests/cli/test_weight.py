"""What a build says of the weight of its pages."""

from pathlib import Path

import pytest

from generator.cli.weight import PAGE, heaviest
from tests.archive import PLACES, article, write
from tests.commandline import dateline


def test_the_heaviest_page_is_named_with_its_kind_and_its_style(tmp_path: Path):
    light, heavy = "index.html", "facts/index.html"
    _page(tmp_path / light, "home", 100)
    _page(tmp_path / heavy, "facts", 5000)
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "style.1.css").write_bytes(_noise(2000))
    weight = heaviest(tmp_path, [light, heavy], [light, heavy])
    assert weight is not None
    assert (weight.path, weight.kind, weight.is_over) == (heavy, "facts", False)
    assert 7000 < weight.page < 7300


def test_a_page_over_the_budget_is_told(tmp_path: Path):
    _page(tmp_path / "index.html", "home", PAGE)
    weight = heaviest(tmp_path, ["index.html"], ["index.html"])
    assert weight is not None
    assert weight.is_over
    assert "kB (more than 60) with its style (home, index.html)" in weight.in_words


def test_where_no_page_was_written_none_is_weighed(tmp_path: Path):
    assert heaviest(tmp_path, ["feed.xml", "assets/x.js"], ["index.html"]) is None


@pytest.mark.slow
def test_a_build_tells_of_weight_only_who_asks_for_timings(tmp_path: Path):
    write(tmp_path, PLACES | {"articles/one.md": article()})
    quiet = dateline("build", tmp_path, "--no-search")
    assert "heaviest page" not in quiet.err
    (tmp_path / "content" / "articles" / "one.md").write_text(article(title="Other news"))
    told = dateline("build", tmp_path, "--no-search", "--timings")
    assert "heaviest page written: " in told.err


def _page(file: Path, kind: str, size: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    start = f'<link rel="stylesheet" href="../assets/style.1.css"><main id="main" class="{kind}">'
    file.write_bytes(start.encode() + _noise(size))


def _noise(size: int) -> bytes:
    """Bytes that do not compress."""
    state, found = 1, bytearray()
    for _ in range(size):
        state = state * 1103515245 + 12345 & 0x7FFFFFFF
        found.append(state >> 16 & 0xFF)
    return bytes(found)
