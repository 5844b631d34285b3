"""The same archive gives the same site, search and all, wherever and however it is built."""

import pytest

from generator.search.packed import pack, unpack
from tests.faults.reproducible import AT_ONCE, Made, rows
from tests.incremental.small import beginning


@pytest.mark.slow
def test_place_zone_language_seed_order_clock_rights_and_what_was_before_change_no_byte() -> None:
    files = {f"content/{path}": text.encode() for path, text in beginning().items()}
    found: list[Made] = []
    for one, differing in rows(AT_ONCE, files):
        assert differing == (), one.way.name
        found.append(one)
    assert len(found) == len(AT_ONCE)
    assert [path for path in found[0].files if path.startswith("pagefind/fragment/")]


def test_a_packed_file_names_the_same_system_whatever_the_version_of_python_would_write() -> None:
    data = pack(b"words")
    assert (data[:10], unpack(data)) == (b"\x1f\x8b\x08\0\0\0\0\0\x02\x03", b"words")
