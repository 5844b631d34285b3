"""`dateline verify` tells what differs between a published folder and what its build wrote."""

import errno
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.asked import Options
from generator.build import Built, build
from generator.model.fault import Fault
from generator.model.page import Imprint
from generator.publish import publish
from generator.publish.manifest import Manifest, read_manifest
from generator.publish.verify import tree_hash, verify
from generator.publish.walk import files_in as files_in_folder
from generator.search.check import check_bundle
from generator.search.packed import pack
from tests.archive import files_in, write
from tests.commandline import Ran, dateline
from tests.incremental.small import beginning

PAGE = "2024/11/29/second/index.html"


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a search, built once. It is copied before it is changed."""
    folder = write(tmp_path_factory.mktemp("archive"), beginning())
    assert isinstance(build(folder, folder / "site", Options(), lambda stage: None), Built)
    return folder / "site"


@pytest.fixture
def site(searched: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(searched, tmp_path / "site"))


def faults(ran: Ran) -> list[str]:
    """The lines about problems."""
    return ran.out.splitlines()[:-1]


@pytest.mark.slow
def test_a_site_as_it_was_built_is_whole(searched: Path) -> None:
    before = files_in(searched)
    ran = dateline("verify", searched)
    assert (ran.code, faults(ran), ran.err) == (0, [], "all is well\n")
    assert ran.out.startswith(f"{len(before)} files, tree hash ")
    assert files_in(searched) == before


@pytest.mark.slow
def test_the_folder_is_site_when_none_is_named(site: Path) -> None:
    assert dateline("verify", cwd=site.parent).code == 0


@pytest.mark.slow
def test_the_tree_hash_is_that_of_what_sha256sum_prints(searched: Path) -> None:
    paths = "\n".join(sorted(files_in(searched), key=str.encode))
    sums = subprocess.run(
        ["xargs", "-d", "\\n", "sha256sum"],
        input=paths.encode(),
        cwd=searched,
        capture_output=True,
        check=True,
    )
    whole = subprocess.run(["sha256sum"], input=sums.stdout, capture_output=True, check=True).stdout.split()[
        0
    ]
    assert dateline("verify", searched).out.split()[-1] == whole.decode()


def test_the_tree_hash_depends_on_paths_and_contents_and_on_no_order() -> None:
    one = {"a": "1" * 64, "b": "2" * 64}
    assert tree_hash(one) == tree_hash(dict(reversed(one.items())))
    assert len({tree_hash(one), tree_hash({"a": one["b"], "b": one["a"]}), tree_hash({"a": one["a"]})}) == 3


def changed(site: Path) -> None:
    (site / PAGE).write_bytes((site / PAGE).read_bytes() + b" ")


def flipped(site: Path) -> None:
    content = (site / PAGE).read_bytes()
    (site / PAGE).write_bytes(content[:-2] + bytes([content[-2] ^ 1]) + content[-1:])


def linked(site: Path) -> None:
    (site / PAGE).rename(site.parent / "elsewhere")
    (site / PAGE).symlink_to(site.parent / "elsewhere")


def linked_folder(site: Path) -> None:
    (site / "2024").rename(site.parent / "elsewhere")
    (site / "2024").symlink_to(site.parent / "elsewhere")


def foldered(site: Path) -> None:
    (site / PAGE).unlink()
    (site / PAGE).mkdir()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("harm", "message"),
    [
        (lambda site: (site / PAGE).unlink(), "is missing"),
        (changed, "bytes, and the build wrote"),
        (flipped, "holds other bytes than the build wrote, as many of them"),
        (linked, "is a symbolic link"),
        (linked_folder, "is a symbolic link, or in a folder that is one"),
        (foldered, "is not a file"),
    ],
    ids=["missing", "longer", "one bit", "link", "linked folder", "folder"],
)
def test_a_file_that_is_not_as_it_was_built_is_named_with_what_to_do(
    site: Path, harm: Callable[[Path], object], message: str
) -> None:
    harm(site)
    ran = dateline("verify", site)
    assert ran.code == 1
    (line,) = (line for line in faults(ran) if line.startswith(f"{PAGE}: ") and "leads to" not in line)
    assert message in line
    assert line.endswith("; build again, and it is written anew")
    assert "problem" in ran.err


@pytest.mark.slow
def test_a_page_that_is_missing_leaves_links_that_lead_nowhere(site: Path) -> None:
    (site / PAGE).unlink()
    assert [
        line for line in faults(dateline("verify", site)) if f"leads to {PAGE}, which is not there" in line
    ]


def test_files_that_no_build_made_are_told_unless_they_may_be_there(site: Path) -> None:
    (site / "CNAME").write_text("example.org")
    (site / "stats").mkdir()
    (site / "stats" / "a\nb.txt").write_text("x")
    (site / "out").symlink_to(site.parent)
    hint = "was not made by this build; remove it; or keep it, and name it with --allow"
    assert faults(dateline("verify", site)) == [
        f"{name}: {hint}" for name in ("CNAME", "out", "stats/a b.txt")
    ]
    assert dateline("verify", site, "--allow", "CNAME", "--allow", "stats/*", "--allow", "out").code == 0


def test_a_file_that_was_allowed_can_be_led_to(site: Path) -> None:
    manifest = read_manifest(site)
    assert manifest is not None
    (site / "facts.csv").rename(site / "kept.csv")
    files = {path: made for path, made in manifest.files.items() if path != "facts.csv"}
    (site / ".dateline.json").write_bytes(Manifest(files).encode())
    (site / "kept.csv").rename(site / "facts.csv")
    assert dateline("verify", site, "--allow", "facts.csv").code == 0


def test_what_builds_leave_in_the_folder_while_they_work_is_not_foreign(site: Path) -> None:
    for name in (".dateline.lock", ".dateline-journal.json", ".dateline-new"):
        (site / name).write_text("x")
    assert dateline("verify", site).code == 0


def test_a_build_that_has_not_finished_is_told(site: Path) -> None:
    manifest = read_manifest(site)
    assert manifest is not None
    (site / ".dateline.json").write_bytes(Manifest(manifest.files, finished=False).encode())
    ran = dateline("verify", site)
    assert (ran.code, faults(ran)) == (
        1,
        [
            ".dateline.json: says that the last build has not finished; "
            "build again: that finishes or undoes it"
        ],
    )


@pytest.mark.parametrize(
    ("list_of", "message"),
    [(None, "is missing"), (b"{", "cannot be read"), (b'{"version": 99}', "cannot be read")],
)
def test_a_folder_without_a_list_cannot_be_verified(site: Path, list_of: bytes | None, message: str) -> None:
    (site / ".dateline.json").unlink()
    if list_of is not None:
        (site / ".dateline.json").write_bytes(list_of)
    ran = dateline("verify", site)
    assert ran.code == 1
    assert message in ran.out
    assert ran.out.endswith("; name the folder that a build has written, or build again\n")


def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert dateline("verify", tmp_path / "none").code == 2


def test_a_file_that_cannot_be_read_is_named_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    publish({"a.html": b"a"}, tmp_path)
    monkeypatch.setattr("generator.publish.verify.file_digest", broken)
    found = verify(tmp_path, Manifest({"a.html": Imprint.of(b"a")}))
    assert found.faults == (
        Fault("a.html", "cannot be read: Input/output error", "build again, and it is written anew"),
    )
    assert found.files == {}


def test_a_folder_that_cannot_be_listed_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(files_in_folder(tmp_path / "none"))


def test_of_the_folder_only_files_are_read_that_are_in_it(site: Path) -> None:
    assert verify(site, Manifest({})).files == {}
    assert len(verify(site, Manifest({})).faults) == len(files_in(site))


@pytest.mark.slow
def test_the_offline_copy_is_whole_as_well(tmp_path: Path) -> None:
    folder = write(tmp_path, beginning())
    assert dateline("build", folder, "--offline", "--no-search", "--no-cache").code == 0
    ran = dateline("verify", folder / "site-offline")
    assert (ran.code, faults(ran)) == (0, [])


def without(files: dict[str, bytes], path: str) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name != path}


@pytest.mark.slow
def test_each_file_of_the_search_that_is_missing_empty_or_cut_off_is_named(searched: Path) -> None:
    files = files_in(searched)
    ours = [path for path in files if path.startswith("pagefind/")]
    assert check_bundle(files) == ()
    assert len(ours) > 10
    for path in ours:
        for damaged in (
            without(files, path),
            files | {path: b""},
            files | {path: files[path][: len(files[path]) // 2]},
        ):
            named = [fault.path for fault in check_bundle(damaged)]
            assert path in named


@pytest.mark.slow
def test_a_site_without_search_has_nothing_to_be_damaged(searched: Path) -> None:
    files = {path: content for path, content in files_in(searched).items() if "pagefind" not in path}
    assert check_bundle(files) == ()


def test_a_search_that_finds_a_page_which_is_not_there_is_told(searched: Path) -> None:
    files = files_in(searched)
    (fault,) = check_bundle(without(files, PAGE))
    assert fault.path.startswith("pagefind/fragment/")
    assert fault.message == "finds /2024/11/29/second/, which is no page of the site"


def test_only_what_has_changed_is_unpacked_where_that_is_asked_for(searched: Path) -> None:
    files = files_in(searched)
    one, other = sorted(path for path in files if "/fragment/" in path)[:2]
    damaged = files | {one: b"x", other: b"x"}
    assert [fault.path for fault in check_bundle(damaged, {one})] == [one]
    assert [fault.path for fault in check_bundle(without(files, other), ())] == [other]


@pytest.mark.parametrize("content", [b"[]", b'{"url": 1}', b"{}", b"\xff", b"[" * 100_000])
def test_a_page_of_the_search_in_another_form_is_told(searched: Path, content: bytes) -> None:
    files = files_in(searched)
    path = next(path for path in files if "/fragment/" in path)
    assert [fault.path for fault in check_bundle(files | {path: pack(content)})] == [path]


@pytest.mark.parametrize(
    "languages",
    [{}, [], {"en": {}}, {"en": {"wasm": None, "hash": "none", "page_count": 1}}, {"en": None}],
)
def test_a_list_that_names_nothing_that_is_there_is_told(searched: Path, languages: object) -> None:
    files = files_in(searched)
    entry = "pagefind/pagefind-entry.json"
    assert check_bundle(files | {entry: json.dumps({"languages": languages}).encode()})


def test_another_number_of_pages_than_the_list_says_is_told(searched: Path) -> None:
    files = files_in(searched)
    entry = "pagefind/pagefind-entry.json"
    said = json.loads(files[entry])
    said["languages"]["en"]["page_count"] += 1
    (fault,) = check_bundle(files | {entry: json.dumps(said).encode()})
    assert 'pages in the language "en"' in fault.message
