"""What `dateline build` and `check` take for the moment: --as-of, SOURCE_DATE_EPOCH, or the clock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.archive import PLACES, article, files_in, write
from tests.commandline import dateline

pytestmark = pytest.mark.slow

EVENING = int(datetime(2024, 11, 29, 18, tzinfo=UTC).timestamp())
FILES = PLACES | {
    "articles/2024-11-28-start.md": article(day="2024-11-28"),
    "articles/2024-11-29-held.md": article(more="publish_at: 2024-11-29T19:00+01:00"),
    "articles/2024-11-29-gone.md": article(more="expires: 2024-11-29T18:00Z"),
    "articles/2024-11-30-next.md": article(day="2024-11-30"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def built(folder: Path, *words: str, **env: str) -> set[str]:
    """The names of the documents of a site that is built with these words."""
    ran = dateline("build", folder, "--no-search", *words, env=env)
    assert ran.code == 0, ran.err
    pages = (path.split("/") for path in files_in(folder / "site"))
    return {parts[3] for parts in pages if len(parts) == 5 and parts[0] == "2024"}


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2024-11-28", {"start"}),
        ("2024-11-29", {"start", "held"}),
        ("2024-11-29T17:59Z", {"start", "gone"}),
        ("2024-11-29T18:00Z", {"start", "held"}),
        ("2024-11-29 18:59 Europe/Paris", {"start", "gone"}),
        ("2024-11-30", {"start", "held", "next"}),
    ],
)
def test_as_of_a_day_or_a_moment_the_site_is_what_it_was_then(
    folder: Path, as_of: str, expected: set[str]
) -> None:
    assert built(folder, "--as-of", as_of) == expected
    assert built(folder, DATELINE_AS_OF=as_of) == expected


def test_the_epoch_of_a_reproducible_build_decides_embargo_and_expiry_but_no_day(folder: Path) -> None:
    assert built(folder, SOURCE_DATE_EPOCH=str(EVENING - 1)) == {"start", "gone", "next"}
    assert built(folder, SOURCE_DATE_EPOCH=str(EVENING)) == {"start", "held", "next"}
    assert built(folder, "--as-of", "2024-11-28", SOURCE_DATE_EPOCH=str(EVENING)) == {"start"}


def test_without_either_it_is_now(folder: Path) -> None:
    now = datetime.now(UTC)
    for name, hours in (("past", -1), ("soon", 1)):
        moment = (now + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%MZ")
        write(
            folder,
            {f"articles/2024-11-27-{name}.md": article(day="2024-11-27", more=f"publish_at: {moment}")},
        )
    assert built(folder, SOURCE_DATE_EPOCH="") == {"start", "held", "next", "past"}


def test_drafts_shows_what_is_under_embargo_and_nothing_expired(folder: Path) -> None:
    assert built(folder, "--drafts", SOURCE_DATE_EPOCH=str(EVENING - 1)) == {"start", "gone", "held", "next"}
    assert built(folder, "--drafts", SOURCE_DATE_EPOCH=str(EVENING)) == {"start", "held", "next"}
    told = " ".join(dateline("build", "--help").out.split())
    assert "What has expired stays away." in told


def test_a_page_goes_when_its_document_expires(folder: Path) -> None:
    built(folder, SOURCE_DATE_EPOCH=str(EVENING - 1))
    assert (folder / "site/2024/11/29/gone/index.html").exists()
    built(folder, SOURCE_DATE_EPOCH=str(EVENING))
    assert not (folder / "site/2024/11/29/gone").exists()


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("2024-11-29T18:00", '"2024-11-29T18:00" has no time zone'),
        ("2024-11-29 25:00 Z", "the clock never shows 25:00"),
        ("tomorrow", '"tomorrow" is not a date'),
    ],
)
def test_what_is_neither_a_day_nor_a_moment_is_wrong_usage(folder: Path, wrong: str, told: str) -> None:
    ran = dateline("build", folder, "--as-of", wrong)
    assert ran.code == 2
    assert told in ran.err


@pytest.mark.parametrize("wrong", ["soon", "-1", "1.5", "9" * 30])
def test_an_epoch_that_is_none_is_wrong_usage(folder: Path, wrong: str) -> None:
    ran = dateline("build", folder, env={"SOURCE_DATE_EPOCH": wrong})
    assert ran.code == 2
    assert ran.err.startswith(f"dateline: SOURCE_DATE_EPOCH is no number of seconds since 1970: {wrong}\n")
