"""What a page looks at in the archive, and so how few pages an edit makes again."""

from generator.examined import Examined
from generator.exports.all import export
from generator.exports.published import Published
from generator.memo.glass import Glass
from generator.model.page import Page

WHOLE = {"documents", "facts", "document", "by_day", "by_topic", "by_source", "texts"}
"""Tables of documents, or of all of something."""


def looked_at(sample: Examined, page: Page) -> set[str]:
    """The tables that a page looks at."""
    glass = Glass(sample.archive, sample.judged)
    page.make.func(glass, glass.judged, *page.make.args[2:])
    return {name for name, _ in glass.looked()}


def test_a_measure_looks_at_the_way_to_a_document_and_not_at_the_document(
    sample: Examined, sample_pages: dict[str, Page]
) -> None:
    measures = [page for page in sample_pages.values() if page.template == "measure.html"]
    for page in (*measures, sample_pages["/facts/"]):
        assert not looked_at(sample, page) & WHOLE, page.path


def test_calendars_and_lists_of_names_look_at_no_document(
    sample: Examined, sample_pages: dict[str, Page]
) -> None:
    for path in ("/2024/", "/actors/", "/sources/", "/topics/", "/search/"):
        assert not looked_at(sample, sample_pages[path]) & WHOLE, path


def test_home_looks_at_the_days_that_it_shows_alone(sample: Examined, sample_pages: dict[str, Page]) -> None:
    glass = Glass(sample.archive, sample.judged)
    page = sample_pages["/"]
    page.make.func(glass, glass.judged, *page.make.args[2:])
    looks = glass.looked()
    assert {key for name, key in looks if name == "by_day"} == set(sample.archive.by_day), "it has three days"
    assert not {name for name, _ in looks} & {"documents", "facts", "by_topic", "texts"}


def test_exports_of_figures_look_at_no_document(sample: Examined) -> None:
    files = export(Published(sample.archive, sample.judged, (), "1"))
    for file in files:
        if file.path.startswith("facts") or file.path == "actors.json":
            glass = Glass(sample.archive, sample.judged)
            file.make.func(Published(glass, glass.judged, (), "1"), *file.make.args[1:])
            assert not {name for name, _ in glass.looked()} & WHOLE, file.path
