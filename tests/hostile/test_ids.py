"""Rows I01 to I19: names of files, ids, addresses, and where they may lead."""

import os
from pathlib import Path

import pytest

from generator.asked import Options
from generator.build import build
from generator.errors import PublishError
from generator.model.written.ids import RESERVED
from generator.publish import refuse_unsafe
from generator.read.discover import discover
from tests.archive import actor
from tests.hostile.building import WHOLE, put, said, told, typed

RULE = "use 1 to 80 of the letters a to z, the digits 0 to 9 and hyphens"
SLUG = "articles/a.md:5:7 error[not-an-id]"
RENAME = "(rename it with a to z, 0 to 9 and hyphens)"
NAMES = "(take it away from one of the two, or move it to `loose`)"


def slug(value: str) -> list[str]:
    return told({"articles/a.md": typed(f"slug: '{value}'\n")})


@pytest.mark.parametrize(
    ("value", "better"),
    [
        ("../../etc/cron.d/x", "etc-cron-d-x"),
        ("/abs", "abs"),
        ("C:\\x", "c-x"),
        ("\\\\srv\\share", "srv-share"),
        ("..", ""),
        (".", ""),
    ],
)
def test_i01_an_id_that_would_leave_its_folder_is_told(value: str, better: str) -> None:
    hint = f"(write {better}; {RULE})" if better else f"({RULE})"
    assert slug(value) == [f'{SLUG} "{value}" is not an id {hint}']


def test_i01_nothing_is_written_anywhere(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", WHOLE | {"articles/a.md": typed("slug: ../../../out\n")})
    before = sorted(tmp_path.rglob("*"))
    result = build(folder, tmp_path / "in/site", Options(search=False), lambda stage: None)
    assert [one.code for one in result.diagnostics] == ["not-an-id"]
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("value", "better"),
    [
        ("%2e%2e%2f", "2e-2e-2f"),
        ("%00", "00"),
        ("a%0ab", "a-0ab"),
        ("$(x)", "x"),
        ("`x`", "x"),
        ("-x", "x"),
        ("--help", "help"),
        ("a_b", "a-b"),
        ("a b", "a-b"),
        ("A", "a"),
    ],
)
def test_i03_an_id_has_only_small_letters_digits_and_hyphens(value: str, better: str) -> None:
    assert slug(value) == [f'{SLUG} "{value}" is not an id (write {better}; {RULE})']


def test_i03_an_id_stands_on_one_line() -> None:
    assert told({"articles/a.md": typed('slug: "a\\nb"\n')}) == [
        "articles/a.md:5:7 error[not-one-line] this text must stand on one line (join the lines)"
    ]


@pytest.mark.parametrize("value", ["con", "nul", "aux", "prn", "com0", "com1", "com9", "lpt9"])
def test_i04_a_device_of_windows_is_no_id_anywhere(value: str) -> None:
    assert slug(value) == [f'{SLUG} "{value}" is a device on Windows (choose a longer name)']
    assert told({f"actors/{value}.md": actor("A")}) == [
        f'actors/{value}.md:1:1 error[bad-name] "{value}" is a device on Windows {RENAME}'
    ]


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("CON", ""),
        ("con.md", "con-md"),
        ("NUL.txt", "nul-txt"),
        ("COM1", ""),
        ("COM¹", ""),
        ("LPT9", ""),
        ("CONIN$", "conin"),
        ("x.", "x"),
        ("x ", "x"),
        ("a:b", "a-b"),
    ],
)
def test_i04_a_name_that_windows_has_otherwise_is_no_name_of_a_file(name: str, better: str) -> None:
    hint = f"(rename the file to {better}.md)" if better else RENAME
    assert told({f"actors/{name}.md": actor("A")}) == [
        f'actors/{name}.md:1:1 error[bad-name] "{name}" is not an id {hint}'
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("ﬁle", "file"),
        ("ＡＢＣ", "abc"),
        ("ｶﾞ", "ガ"),
        ("e\u0301", "É"),
    ],
)
def test_i05_two_actors_whose_names_fold_to_one_are_told_at_the_second(one: str, other: str) -> None:
    (problem,) = told({"actors/a.md": actor(one), "actors/b.md": actor(other)})
    assert problem.startswith("actors/b.md:2:7 error[ambiguous-alias] ")
    assert problem.endswith(f"(content/actors/a.md) {NAMES}")


def test_i07_a_capital_letter_makes_no_second_file() -> None:
    assert told({"articles/A.md": typed(""), "articles/a.md": typed("")}) == [
        'articles/A.md:1:1 error[bad-name] "A" is not an id (rename the file to a.md)'
    ]


def test_i08_letters_that_look_alike_are_others_and_a_word_of_two_scripts_is_a_warning() -> None:
    names = ("İstanbul", "istanbul", "\u0430", "a", "D\u0430ta")
    assert told({f"actors/x{place}.md": actor(name) for place, name in enumerate(names)}) == [
        'actors/x4.md:2:7 warning[mixed-scripts] "D\u0430ta" mixes Latin and Cyrillic letters: '
        "\u0430 is U+0430 CYRILLIC SMALL LETTER A (type the whole word in Latin letters)"
    ]


@pytest.mark.parametrize("name", sorted(RESERVED))
def test_i09_a_part_of_every_site_is_no_id(name: str) -> None:
    assert told({f"actors/{name}.md": actor("A")}) == [
        f'actors/{name}.md:1:1 error[bad-name] "{name}" names a part of every site {RENAME}'
    ]
    assert {"404", "assets", "feed", "index", "pagefind"} <= RESERVED


def test_i09_other_names_of_the_site_are_no_ids_or_not_read() -> None:
    assert told({"actors/_headers.md": actor("A"), "actors/.git.md": actor("A")}) == [
        'actors/_headers.md:1:1 error[bad-name] "_headers" is not an id (rename the file to headers.md)'
    ]


@pytest.mark.parametrize("value", ["a" * 81, "a" * 256, "é" * 128])
def test_i11_a_long_name_is_told_before_anything_is_written(value: str) -> None:
    (problem,) = slug(value)
    better = ("a" if value[0] == "a" else "e") * 80
    assert problem == f'{SLUG} "{value[:59]}…" is not an id (write {better}; {RULE})'
    assert slug("a" * 80) == []


def test_i11_a_way_that_is_too_long_for_the_machine_is_told_at_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path, WHOLE)
    deep = folder / "content/articles"
    monkeypatch.chdir(deep.parent)
    deep.mkdir()
    for _ in range(20):
        os.chdir("articles" if Path.cwd() == deep.parent else "d" * 250)
        Path("d" * 250).mkdir()
    (problem,) = discover(folder).diagnostics
    assert (problem.code, problem.message) == (
        "unreadable",
        "this folder cannot be read: file name too long",
    )
    with pytest.raises(PublishError, match="cannot be used: File name too long"):
        refuse_unsafe(tmp_path / "/".join(["d" * 250] * 20), folder / "content")


def test_i15_an_output_folder_never_mixes_with_what_is_read(tmp_path: Path) -> None:
    folder = put(tmp_path, WHOLE | {"articles/a.md": typed("")})
    before = sorted(tmp_path.rglob("*"))
    for output in (folder / "content", folder, folder / "content/site", Path("/"), Path.home()):
        with pytest.raises(PublishError):
            build(folder, output, Options(search=False), lambda stage: None)
    assert sorted(tmp_path.rglob("*")) == before


def test_i16_an_output_folder_that_is_a_link_or_holds_files_of_others_is_refused(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", WHOLE | {"articles/a.md": typed("")})
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "diary.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "link").symlink_to(theirs)
    for output, why in ((theirs, r"diary\.txt"), (tmp_path / "link", "is a symbolic link")):
        with pytest.raises(PublishError, match=why):
            build(folder, output, Options(search=False), lambda stage: None)
    assert [file.name for file in theirs.iterdir() if file.is_file()] == ["diary.txt"]


def test_i19_two_names_of_one_file_are_two_files_that_say_the_same(tmp_path: Path) -> None:
    folder = put(tmp_path, WHOLE | {"articles/one/a.md": typed("")})
    (folder / "content/articles/two").mkdir()
    (folder / "content/articles/two/a.md").hardlink_to(folder / "content/articles/one/a.md")
    assert [said(one) for one in discover(folder).diagnostics] == [
        'articles/two/a.md:1:1 error[duplicate-id] the id "a" is taken by content/articles/one/a.md '
        "(rename one of them)"
    ]
