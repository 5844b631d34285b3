"""A look that remembers the one before finds what a fresh look finds, whatever was edited in between."""

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.asked import Options, Remembered
from generator.checks import colliding_address
from generator.examined import Examined, examine
from tests.archive import PLACES, actor, article, md, topic, write

pytestmark = pytest.mark.slow

NOW = datetime(2024, 11, 30, 12, tzinfo=UTC)
OPTIONS = Options(now=NOW, drafts=False)
DAYS = ("2024-11-27", "2024-11-28", "2024-11-29", "2024-12-02")
LONG = " ".join(f"word{number}" for number in range(80))
NAMES = tuple(f"articles/2024-11-{day}-{name}.md" for day in (27, 28) for name in ("one", "two", "three"))
MEASURES = """
    killed: {label: Killed, unit: people, cumulative: true, parts: [civilians]}
    civilians: {label: Civilians, unit: people}
    idle: {label: Idle}
"""
WHOLE = PLACES | {
    "actors/sohr.md": actor("The Observatory", "aliases: [SOHR]\nloose: [the monitor]"),
    "actors/hts.md": actor("The Group", "loose: [rebels]"),
    "topics/war.md": topic(MEASURES),
    **{name: article(day=name[9:19]) for name in NAMES},
}
BODIES = (
    "It came to nothing.",
    "The Group and SOHR and the rebels. The Group again.",
    f"{LONG} and more.",
    f"{LONG} at last.",
    "## First\n\n#### Third\n\nText.",
    "[one](2024-11-27-one.md#first) and [two](2024-11-28-two.md) and [none](2024-11-28-gone.md).",
    "![](../assets/none.png) [x](javascript:x) [sent](/2024/11/27/one/) [old](/old/)",
    "[the draft](2024-11-27-two.md) [here](#first) [fact](2024-11-27-one.md#fact-killed)",
)
MORE = (
    "",
    "draft: true",
    "slug: same",
    "aliases: [/old/]",
    "aliases: [/2024/11/27/one/]",
    "url: https://example.org/a",
    "url: https://example.org/a?utm_source=x",
    "actors: [hts]",
    "actors: [sohr, hts]",
    "publish_at: 2024-12-24T06:00Z",
    "silence: {near-duplicate: meant}",
    "corrections: [{kind: correction, text: Wrong, on: 2024-12-01}]",
)
FACTS = (
    "measure: war/killed, value: 12, according_to: sohr",
    "measure: war/killed, value: 7, according_to: sohr",
    "measure: war/killed, value: 7.0, according_to: sohr",
    "measure: war/killed, value: 9, according_to: hts, credibility: 1",
    "measure: war/civilians, value: 40, according_to: sohr",
    "measure: war/killed, value: 8, according_to: sohr, supersedes: [2024-11-27-one#killed], on: 2024-12-01,"
    " reason: counted again",
)
SUMMARY = (
    md("title: S\ndate: 2024-11-28\nsource: paper\nmade_by: human\ncovers: [2024-11-27-one, 2024-11-28-two]"),
    md(
        "title: S\ndate: 2024-11-28\nsource: paper\nmade_by: human\ncovers: [2024-11-27-one]\ntakeaways:\n"
        "  - {text: It was 12., facts: [2024-11-27-one#killed]}\n  - {text: It was 5., facts: []}"
    ),
)
PLACES_EDITS = {
    "actors/sohr.md": (
        actor("The Observatory", "aliases: [SOHR]\nloose: [the monitor]"),
        actor("Observatory", "aliases: [SOHR, The Group]"),
    ),
    "topics/war.md": (topic(MEASURES), topic("killed: {label: Killed, unit: people}")),
    "sources/paper.md": (
        PLACES["sources/paper.md"],
        md("name: The Paper\nkind: newspaper\ncounts_as_source: false"),
    ),
    "sources/other.md": (md("name: Other\nkind: newspaper"), "---\nname: [\n---\n"),
}


def edit(chance: random.Random, folder: Path) -> None:
    """One edit as an editor makes it: of a document, of what documents refer to, or a file that goes."""
    match chance.randrange(12):
        case 0:
            path = folder / "content" / chance.choice(NAMES)
            path.unlink(missing_ok=True)
        case 1:
            path, texts = chance.choice(tuple(PLACES_EDITS.items()))
            write(folder, {path: chance.choice(texts)})
        case 2:
            write(folder, {"summaries/2024-11-28-s.md": chance.choice(SUMMARY)})
        case 3:
            write(folder, {chance.choice(NAMES): "---\ntitel: x\n---\n"})
        case _:
            name = chance.choice(NAMES)
            facts = chance.sample(FACTS, 1) if chance.random() < 0.7 else []
            text = article(
                *facts,
                day=chance.choice((name[9:19], *DAYS)),
                more=chance.choice(MORE),
                body=chance.choice(BODIES),
                title=chance.choice(("News", "Other news", "А mixed Nаme")),
            )
            write(folder, {name: text})


def difference(folder: Path, before: Remembered, options: Options = OPTIONS) -> str:
    """What a look that remembers finds otherwise than a fresh one; empty when that is nothing."""
    again = examine(folder, options, lambda stage: None, before)
    fresh = examine(folder, options, lambda stage: None)
    return compared(again, fresh)


def compared(again: Examined, fresh: Examined) -> str:
    """Figures are compared as they are printed: 7 equals 7.0, and is not told alike."""
    for name in ("diagnostics", "archive", "verdicts"):
        if repr(getattr(again, name)) != repr(getattr(fresh, name)):
            return name
    left_out = [[(one.file.entry.file.path, one.why) for one in look.absent] for look in (again, fresh)]
    return "" if left_out[0] == left_out[1] else "absent"


@pytest.mark.parametrize("seed", range(4))
def test_after_every_edit_a_remembering_look_finds_what_a_fresh_one_finds(tmp_path, seed):
    chance, before = random.Random(seed), Remembered()  # noqa: S311 -- repeatable, not secret
    write(tmp_path, WHOLE)
    assert difference(tmp_path, before) == ""
    for turn in range(25):
        for _ in range(chance.choice((1, 1, 1, 3))):
            edit(chance, tmp_path)
        assert difference(tmp_path, before) == "", (seed, turn)


def test_the_property_catches_a_step_that_forgets_what_it_depends_on(tmp_path, monkeypatch):
    before = Remembered()
    write(tmp_path, WHOLE)
    with monkeypatch.context() as weak:
        weak.setattr(colliding_address, "_address", lambda document: (document.file, document.file))
        assert difference(tmp_path, before) == ""
        write(tmp_path, {name: article(day="2024-11-27", more="slug: same") for name in NAMES[:2]})
        again = examine(tmp_path, OPTIONS, lambda stage: None, before)
    assert compared(again, examine(tmp_path, OPTIONS, lambda stage: None)) == "diagnostics"
