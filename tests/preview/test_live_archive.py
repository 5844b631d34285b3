"""The live archive serves what a build would write, and tells what changed."""

import random
import shutil
from pathlib import Path

import pytest

from generator.asked import Options
from generator.model.page import file_of
from tests.archive import ROOT, actor, article, built, files_in, topic, write
from tests.preview.living import EDGE, OPTIONS, PAGE, SMALL, Told, living, until

pytestmark = pytest.mark.slow

WORDS = ("one", "two", "three", "four", "five")
GROWN = {
    **SMALL,
    "topics/war.md": topic("killed: {label: Killed, unit: people, cumulative: true}"),
    "actors/sohr.md": actor("The Observatory"),
    "actors/hts.md": actor("The Group"),
    **{
        f"articles/2024-11-{day}-text.md": article(
            f"measure: war/killed, value: {day}, according_to: sohr",
            day=f"2024-11-{day}",
            body="The Group came. [The edge](2024-11-29-edge.md).",
        )
        for day in (27, 28)
    },
}


def differences(told: Told, folder: Path, output: Path, options: Options = OPTIONS) -> list[str]:
    """The paths at which the archive serves something else than a fresh build writes."""
    shutil.rmtree(output, ignore_errors=True)
    built(folder, output, options)
    written = files_in(output)
    paths = {
        f"/{file.removesuffix('index.html') if file.endswith('/index.html') else file}" for file in written
    }
    paths = {"/" if path == "/index.html" else path for path in paths}
    served = {path: told.live.served(path) for path in paths}
    return sorted(path for path, one in served.items() if not one or one.content != written[file_of(path)])


def test_every_path_of_the_sample_is_served_as_a_build_writes_it(tmp_path):
    shutil.copytree(ROOT / "content", tmp_path / "content")
    with living(tmp_path) as told:
        assert differences(told, tmp_path, tmp_path / "site") == []
        assert told.live.served("/nothing/") is None
        assert told.live.served("/nothing.json") is None


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_after_random_edits_everything_is_as_a_build_writes_it(tmp_path, seed):
    chance = random.Random(seed)  # noqa: S311 -- repeatable, not secret
    with living(tmp_path, GROWN) as told:
        for turn in range(12):
            for _ in range(chance.choice((1, 1, 1, 3))):
                edit(chance, tmp_path, turn)
            if chance.random() < 0.5:
                told.page(chance.choice(("/", PAGE, "/facts/", "/2024/11/28/", "/actors/hts/")))
        write(tmp_path, {"articles/2024-12-01-last.md": article(day="2024-12-01", title=f"The end {seed}")})
        assert told.shows(f"The end {seed}", "/2024/12/01/last/")
        assert told.live.settled(60)
        assert differences(told, tmp_path, tmp_path / "site") == []


def edit(chance: random.Random, folder: Path, turn: int) -> None:
    """One thing that an editor might do; the archive stays sound."""
    texts = sorted((folder / "content" / "articles").glob("*-text*.md"))
    file = chance.choice(texts)
    words = f"Turn {turn} has {chance.choice(WORDS)} words. The Observatory said so."
    match chance.randrange(8):
        case 0 | 1:
            file.write_text(f"{file.read_text()}\n{words}\n")
        case 2:
            value = chance.randrange(10, 99)
            figure = f"measure: war/killed, value: {value}, according_to: {chance.choice(('sohr', 'hts'))}"
            file.write_text(article(figure, day=file.name[:10], body=words))
        case 3:
            day = f"2024-11-{chance.randrange(10, 28)}"
            (folder / "content" / "articles" / f"{day}-text-{turn}.md").write_text(
                article(day=day, body=words)
            )
        case 4 if len(texts) > 2:
            file.unlink()
        case 5:
            file.rename(file.with_name(f"{file.name[:10]}-text-{turn}-moved.md"))
        case 6:
            write(
                folder, {"actors/hts.md": actor(f"The Group {chance.choice(WORDS)}", "aliases: [The Group]")}
            )
        case 7 if "slug" not in file.read_text():
            file.write_text(
                file.read_text().replace("title: News", "title: News\nslug: other-" + file.stem[-4:], 1)
            )


def test_the_text_of_one_document_changes_its_page_and_leaves_the_others_alone(tmp_path):
    with living(tmp_path, GROWN) as told:
        told.page(), told.page("/about/method/")
        write(tmp_path, {EDGE: article(body="The second text.", title="The edge")})
        assert told.shows("The second text.")
        assert told.live.settled(60)
        changed = [path for event in told.events[1:] if event.kind == "changed" for path in event.pages]
        assert PAGE in changed
        assert "/about/method/" not in changed
        assert told.rounds[0].files == (f"content/{EDGE}",)


def test_pages_that_show_the_saved_text_are_told_when_somebody_has_seen_them(tmp_path):
    with living(tmp_path, GROWN) as told:
        told.page("/2024/11/29/")
        write(tmp_path, {EDGE: article(body="The second text.", title="Another title")})
        assert until(lambda: any("/2024/11/29/" in event.pages for event in told.events))
        assert "Another title" in told.page("/2024/11/29/")


def test_a_page_that_is_gone_is_told(tmp_path):
    with living(tmp_path, GROWN) as told:
        told.page()
        for file in tmp_path.glob("content/articles/*.md"):
            file.unlink()
        assert until(lambda: any(event.kind == "gone" and PAGE in event.pages for event in told.events))
        assert told.live.served(PAGE) is None


def test_the_revision_grows_with_what_is_worked_in_and_not_when_nothing_changed(tmp_path):
    with living(tmp_path, SMALL) as told:
        before = told.live.revision
        write(tmp_path, {EDGE: SMALL[EDGE]})
        write(tmp_path, {"articles/2024-11-30-new.md": article(day="2024-11-30")})
        assert until(lambda: told.live.served("/2024/11/30/new/") is not None)
        assert told.live.settled(60)
        assert told.live.revision == before + 1


def test_a_draft_is_shown_and_says_so(tmp_path):
    held = article(more="publish_at: 2030-01-01T08:00:00+00:00")
    files = {**SMALL, EDGE: article(more="draft: true"), "articles/2024-11-29-held.md": held}
    with living(tmp_path, files) as told:
        page = told.live.state(PAGE).page
        assert page is not None
        assert page.draft == "Draft"
        assert page.file == f"content/{EDGE}"
        held_page = told.live.state("/2024/11/29/held/").page
        assert held_page is not None
        assert held_page.draft == "Embargoed until 1 January 2030, 08:00 (UTC)"


def test_the_list_of_changed_pages_leads_to_the_file_saved_last(tmp_path):
    with living(tmp_path, GROWN) as told:
        write(tmp_path, {EDGE: article(body="Other.", title="The edge")})
        assert told.shows("Other.")
        write(tmp_path, {"actors/hts.md": actor("The New Group", "aliases: [The Group]")})
        assert told.shows("The New Group", "/actors/hts/")
        assert until(lambda: told.live.state("/").changed[:1] != ())
        assert told.live.settled(60)
        changed = told.live.state("/").changed
        assert [page.path for page in changed] == ["/actors/hts/", PAGE, "/2024/11/29/"]
        assert changed[0].file == "content/actors/hts.md"


def test_a_large_archive_shows_its_newest_documents_while_the_others_are_read(tmp_path, monkeypatch):
    monkeypatch.setattr("generator.preview.order.FIRST", 1)
    with living(tmp_path, GROWN) as told:
        assert told.events[0].kind == "changed"
        assert told.live.revision == 2
        assert differences(told, tmp_path, tmp_path / "site") == []


def test_an_archive_that_is_being_read_says_so(tmp_path):
    from generator.preview.archive import LiveArchive

    live = LiveArchive(write(tmp_path, SMALL), OPTIONS)
    served = live.served("/")
    assert served is not None
    assert served.status == 503
    assert live.served("/assets/style.css") is None
    assert live.state("/").page is None


def test_places_lead_to_the_lines_of_the_files(tmp_path):
    text = "# A heading here\n\nThe *Group* came [to the](https://example.org/a) city.\n"
    files = {**GROWN, EDGE: article("measure: war/killed, value: 31", body=text)}
    lines = files[EDGE].split("\n")
    with living(tmp_path, files) as told:
        live = told.live

        def line(id: str, text: str = "", page: str = PAGE) -> str:
            place = live.place(page, id, text)
            assert place is not None
            return (tmp_path / place.file).read_text().split("\n")[place.line - 1]

        assert line("fact-killed") == next(one for one in lines if "war/killed" in one)
        assert (
            line("", "The Group came to the city") == "The *Group* came [to the](https://example.org/a) city."
        )
        assert line("h-a-heading-here", "whatever") == "# A heading here"
        assert line("", "", "/facts/war/killed/").strip().startswith("killed:")
        assert line("", "", "/actors/hts/") == "The text."
        assert live.place("/actors/hts/page/3/", "", "") == live.place("/actors/hts/", "", "")
        assert live.place("/actors/page/3/", "", "") is None
        assert live.place("/", "", "x") is None
        assert live.place("/nowhere/", "", "x") is None


def test_an_explanation_tells_each_step(tmp_path):
    with living(tmp_path, GROWN) as told:
        found = told.live.explained("2024-11-28-text#killed")
        assert found is not None
        assert found["printed"] == "28"
        assert found["interval"] == "[28]"
        assert found["origin"] == {
            "named": "The Observatory",
            "speaks_for": None,
            "origin": "The Observatory",
        }
        assert found["current"] is True
        assert found["counts"] is True
        names = [finding["name"] for finding in found["findings"]]  # type: ignore[attr-defined]
        assert "single-origin" in names
        assert told.live.explained("nothing#here") is None
