"""Looking again after an edit says exactly what a first look says."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.asked import Options, Remembered
from generator.examined import Examined, examine
from tests.archive import PLACES, actor, article, md, topic, write

pytestmark = pytest.mark.slow

FACT = "measure: war/killed, value: {value}, according_to: {who}"
VARIANTS: dict[str, tuple[str | None, ...]] = {
    "site.yaml": (PLACES["site.yaml"], PLACES["site.yaml"] + "language: fr\n", "title: broken\n"),
    "topics/war.md": (
        topic("killed: {label: Killed, cumulative: true}"),
        topic("killed: {label: Killed, unit: people, parts: [civilians]}\ncivilians: {label: Civilians}"),
        None,
    ),
    "actors/sohr.md": (actor("The Observatory", "aliases: [SOHR]"), actor("Somebody else"), "---\n", None),
    "actors/army.md": (None, actor("The army", "speaks_for: sohr"), actor("The army", "aliases: [SOHR]")),
    "articles/2024-11-28-a.md": (
        article(FACT.format(value=200, who="sohr"), day="2024-11-28"),
        article(FACT.format(value=300, who="SOHR"), day="2024-11-28"),
        article(FACT.format(value=200, who="sohr"), day="2024-11-28", more="draft: true"),
        None,
    ),
    "articles/2024-11-29-b.md": (
        article(FACT.format(value=240, who="sohr"), body="The army says nothing."),
        article(FACT.format(value=240, who="null"), body="The Observatory says nothing."),
        article(more="facts: ["),
    ),
    "summaries/2024-11-29-c.md": (
        None,
        md("title: C\ndate: 2024-11-29\nsource: paper\ncovers: [2024-11-28-a]"),
        md(
            "title: C\ndate: 2024-11-29\nsource: paper\n"
            "takeaways: [{text: It rose, facts: [2024-11-29-b#killed]}]"
        ),
    ),
}
"""Each file of a tiny archive in several states, sound and broken; None is no file."""
states = st.fixed_dictionaries({path: st.integers(0, len(forms) - 1) for path, forms in VARIANTS.items()})


def put(folder: Path, state: dict[str, int]) -> None:
    write(folder, PLACES | {"site.yaml": PLACES["site.yaml"]})
    for path, which in state.items():
        text = VARIANTS[path][which]
        file = folder / "content" / path
        if text is None:
            file.unlink(missing_ok=True)
        else:
            write(folder, {path: text})


def look(folder: Path, before: Remembered | None = None) -> Examined:
    return examine(folder, Options(), lambda stage: None, before)


def same(one: Examined, other: Examined) -> bool:
    return (one.archive, dict(one.verdicts), one.diagnostics, one.judged) == (
        other.archive,
        dict(other.verdicts),
        other.diagnostics,
        other.judged,
    )


@settings(max_examples=25)
@given(st.lists(states, min_size=2, max_size=4))
def test_after_any_edits_a_second_look_equals_a_first_one(edits: list[dict[str, int]]) -> None:
    with TemporaryDirectory() as name:
        folder, before = Path(name), Remembered()
        for state in edits:
            put(folder, state)
            assert same(look(folder, before), look(folder))


def test_a_memory_that_took_old_for_new_would_be_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, dict.fromkeys(VARIANTS, 0))
    monkeypatch.setattr("generator.memo.memory._key", lambda value: getattr(value, "path", id(value)))
    before = Remembered()
    look(tmp_path, before)
    put(tmp_path, dict.fromkeys(VARIANTS, 0) | {"articles/2024-11-28-a.md": 1})
    assert not same(look(tmp_path, before), look(tmp_path))


def test_a_document_that_has_not_changed_is_neither_read_nor_placed_again(tmp_path: Path) -> None:
    before = Remembered()
    put(tmp_path, dict.fromkeys(VARIANTS, 0))
    first = look(tmp_path, before)
    write(tmp_path, {"articles/2024-11-29-b.md": article(body="Another text.")})
    second = look(tmp_path, before)
    assert second.archive.document["2024-11-28-a"] is first.archive.document["2024-11-28-a"]
    assert second.archive.document["2024-11-29-b"] is not first.archive.document["2024-11-29-b"]
