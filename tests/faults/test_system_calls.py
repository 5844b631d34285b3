"""What the kernel refuses, or kills, at any call by which publishing changes the folder."""

import signal
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from generator.model.page import Imprint
from generator.publish import Lines, publish, republish
from generator.publish.journal import read_journal
from generator.publish.paths import MANIFEST
from generator.publish.recover import recovered
from tests.faults import straced
from tests.publish.test_faults import NEW, OLD, STRANGER, is_whole, laid

ENOUGH = 200

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not straced.is_possible(), reason="needs strace, and leave to use it"),
]


def republish_all(site: Mapping[str, bytes], output: Path) -> None:
    """Exchange what is another file, as where all others are known to stand."""
    lines = Lines.of((output / MANIFEST).read_bytes())
    changed = {path: content for path, content in site.items() if lines.imprint(path) != Imprint.of(content)}
    republish(changed, lines.files.keys() - site.keys(), output, lines)


@pytest.mark.parametrize("put", [publish, republish_all])
def test_a_kill_at_every_rename_link_removal_and_new_folder_leaves_one_site_or_a_journal(
    put: Callable[[Mapping[str, bytes], Path], object], tmp_path: Path
) -> None:
    kills, with_journal = 0, 0
    for call in straced.CALLS:
        for when in range(1, ENOUGH):
            output = laid(tmp_path / f"{call}-{when}", OLD)
            code = straced.with_fault(partial(put, NEW, output), call, f"signal=KILL:when={when}")
            with_journal += read_journal(output) is not None
            recovered(output)
            assert is_whole(output, OLD, STRANGER) or is_whole(output, NEW, STRANGER), (call, when)
            publish(NEW, output)
            assert is_whole(output, NEW, STRANGER)
            if code == 0:
                break
            assert code == -signal.SIGKILL
            kills += 1
        else:
            pytest.fail("never let through")
    assert kills > len(OLD | NEW) * 4
    assert with_journal > len(OLD | NEW)


@pytest.mark.parametrize("name", ["ENOSPC", "EIO", "EACCES", "EMFILE"])
@pytest.mark.parametrize("call", ["write", "openat", "fsync", "rename", "link"])
def test_the_nth_call_that_fails_once_leaves_the_site_as_it_was(tmp_path: Path, call: str, name: str) -> None:
    refused = 0
    for when in (1, 3, 8):
        output = laid(tmp_path / str(when), OLD)
        told = tmp_path / f"{when}.txt"
        work = partial(publish, NEW, output)
        code = straced.with_fault(work, call, f"error={name}:when={when}", told)
        if code:
            assert (
                told.read_text(encoding="utf-8").splitlines()[-1].startswith("generator.errors.PublishError")
            )
            refused += 1
        recovered(output)
        assert is_whole(output, OLD if code else NEW, STRANGER), (when, code)
    assert refused
