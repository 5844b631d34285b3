"""A page finds the files of the theme that it was made with, however often the theme changes meanwhile."""

import re

import pytest
from msgspec.structs import replace

from generator.preview.current import ASSETS, KEPT, Current
from generator.preview.snapshot import Snapshot
from tests.preview.living import SMALL, living

pytestmark = pytest.mark.slow

ADDRESS = re.compile(r'(?:href|src)="[./]*(assets/[^"]+)"')


def snapshot_in(told) -> Snapshot:
    snapshot = told.live._current.snapshot
    assert snapshot is not None
    return snapshot


def changed(snapshot: Snapshot, number: int) -> Snapshot:
    """The snapshot in a theme with other style sheets and scripts."""
    theme = snapshot.theme
    names = {file: file.replace(".", f".{number}.", 1) for file in theme.assets}
    other = replace(
        theme,
        digest=f"{number}",
        assets={names[file]: content + b" " for file, content in theme.assets.items()},
        addresses={name: f"/{names[path[1:]]}" for name, path in theme.addresses.items()},
    )
    return Snapshot(
        snapshot._folder, snapshot.archive, snapshot.verdicts, other, snapshot.sources, snapshot.gathered
    )


def test_pages_that_load_while_the_theme_changes_find_all_their_files(tmp_path):
    with living(tmp_path, SMALL) as told:
        first = snapshot_in(told)
        for number in range(10):
            page = told.page()
            addresses = ADDRESS.findall(page)
            assert any(address.endswith(".css") for address in addresses)
            told.live._current.show(changed(first, number))
            missing = [address for address in addresses if told.live.served(f"/{address}") is None]
            assert missing == []


def test_files_of_a_theme_are_kept_for_a_minute_and_not_for_ever(tmp_path):
    now = 0.0
    with living(tmp_path, SMALL) as told:
        first = snapshot_in(told)
    current = Current(lambda: now)
    current.show(first)
    rounds = 2 * ASSETS // len(first.theme.assets)
    for number in range(rounds):
        current.show(changed(first, number))
    assert len(current.assets) > ASSETS
    assert first.theme.assets.items() <= current.assets.items()
    now = KEPT
    current.show(changed(first, rounds))
    assert len(current.assets) <= ASSETS
    assert not first.theme.assets.keys() & current.assets.keys()
