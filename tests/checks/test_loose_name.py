"""An editor is asked whom a loose name means, once, and only where it is not clear already."""

from tests.archive import PLACES, actor, article
from tests.checks.told import found, told

BASE = PLACES | {
    "actors/hts.md": actor("HTS", "loose: [rebels, fighters]"),
    "actors/sna.md": actor("SNA", "aliases: [the other rebels]\nloose: [fighters]"),
}


def asked(body: str, more: str = ""):
    return told(BASE | {"articles/a.md": article(body=body, more=more)}, "loose-name")


def test_a_loose_name_is_a_warning_where_it_stands_first():
    assert asked("At dawn **rebels** came. More rebels came.") == [
        'articles/a.md:7:11 rebels: "rebels" may mean HTS, whom this document does not name'
    ]
    (problem,) = found(BASE | {"articles/a.md": article(body="Rebels came.")}, "loose-name")
    assert problem.hint == "add hts to actors: if it does"


def test_nothing_is_asked_where_the_actor_is_named_or_listed():
    assert asked("HTS came. The rebels stayed.") == []
    assert asked("The rebels stayed.", more="actors: [hts]") == []


def test_nothing_is_asked_about_a_name_that_several_have_or_that_is_part_of_another():
    assert asked("The fighters stayed.") == []
    assert asked("Then the other rebels came.") == []
