"""A new file reads back as what was meant, whatever its title, and is sound before anybody touched it."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.actor import ActorKind
from generator.model.diagnostic import Severity
from generator.model.written.ids import id_of
from generator.model.written.mistake import Mistake
from generator.model.written.text import title_of
from generator.read.discover import EntryKind, InputFile
from generator.read.entry import read_entry
from generator.scaffold.actorfile import actor_file
from generator.scaffold.documentfile import NewDocument, document_file
from generator.scaffold.known import Known, known_of
from generator.scaffold.naming import id_for
from generator.scaffold.readback import mistake_in
from generator.scaffold.scalar import scalar
from generator.scaffold.sourcefile import source_file
from generator.scaffold.topicfile import topic_file
from tests.archive import PLACES, Files, actor, examined, topic

DAY = date(2024, 11, 29)
INVISIBLE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""Signs that no front matter may hold, however it is written."""
AWKWARD = [
    "A colon: and after it",
    'She said "no"',
    "It's",
    """Both ' and " at once""",
    "# not a comment",
    "Number #1",
    "@mention",
    "- a hyphen",
    "[brackets]",
    "{braces}",
    "*star",
    "&anchor",
    "!tag",
    "| pipe",
    "> more",
    "%percent",
    "`tick",
    "back\\slash",
    "ends with a colon:",
    "1984",
    "no",
    "null",
    "~",
    "true",
    "---",
    "...",
    "? question",
    "مرحبا: بالعالم",
    "\U0001f600 a face",
    "a\ttab",
    "<<",
    "=",
    "2024-11-29",
    "x" * 300,
    'a "b" \\ c',
]


def title_in(text: str, kind: EntryKind = EntryKind.ARTICLE) -> str | None:
    entry = read_entry(InputFile("content/x.md", kind, "x", text.encode()))
    assert entry.diagnostics == ()
    return getattr(entry.written, "title", None) or getattr(entry.written, "name", None)


def files_of_all_kinds(title: str) -> dict[EntryKind, str]:
    known = Known()
    return {
        EntryKind.ARTICLE: document_file(NewDocument(EntryKind.ARTICLE, title, DAY, "paper"), known),
        EntryKind.SUMMARY: document_file(NewDocument(EntryKind.SUMMARY, title, DAY, "paper"), known),
        EntryKind.ACTOR: actor_file(title, ActorKind.GROUP),
        EntryKind.SOURCE: source_file(title, "newspaper"),
        EntryKind.TOPIC: topic_file(title, "war"),
    }


def accepted(title: str) -> bool:
    try:
        title_of(title)
    except Mistake:
        return False
    return not INVISIBLE.search(title)


@pytest.mark.parametrize("title", AWKWARD)
def test_an_awkward_title_reads_back_as_it_was_typed_in_every_kind_of_file(title: str) -> None:
    for kind, text in files_of_all_kinds(title).items():
        assert title_in(text, kind) == title


@pytest.mark.slow
@given(st.text(min_size=1, max_size=320).map(str.strip).filter(accepted))
def test_any_title_that_the_reader_accepts_reads_back_equal(title: str) -> None:
    for kind, text in files_of_all_kinds(title).items():
        assert title_in(text, kind) == title


@given(st.text(st.sampled_from(" :#'\"-[]{},&*!|>%@`\\?=~.\tab"), min_size=1, max_size=12).map(str.strip))
def test_signs_that_mean_something_to_yaml_mean_nothing_in_a_title(title: str) -> None:
    if title:
        assert title_in(files_of_all_kinds(title)[EntryKind.ARTICLE]) == title


@pytest.mark.slow
@given(st.text(min_size=1, max_size=40).map(str.strip).filter(lambda text: bool(INVISIBLE.search(text))))
def test_a_title_that_cannot_be_kept_is_refused_before_anything_is_written(title: str) -> None:
    text = files_of_all_kinds(title)[EntryKind.ARTICLE]
    assert mistake_in("content/articles/x.md", EntryKind.ARTICLE, text, title) is not None


def test_plain_words_and_addresses_are_written_without_quotes() -> None:
    assert scalar("Fighters reach the edge of Aleppo, again") == "Fighters reach the edge of Aleppo, again"
    assert scalar("https://example.org/a?b=c&d=1") == "https://example.org/a?b=c&d=1"
    assert scalar("no") == '"no"'


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Fighters reach the edge", "2024-11-29-fighters-reach-the-edge"),
        ("Öl für Straßen", "2024-11-29-ol-fur-strassen"),
        ("Łódź 2024", "2024-11-29-lodz-2024"),
        ("Бои у Алеппо", "2024-11-29-boi-u-aleppo"),
        ("حلب", "2024-11-29-hlb"),
        ("北京", "2024-11-29-beijing"),
        ("\U0001f600 A face", "2024-11-29-a-face"),
        ("\U0001f600", None),
        ("!?", None),
        ("con", None),
    ],
)
def test_the_id_comes_from_the_day_and_the_title_in_any_script(title: str, id_: str | None) -> None:
    assert id_for(title, DAY) == id_


def test_a_long_title_makes_an_id_that_ends_with_a_whole_word() -> None:
    id_ = id_for("word " * 60, DAY)
    assert id_ is not None
    assert len(id_) <= 80
    assert id_.endswith("-word")
    assert id_for("x" * 300, DAY) == f"2024-11-29-{'x' * 69}"


@given(st.text(max_size=300), st.sampled_from([None, DAY]))
def test_whatever_the_title_its_id_is_one(title: str, day: date | None) -> None:
    id_ = id_for(title, day)
    assert id_ is None or id_of(id_) == id_


WAR: Files = PLACES | {
    "topics/war.md": topic("killed: {label: People killed, unit: people}"),
    "actors/sohr.md": actor("SOHR"),
}


def known_in(files: Files) -> Known:
    kinds = {"articles": "article", "summaries": "summary", "actors": "actor", "sources": "source"}
    kinds |= {"topics": "topic", "site.yaml": "site"}
    return known_of(
        InputFile(
            f"content/{path}",
            EntryKind(kinds[path.split("/")[0]]),
            path.split("/")[-1].rsplit(".", 1)[0],
            text.encode(),
        )
        for path, text in files.items()
    )


def test_the_example_of_a_fact_names_the_archives_own_measure_and_works_once_uncommented() -> None:
    known = known_in(WAR)
    text = document_file(NewDocument(EntryKind.ARTICLE, "News", DAY, "paper"), known)
    assert "#   - measure: war/killed " in text
    filled = re.sub(r"^# (facts:|  .*)$", r"\1", text, flags=re.MULTILINE)
    filled = filled.replace("value: 0", "value: 12").replace("the words of the text", "12 people were killed")
    filled = filled.replace("Write the text here.", "SOHR says 12 people were killed.").replace(
        "draft: true", ""
    )
    result = examined(WAR | {"articles/2024-11-29-news.md": filled})
    assert [problem.message for problem in result.diagnostics if problem.severity is Severity.ERROR] == []
    (fact,) = result.archive.facts
    assert (fact.measure, str(fact.value), fact.origin) == ("war/killed", "12", "sohr")


def test_the_measures_of_a_new_topic_work_once_uncommented() -> None:
    text = re.sub(r"^# (measures:|  .*)$", r"\1", topic_file("The flood", "the-flood"), flags=re.MULTILINE)
    known = known_in(PLACES | {"topics/the-flood.md": text})
    assert [measure.id for measure in known.measures] == [
        "the-flood/killed",
        "the-flood/began",
        "the-flood/bridge",
    ]


def test_files_of_every_kind_leave_an_archive_without_mistakes() -> None:
    files = {
        EntryKind.ARTICLE: "articles/2024-11-29-news.md",
        EntryKind.SUMMARY: "summaries/2024-11-29-brief.md",
        EntryKind.ACTOR: "actors/news-people.md",
        EntryKind.SOURCE: "sources/news-paper.md",
        EntryKind.TOPIC: "topics/news.md",
    }
    made = {files[kind]: text.replace("draft: true", "") for kind, text in files_of_all_kinds("News").items()}
    result = examined(PLACES | made)
    assert [problem.message for problem in result.diagnostics if problem.severity is Severity.ERROR] == []
    assert len(result.archive.documents) == 2
