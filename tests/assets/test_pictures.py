"""Pictures and files of an archive on the built site."""

from pathlib import Path

import pytest
from lxml import html

from generator.asked import Options, Remembered
from generator.assemble.assets import published_assets
from generator.build import Built, build
from generator.errors import PublishError
from generator.examined import examine
from generator.model.archive import Archive
from generator.publish.assets import asset_files
from tests.archive import Files, article, built, examined, md, write
from tests.links.archive import AROUND, DRAFT, linking, png, told

pytestmark = pytest.mark.slow

TEXT = """\
See [the day before](2024-11-28-start.md) and [the list](../assets/list.csv).

![Map of the *front*](../assets/maps/front.png "The front, drawn on 29 November")

A sign ![cross](/files/cross.png 'a "sign"') in a line, and one elsewhere: ![far](https://example.org/far.png).
"""
ASSETS = {"maps/front.png": png(640, 480), "cross.png": png(16, 16), "list.csv": b"a,b\n1,2\n"}


def archive(folder: Path, files: Files, assets: dict[str, bytes]) -> Path:
    write(folder, files)
    for name, raw in assets.items():
        file = folder / "content" / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw)
    return folder


@pytest.mark.slow
def test_a_picture_in_a_paragraph_of_its_own_is_a_figure_and_needs_no_room_when_it_comes(tmp_path):
    site = tmp_path / "site"
    built(archive(tmp_path, linking(TEXT), ASSETS), site)
    page = html.parse(site / "2024/11/29/edge/index.html")
    figure, *others = page.xpath("//figure")
    assert others == []
    assert dict(figure.find("img").attrib) == {
        "src": "../../../../files/maps/front.png",
        "alt": "Map of the front",
        "width": "640",
        "height": "480",
        "loading": "lazy",
        "decoding": "async",
    }
    assert figure.findtext("figcaption") == "The front, drawn on 29 November"
    assert page.xpath("//p/img/@title") == ['a "sign"']
    assert page.xpath("//main//img/@src") == [
        "../../../../files/maps/front.png",
        "../../../../files/cross.png",
    ]
    assert page.xpath("//a[text()='far']/@href") == ["https://example.org/far.png"]
    assert page.xpath("//a[text()='the list']/@href") == ["../../../../files/list.csv"]
    published = {
        file.relative_to(site / "files").as_posix(): file.read_bytes() for file in site.glob("files/**/*.*")
    }
    assert published == ASSETS


@pytest.mark.slow
def test_under_a_base_path_every_address_stays_below_it(tmp_path):
    site = tmp_path / "site"
    options = Options(base_url="https://example.org/archive/", search=False)
    built(archive(tmp_path, linking(TEXT + "[f](/facts/)"), ASSETS), site, options)
    page = html.parse(site / "2024/11/29/edge/index.html")
    page.getroot().make_links_absolute("https://example.org/archive/2024/11/29/edge/")
    led = [*page.xpath("//div[@class='prose']//a/@href"), *page.xpath("//main//img/@src")]
    outside = [one for one in led if not one.startswith("https://example.org/archive/")]
    assert outside == ["https://example.org/far.png"]
    assert "https://example.org/archive/facts/" in led
    assert "https://example.org/archive/files/cross.png" in led


def test_what_only_a_draft_shows_is_neither_published_nor_called_unused(tmp_path):
    files = linking("Nothing.") | {
        DRAFT: article(
            day="2024-11-30", more="draft: true", body="![x](../assets/cross.png) [y](/files/list.csv)"
        )
    }
    folder = archive(tmp_path, files, ASSETS)
    site = tmp_path / "site"
    built(folder, site)
    assert not (site / "files").exists()
    problems = examine(folder, Options(), lambda stage: None).diagnostics
    assert [problem.file for problem in problems if problem.code == "unused-asset"] == [
        "content/assets/maps/front.png"
    ]


@pytest.mark.slow
def test_a_picture_is_removed_from_the_site_when_no_text_shows_it_any_more(tmp_path):
    site = tmp_path / "site"
    built(archive(tmp_path, linking(TEXT), ASSETS), site)
    built(write(tmp_path, linking(TEXT.replace("maps/front", "maps/../../assets/cross"))), site)
    assert sorted(file.name for file in site.glob("files/**/*.*")) == ["cross.png", "list.csv"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "![Map](../assets/maps/frnt.png)",
            "8 missing-asset: there is no picture ../assets/maps/frnt.png "
            '(did you mean "../assets/maps/front.png"?)',
        ),
        (
            "[Map](front.png)",
            '7 missing-asset: there is no file front.png (did you mean "../assets/maps/front.png"?)',
        ),
        (
            "![Map](../assets/nothing.jpg)",
            "8 missing-asset: there is no picture ../assets/nothing.jpg "
            "(put it into content/assets/ and write the path from this file: ../assets/map.png)",
        ),
        (
            "![Map](../assets/plan.tiff)",
            "8 missing-asset: there is no picture ../assets/plan.tiff "
            "(a picture is one of avif, gif, jpeg, jpg, png, webp)",
        ),
        ("![Map](/files/frontier.gif)", "8 missing-asset: there is no picture /files/frontier.gif"),
    ],
)
def test_a_picture_that_is_not_there_is_an_error_with_the_one_that_was_meant(tmp_path, text, line):
    folder = archive(tmp_path, linking(text), ASSETS)
    (problem,) = [
        one
        for one in examine(folder, Options(), lambda stage: None).diagnostics
        if one.code == "missing-asset"
    ]
    assert f"{problem.mark.column} {problem.code}: {problem.message} ({problem.hint})".startswith(line)


def test_a_refused_file_is_one_mistake_and_not_another_at_each_link(tmp_path):
    folder = archive(
        tmp_path, linking("![x](../assets/a.png) [y](/files/b.pdf)"), {"a.png": b"x", "b.pdf": b"x"}
    )
    problems = examine(folder, Options(), lambda stage: None).diagnostics
    assert [problem.file for problem in problems if problem.severity == "error"] == [
        "content/assets/a.png",
        "content/assets/b.pdf",
    ]


def test_a_picture_that_is_not_there_is_its_description_on_the_page(tmp_path):
    site = {"site.yaml": AROUND["site.yaml"] + "checks: {missing-asset: off}\n"}
    built(write(tmp_path, linking('![Map of <b>](gone.png "As drawn")', site)), tmp_path / "site")
    page = (tmp_path / "site/2024/11/29/edge/index.html").read_text()
    assert "<figure>Map of &lt;b&gt;<figcaption>As drawn</figcaption></figure>" in page
    assert "gone.png" not in page


def test_only_a_picture_is_shown_as_one(tmp_path):
    folder = archive(tmp_path, linking("![x](../assets/list.csv)"), ASSETS)
    codes = [one.code for one in examine(folder, Options(), lambda stage: None).diagnostics]
    assert "missing-asset" in codes


def test_a_file_that_changes_during_the_build_is_not_published(tmp_path):
    folder = archive(tmp_path, linking(TEXT), ASSETS)
    result = examine(folder, Options(), lambda stage: None)
    assert set(asset_files(published_assets(result.archive), folder)) == {f"files/{name}" for name in ASSETS}
    (folder / "content/assets/list.csv").write_text("<script>")
    with pytest.raises(PublishError, match="changed during the build"):
        asset_files(published_assets(result.archive), folder)


def test_pictures_of_profiles_are_published(tmp_path):
    files = AROUND | {"actors/sohr.md": md("name: SOHR\nkind: monitor", "![Sign](../assets/cross.png)")}
    result = build(
        archive(tmp_path, files, ASSETS), tmp_path / "site", Options(search=False), lambda stage: None
    )
    assert isinstance(result, Built)
    assert (tmp_path / "site/files/cross.png").exists()


def test_an_unchanged_archive_has_the_very_same_documents_and_texts_in_the_next_run(tmp_path):
    folder = archive(tmp_path, linking(TEXT), ASSETS)
    before = Remembered()
    first = examine(folder, Options(), lambda stage: None, before).archive
    again = examine(folder, Options(), lambda stage: None, before).archive
    assert same(first, again) == [True, True]
    assert all(one is other for one, other in zip(first.documents, again.documents, strict=True))
    assert first.actors is again.actors
    (folder / "content/assets/cross.png").unlink()
    changed = examine(folder, Options(), lambda stage: None, before).archive
    assert same(again, changed) == [True, False]
    assert all(one is other for one, other in zip(again.documents, changed.documents, strict=True))


def same(one: Archive, other: Archive) -> list[bool]:
    """Of each text, whether it is the very same one in both."""
    return [one.texts[document.id] is other.texts[document.id] for document in one.documents]


def test_alternative_text_is_asked_for_where_it_is_missing():
    assert [line.partition(":")[0] for line in told("![ ](https://example.org/a.png)")] == [
        "1 image-without-alt"
    ]
    assert (
        examined(linking("![A map](https://example.org/a.png)")).diagnostics
        == examined(linking("")).diagnostics
    )
