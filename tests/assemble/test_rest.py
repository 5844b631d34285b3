"""A mistake in one key of a document does not hide those in its others."""

from tests.archive import PLACES, article, examined, topic

FILES = PLACES | {"topics/war.md": topic("killed: {label: Killed}")}
EDGE = "articles/2024-11-29-edge.md"


def codes(text: str) -> list[str]:
    return [problem.code for problem in examined(FILES | {EDGE: text}).diagnostics]


def test_a_misspelt_key_and_an_unknown_actor_are_told_in_one_run() -> None:
    text = article("measure: war/killed, value: 2x, according_to: nobody-known", more="tilte: Again")
    assert sorted(codes(text)) == ["not-a-number", "unknown-actor", "unknown-key"]


def test_a_missing_title_does_not_hide_an_unknown_source() -> None:
    text = article().replace("title: News\n", "").replace("source: paper", "source: papper")
    assert set(codes(text)) == {"missing-key", "unknown-source"}
