"""What time alone changes is shown when its moment comes, without a save."""

from datetime import UTC, datetime, timedelta

import pytest

from generator.asked import Options
from generator.assemble.due import due_after, moments_of
from generator.examined import examine
from generator.preview.archive import LiveArchive
from tests.archive import PLACES, article, write
from tests.preview.living import PATIENCE, until

NOON = datetime(2024, 11, 29, 12, tzinfo=UTC)
HELD, GOING = "/2024/11/29/held/", "/2024/11/29/going/"
FILES = PLACES | {
    "articles/2024-11-29-held.md": article(more="publish_at: 2024-11-29T13:00Z"),
    "articles/2024-11-29-going.md": article(more="expires: 2024-11-29T14:00Z"),
    "articles/2024-11-30-next.md": article(day="2024-11-30"),
}


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.mark.slow
def test_an_embargo_ends_and_a_document_expires_while_the_preview_runs(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.preview.wanted.NAP", 0.01)
    clock = Clock()
    options = Options(now=NOON - timedelta(days=1), drafts=True, search=False)
    with LiveArchive(write(tmp_path, FILES), options, clock=clock) as live:
        assert live.settled(PATIENCE)
        held = live.state(HELD).page
        assert held is not None
        assert held.draft.startswith("Embargoed until")
        assert live.served(GOING) is not None
        assert [problem.code for problem in live.state("/").warnings].count("date-in-future") == 1
        revision = live.revision
        clock.now += timedelta(minutes=59)
        assert live.settled(PATIENCE)
        assert live.revision == revision
        clock.now += timedelta(minutes=1)
        assert until(lambda: (page := live.state(HELD).page) is not None and page.draft == "")
        clock.now += timedelta(hours=1)
        assert until(lambda: live.served(GOING) is None)
        clock.now += timedelta(hours=10)
        assert until(lambda: all(problem.code != "date-in-future" for problem in live.state("/").warnings))


def test_a_day_that_was_asked_for_stays_that_day(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.preview.wanted.NAP", 0.01)
    clock = Clock()
    options = Options(as_of=NOON - timedelta(hours=1), search=False)
    with LiveArchive(write(tmp_path, FILES), options, clock=clock) as live:
        assert live.settled(PATIENCE)
        revision = live.revision
        clock.now += timedelta(days=30)
        write(tmp_path, {"articles/2024-11-28-more.md": article(day="2024-11-28")})
        assert until(lambda: live.served("/2024/11/28/more/") is not None)
        assert live.served(GOING) is not None
        assert live.revision == revision + 1


def test_the_next_moment_is_that_of_an_embargo_an_expiry_or_midnight(tmp_path):
    sources = examine(write(tmp_path, FILES), Options(now=NOON, drafts=True), lambda stage: None).sources
    moments, at = [], NOON
    for _ in range(4):
        at = due_after(at, moments_of(sources), "Europe/Berlin")
        moments.append(at)
    days = [datetime(2024, 11, day, 23, tzinfo=UTC) for day in (29, 30)]
    assert moments == [NOON + timedelta(hours=1), NOON + timedelta(hours=2), *days]
