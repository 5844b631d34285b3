"""The walk finds what is ours to read, and says why it leaves out the rest."""

import os
import tempfile
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.read.discover import EntryKind, discover

FOLDERS = "the folders are articles, summaries, actors, sources, topics"


def site(folder: Path, *names: str) -> Path:
    for name in ("site.yaml", *names):
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"# {name}\n", encoding="utf-8")
    return folder


def told(folder: Path) -> list[str]:
    return [
        f"{problem.file} {problem.code}: {problem.message}" + (f" ({problem.hint})" if problem.hint else "")
        for problem in discover(folder).diagnostics
    ]


def found(folder: Path) -> list[str]:
    return [file.path for file in discover(folder).files]


def test_every_folder_has_its_kind_and_is_read_to_the_bottom(tmp_path):
    names = ["articles/2024/11/a.md", "summaries/b.md", "actors/c.md", "sources/x/d.md", "topics/e.md"]
    result = discover(site(tmp_path, *names))
    assert result.diagnostics == ()
    assert [(file.path, file.kind, file.id, file.raw) for file in result.files] == [
        ("content/actors/c.md", EntryKind.ACTOR, "c", b"# actors/c.md\n"),
        ("content/articles/2024/11/a.md", EntryKind.ARTICLE, "a", b"# articles/2024/11/a.md\n"),
        ("content/site.yaml", EntryKind.SITE, "site", b"# site.yaml\n"),
        ("content/sources/x/d.md", EntryKind.SOURCE, "d", b"# sources/x/d.md\n"),
        ("content/summaries/b.md", EntryKind.SUMMARY, "b", b"# summaries/b.md\n"),
        ("content/topics/e.md", EntryKind.TOPIC, "e", b"# topics/e.md\n"),
    ]


def test_what_editors_and_systems_leave_behind_is_not_read(tmp_path):
    noise = [
        ".hidden.md", "a.md~", ".a.md.swp", ".#a.md", "#a.md#", "Thumbs.db", "4913", ".git/a.md",
        "old~/a.md", "photo.jpg", ".DS_Store",
    ]  # fmt: skip
    folder = site(
        tmp_path, "articles/a.md", *(f"articles/{name}" for name in noise), "notes.txt", "img/a.png"
    )
    assert found(folder) == ["content/articles/a.md", "content/site.yaml"]
    assert told(folder) == []


def test_a_folder_without_content_is_a_wrong_call(tmp_path):
    with pytest.raises(UsageError, match="there is no content/ folder here") as caught:
        discover(tmp_path)
    assert caught.value.hint == (
        "run this in the folder that holds content/, name that folder, or begin one: dateline init DIR"
    )


def test_a_missing_site_yaml_is_told(tmp_path):
    (tmp_path / "content").mkdir()
    assert told(tmp_path) == [
        "content/site.yaml missing-site: there is no site.yaml (write one with a title: and a base_url:)"
    ]
    (tmp_path / "content" / "site.yml").touch()
    assert told(tmp_path) == [
        "content/site.yaml missing-site: there is no site.yaml (rename site.yml to site.yaml)"
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("article/a.md", "content/article/ means nothing (did you mean content/articles/?)"),
        ("foo/deep/x.md", f"content/foo/ means nothing ({FOLDERS})"),
        ("x.md", f"no file is read here ({FOLDERS})"),
    ],
)
def test_a_text_in_a_folder_that_means_nothing_is_told(tmp_path, name, message):
    assert told(site(tmp_path, name)) == [f"content/{name} stray-file: {message}"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Edge of Aleppo.md", '"Edge of Aleppo" is not an id (rename the file to edge-of-aleppo.md)'),
        ("A.md", '"A" is not an id (rename the file to a.md)'),
        ("con.md", '"con" is a device on Windows (rename it with a to z, 0 to 9 and hyphens)'),
        ("lpt9.md", '"lpt9" is a device on Windows (rename it with a to z, 0 to 9 and hyphens)'),
        ("index.md", '"index" names a part of every site (rename it with a to z, 0 to 9 and hyphens)'),
        ("حلب.md", '"حلب" is not an id (rename it with a to z, 0 to 9 and hyphens)'),
        ("a.MD", "the name must end in .md (write the ending in small letters)"),
        (" a.md", '" a" is not an id (rename the file to a.md)'),
    ],
)
def test_a_name_that_is_no_id_is_told(tmp_path, name, message):
    folder = site(tmp_path, f"articles/{name}")
    assert told(folder) == [f"content/articles/{name} bad-name: {message}"]
    assert found(folder) == ["content/site.yaml"]


def test_a_name_that_is_no_text_can_still_be_printed(tmp_path):
    folder = site(tmp_path, "articles/a.md")
    for name in (b"caf\xe9.md", b"new\nline.md"):
        Path(os.fsdecode(os.fsencode(folder / "content/articles") + b"/" + name)).touch()
    assert told(folder) == [
        'content/articles/caf\\xe9.md bad-name: "caf\\xe9" is not an id (rename the file to caf-xe9.md)',
        'content/articles/new\\x0aline.md bad-name: "new\\x0aline" is not an id '
        "(rename the file to new-x0aline.md)",
    ]


def test_articles_and_summaries_share_their_ids(tmp_path):
    folder = site(
        tmp_path, "articles/1/a.md", "articles/2/a.md", "summaries/a.md", "actors/a.md", "topics/a.md"
    )
    taken = 'duplicate-id: the id "a" is taken by content/articles/1/a.md (rename one of them)'
    assert told(folder) == [f"content/articles/2/a.md {taken}", f"content/summaries/a.md {taken}"]
    assert found(folder) == [
        "content/actors/a.md", "content/articles/1/a.md", "content/site.yaml", "content/topics/a.md",
    ]  # fmt: skip


def test_a_link_may_not_leave_the_content(tmp_path):
    folder = site(tmp_path, "articles/a.md", "articles/.store/kept.md")
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    articles = folder / "content" / "articles"
    (articles / "out.md").symlink_to(tmp_path / "secret.md")
    (articles / "in.md").symlink_to(articles / ".store" / "kept.md")
    (articles / "gone.md").symlink_to("nowhere.md")
    (articles / "self.md").symlink_to("self.md")
    (articles / "loop").symlink_to("..")
    (articles / "away").symlink_to(tmp_path)
    assert told(folder) == [
        "content/articles/away leaves-content: this link leaves content/ (put the folder itself here)",
        "content/articles/gone.md unreadable: this file cannot be read: "
        "it leads nowhere, or was just deleted",
        "content/articles/loop linked-folder: this link leads back into content/ "
        "(delete it; the folder is read where it stands)",
        "content/articles/out.md leaves-content: this link leaves content/ (put a copy here)",
        "content/articles/self.md unreadable: this file cannot be read: it is a link to itself",
    ]
    assert found(folder) == ["content/articles/a.md", "content/articles/in.md", "content/site.yaml"]


def test_a_folder_or_a_pipe_with_the_name_of_a_text_is_told(tmp_path):
    folder = site(tmp_path, "articles/x.md/a.md")
    os.mkfifo(folder / "content/articles/pipe.md")
    assert told(folder) == [
        "content/articles/pipe.md not-a-file: this is not a file (delete it)",
        "content/articles/x.md not-a-file: this is a folder, not a file (rename it without .md)",
    ]
    assert found(folder) == ["content/articles/x.md/a.md", "content/site.yaml"]


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    folder = site(tmp_path, "articles/a.md", "articles/b.md")
    os.truncate(folder / "content/articles/a.md", 1024 * 1024)
    os.truncate(folder / "content/articles/b.md", 2 * 1024**3)
    assert told(folder) == ["content/articles/b.md too-large: the file is larger than 1 MiB (split it)"]
    assert found(folder) == ["content/articles/a.md", "content/site.yaml"]


@pytest.mark.parametrize(("changes", "files"), [(1, ["content/site.yaml", "content/topics/a.md"]), (9, [])])
def test_a_file_that_changes_while_it_is_read_is_read_once_more(tmp_path, monkeypatch, changes, files):
    folder = site(tmp_path, "topics/a.md")
    left = {"site.yaml": changes, "a.md": changes}
    whole = Path.open

    def growing(path, *args, **kwargs):
        stream = whole(path, *args, **kwargs)
        if left[path.name] > 0:
            left[path.name] -= 1
            os.truncate(path, path.stat().st_size + 1)
        return stream

    monkeypatch.setattr(Path, "open", growing)
    result = discover(folder)
    assert [file.path for file in result.files] == files
    assert len(result.files) + len(result.diagnostics) == 2
    assert {problem.message for problem in result.diagnostics} <= {"the file changed while it was read"}


@pytest.fixture
def nobody():
    """A folder that everybody may enter, for a reader without special rights."""
    with tempfile.TemporaryDirectory() as name:
        folder, root = Path(name), os.geteuid() == 0
        folder.chmod(0o755)
        yield folder, (lambda: os.seteuid(65534)) if root else (lambda: None)
        if root:
            os.seteuid(0)
        for path in folder.glob("content/*/"):
            path.chmod(0o755)


def test_what_may_not_be_read_is_told(nobody):
    folder, give_up_rights = nobody
    site(folder, "actors/a.md", "articles/a.md", "sources/a.md", "topics/a.md")
    (folder / "content/articles/a.md").chmod(0)
    (folder / "content/sources").chmod(0)
    (folder / "content/topics").chmod(0o444)
    give_up_rights()
    assert told(folder) == [
        "content/articles/a.md unreadable: this file cannot be read: permission denied",
        "content/sources unreadable: this folder cannot be read: permission denied",
        "content/topics/a.md unreadable: this file cannot be read: permission denied",
    ]
    assert found(folder) == ["content/actors/a.md", "content/site.yaml"]


def test_the_order_and_the_paths_do_not_depend_on_the_place(tmp_path):
    names = [f"articles/{letter}/{letter}{number}.md" for letter in "cab" for number in range(3)]
    here, there = site(tmp_path / "here", *names), site(tmp_path / "there" / "deep", *reversed(names))
    assert discover(here) == discover(there)
    assert found(here) == sorted(found(here))
