"""Every seed of the fuzzing, and a hundred inputs put together from the pieces of each target."""

import random
from collections.abc import Callable
from decimal import Decimal
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.read.decode import Decoded
from generator.read.markdown import read_prose
from tests.fuzz import search_queries
from tests.fuzz.bounded import bounded
from tests.fuzz.fact_values import LANGUAGES
from tests.fuzz.found import Found
from tests.fuzz.mutation import changed
from tests.fuzz.targets import TARGETS, module_of, seeds_of
from tests.hostile.test_nothing_lost import BODIES

pytestmark = pytest.mark.slow

MOST, LARGEST = 50, 4_096
"""Seeds of a target, and bytes of one."""


def pieces(words: str, *others: str, most: int = 12) -> st.SearchStrategy[str]:
    """Some of these one after the other, and now and then a letter of any script."""
    of = st.sampled_from((*words.split(), *others)) | st.characters(codec="utf-8")
    return st.lists(of, max_size=most).map("".join)


KEYS = pieces(
    "[ ] { } \" ' &a *a !x null ~",
    *("title: words here\n", "date: 2024-11-29\n", "source: paper\n", "name: Words\n", "kind: group\n"),
    *("facts:\n", "  - measure: a/b\n", "    value: 1\n", "    quote: more words\n", "    low: x\n"),
    *("measures:\n", "  k: {label: l}\n", "aliases: [/a/]\n", "slug: x\n", "actors: [a, b]\n", "- ", ": "),
    *("|\n", ">-\n", "<<: ", "? ", "%YAML 1.1\n", "# c\n", "\t", "\r", "\x85"),
)
VALUES = pieces(
    "0 1 9 12 1000 -1 +1 1e5 1e400 E . , - – / ? ~ % .. ½ ١ １ 2024-11-29 2024 NaN inf about million _ '",
    *(" ", "\u202f", "\n"),
    most=5,
)
SAID = pieces(
    "1,000 1 000 1.5 million two hundred dozen half thousand 27th 29/11/2024 Friday November yesterday quatre"
    " vingt-dix mille décembre einundzwanzig 一万 三千 日 年 ١٢ مليون пять тыс. treinta F-16 12:30 « “ ’ . -",
    *(" ", " ", ", ", " y ", " Uhr", "\u202f", " »", "\n\n", "\u200b"),
)
NAMES = pieces("a aa b Army 叙利 亚 - _ ' e\u0301 İ /old/ .html", "Free ", " ", most=4)
QUERIES = pieces(
    "toll 1 000 1,000 ١٠٠٠ 叙利亚 シ المرصد SOHR İ ẞ ﬁ <b> &lt; \\ud800 % + ' ( [ * ? \" \\",
    *("{count} $&", "__proto__", " ", " ", "\u00a0", "\n", "\u200b", "\u202e"),
)
LIKELY: dict[str, st.SearchStrategy[str]] = {
    "front_matter": st.builds(
        "{}\n---\n{}---\nwords\n".format,
        st.sampled_from(("article", "summary", "actor", "source", "topic", "site")),
        KEYS,
    ),
    "markdown": BODIES,
    "fact_values": st.builds("{}\n{}\n{}".format, st.sampled_from(LANGUAGES), VALUES, SAID),
    "aliases": st.builds(
        "{}\n\n{}".format, st.lists(NAMES, max_size=8).map("\n".join), st.lists(NAMES).map(" ".join)
    ),
    "search_queries": QUERIES,
}


@pytest.mark.parametrize("name", TARGETS)
def test_no_seed_fails_its_target(name: str) -> None:
    for seed, data in seeds_of(name).items():
        with bounded():
            module_of(name).target(data)
        assert len(data) <= LARGEST, seed
    assert 20 < len(seeds_of(name)) <= MOST


@pytest.mark.parametrize("name", TARGETS)
@given(drawn=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_fails_that_is_put_together_from_what_such_inputs_hold(
    name: str, drawn: st.DataObject
) -> None:
    module_of(name).target(drawn.draw(LIKELY[name]).encode())


def is_caught(name: str, folder: Path) -> bool:
    """Whether a seed of a target fails."""
    found = Found(folder)
    for data in seeds_of(name).values():
        found.run(module_of(name).target, data)
        if found.kept:
            return True
    return False


def short(body: str, language: str) -> object:
    return read_prose(body.rpartition("\n")[0], language)


@pytest.mark.parametrize(
    ("name", "where", "broken"),
    [
        ("front_matter", "generator.read.entry.decode", lambda raw: Decoded(raw.decode())),
        (
            "front_matter",
            "generator.read.entry._problem",
            lambda entry, mistake: entry.problem("x", (), "a\nb"),
        ),
        ("front_matter", "tests.fuzz.front_matter.repr", lambda written: ""),
        ("markdown", "tests.hostile.test_nothing_lost.read_prose", short),
        ("markdown", "generator.render.weave.escape", str),
        ("markdown", "generator.render.weave._Loom._href", lambda loom, path: "javascript:x"),
        ("fact_values", "tests.fuzz.fact_values.number_of", Decimal),
        ("fact_values", "tests.fuzz.fact_values.number", lambda figure, language: f"{figure:f}"[:5]),
        ("aliases", "generator.read.mentions._is_edge", lambda text, inside, outside: True),
        ("aliases", "tests.fuzz.aliases.old_address_of", str),
        ("search_queries", "tests.fuzz.search_queries.read_as", lambda page: page.replace(b"5", b"")),
    ],
)
def test_a_program_that_is_broken_would_be_caught_by_a_seed(
    name: str, where: str, broken: Callable[..., object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(where, broken, raising=False)
    assert is_caught(name, tmp_path)


def test_a_script_that_is_broken_would_be_caught_by_a_seed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = search_queries.SCRIPT.read_text(encoding="utf-8")
    broken = tmp_path / "search.js"
    broken.write_text(script.replace('.normalize("NFKD")', ""), encoding="utf-8")
    monkeypatch.setattr(search_queries, "SCRIPT", broken)
    search_queries.running.cache_clear()
    if search_queries.running() is None:
        pytest.skip("there is no node to run it")
    caught = is_caught("search_queries", tmp_path)
    search_queries.running.cache_clear()
    assert caught


def test_a_fault_is_kept_once_by_its_place_with_the_shortest_input(tmp_path: Path) -> None:
    def target(data: bytes) -> None:
        assert len(data) < 3
        raise ValueError(data) if data == b"x" else SystemError(data)

    found = Found(tmp_path / "found")
    for data in (b"long", b"longest", b"sho", b"x", b"x"):
        found.run(target, data)
    kept = {file.name: file.read_bytes() for file in (tmp_path / "found").iterdir() if not file.suffix}
    assert sorted(kept.values()) == [b"sho", b"x"]
    assert found.runs == 5
    assert all((tmp_path / "found" / f"{name}.txt").read_text(encoding="utf-8") for name in kept)


def test_changes_at_random_are_the_same_for_the_same_seed() -> None:
    seeds = (b"one\ntwo\nthree", b"")
    first, again = (list(islice(changed(seeds, random.Random(1)), 200)) for _ in range(2))  # noqa: S311 -- no secret
    assert first == again
    assert len(set(first)) > 100
