"""The page of an actor: what it says and what is said of it are never mixed."""

from generator.model.page import Page
from generator.model.paging import LIMITS
from tests.archive import PLACES, actor, md, pages_of, sound, topic

FILES = PLACES | {
    "topics/war.md": topic("killed: {label: Killed}\nwounded: {label: Wounded}\nlost: {label: Lost}"),
    "actors/sohr.md": actor("Observatory", "aliases: [SOHR]"),
    "actors/rami.md": actor("Rami", "speaks_for: sohr"),
    "actors/hts.md": actor("Hayat", "aliases: [HTS]\nloose: [rebels]"),
    "actors/afp.md": actor("AFP"),
    "articles/2024-11-29-edge.md": md(
        """
        title: Edge
        date: 2024-11-29
        source: paper
        actors: [afp]
        facts:
          - {measure: war/killed, value: 5, according_to: Rami, via: [AFP], quote: HTS lost 5 men}
          - {measure: war/wounded, value: 9, according_to: null, quote: 9 were hurt}
          - {measure: war/lost, value: 2, according_to: HTS, quote: it had lost 2 tanks}
        """,
        "HTS lost 5 men, Rami of SOHR told AFP. In SOHR's words\n9 were hurt. "
        "The rebels say it had lost 2 tanks.",
    ),
}


def actor_pages() -> dict[str, Page]:
    return pages_of(sound(FILES))


def keys(statements) -> list[str]:
    return [statement.figure.url.partition("#fact-")[2] for statement in statements]


def test_who_speaks_and_for_whom_says_it_and_those_named_beside_are_spoken_of() -> None:
    pages = actor_pages()
    found = {
        id: (keys(pages[f"/actors/{id}/"].view.says), keys(pages[f"/actors/{id}/"].view.said_of))
        for id in ("sohr", "rami", "hts", "afp")
    }
    assert found == {
        "sohr": (["killed"], ["wounded"]),
        "rami": (["killed"], []),
        "hts": (["lost"], ["killed"]),
        "afp": ([], []),
    }


def test_no_fact_is_both_said_by_an_actor_and_said_of_it(sample_pages: dict[str, Page]) -> None:
    pages = [page.view for path, page in sample_pages.items() if path.startswith("/actors/") and path[8:]]
    assert any(page.says for page in pages)
    assert any(page.said_of for page in pages)
    for page in pages:
        assert not {line.figure.url for line in page.says} & {line.figure.url for line in page.said_of}


def test_a_mention_stands_in_its_whole_sentence_on_one_line() -> None:
    (day,) = actor_pages()["/actors/sohr/"].view.mentions
    (document,) = day.documents
    assert [
        "".join(f"[{s.text}]" if s.named else s.text for s in line.sentence) for line in document.lines
    ] == [
        "HTS lost 5 men, Rami of [SOHR] told AFP.",
        "In [SOHR]'s words 9 were hurt.",
    ]


def test_a_loose_name_is_never_linked() -> None:
    (day,) = actor_pages()["/actors/hts/"].view.mentions
    assert len(day.documents[0].lines) == 1


def test_who_appears_beside_an_actor_is_not_the_actor_itself() -> None:
    beside = actor_pages()["/actors/rami/"].view.beside
    assert [(line.actor.text, line.documents) for line in beside] == [
        ("AFP", 1),
        ("Hayat", 1),
        ("Observatory", 1),
    ]


FILES_OF_SOHR = PLACES | {"actors/sohr.md": actor("Observatory", "aliases: [SOHR]")}


def mentions_in(documents: int) -> list[tuple[int, int]]:
    """Of each of so many documents, which name the actor five times: sentences shown, and those left."""
    texts = {
        f"articles/news-{number}.md": md(
            f"title: News {number}\ndate: 2024-11-29\nsource: paper",
            " ".join(f"SOHR spoke in sentence {place}." for place in range(5)),
        )
        for number in range(documents)
    }
    (day,) = pages_of(sound(FILES_OF_SOHR | texts))["/actors/sohr/"].view.mentions
    return [(len(document.lines), document.others) for document in day.documents]


def test_of_a_document_three_sentences_are_shown_and_the_number_of_the_others() -> None:
    assert mentions_in(2) == [(3, 2)] * 2


def test_where_many_documents_name_an_actor_one_sentence_of_each_is_shown() -> None:
    assert mentions_in(LIMITS.spread + 1) == [(1, 4)] * (LIMITS.spread + 1)
