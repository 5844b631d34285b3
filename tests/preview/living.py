"""A live archive over real files, what it has told so far, and a way to wait for it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.asked import Options
from generator.preview.archive import LiveArchive
from generator.preview.round import Examination, Round
from generator.preview.values import Event
from tests.archive import PLACES, Files, article, write

PATIENCE = 60
"""Seconds after which a test gives up; no test waits for them when all is well."""
EDGE = "articles/2024-11-29-edge.md"
PAGE = "/2024/11/29/edge/"
SMALL = {**PLACES, EDGE: article(body="The first text.", title="The edge")}
OPTIONS = Options(drafts=True, search=False)


class Told:
    """What an archive has said."""

    def __init__(self, live: LiveArchive, news: list[Round | Examination], sentences: list[str]) -> None:
        self.live = live
        self.news = news
        self.sentences = sentences
        self.events: list[Event] = []
        live.subscribe(self.events.append)

    @property
    def rounds(self) -> list[Round]:
        """The rebuilds after the first look."""
        return [one for one in self.news if isinstance(one, Round) and one.files]

    def kinds(self) -> list[str]:
        return [event.kind for event in self.events]

    def page(self, path: str = PAGE) -> str:
        """What stands at a path now; empty where there is nothing."""
        served = self.live.served(path)
        return served.content.decode() if served and served.status == 200 else ""

    def shows(self, text: str, path: str = PAGE) -> bool:
        """Wait until a page has this text; False when it gave up."""
        return until(lambda: text in self.page(path))

    def errors(self) -> list[str]:
        return [problem.code for problem in self.live.state("/").errors]


def until(holds: Callable[[], bool]) -> bool:
    """Wait until something holds; False when that takes too long."""
    end = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.005)
    return True


@contextmanager
def living(folder: Path, files: Files | None = None, options: Options = OPTIONS) -> Iterator[Told]:
    """An archive of these files that follows them, once it has read them."""
    if files is not None:
        write(folder, files)
    news: list[Round | Examination] = []
    sentences: list[str] = []
    live = LiveArchive(folder, options, news.append, sentences.append)
    told = Told(live, news, sentences)
    with live:
        assert live.settled(PATIENCE)
        yield told
