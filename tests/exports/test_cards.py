"""Cards: pictures that stand for pages where somebody shares them."""

from io import BytesIO

import pytest

from generator.examined import Examined
from generator.exports.cards import files
from generator.exports.published import Published
from generator.memo.glass import Glass
from tests.archive import PLACES, SITE, article, sound, topic

Image = pytest.importorskip("PIL.Image")
PUBLIC = PLACES | {"site.yaml": SITE.replace("example.org", "briefing.news")}
WAR = PUBLIC | {"topics/war.md": topic("killed: {label: Killed, unit: people}")}


def cards_of(result: Examined) -> dict[str, bytes]:
    return {file.path: file.content for file in files(Published(result.archive, result.judged, (), ""))}


def test_home_days_documents_and_measures_have_a_card_and_drafts_have_none() -> None:
    given = article("measure: war/killed, value: 9")
    result = sound(WAR | {"articles/a.md": given})
    found = cards_of(result)
    assert sorted(found) == [
        "2024/11/29/a/card.png",
        "2024/11/29/card.png",
        "card.png",
        "facts/war/killed/card.png",
    ]
    for content in found.values():
        picture = Image.open(BytesIO(content))
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert len(content) < 60_000


def test_the_same_card_is_the_same_bytes() -> None:
    files = WAR | {"articles/a.md": article(title="Fighters reach the edge")}
    assert cards_of(sound(files)) == cards_of(sound(files))


def test_another_title_is_another_card_and_leaves_those_of_the_day_as_they_are() -> None:
    one, other = (cards_of(sound(WAR | {"articles/a.md": article(title=title)})) for title in ("A", "B"))
    assert {path for path in one if one[path] != other[path]} == {"2024/11/29/a/card.png"}


@pytest.mark.slow
def test_words_and_titles_without_end_stay_on_the_card() -> None:
    for title in ("word " * 60, "x" * 300, "A"):
        found = cards_of(sound(PUBLIC | {"articles/a.md": article(title=title.strip())}))
        picture = Image.open(BytesIO(found["2024/11/29/a/card.png"])).convert("RGB")
        margin = picture.crop((1125, 20, 1200, 630))
        assert margin.getcolors() == [(75 * 610, (251, 248, 241))], title[:20]


def test_a_title_that_the_face_has_no_letters_for_has_no_card() -> None:
    titles = {"articles/a.md": article(title="المرصد"), "articles/b.md": article(title="观察")}
    assert sorted(cards_of(sound(PUBLIC | titles))) == ["2024/11/29/card.png", "card.png"]


def test_an_archive_that_nobody_can_read_yet_has_no_cards() -> None:
    assert cards_of(sound(PLACES | {"articles/a.md": article()})) == {}


def test_a_card_looks_at_the_way_to_its_document_and_not_at_the_document() -> None:
    result = sound(PUBLIC | {"articles/a.md": article()})
    for file in files(Published(result.archive, result.judged, (), "")):
        glass = Glass(result.archive, result.judged)
        file.make.func(Published(glass, glass.judged, (), ""), *file.make.args[1:])
        assert not {name for name, _ in glass.looked()} - {"site", "reference"}, file.path
