"""Bytes at hand, files made beside the site, files that stand there: all of them can be published."""

import errno
from pathlib import Path

import pytest

from generator.errors import PublishError
from generator.model.page import Imprint
from generator.publish import Content, Drawn, Published, ReadBack, Staged, Standing, publish
from generator.publish.content import STEP, holds
from tests.publish.faults import Fault, struck


@pytest.fixture
def site(tmp_path: Path) -> dict[str, Content]:
    """One file of each sort; the one that stands in the folder was published before."""
    publish({"standing.html": b"standing"}, tmp_path / "site")
    (tmp_path / "made.html").write_bytes(b"staged")
    return {
        "bytes.html": b"bytes",
        "drawn.html": Drawn(lambda: b"drawn", Imprint.of(b"drawn")),
        "staged.html": Staged(tmp_path / "made.html", Imprint.of(b"staged")),
        "standing.html": Standing(Imprint.of(b"standing")),
    }


WRITTEN = ("bytes.html", "drawn.html", "staged.html")


def test_each_sort_takes_its_place(tmp_path: Path, site: dict[str, Content]) -> None:
    output = tmp_path / "site"
    read = ReadBack(site, output)
    assert {path: read[path] for path in read} == {path: path.partition(".")[0].encode() for path in site}
    assert len(read) == 4
    assert publish(site, output) == Published(WRITTEN, ("standing.html",), ())
    assert not (tmp_path / "made.html").exists(), "it was moved"
    assert {path: (output / path).read_bytes() for path in site} == {
        path: path.partition(".")[0].encode() for path in site
    }


def linking_fails(number: int) -> Fault:
    return Fault(0, lambda: OSError(number, "not here"))


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS, errno.EXDEV])
def test_where_files_can_have_no_second_name_they_are_copied(
    tmp_path: Path, site: dict[str, Content], number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.publish.faults.CHANGES", {"os.link"})
    monkeypatch.setattr("tests.publish.faults.WRITING", 0)
    with struck(linking_fails(number)) as fault:
        publish({"standing.html": b"new"}, tmp_path / "site")
    assert fault.seen == 2, "the old page and the old list of files"
    assert (tmp_path / "site/standing.html").read_bytes() == b"new"


def refuse_to_move(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let the file that was made beside the site not be moved."""
    renamed = Path.rename

    def refused(file: Path, place: Path) -> Path:
        if file.name == "made.html":
            raise OSError(number, "it stays there")
        return renamed(file, place)

    monkeypatch.setattr(Path, "rename", refused)


def test_a_made_file_that_cannot_be_moved_is_told(
    tmp_path: Path, site: dict[str, Content], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_move(monkeypatch, errno.EIO)
    with pytest.raises(PublishError, match=r"could not be written: .*: it stays there"):
        publish(site, tmp_path / "site")


def test_a_file_made_on_another_disk_is_copied(
    tmp_path: Path, site: dict[str, Content], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_to_move(monkeypatch, errno.EXDEV)
    assert publish(site, tmp_path / "site").written == WRITTEN
    assert (tmp_path / "site/staged.html").read_bytes() == b"staged"


def test_a_file_that_stands_already_is_never_laid_ready(tmp_path: Path) -> None:
    from generator.publish.write import lay

    with pytest.raises(ValueError, match=r"what is to be laid at .*page\.html stands already"):
        lay(Standing(Imprint.of(b"")), tmp_path / "page.html")


def test_a_file_holds_what_it_is_said_to_hold_to_the_last_byte(tmp_path: Path) -> None:
    content = bytes(2 * STEP) + b"end"
    (tmp_path / "large").write_bytes(content)
    assert holds(tmp_path / "large", Imprint.of(content))
    assert not holds(tmp_path / "large", Imprint.of(content[:-1] + b"D"))
    assert not holds(tmp_path / "large", Imprint.of(content[:-1]))
