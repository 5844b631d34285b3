"""The record of a build is read whole or not at all, and never with a traceback."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.published import Published
from generator.exports.record import files
from generator.model.record import RecordedDocument, RecordedFact
from generator.read.record import read_record
from generator.words.recorded import record_of
from tests.archive import sound
from tests.corrections.paper import FILES

FACT = {"measure": "war/killed", "printed": "at least 242", "status": None}
DOCUMENT = {"address": "/2024/11/29/edge/", "facts": {"killed": FACT}, "corrections": 1}
WHOLE = {"version": 1, "documents": {"2024-11-29-edge": DOCUMENT}}


def written(folder: Path, said: Any) -> Path:
    file = folder / "published.json"
    file.write_text(said if isinstance(said, str) else json.dumps(said))
    return file


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    result = sound(FILES)
    (file,) = files(Published(result.archive, result.judged, (), ""))
    (tmp_path / file.path).write_bytes(file.content)
    assert read_record(tmp_path / "published.json") == record_of(result.archive)


def test_a_small_record_reads_well(tmp_path: Path) -> None:
    record = read_record(written(tmp_path, WHOLE))
    assert record is not None
    fact = RecordedFact("war/killed", "at least 242", None)
    assert record.documents == {"2024-11-29-edge": RecordedDocument("/2024/11/29/edge/", {"killed": fact}, 1)}


def test_no_file_is_no_record(tmp_path: Path) -> None:
    assert read_record(None) is None
    assert read_record(tmp_path / "published.json") is None
    assert read_record(tmp_path) is None


@pytest.mark.parametrize(
    "said",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        '{"version": 1}',
        json.dumps(WHOLE)[:-5],
        WHOLE | {"version": 2},
        WHOLE | {"version": True},
        WHOLE | {"version": 1.0},
        WHOLE | {"documents": []},
        WHOLE | {"documents": {"a": None}},
        WHOLE | {"documents": {"a": DOCUMENT | {"address": "https://example.org/"}}},
        WHOLE | {"documents": {"a": DOCUMENT | {"address": "/a b/\u001b[2J"}}},
        WHOLE | {"documents": {"a": DOCUMENT | {"corrections": -1}}},
        WHOLE | {"documents": {"a": DOCUMENT | {"corrections": "1"}}},
        WHOLE | {"documents": {"a": DOCUMENT | {"facts": {"killed": FACT | {"printed": 242}}}}},
        WHOLE | {"documents": {"a": DOCUMENT | {"facts": {"killed": FACT | {"status": "lost"}}}}},
    ],
)
def test_what_is_damaged_foreign_or_of_another_version_is_no_record(tmp_path: Path, said: Any) -> None:
    assert read_record(written(tmp_path, said)) is None


def test_bytes_that_are_no_text_are_no_record(tmp_path: Path) -> None:
    (tmp_path / "published.json").write_bytes(b"\xff\xfe{")
    assert read_record(tmp_path / "published.json") is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["version", "documents", "address", "facts", "corrections"]), inner)
    ),
    max_leaves=10,
)


@pytest.mark.slow
@given(json_values)
def test_no_json_makes_a_traceback(tmp_path_factory: pytest.TempPathFactory, said: Any) -> None:
    file = written(tmp_path_factory.getbasetemp(), {"version": 1, "documents": said})
    record = read_record(file)
    assert record is None or isinstance(said, dict)
