"""`dateline new` makes one sound file and asks only a person."""

import re
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest

from generator.cli.new import new_command
from tests.archive import PLACES, actor, article, files_in, topic, write
from tests.commandline import dateline
from tests.scaffold.terminal import at_a_terminal

FILES = PLACES | {
    "sources/daily.md": "---\nname: The Daily News\nkind: newspaper\n---\n",
    "actors/sohr.md": actor("Syrian Observatory", "aliases: [SOHR]", kind="monitor"),
    "topics/war.md": topic("killed: {label: People killed, unit: people}"),
}
EDGE = ("new", "article", "The edge", "--date", "2024-11-29", "--source", "daily")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return write(tmp_path, FILES)


def test_an_article_is_made_from_options_and_only_its_path_goes_to_stdout(small: Path) -> None:
    ran = dateline(*EDGE, "--url", "https://example.org/x", "--language", "fr", "--actor", "SOHR", cwd=small)
    assert (ran.code, ran.out) == (0, "content/articles/2024-11-29-the-edge.md\n")
    assert ran.err == (
        "Next: write the text in it and run: dateline check --drafts; "
        "delete the line draft: true when it is ready\n"
    )
    text = (small / "content/articles/2024-11-29-the-edge.md").read_text(encoding="utf-8")
    for line in ("title: The edge", "source: daily", "language: fr", "actors: [sohr]", "draft: true"):
        assert f"\n{line}" in text
    assert "\nurl: https://example.org/x" in text
    assert "#   - measure: war/killed " in text


@pytest.mark.parametrize(
    "words",
    [
        EDGE,
        ("new", "summary", "In brief", "--date", "2024-11-29", "--source", "The Daily News"),
        ("new", "actor", "Ada Sample", "--kind", "person", "--speaks-for", "SOHR"),
        ("new", "source", "The Gazette", "--kind", "newspaper", "--url", "https://example.org/"),
        ("new", "topic", "The flood", "--summary", "Water: everywhere."),
    ],
)
def test_what_it_makes_passes_check_at_once(small: Path, words: tuple[str, ...]) -> None:
    before = files_in(small)
    assert dateline(*words, "--into", small).code == 0
    assert len(files_in(small)) == len(before) + 1
    ran = dateline("check", small, "--drafts")
    assert (ran.code, "error[" in ran.out) == (0, False)


def test_it_works_on_an_archive_elsewhere_and_says_how_to_go_on_there(small: Path) -> None:
    ran = dateline(*EDGE, "--into", small)
    assert ran.out == f"{small}/content/articles/2024-11-29-the-edge.md\n"
    assert f"dateline check {small} --drafts" in ran.err


def test_a_file_that_is_there_is_never_changed(small: Path) -> None:
    assert dateline(*EDGE, cwd=small).code == 0
    before = files_in(small)
    ran = dateline(*EDGE, cwd=small)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == (
        "dateline: content/articles/2024-11-29-the-edge.md is there already, and stays as it is\n"
        "  hint: open that file, or give the new one another name: --id 2024-11-29-the-edge-2\n"
    )
    assert files_in(small) == before
    assert dateline(*EDGE, "--id", "2024-11-29-the-edge-2", cwd=small).code == 0


def test_an_article_and_a_summary_cannot_have_the_same_id(small: Path) -> None:
    write(
        small,
        {"summaries/2024/2024-11-29-the-edge.md": article(more="source: daily").replace("paper", "daily")},
    )
    ran = dateline(*EDGE, cwd=small)
    assert (ran.code, ran.out) == (1, "")
    assert "content/summaries/2024/2024-11-29-the-edge.md is there already" in ran.err


def test_a_name_that_an_actor_has_already_is_not_given_twice(small: Path) -> None:
    ran = dateline("new", "actor", "sohr", "--kind", "group", "--id", "other", cwd=small)
    assert (ran.code, ran.out) == (1, "")
    assert '"sohr" is a name of content/actors/sohr.md already' in ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("article",), "TITLE is missing"),
        (("article", "X"), "--date is missing"),
        (("article", "X", "--date", "2024-11-29"), "--source is missing"),
        (("actor", "X"), "--kind is missing"),
        (("source", "X"), "--kind is missing"),
        (("topic",), "TITLE is missing"),
    ],
)
def test_without_a_terminal_a_missing_answer_is_told_by_its_option(
    small: Path, words: tuple[str, ...], told: str
) -> None:
    before = files_in(small)
    ran = dateline("new", *words, cwd=small)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"dateline: {told}\n  hint: there is no terminal to ask at; add ")
    assert files_in(small) == before


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("dayly", 'no source of this archive is called "dayly"\n  hint: did you mean "daily"? If not, '),
        ("News", '"News"\n  hint: did you mean "The Daily News"? If not, '),
        ("Le Monde", '"Le Monde"\n  hint: make it first: dateline new source "Le Monde"\n'),
    ],
)
def test_a_source_that_is_not_there_is_told_with_a_way_on(small: Path, typed: str, told: str) -> None:
    ran = dateline("new", "article", "X", "--date", "2024-11-29", "--source", typed, cwd=small)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_an_archive_without_sources_says_what_comes_first(tmp_path: Path) -> None:
    write(tmp_path, {"site.yaml": PLACES["site.yaml"]})
    ran = dateline("new", "article", "X", "--date", "2024-11-29", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        'dateline: this archive has no source yet\n  hint: make one first: dateline new source "Its name"\n'
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--date", "2024-13-01"), "the calendar has no day 2024-13-01; check the month and the day"),
        (("--url", "example.org"), "write https://example.org"),
        (("--language", "English"), "is not a language tag"),
        (("--id", "The Edge"), "write the-edge"),
        (("--actor", "SORH"), 'did you mean "SOHR"?'),
    ],
)
def test_an_answer_that_cannot_be_used_is_told_in_the_readers_words(
    small: Path, words: tuple[str, ...], told: str
) -> None:
    ran = dateline(*EDGE, *words, cwd=small)
    assert (ran.code, ran.out) == (2, "")
    assert told in " ".join(ran.err.split())


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("x" * 5_000, "a title may have 300 characters, this one has 5000"),
        ("two\nlines", "this text must stand on one line"),
        ("   ", "the text between the quotes is empty"),
        ("bell \x07", "this file would not be read back: the invisible sign U+0007 stands here"),
        ("half \udce9", "this file would not be read back: this text is not UTF-8"),
        ("!?", 'no id can be made from "!?"'),
    ],
)
def test_a_title_that_cannot_be_one_is_refused(small: Path, title: str, told: str) -> None:
    before = files_in(small)
    ran = dateline("new", "article", title, "--date", "2024-11-29", "--source", "daily", cwd=small)
    assert (ran.code, ran.out) == (2, "")
    assert told in " ".join(ran.err.split())
    assert files_in(small) == before


def test_a_title_in_another_script_makes_an_id_in_latin_letters(small: Path) -> None:
    ran = dateline("new", "topic", "Бои у Алеппо", cwd=small)
    assert (ran.code, ran.out) == (0, "content/topics/boi-u-aleppo.md\n")


def test_a_folder_without_content_is_a_wrong_call(tmp_path: Path) -> None:
    ran = dateline(*EDGE, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert "dateline init DIR" in ran.err


def test_a_mistake_in_another_file_does_not_stand_in_the_way(small: Path) -> None:
    write(
        small, {"articles/2024-11-28-broken.md": "no front matter", "actors/broken.md": "---\nname: [\n---\n"}
    )
    assert dateline(*EDGE, cwd=small).code == 0


@pytest.mark.parametrize("kind", ["article", "summary", "actor", "source", "topic"])
def test_help_of_each_kind_explains_every_option_and_gives_an_example(kind: str) -> None:
    ran = dateline("new", kind, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"  dateline new {kind} " in ran.out
    for option in new_command.commands[kind].params:
        if isinstance(option, click.Option):
            assert option.help
            assert option.opts[-1] in ran.out


@pytest.mark.slow
def test_at_a_terminal_it_asks_for_what_is_missing_until_the_answer_can_be_used(small: Path) -> None:
    answers = ["A title: quoted", "2024-02-30", "2024-11-30", "dayly", "2", "", "", "1, sohr"]
    code, shown = at_a_terminal(["new", "article"], answers, small)
    assert code == 0, shown
    today = datetime.now(UTC).date()
    assert f"Date [{today.year}-" in shown
    assert "the calendar has no day 2024-02-30" in shown
    assert "   1  The Daily News (daily)\n   2  The Paper (paper)\n" in shown
    assert 'no source is called "dayly"; did you mean "daily"?' in shown
    assert "content/articles/2024-11-30-a-title-quoted.md\n" in shown
    text = (small / "content/articles/2024-11-30-a-title-quoted.md").read_text(encoding="utf-8")
    assert '\ntitle: "A title: quoted"\n' in text
    assert "\nsource: paper\n" in text
    assert "\nactors: [sohr] " in text
    assert "\n# url: " in text


@pytest.mark.slow
def test_at_a_terminal_enter_takes_the_day_it_is_where_the_site_is(small: Path) -> None:
    write(small, {"site.yaml": PLACES["site.yaml"] + "timezone: Pacific/Kiritimati\n"})
    code, shown = at_a_terminal(["new", "article", "News", "--source", "daily"], ["", "", "", ""], small)
    assert code == 0, shown
    (made,) = (small / "content/articles").iterdir()
    found = re.search(r"Date \[(.*?)\]", shown)
    assert found is not None
    assert made.name == f"{found[1]}-news.md"
