"""The shards of a large site are read side by side: so many files may be open."""

import subprocess
import sys

import pytest

resource = pytest.importorskip("resource")

ASKED = """
import resource
from generator.search.opening import SPARE, let_open
most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (64, most if {most} is None else {most}))
let_open({files})
print(resource.getrlimit(resource.RLIMIT_NOFILE)[0] - SPARE)
"""


def allowed_after(files: int, most: int | None = None) -> int:
    """How many files may be open, beside those that others want, once that was asked for."""
    asked = ASKED.format(files=files, most=most)
    return int(subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True).stdout)


def test_a_limit_that_is_too_low_is_raised() -> None:
    assert allowed_after(100) == 100


def test_one_that_suffices_stays() -> None:
    assert allowed_after(-250) == 64 - 256


def test_where_the_system_allows_no_more_as_many_as_it_does_are_asked_for() -> None:
    assert allowed_after(1000, most=300) == 300 - 256
