"""A page is planned by plain keys, so that it can be remembered by what was looked up for it."""

from datetime import date
from functools import partial
from types import FunctionType

from generator.examined import Examined
from generator.model.archive import Archive
from generator.model.page import Page
from tests.archive import PLACES, article, sound


def is_plain(key: object) -> bool:
    if isinstance(key, tuple):
        return all(map(is_plain, key))
    return key is None or type(key) in {str, int, bool, date}


def test_every_page_is_a_function_of_the_archive_the_verdicts_and_plain_keys(
    sample: Examined, sample_pages: dict[str, Page]
) -> None:
    for page in sample_pages.values():
        make = page.make
        assert isinstance(make, partial), page.path
        assert isinstance(make.func, FunctionType), page.path
        assert make.func.__qualname__ == make.func.__name__, "it stands at the top of its module"
        archive, judged, *keys = make.args
        assert archive is sample.archive, page.path
        assert judged is sample.judged, page.path
        assert is_plain(tuple(keys)), page.path
        assert not make.keywords


def test_a_document_leads_to_the_one_before_and_the_one_after() -> None:
    days = ("2024-01-01", "2024-01-02", "2024-01-03")
    archive = sound(PLACES | {f"articles/{day}-a.md": article(day=day) for day in days}).archive
    assert archive.neighbours == {
        "2024-01-01-a": (None, "2024-01-02-a"),
        "2024-01-02-a": ("2024-01-01-a", "2024-01-03-a"),
        "2024-01-03-a": ("2024-01-02-a", None),
    }


def test_an_archive_without_documents_has_no_neighbours(sample: Examined) -> None:
    assert Archive(sample.archive.site).neighbours == {}


def test_a_measure_knows_what_it_is_a_part_of(sample: Examined) -> None:
    for part, wholes in sample.archive.wholes.items():
        assert all(part in sample.archive.measures[whole].parts for whole in wholes)
    assert sample.archive.wholes["aleppo-offensive/killed-civilians"] == ("aleppo-offensive/killed",)
