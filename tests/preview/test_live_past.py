"""What is judged when it is asked for is what would have been judged at once."""

from datetime import timedelta

import pytest

from generator.judged import judged_through_time
from generator.memo import Memory
from generator.pages.plan import plan
from generator.preview.past import History, WhenAsked
from tests.archive import Examined, examined
from tests.preview.test_live_archive import GROWN


def test_the_past_is_the_same_whether_judged_at_once_or_when_asked(sample: Examined):
    archive, whole = sample.archive, judged_through_time(sample.archive, Memory())
    asked = WhenAsked(sample.verdicts, History(archive))
    assert asked.now == whole.now
    assert list(asked.history) == list(archive.measures)
    for measure, states in whole.history.items():
        assert len(asked.history[measure]) == len(states)
        assert [asked.history[measure][place] for place in range(len(states))] == list(states)
        assert list(asked.history[measure]) == list(states)
        for day in {state.day for state in states}:
            for near in (day - timedelta(days=1), day, day + timedelta(days=1)):
                assert asked.known(measure, near) == whole.known(measure, near)
                assert asked.before(measure, near) == whole.before(measure, near)


@pytest.mark.slow
def test_pages_are_the_same_whichever_past_they_see(sample: Examined):
    asked = WhenAsked(sample.verdicts, History(sample.archive))
    views = {page.path: page.view for page in plan(sample.archive, asked)}
    assert views == {page.path: page.view for page in plan(sample.archive, sample.judged)}


def test_what_was_judged_is_kept_where_no_figure_changed():
    one, two = examined(GROWN), examined(GROWN)
    before = History(one.archive)
    first = before["war/killed"][0]
    after = History(two.archive, before)
    assert after["war/killed"][0].verdict is first.verdict
    other = {
        **GROWN,
        "articles/2024-11-28-text.md": GROWN["articles/2024-11-28-text.md"].replace("28,", "29,"),
    }
    changed = examined(other)
    again = History(changed.archive, before)
    assert again["war/killed"][0].verdict is not first.verdict
