"""An editor is told of an actor whom others list and this document forgets."""

from tests.archive import PLACES, Files, actor, article
from tests.checks.told import found, told

BASE = PLACES | {
    "actors/russia.md": actor("Russia", "aliases: [Moscow]", "state"),
    "actors/turkey.md": actor("Turkey", kind="state"),
}


def archive(*, listing: int, leaving_out: int = 1, name: str = "Russia") -> Files:
    """Articles that name Russia, of which some list it and the others list only Turkey."""
    lists = {
        f"articles/b{n}.md": article(more="actors: [russia]", body=f"{name} came.") for n in range(listing)
    }
    leaves = {
        f"articles/a{n}.md": article(more="actors: [turkey]", body="Turkey asked Russia twice, Russia.")
        for n in range(leaving_out)
    }
    return BASE | lists | leaves


def test_an_actor_whom_three_others_list_is_a_warning_at_the_list():
    assert told(archive(listing=3), "actor-not-listed") == [
        'articles/a0.md:5:9 [turkey]: the text names Russia ("Russia"), who is not listed here'
    ]
    (problem,) = found(archive(listing=3), "actor-not-listed")
    assert problem.hint == "add russia: 3 of 3 other documents with this name list it"


def test_two_others_do_not_make_a_name_well_known():
    assert told(archive(listing=2), "actor-not-listed") == []


def test_another_name_of_the_actor_is_not_the_well_known_one():
    assert told(archive(listing=5, name="Moscow"), "actor-not-listed") == []


def test_an_archive_that_mostly_does_not_list_the_actor_is_left_in_peace():
    assert told(archive(listing=3, leaving_out=5), "actor-not-listed") == []
    assert len(told(archive(listing=3, leaving_out=3), "actor-not-listed")) == 3


def test_an_actor_that_is_named_once_in_passing_need_not_be_listed():
    once = {"articles/a.md": article(more="actors: [turkey]", body="Turkey asked Russia.")}
    assert told(archive(listing=3, leaving_out=0) | once, "actor-not-listed") == []


def test_a_document_that_lists_nobody_is_not_asked():
    files = archive(listing=3, leaving_out=0) | {"articles/a.md": article(body="Russia came.")}
    assert told(files, "actor-not-listed") == []
