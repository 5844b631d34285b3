"""What is published at a moment: drafts, embargoes, expiry and days are decided against one clock."""

from datetime import UTC, date, datetime

import pytest

from generator.assemble.release import Absence, absence_of, release_of
from generator.read.discover import EntryKind, InputFile
from generator.read.file import ReadFile, read_file
from generator.read.form import form_of

EIGHTEEN = datetime(2024, 11, 29, 18, tzinfo=UTC)
EMBARGO = "publish_at: 2024-11-29T18:00Z"
EXPIRY = "expires: 2024-11-29T18:00Z"


def document(*lines: str, day: str = "2024-11-29", kind: EntryKind = EntryKind.ARTICLE) -> ReadFile:
    front = "\n".join(("title: News", f"date: {day}", "source: paper", *lines))
    return read_file(
        InputFile("content/articles/a.md", kind, "a", f"---\n{front}\n---\nText.\n".encode()), "en"
    )


def why(
    *lines: str,
    as_of: date | None = None,
    now: datetime | None = None,
    drafts: bool = False,
    zone: str = "UTC",
    day: str = "2024-11-29",
) -> Absence | None:
    return absence_of(form_of(document(*lines, day=day)), release_of(as_of, now, zone, drafts=drafts))


def test_what_has_no_condition_is_always_published() -> None:
    assert why() is None
    assert why(now=EIGHTEEN) is None
    assert why(as_of=date(2024, 11, 29)) is None


@pytest.mark.parametrize(
    ("minute", "embargoed", "expired"),
    [(59, Absence.EMBARGOED, None), (60, None, Absence.EXPIRED), (61, None, Absence.EXPIRED)],
)
@pytest.mark.parametrize("how", ["as_of", "now"])
def test_embargo_and_expiry_turn_at_their_minute(
    minute: int, embargoed: Absence | None, expired: Absence | None, how: str
) -> None:
    moment = datetime(2024, 11, 29, 17 + minute // 60, minute % 60, tzinfo=UTC)
    assert why(EMBARGO, **{how: moment}) is embargoed
    assert why(EXPIRY, **{how: moment}) is expired


def test_without_a_moment_an_embargo_holds_and_nothing_has_expired() -> None:
    assert why(EMBARGO) is Absence.EMBARGOED
    assert why(EXPIRY) is None


def test_a_day_is_its_end_in_the_zone_of_the_site() -> None:
    midnight = "publish_at: 2024-11-30T00:00+01:00"
    last_minute = "publish_at: 2024-11-29T23:59+01:00"
    day = date(2024, 11, 29)
    assert why(midnight, as_of=day, zone="Europe/Paris") is Absence.EMBARGOED
    assert why(last_minute, as_of=day, zone="Europe/Paris") is None
    assert why(midnight, as_of=day, zone="UTC") is None


def test_the_end_of_a_day_is_right_where_clocks_change_that_night() -> None:
    day = date(2024, 3, 30)  # in Beirut 00:00 of the 31st does not exist
    assert release_of(day, None, "Asia/Beirut").moment == datetime(2024, 3, 30, 21, 59, 59, 999999, UTC)


def test_a_moment_leaves_out_documents_of_the_days_that_have_not_begun_where_the_site_is() -> None:
    late = datetime(2024, 11, 29, 23, 30, tzinfo=UTC)
    assert why(day="2024-11-30", as_of=late) is Absence.LATER
    assert why(day="2024-11-30", as_of=late, zone="Asia/Damascus") is None
    assert release_of(late, None, "Asia/Damascus").today == date(2024, 11, 30)


def test_that_it_is_today_leaves_out_no_document_of_tomorrow() -> None:
    assert why(day="2030-01-01", now=EIGHTEEN) is None
    release = release_of(None, EIGHTEEN, "Pacific/Auckland")
    assert (release.today, release.last_day) == (date(2024, 11, 30), None)


def test_what_was_asked_for_counts_and_not_the_clock() -> None:
    assert why(EXPIRY, as_of=date(2024, 11, 28), now=EIGHTEEN, day="2024-11-28") is None
    assert why(EMBARGO, as_of=date(2024, 11, 28), now=EIGHTEEN, day="2024-11-28") is Absence.EMBARGOED


def test_drafts_shows_drafts_and_the_embargoed_but_nothing_expired_and_no_later_day() -> None:
    assert why("draft: true", now=EIGHTEEN) is Absence.DRAFT
    assert why("draft: true", now=EIGHTEEN, drafts=True) is None
    assert why("publish_at: 2030-01-01T00:00Z", now=EIGHTEEN, drafts=True) is None
    assert why("draft: true", EXPIRY, now=EIGHTEEN, drafts=True) is Absence.EXPIRED
    assert why("draft: true", as_of=date(2024, 11, 28), drafts=True) is Absence.LATER


@pytest.mark.parametrize("broken", ["title: [", "title: News\ndate: soon", "title: a\ntitle: b\nx: &y"])
def test_a_draft_is_a_draft_even_when_the_rest_of_it_cannot_be_read(broken: str) -> None:
    raw = f"---\n{broken}\ndraft:  true  # not yet\n---\nText.\n".encode()
    file = read_file(InputFile("content/articles/a.md", EntryKind.ARTICLE, "a", raw), "en")
    assert file.entry.written is None
    assert absence_of(form_of(file), release_of(None, None, "UTC")) is Absence.DRAFT
    assert absence_of(form_of(file), release_of(None, None, "UTC", drafts=True)) is None


def test_a_text_that_speaks_of_drafts_does_not_make_a_broken_file_one() -> None:
    for front in ("title: [", "title: [\n  draft: true", "title: [\ndraft: false"):
        raw = f"---\n{front}\n---\ndraft: true\n".encode()
        file = read_file(InputFile("content/articles/a.md", EntryKind.ARTICLE, "a", raw), "en")
        assert absence_of(form_of(file), release_of(None, None, "UTC")) is None
