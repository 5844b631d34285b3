"""Which pages are indexed together."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import Shard, day_of, shards_of

FIRST = date(2020, 1, 1)
Page = tuple[str, date | None, int]


def archive(days: int, each: int) -> list[Page]:
    """So many pages on each of so many days."""
    dates = [FIRST + timedelta(days=number) for number in range(days)]
    return [(f"{day:%Y/%m/%d}/text-{n}/index.html", day, 1) for day in dates for n in range(each)]


def changed(before: Iterable[Shard], after: Iterable[Shard]) -> set[str]:
    """The names of the shards that have to be indexed."""
    return {shard.name for shard in set(after) - set(before)}


paths = st.builds(
    lambda day, kind, number: (
        (f"{FIRST + timedelta(days=day):%Y/%m/%d}/t{number}/index.html", FIRST + timedelta(days=day), 1)
        if kind == "day"
        else (f"{kind}/{day}/{number}/index.html", None, 1)
    ),
    st.integers(0, 400),
    st.sampled_from(["day", "day", "actors", "facts"]),
    st.integers(0, 3),
)


@pytest.mark.slow
@given(st.lists(paths, unique=True, max_size=80), st.integers(1, 30), st.randoms())
@settings(max_examples=60)
def test_every_page_is_in_one_shard_whatever_order_they_come_in(
    pages: list[Page], largest: int, chance: st.DataObject
) -> None:
    shards = shards_of(pages, largest)
    assert sorted(path for shard in shards for path in shard.pages) == sorted(path for path, _, _ in pages)
    assert len({shard.name for shard in shards}) == len(shards)
    shuffled = sorted(pages, key=lambda page: hash((page[0], str(chance))))
    assert shards_of(shuffled, largest) == shards


@pytest.mark.slow
@given(st.lists(paths, unique=True, min_size=1, max_size=80), st.integers(1, 30))
@settings(max_examples=60)
def test_no_shard_is_too_heavy_unless_its_pages_belong_together(pages: list[Page], largest: int) -> None:
    for shard in shards_of(pages, largest):
        families = {path.rsplit("/", 2)[0] for path in shard.pages if not path[0].isdigit()}
        assert len(shard.pages) <= largest or len(families) == 1


def test_pages_without_a_day_come_first_and_the_newest_last() -> None:
    shards = shards_of([("actors/hts/index.html", None, 1), *archive(100, 3)], 40)
    days = [day_of(path) for shard in shards for path in shard.pages]
    assert days[0] is None
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert len(dated) == len(days) - 1


@pytest.mark.slow
def test_a_new_day_changes_only_the_newest_shard() -> None:
    counts = []
    for days in range(200, 260):
        before, after = shards_of(archive(days, 5), 40), shards_of(archive(days + 1, 5), 40)
        # Now and then the newest has become too heavy and is divided.
        counts.append(len(changed(before, after)))
        assert set(before[:-1]) <= set(after)
    assert max(counts) <= 2


def test_a_page_that_is_added_or_removed_in_an_old_day_changes_one_shard() -> None:
    before = archive(200, 5)
    after = [*before, ("2020/01/09/late/index.html", date(2020, 1, 9), 1)]
    assert len(changed(shards_of(before, 64), shards_of(after, 64))) == 1
    assert len(changed(shards_of(before, 64), shards_of(before[:7] + before[8:], 64))) == 1


def test_the_measures_of_a_topic_stay_together() -> None:
    pages: list[Page] = [(f"facts/topic-{n % 50}/count-{n}/index.html", None, 1) for n in range(500)]
    for shard in shards_of(pages, 60):
        for path in shard.pages:
            topic = path.split("/")[1]
            assert sum(f"/{topic}/" in other for other in shard.pages) == 10


def test_heavy_pages_make_small_shards() -> None:
    assert len(shards_of([(path, day, 10) for path, day, _ in archive(16, 1)], 40)) >= 4


def test_one_day_may_be_more_than_a_shard_holds() -> None:
    shards = shards_of(archive(1, 300), 64)
    assert len(shards) >= 5
    assert all(len(shard.pages) <= 64 for shard in shards)


def test_the_day_of_a_page_is_read_off_its_folders() -> None:
    assert day_of("2024/11/29/text/index.html") == date(2024, 11, 29)
    assert day_of("2024/13/29/index.html") is None
    assert day_of("actors/hts/index.html") is None
