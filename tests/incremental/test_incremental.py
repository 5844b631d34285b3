"""A build that remembers makes the same site, byte for byte, as one that begins from nothing."""

import os
import re
import shutil
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from generator.asked import Options
from generator.build import Built, build
from generator.checks.all import SINCE_THE_RECORD
from generator.examined import Examined
from generator.memo import glass, ledger, pieces
from generator.memo.store import FILE
from generator.model import paging
from generator.model.diagnostic import Diagnostic
from generator.workers import processes
from tests.archive import ROOT, actor, files_in
from tests.incremental.small import ACTORS, DAYS, MEASURES, MORE, NAMES, beginning, means_of, names, text_of

pytestmark = pytest.mark.slow

SEQUENCES = int(os.environ.get("SEQUENCES", "6"))
"""How many sequences of edits are tried; hundreds before a release."""

SHORT = paging.Limits(*[3] * len(paging.Limits.__struct_fields__))

day, speaker, measure = st.sampled_from(DAYS), st.sampled_from(ACTORS), st.sampled_from(MEASURES)
figure, number = st.integers(1, 40), st.integers(0, 7)

FIGURE = re.compile(r"value: \d+(?:, (?:as_of|qualifier): [\w-]+)*")
QUOTED = re.compile(r"(Sentence number 1 gives the figure )\d+")
TITLE = re.compile(r"title: .*")
FURTHER = ("", ", qualifier: about", ", as_of: 2024-11-28", ", as_of: 2024-11-27, qualifier: at-least")
"""What may be said of a figure."""


class Edits(RuleBasedStateMachine):
    """Edits of a small archive, with a build now and then that is compared with one from nothing."""

    search = False

    def __init__(self) -> None:
        super().__init__()
        self._stack = ExitStack()
        self.folder = Path(self._stack.enter_context(TemporaryDirectory()))
        self.files: dict[str, str] = {}
        self.options = Options(search=self.search)
        self.jobs = 1

    def teardown(self) -> None:
        """Compare once more, and clean up."""
        try:
            if self.files:
                self.compare()
        finally:
            self._stack.close()

    @initialize()
    def begin(self) -> None:
        """The archive before any edit."""
        for path, text in beginning().items():
            self.put(path, text)

    def put(self, path: str, text: str) -> None:
        """Write a file of content/."""
        self.files[path] = text
        file = self.folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        # As if it had stood there for a while: only so is its stamp trusted.
        before = file.stat().st_mtime_ns - 10_000_000_000
        os.utime(file, ns=(before, before))

    def drop(self, path: str) -> None:
        """Delete a file of content/."""
        del self.files[path]
        (self.folder / "content" / path).unlink()

    @rule(number=number, day=day, speaker=speaker, measure=measure, figure=figure)
    def write_article(self, number: int, day: str, speaker: str, measure: str, figure: int) -> None:
        """A new article, or another version of one that is there."""
        self.put(f"articles/new-{number}.md", text_of(number, day, speaker, measure, figure))

    @precondition(lambda self: bool(names(self.files)))
    @rule(data=st.data())
    def delete_article(self, data: st.DataObject) -> None:
        """An article goes."""
        self.drop(data.draw(st.sampled_from(names(self.files))))

    @precondition(lambda self: bool(names(self.files)))
    @rule(data=st.data(), number=st.integers(8, 12))
    def rename_article(self, data: st.DataObject, number: int) -> None:
        """An article gets another name, and so another address."""
        path = data.draw(st.sampled_from(names(self.files)))
        text = self.files[path]
        self.drop(path)
        self.put(f"articles/new-{number}.md", text)

    @precondition(lambda self: bool(names(self.files)))
    @rule(data=st.data())
    def make_draft(self, data: st.DataObject) -> None:
        """An article becomes a draft, or is one no longer."""
        path = data.draw(st.sampled_from(names(self.files)))
        head, text = "draft: true\n", self.files[path]
        self.put(path, text.replace(head, "") if head in text else text.replace("title:", f"{head}title:", 1))

    @precondition(lambda self: bool(names(self.files)))
    @rule(data=st.data(), more=st.sampled_from(MORE), then=st.booleans())
    def change_text(self, data: st.DataObject, more: str, then: bool) -> None:
        """Something is added to a text; perhaps it is looked at before anything else happens."""
        path = data.draw(st.sampled_from(names(self.files)))
        self.put(path, f"{self.files[path].rstrip()}{more}\n")
        if then:
            self.compare()

    @precondition(lambda self: bool(names(self.files)))
    @rule(data=st.data(), then=st.booleans())
    def shorten_text(self, data: st.DataObject, then: bool) -> None:
        """All that was added to a text goes."""
        path = data.draw(st.sampled_from(names(self.files)))
        front, _, body = self.files[path].rpartition("---\n")
        self.put(path, f"{front}---\n{body.split('.')[0]}.\n")
        if then:
            self.compare()

    @precondition(lambda self: bool(names(self.files)))
    @rule(data=st.data(), figure=figure, more=st.sampled_from(FURTHER), then=st.booleans())
    def change_figure(self, data: st.DataObject, figure: int, more: str, then: bool) -> None:
        """An article gives another figure, or says something else about it."""
        path = data.draw(st.sampled_from([*names(self.files), "articles/second.md"]))
        text = FIGURE.sub(f"value: {figure}{more}", self.files[path], count=1)
        if text != self.files[path] and "war/began" not in text:
            self.put(path, QUOTED.sub(rf"\g<1>{figure}", text))
        if then:
            self.compare()

    @precondition(lambda self: bool(names(self.files)))
    @rule(data=st.data(), title=st.sampled_from(["News", "Other news", "The Army"]), then=st.booleans())
    def change_title(self, data: st.DataObject, title: str, then: bool) -> None:
        """A document has another title."""
        path = data.draw(st.sampled_from([*names(self.files), "articles/first.md", "summaries/both.md"]))
        self.put(path, TITLE.sub(f"title: {title}", self.files[path], count=1))
        if then:
            self.compare()

    def add_sentence(self, path: str) -> None:
        """A sentence more at the end of an article."""
        self.put(path, f"{self.files[path].rstrip()}{MORE[0]}\n")

    @rule(speaker=speaker, aliased=st.booleans(), profile=st.sampled_from(["", "A profile.", "Another one."]))
    def edit_actor(self, speaker: str, aliased: bool, profile: str) -> None:
        """An alias or a profile."""
        more = f"aliases: [{NAMES[speaker]} itself]\n" if aliased else ""
        self.put(
            f"actors/{speaker}.md", actor(NAMES[speaker], more).replace("The text.", profile or "The text.")
        )

    @rule(label=st.sampled_from(["Killed", "Killed so far", "Dead"]))
    def edit_measure(self, label: str) -> None:
        """The name of a measure."""
        text = self.files["topics/war.md"]
        start = text.index("killed: {label: ") + len("killed: {label: ")
        self.put("topics/war.md", text[:start] + label + text[text.index(",", start) :])

    @rule(
        title=st.sampled_from(["A small archive", "Another title"]),
        zone=st.sampled_from(["UTC", "Asia/Tokyo"]),
    )
    def edit_site(self, title: str, zone: str) -> None:
        """What every page may know."""
        self.put("site.yaml", f"title: {title}\nbase_url: https://example.org/\ntimezone: {zone}\n")

    @rule(word=st.sampled_from(["one", "two"]))
    def edit_theme(self, word: str) -> None:
        """A theme of one's own, of the same name as ours."""
        theme = self.folder / "themes" / "default"
        if not theme.exists():
            shutil.copytree(ROOT / "themes" / "default", theme)
        template = theme / "templates" / "notfound.html"
        base = (ROOT / "themes" / "default" / "templates" / "notfound.html").read_text(encoding="utf-8")
        template.write_text(f"{base}{{# {word} #}}\n{word}\n", encoding="utf-8")

    @rule(
        drafts=st.booleans(),
        base=st.sampled_from([None, "https://example.org/below/"]),
        jobs=st.integers(1, 2),
    )
    def other_options(self, drafts: bool, base: str | None, jobs: int) -> None:
        """Another address, drafts shown, or another number of processes."""
        self.options = Options(search=self.search, drafts=drafts, base_url=base)
        self.jobs = jobs

    @rule(
        how=st.sampled_from(["delete", "cut", "overwrite", "program"]),
        which=st.sampled_from([FILE, "left-*", "last-*", "site-*"]),
    )
    def hurt_the_memo(self, how: str, which: str) -> None:
        """A part of the memo is deleted, damaged, or was made by another program."""
        file = next((self.folder / "cache").glob(which), None)
        if file is None:
            return
        content = file.read_bytes()
        match how:
            case "delete":
                file.unlink()
            case "cut":
                file.write_bytes(content[: len(content) // 2])
            case "overwrite":
                middle = len(content) // 2
                file.write_bytes(content[:middle] + b"\0" * 300 + content[middle + 300 :])
            case "program":
                other, here = (lambda: "another program"), "installed beside it"
                with ExitStack() as patched:
                    for place in ("build", "way"):
                        patched.enter_context(patch(f"generator.{place}.program", other))
                    patched.enter_context(patch("generator.still.installed", lambda: here))
                    self.build(self.folder / "site")

    @rule()
    def edit_the_site(self) -> None:
        """Somebody changes and deletes files of the site that was built."""
        for place, file in enumerate(sorted((self.folder / "site").rglob("index.html"))):
            if place % 3 == 0:
                file.write_text("not what was built", encoding="utf-8")
            elif place % 3 == 1:
                file.unlink()

    @rule()
    def look_again(self) -> None:
        """The same as `compare`, so that it happens more often."""
        self.compare()

    @rule()
    def compare(self) -> None:
        """Build, and build from nothing."""
        built = self.build(self.folder / "site")
        clean = self.folder / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        from_nothing = self.clean(clean)
        if isinstance(from_nothing, Built):
            assert _differing(self.folder / "site", clean) == []
        assert _told(built) == _told(from_nothing)

    def clean(self, output: Path) -> Built | Examined:
        """Build from nothing."""
        return build(self.folder, output, self.options, lambda stage: None)

    def build(self, output: Path) -> Built | Examined:
        """Build with what is remembered."""
        cache = self.folder / "cache"
        cache.mkdir(exist_ok=True)
        means = means_of(self.folder, output, self.options, cache, processes(self.jobs))
        return build(self.folder, output, self.options, lambda stage: None, means)


class PagedEdits(Edits):
    """The same where every list of more than three entries is cut into pages, and pieces are small."""

    def build(self, output: Path) -> Built | Examined:
        """Build with lists that are short, and by other processes as soon as there are a few files."""
        with (
            patch.object(paging, "LIMITS", SHORT),
            patch.object(pieces, "SIZE", 2),
            patch("generator.workers.FEW", 3),
        ):
            return super().build(output)

    def clean(self, output: Path) -> Built | Examined:
        """Build from nothing, with the same."""
        with patch.object(paging, "LIMITS", SHORT):
            return super().clean(output)


class SearchedEdits(Edits):
    """The same with the search index."""

    search = True


def _told(built: Built | Examined) -> list[Diagnostic]:
    """What is told of the content; one that compares with the site that stood has nothing to compare with."""
    return [problem for problem in built.diagnostics if problem.code not in SINCE_THE_RECORD]


def _differing(one: Path, other: Path) -> list[str]:
    left, right = files_in(one), files_in(other)
    return sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))


def run(machine: type[Edits], sequences: int, **more: Any) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=sequences,
            stateful_step_count=12,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            **more,
        ),
    )


@pytest.mark.slow
def test_after_any_edits_the_site_is_that_of_a_build_from_nothing() -> None:
    run(Edits, SEQUENCES)


@pytest.mark.slow
def test_so_it_is_where_lists_are_cut_into_pages() -> None:
    run(PagedEdits, SEQUENCES)


@pytest.mark.slow
def test_so_it_is_with_the_search_index() -> None:
    run(SearchedEdits, max(1, SEQUENCES // 6))


def test_a_glass_that_does_not_note_all_that_is_looked_at_is_found_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken = glass.Glass._taken
    monkeypatch.setattr(
        glass.Glass, "_taken", lambda self: {one for one in taken(self) if self._all[one][0] != "texts"}
    )
    edits = Edits()
    edits.begin()
    edits.write_article(number=1, day=DAYS[1], speaker="sohr", measure="killed", figure=30)
    edits.compare()
    edits.add_sentence("articles/new-1.md")
    with pytest.raises(AssertionError, match="new-1"):
        edits.compare()


def test_so_is_a_piece_that_is_kept_although_what_it_shows_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unmoved = ledger._unmoved
    monkeypatch.setattr(
        ledger, "_unmoved", lambda made, moved: unmoved(made, set() if _are_pieces(made) else moved)
    )
    edits = Edits()
    edits.begin()
    edits.write_article(number=1, day=DAYS[1], speaker="sohr", measure="killed", figure=30)
    edits.compare()
    edits.write_article(number=1, day=DAYS[1], speaker="army", measure="killed", figure=31)
    with pytest.raises(AssertionError, match="about/method"):
        edits.compare()


def _are_pieces(made: dict[Any, Any]) -> bool:
    return any(isinstance(one, pieces.Piece) for one in made.values())
