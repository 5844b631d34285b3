"""A document that was put into the archive by itself leaves everything as a look at all files would."""

import pytest

from generator.preview.saved import read_again, with_saved
from generator.preview.snapshot import Snapshot
from tests.archive import article, md, write
from tests.preview.living import EDGE, living
from tests.preview.test_live_archive import GROWN

pytestmark = pytest.mark.slow

TEXT = "articles/2024-11-28-text.md"
SAYS = "measure: war/killed, value: 28, according_to: sohr"
INDEXES = ("document", "fact", "facts", "facts_of", "by_day", "by_actor", "by_source", "by_topic", "covering")
ALIKE = {
    "another text": article(SAYS, day="2024-11-28", body="It came to nothing."),
    "other actors": article(SAYS, day="2024-11-28", body="The Observatory and The Group were there."),
    "another title": article(SAYS, day="2024-11-28", title="Other words"),
    "a link as before": article(SAYS, day="2024-11-28", body="See [that](2024-11-29-edge.md)."),
    "another figure": article(SAYS.replace("28", "21"), day="2024-11-28"),
    "another origin": article(SAYS.replace("sohr", "hts"), day="2024-11-28"),
}
DIFFERENT = {
    "a mistake": "---\ntitel: x\n---\n",
    "an unknown actor": article(SAYS.replace("sohr", "nobody"), day="2024-11-28"),
    "another day": article(SAYS, day="2024-11-26"),
    "another address": article(SAYS, day="2024-11-28", more="slug: other"),
    "an old address": article(SAYS, day="2024-11-28", more="aliases: [/old/]"),
    "no fact": article(day="2024-11-28"),
    "a decision": article(f"{SAYS}, status: retracted, on: 2024-11-29, reason: wrong", day="2024-11-28"),
    "a new link": article(SAYS, day="2024-11-28", body="See [that](2024-11-27-text.md)."),
    "a new heading": article(SAYS, day="2024-11-28", body="## A heading\n\nText."),
    "a summary": md("title: x\ndate: 2024-11-28\nsource: paper\ntakeaways: []"),
}


def snapshot_of(told) -> Snapshot:
    snapshot = told.live._current.snapshot
    assert snapshot is not None
    return snapshot


@pytest.mark.parametrize("text", ALIKE.values(), ids=ALIKE)
def test_what_is_shown_at_once_is_what_a_look_at_everything_shows(tmp_path, text):
    with living(tmp_path / "one", GROWN) as told:
        snapshot = snapshot_of(told)
        for name in INDEXES:
            assert getattr(snapshot.archive, name) is not None
        write(tmp_path / "one", {TEXT: text})
        read = read_again(snapshot, tmp_path / "one", f"content/{TEXT}")
        assert read is not None
        after = with_saved(snapshot, tmp_path / "one", read)
        assert after is not None
    with living(tmp_path / "two", GROWN | {TEXT: text}) as told:
        whole = snapshot_of(told)
        assert after.archive == whole.archive
        assert after.verdicts == whole.verdicts
        for name in INDEXES:
            assert getattr(after.archive, name) == getattr(whole.archive, name), name
        for path in whole.pages:
            assert after.served(path) == whole.served(path), path


@pytest.mark.parametrize("text", DIFFERENT.values(), ids=DIFFERENT)
def test_what_may_bear_on_more_than_the_document_waits_for_a_look_at_everything(tmp_path, text):
    with living(tmp_path, GROWN) as told:
        snapshot = snapshot_of(told)
        write(tmp_path, {TEXT: text})
        read = read_again(snapshot, tmp_path, f"content/{TEXT}")
        assert read is not None
        assert with_saved(snapshot, tmp_path, read) is None


def test_only_documents_are_read_by_themselves(tmp_path):
    with living(tmp_path, GROWN) as told:
        snapshot = snapshot_of(told)
        assert read_again(snapshot, tmp_path, "content/actors/sohr.md") is None
        assert read_again(snapshot, tmp_path, "content/articles/2024-01-01-new.md") is None
        (tmp_path / "content" / EDGE).unlink()
        assert read_again(snapshot, tmp_path, f"content/{EDGE}") is None
