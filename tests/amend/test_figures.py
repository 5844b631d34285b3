"""A figure, a title or other words of a document bear on who looks at them, and on nothing else."""

from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.amend.tables import BY_KEY, WHOLES
from generator.asked import Options
from generator.build import Built
from generator.memo.glass import TABLES
from generator.model import paging
from generator.workers import FORKS, processes
from tests.amend.test_ways import NEW, SHORT, Small, compared
from tests.archive import article, examined, md, topic
from tests.incremental.small import DAYS, beginning

pytestmark = pytest.mark.slow

MOVING = {*BY_KEY, *(name for name, _ in WHOLES)}
"""The tables that may show something else."""
KINDS = ("dead", "civilians", "soldiers")
FIGURES = ("12", "30", "31", "44")
SAID = ("", "qualifier: about", "as_of: 2024-11-27", "qualifier: at-least")


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """An archive that was built once."""
    archive = Small(tmp_path)
    assert not archive.build()[1]
    return archive


@pytest.mark.parametrize("edit", SHORT.values(), ids=SHORT)
def test_what_else_an_archive_shows_stays_as_it_was(small: Small, edit: object) -> None:
    before = examined(small.files).archive
    edit(small)  # type: ignore[operator]
    after = examined(small.files).archive
    for name in set(TABLES) - MOVING:
        assert getattr(before, name) == getattr(after, name), name


def test_without_the_checks_that_compare_figures_a_stale_print_would_go_unseen(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("generator.amend.amended"), "are_told_alike", lambda *about: True)
    small.replace(NEW, "30", "9")
    with pytest.raises(AssertionError):
        compared(small)


@pytest.mark.parametrize("table", ["document", "fact"])
def test_a_look_that_is_forgotten_is_found_out(
    small: Small, table: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = import_module("generator.amend.amended")
    looks_at = module.looks_at
    forgetting = lambda *about: (look for look in looks_at(*about) if look[0] != table)  # noqa: E731
    monkeypatch.setattr(module, "looks_at", forgetting)
    small.replace(NEW, "Sentence number 1 gives the figure 30", "Sentence number 1 now gives the figure 30")
    with pytest.raises(AssertionError):
        compared(small)


def test_a_figure_of_a_public_site_takes_the_long_way_for_its_readers_know_it(small: Small) -> None:
    record = small.folder / "site" / "published.json"
    small.options = replace(small.options, base_url="https://archive.news/", record=record)
    assert not compared(small)
    small.replace(NEW, "30", "31")
    result, was_short = small.build()
    assert not was_short
    assert "changed-without-correction" in {problem.code for problem in result.diagnostics}
    small.build()
    small.replace(NEW, "News 1", "News one")
    assert compared(small)


def family() -> dict[str, str]:
    """An archive about three measures of which one is the sum of the others."""
    files = beginning() | {
        "topics/front.md": topic(
            """
            dead: {label: Dead, unit: people, parts: [civilians, soldiers]}
            civilians: {label: Civilians, unit: people}
            soldiers: {label: Soldiers, unit: people, cumulative: true}
            """
        )
    }
    for number in range(6):
        kind, speaker = KINDS[number % 3], ("sohr", "army")[number % 2]
        fact = f"measure: front/{kind}, value: {FIGURES[number % 4]}, according_to: {speaker}"
        files[f"articles/new-{number}.md"] = article(fact, day=DAYS[number % 4], title=f"News {number}")
    files["summaries/front.md"] = md(
        f"""
        title: The front
        date: {DAYS[3]}
        source: agency
        covers: [new-0, new-3]
        takeaways:
          - {{text: They were counted., facts: [new-0#dead, new-1#civilians]}}
        """
    )
    return files


@settings(max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            st.integers(0, 5), st.sampled_from(FIGURES), st.sampled_from(SAID), st.booleans(), st.booleans()
        ),
        min_size=4,
        max_size=8,
    )
)
def test_after_any_figures_the_site_is_that_of_a_build_from_nothing(
    edits: list[tuple[int, str, str, bool, bool]],
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(paging, "LIMITS", paging.Limits(actor=3, source=3, topic=3, names=2))
        small = Small(Path(folder))
        small.options = Options(search=False, now=small.options.now)
        for path, text in family().items():
            small.put(path, text)
        for number, figure, said, titled, then in edits:
            kind, speaker = KINDS[number % 3], ("sohr", "army")[number % 2]
            fact = f"measure: front/{kind}, value: {figure}, according_to: {speaker}"
            title = f"News {number}{' again' if titled else ''}"
            text = article(f"{fact}, {said}".rstrip(", "), day=DAYS[number % 4], title=title)
            small.put(f"articles/new-{number}.md", text)
            if then:
                compared(small)
        compared(small)


@pytest.mark.skipif(not FORKS, reason="needs processes that can be forked")
def test_the_files_are_the_same_whichever_process_makes_them(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.workers.FEW", 1)
    small.workers = processes(2)
    for old, new in (("30", "31"), ("News 1", "News one"), ("31", "32")):
        small.replace(NEW, old, new)
        assert compared(small)
    small.workers = None
    small.replace(NEW, "32", "30")
    assert compared(small)


def test_few_of_many_pages_are_made_again_for_a_figure(tmp_path: Path) -> None:
    small = Small(tmp_path)
    small.build()
    small.replace(NEW, "30", "31")
    result, was_short = small.build()
    assert was_short
    assert isinstance(result, Built)
    written = set(result.published.written)
    assert {"facts.json", "facts/war/killed/index.html", "2024/11/29/new-1/index.html"} <= written
    assert not {"2024/12/02/index.html", "topics/index.html", "search/index.html"} & written
