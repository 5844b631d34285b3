"""An editor is told of actors in the front matter whom the text does not name."""

from tests.archive import PLACES, actor, article, md, topic
from tests.checks.told import found, told

BASE = PLACES | {
    "actors/russia.md": actor("Russia", "aliases: [Moscow, Москва]", "state"),
    "actors/lavrov.md": actor("Sergey Lavrov", "speaks_for: russia", "person"),
    "topics/war.md": topic("killed: {label: Killed}"),
}


def silent(text: str):
    return told(BASE | {"articles/a.md": text}, "actor-not-in-text")


def test_an_actor_whom_the_text_does_not_name_is_a_warning_at_its_entry():
    (problem,) = found(
        BASE | {"articles/a.md": article(more="actors: [lavrov, moscow]", body="Sergey Lavrovs plane.")},
        "actor-not-in-text",
    )[1:]
    assert (problem.mark.line, problem.mark.column, problem.mark.length) == (5, 18, 6)
    assert problem.message == "the text does not name Russia"
    assert problem.hint == (
        'it was looked for as "Russia", "Moscow", "Москва"; add the text\'s word for it to '
        "content/actors/russia.md, or delete it here"
    )


def test_a_name_in_any_script_is_enough():
    assert silent(article(more="actors: [russia]", body="Москва sent planes.")) == []


def test_the_title_and_the_takeaways_count_as_text():
    assert silent(article(more="actors: [russia]", title="Moscow sends planes")) == []
    front = "title: Week\ndate: 2024-11-29\nsource: paper\nactors: [russia]\n"
    front += "takeaways: [{text: Russia sent planes.}]"
    assert told(BASE | {"summaries/week.md": md(front)}, "actor-not-in-text") == []


def test_a_loose_name_is_enough_for_the_actor_that_is_listed():
    files = BASE | {"actors/russia.md": actor("Russia", "loose: [planes]", "state")}
    text = article(more="actors: [russia]", body="Then planes came.")
    assert told(files | {"articles/a.md": text}, "actor-not-in-text") == []
    assert told(files | {"articles/a.md": text}, "loose-name") == []


def test_whoever_speaks_in_a_fact_need_not_be_named():
    fact = "measure: war/killed, value: 3, according_to: "
    assert silent(article(f"{fact}russia", more="actors: [russia]")) == []
    assert silent(article(f"{fact}null, via: [russia]", more="actors: [russia]")) == []


def test_whoever_is_spoken_for_by_somebody_named_need_not_be_named():
    assert silent(article(more="actors: [russia]", body="Sergey Lavrov said so.")) == []
    assert silent(article(more="actors: [lavrov]", body="Russia said so.")) == [
        "articles/a.md:5:10 lavrov: the text does not name Sergey Lavrov"
    ]
