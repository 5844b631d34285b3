"""A mistake is told at once and the last good page stays; it goes when the mistake goes."""

import pytest

from generator.model.diagnostic import Severity
from tests.archive import article, write
from tests.preview.living import EDGE, PAGE, SMALL, living, until
from tests.preview.test_live_archive import GROWN

pytestmark = pytest.mark.slow

BROKEN = SMALL[EDGE].replace("title: The edge", "titel: The edge")


@pytest.mark.slow
def test_a_mistake_leaves_the_last_good_page_and_says_where_it_is(tmp_path):
    with living(tmp_path, SMALL) as told:
        good = told.page()
        write(tmp_path, {EDGE: BROKEN})
        assert until(lambda: told.errors() != [])
        assert told.live.settled(60)
        errors = told.live.state(PAGE).errors
        assert {error.file for error in errors} == {f"content/{EDGE}"}
        assert 2 in {error.mark.line for error in errors}
        assert told.page() == good
        assert "problems" in told.kinds()
        write(tmp_path, {EDGE: SMALL[EDGE]})
        assert until(lambda: told.errors() == [])


def test_while_one_file_is_broken_another_can_be_written(tmp_path):
    with living(tmp_path, GROWN) as told:
        write(tmp_path, {EDGE: BROKEN})
        assert until(lambda: told.errors() != [])
        other = "articles/2024-11-28-text.md"
        write(tmp_path, {other: GROWN[other].replace("The Group came.", "The Group left.")})
        assert told.shows("left.", "/2024/11/28/text/")
        assert told.live.settled(60)
        assert "The first text." in told.page()


def test_an_actor_that_is_broken_takes_no_pages_away(tmp_path):
    with living(tmp_path, GROWN) as told:
        assert told.page("/actors/sohr/")
        write(tmp_path, {"actors/sohr.md": "---\nnam: X\n---\n"})
        assert until(lambda: told.errors() != [])
        assert told.live.settled(60)
        assert told.page("/actors/sohr/")
        assert told.page("/2024/11/28/text/")


def test_an_archive_with_a_mistake_from_the_beginning_shows_the_rest_of_it(tmp_path):
    with living(tmp_path, {**GROWN, "actors/bad.md": "---\nnam: X\n---\n"}) as told:
        assert told.errors() != []
        write(tmp_path, {EDGE: article(body="Written all the same.")})
        assert told.shows("Written all the same.")
        write(tmp_path, {"articles/2024-11-30-new.md": article(day="2024-11-30")})
        assert until(lambda: told.page("/2024/11/30/new/") != "")


def test_warnings_are_no_errors(tmp_path):
    files = {**SMALL, "sources/unused.md": "---\nname: Nobody\nkind: newspaper\n---\n"}
    with living(tmp_path, files) as told:
        state = told.live.state(PAGE)
        assert state.errors == ()
        assert [problem.severity for problem in state.warnings] == [Severity.WARNING] * len(state.warnings)
        assert state.warnings


@pytest.mark.slow
def test_a_site_file_with_a_mistake_changes_nothing_and_one_without_changes_all(tmp_path):
    with living(tmp_path, SMALL) as told:
        write(tmp_path, {"site.yaml": "titel: Broken\n"})
        assert until(lambda: told.errors() != [])
        assert told.live.settled(60)
        assert "A small archive" in told.page("/")
        write(tmp_path, {"site.yaml": "title: A renamed archive\nbase_url: https://example.org/\n"})
        assert told.shows("A renamed archive", "/")
        assert told.shows("A renamed archive")
        assert until(lambda: told.errors() == [])
