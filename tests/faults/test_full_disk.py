"""A disk that fills up while a site is built; `python -m tests.faults.full` does it in finer steps."""

import os
from pathlib import Path

import pytest

from tests.faults.full import filled

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may mount a small disk"),
]


def test_at_twenty_levels_of_a_full_disk_the_site_stays_as_it_was_and_the_reason_is_told(
    tmp_path: Path,
) -> None:
    found = filled(tmp_path, [35 * level for level in range(19)] + [4000], search=False)
    assert found.broken == []
    assert found.done
    assert len(found.refused) > 10
    assert all("No space left on device" in told for told in found.refused)


def test_nor_is_it_touched_when_the_disk_fills_up_while_pagefind_writes(tmp_path: Path) -> None:
    # Which write fails is a matter of chance; at one of so many levels it is one of Pagefind's.
    found = filled(tmp_path, [900, 1000, 1100, 1200, 1300, 1450, 1600, 8000], search=True)
    assert found.broken == []
    assert found.done
    assert any("Pagefind wrote" in told for told in found.refused)
