"""An edit of texts, titles or figures takes the short way, every other the long one; the site is the same."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.asked import Options
from generator.build import Built, build
from generator.checks.all import SINCE_THE_RECORD
from generator.examined import Examined
from generator.model.diagnostic import Diagnostic
from generator.workers import Open
from tests.archive import article, files_in, md, write
from tests.faults.forked import ended, forked
from tests.incremental.small import DAYS, LONG, beginning, means_of, text_of

pytestmark = pytest.mark.slow

NOON = datetime(2024, 12, 3, 12, tzinfo=UTC)
NEW = "articles/new-1.md"
OTHER = "articles/new-2.md"
Edit = Callable[["Small"], None]


class Small:
    """A small archive that was built, and its edits."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.options = Options(search=False, now=NOON)
        self.workers: Open | None = None
        self.files = beginning() | {
            NEW: text_of(1, DAYS[1], "sohr", "killed", 30, more="It was so. See [the first](first.md)."),
            OTHER: text_of(2, DAYS[2], "army", "killed", 33, more=f"And {LONG}."),
            "summaries/week.md": md(
                f"title: A week\ndate: {DAYS[3]}\nsource: paper\ncovers: [new-1]", "It went on."
            ),
        }
        write(folder, self.files)

    def put(self, path: str, text: str) -> None:
        """Write a file of content/."""
        self.files[path] = text
        write(self.folder, {path: text})

    def append(self, path: str, more: str) -> None:
        """Write something at the end of a text."""
        self.put(path, f"{self.files[path].rstrip()} {more}\n")

    def replace(self, path: str, old: str, new: str) -> None:
        """Write something else in a file."""
        assert old in self.files[path]
        self.put(path, self.files[path].replace(old, new))

    def build(self) -> tuple[Built | Examined, bool]:
        """Build with what is remembered; the result, and whether it took the short way."""
        told: list[str] = []
        output = self.folder / "site"
        means = means_of(self.folder, output, self.options, self.folder / "memo", self.workers)
        result = build(self.folder, output, self.options, told.append, means)
        return result, "Judging" not in told

    def clean(self) -> Built | Examined:
        """Build from nothing, elsewhere."""
        return build(self.folder, self.folder / "clean", self.options, lambda stage: None)


@pytest.fixture
def small(tmp_path: Path) -> Small:
    """An archive that was built once."""
    archive = Small(tmp_path)
    assert not archive.build()[1]
    return archive


def told(result: Built | Examined) -> list[Diagnostic]:
    """What is told of the content, whatever stood before."""
    return [problem for problem in result.diagnostics if problem.code not in SINCE_THE_RECORD]


def compared(small: Small) -> bool:
    """Build, and compare with a build from nothing; whether it was by the short way."""
    result, was_short = small.build()
    clean = small.clean()
    assert told(result) == told(clean)
    if isinstance(clean, Built):
        assert files_in(small.folder / "site") == files_in(small.folder / "clean")
    return was_short


SHORT: dict[str, Edit] = {
    "a sentence more": lambda small: small.append(NEW, "One more sentence."),
    "two texts at once": lambda small: (
        small.append(NEW, "One more sentence."),
        small.append(OTHER, "Another one."),
    )[0],
    "a summary": lambda small: small.append("summaries/week.md", "One more sentence."),
    "a text that others lead to": lambda small: small.append("articles/first.md", "One more sentence."),
    "a sentence less": lambda small: small.replace(NEW, "It was so. ", ""),
    "nothing that is seen": lambda small: small.put(NEW, f"{small.files[NEW]}\n\n"),
    "nothing at all": lambda small: small.put(NEW, small.files[NEW]),
    "another title": lambda small: small.replace(NEW, "News 1", "News one"),
    "another figure": lambda small: small.replace(NEW, "30", "31"),
    "another day of a figure": lambda small: small.replace(NEW, "value: 30", "value: 30, as_of: 2024-11-28"),
    "another qualifier": lambda small: small.replace(NEW, "value: 30", "value: 30, qualifier: about"),
    "two figures at once": lambda small: (
        small.replace(NEW, "30", "31"),
        small.replace(OTHER, "33", "34"),
    )[0],
    "a figure and a text": lambda small: (
        small.replace(NEW, "30", "31"),
        small.append(OTHER, "Another one."),
    )[0],
    "the first sentence": lambda small: small.replace(
        NEW, "Sentence number 1 gives", "Sentence number 1 now gives"
    ),
    "a title of a summary": lambda small: small.replace("summaries/both.md", "In brief", "In short"),
    "words of a takeaway": lambda small: small.replace("summaries/both.md", "Ten were killed", "Ten died"),
    "a title of a text that others lead to": lambda small: small.replace("articles/first.md", "News", "New"),
    "a remark in the front matter": lambda small: small.replace(NEW, "title:", "# remark\ntitle:"),
}

LONG_WAY: dict[str, Edit] = {
    "an actor is named": lambda small: small.append(NEW, "The Rebels did not."),
    "a link elsewhere": lambda small: small.append(NEW, "See [the second](second.md)."),
    "a link once more": lambda small: small.append(NEW, "Again: [the first](first.md)."),
    "a link to nothing": lambda small: small.append(NEW, "See [nothing](nothing.md)."),
    "a heading to lead to": lambda small: small.append(NEW, "\n\n## Here\n\nMore."),
    "a text like another": lambda small: small.append(NEW, f"And {LONG}."),
    "what a rule forbids": lambda small: small.append(NEW, "It was on Tuesday, 29 November 2024."),
    "a figure lower than the one before": lambda small: small.replace(NEW, "30", "9"),
    "a figure that a takeaway rests on": lambda small: small.replace("articles/first.md", "10", "11"),
    "a figure more": lambda small: small.replace(
        NEW,
        "facts:",
        "facts:\n  - {measure: war/wounded, value: 30, quote: Sentence number 1 gives the figure 30}",
    ),
    "a figure of another speaker": lambda small: small.replace(NEW, "sohr", "rebels"),
    "a figure of another measure": lambda small: small.replace(NEW, "war/killed", "war/wounded"),
    "a figure that was withdrawn": lambda small: small.replace(
        NEW, "value: 30", "value: 30, status: retracted, on: 2024-11-30, reason: it was a guess"
    ),
    "a figure of another year": lambda small: small.replace(NEW, "value: 30", "value: 30, as_of: 2023-11-28"),
    "another day": lambda small: small.replace(NEW, DAYS[1], DAYS[2]),
    "another source": lambda small: small.replace(NEW, "paper", "agency"),
    "a correction": lambda small: small.replace(
        NEW,
        "title:",
        "corrections: [{kind: clarification, text: It was said otherwise., on: 2024-11-30}]\ntitle:",
    ),
    "a file more": lambda small: small.put("articles/new-3.md", article(day=DAYS[2], title="More")),
    "another profile": lambda small: small.append("actors/sohr.md", "It counts."),
    "another title of the site": lambda small: small.append("site.yaml", "\ndescription: Of a war.\n"),
    "a draft": lambda small: small.replace(NEW, "title:", "draft: true\ntitle:"),
    "a file of the site was changed": lambda small: (
        (small.folder / "site/index.html").write_text("not what was built", encoding="utf-8"),
        None,
    )[1],
}


@pytest.mark.parametrize("edit", SHORT.values(), ids=SHORT)
def test_an_edit_of_texts_takes_the_short_way(small: Small, edit: Edit) -> None:
    edit(small)
    assert compared(small)


@pytest.mark.parametrize("edit", LONG_WAY.values(), ids=LONG_WAY)
def test_any_other_edit_takes_the_long_way(small: Small, edit: Edit) -> None:
    edit(small)
    assert not compared(small)


def test_the_short_way_can_be_taken_again_and_again(small: Small) -> None:
    for path in (NEW, OTHER, NEW):
        small.append(path, "One more sentence.")
        assert compared(small)
    for old, new in (("30", "31"), ("31", "32"), ("News 1", "News one"), ("32", "30")):
        small.replace(NEW, old, new)
        assert compared(small)
    small.replace(NEW, "sohr", "rebels")
    assert not compared(small)
    small.append(NEW, "One more sentence.")
    assert compared(small)


def test_only_the_pages_that_show_a_text_are_written(small: Small) -> None:
    small.append(NEW, "One more sentence.")
    result, _ = small.build()
    assert isinstance(result, Built)
    written = {path for path in result.published.written if path.endswith(".html")}
    assert written == {"2024/11/29/new-1/index.html"}
    assert result.last.written + result.last.unchanged == len(result.files)


def test_a_text_that_comes_to_be_like_another_is_told_at_once(small: Small) -> None:
    small.append(NEW, f"And {LONG}.")
    assert "near-duplicate" in {problem.code for problem in small.build()[0].diagnostics}


def test_without_the_rule_about_likeness_that_would_go_unseen(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("generator.amend.amended"), "_differ", lambda *about: True)
    small.append(NEW, f"And {LONG}.")
    with pytest.raises(AssertionError):
        compared(small)


def test_time_that_changes_nothing_lets_the_short_way_be_taken_and_another_day_does_not(small: Small) -> None:
    small.options = Options(search=False, now=NOON.replace(hour=13))
    small.append(NEW, "One more sentence.")
    assert compared(small)
    small.options = Options(search=False, now=NOON.replace(day=4))
    small.append(NEW, "And another.")
    assert not compared(small)


def test_an_earlier_moment_takes_the_long_way(small: Small) -> None:
    small.options = Options(search=False, now=NOON.replace(hour=11))
    small.append(NEW, "One more sentence.")
    assert not compared(small)


@pytest.mark.parametrize(
    "options", [{"drafts": True}, {"base_url": "https://example.org/x/"}, {"strict": True}]
)
def test_other_options_take_the_long_way(small: Small, options: dict[str, object]) -> None:
    small.options = Options(search=False, now=NOON, **options)  # type: ignore[arg-type]
    small.append(NEW, "One more sentence.")
    assert not compared(small)


DRAFT = "articles/new-3.md"


@pytest.fixture
def with_draft(small: Small) -> Small:
    """One with a draft, which was built."""
    small.put(DRAFT, article(day=DAYS[2], title="Handshakes", more="draft: true", body="Zorblatt quavslug."))
    assert not compared(small)
    return small


def test_while_a_draft_is_held_back_the_short_way_is_open_to_texts_that_say_nothing_of_it(
    with_draft: Small,
) -> None:
    with_draft.append(NEW, "It was so again.")
    assert compared(with_draft)
    with_draft.append(NEW, "It was quavslug so.")
    assert not compared(with_draft)
    with_draft.append(NEW, "And so on.")
    assert compared(with_draft)
    with_draft.append(DRAFT, "So it was.")
    assert not compared(with_draft)


def test_a_theme_that_comes_to_tell_of_a_draft_by_an_edit_is_found_out(
    with_draft: Small,
) -> None:
    theme = with_draft.folder / "themes" / "default" / "templates"
    theme.mkdir(parents=True)
    own = theme / "document.html"
    own.write_text(
        "{% extends 'default/document.html' %}{% block main %}{{ super() }}"
        "{% if 'loudly' in view.prose.text %}{{ 'zorb' ~ 'latt' }}{% endif %}{% endblock %}",
        encoding="utf-8",
    )
    assert not compared(with_draft)
    with_draft.append(NEW, "It was said loudly.")
    result, was_short = with_draft.build()
    assert not was_short
    assert "leak" in {problem.code for problem in result.diagnostics}


def test_a_mistake_and_its_repair_leave_the_site_right(small: Small) -> None:
    small.append(NEW, "See [nothing](nothing.md).")
    assert isinstance(small.build()[0], Examined)
    small.replace(NEW, "See [nothing](nothing.md).", "See nothing.")
    assert compared(small)


def test_runs_by_the_short_way_do_not_make_the_memo_forget_the_rest(small: Small) -> None:
    for _ in range(45):
        small.append(NEW, "More.")
        assert small.build()[1]
    small.replace(OTHER, "army", "rebels")
    told: list[str] = []
    output = small.folder / "site"
    means = means_of(small.folder, output, small.options, small.folder / "memo")
    build(small.folder, output, small.options, told.append, means)
    assert not [stage for stage in told if stage.startswith("Rendering 5")]
    assert compared(small)


def test_a_file_that_changes_while_a_build_reads_is_read_by_the_next(tmp_path: Path) -> None:
    small = Small(tmp_path)

    def tell(stage: str) -> None:
        if stage == "Judging":
            small.append(NEW, "One more sentence.")

    output = tmp_path / "site"
    for file in (tmp_path / "content").rglob("*.md"):
        os.utime(file, ns=(0, 0))  # so long ago that its stamp is trusted
    with patch("generator.still.SETTLED", -(10**12)):
        build(
            tmp_path,
            output,
            small.options,
            tell,
            means_of(tmp_path, output, small.options, tmp_path / "memo"),
        )
        assert compared(small)


STEPS = (
    "generator.again.make_sure",
    "generator.again.republish",
    "generator.again.closed_again",
    "generator.again.leave_more",
    "generator.memo.store.Store.uncounted",
    "generator.still.sealed.write",
)
"""What a build does one after another that takes the short way."""


@pytest.mark.parametrize("step", STEPS)
def test_a_build_that_is_killed_before_a_step_of_the_short_way_harms_none_after_it(
    small: Small, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.append(NEW, "One more sentence.")

    def killed() -> None:
        monkeypatch.setattr(step, lambda *given, **named: os._exit(9))
        small.build()

    assert ended(forked(killed)) == 9
    compared(small)
    small.append(NEW, "And one more.")
    small.append(OTHER, "And one more.")
    assert compared(small)


@pytest.mark.parametrize("kept", ["left-*", "last-*", "site-*", "memo.sqlite"])
def test_what_is_lost_or_damaged_of_what_a_build_has_left_costs_time_alone(small: Small, kept: str) -> None:
    (file,) = (small.folder / "memo").glob(kept)
    content = file.read_bytes()
    for hurt in (b"", content[: len(content) // 2], content[:-9] + b"\xff" * 9):
        file.write_bytes(hurt)
        small.append(NEW, "One more sentence.")
        compared(small)
        small.append(NEW, "And one more.")
        assert compared(small)
        (file,) = (small.folder / "memo").glob(kept)
