"""A reader with a real browser in front of the sample site."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from generator.asked import Options
from tests.archive import ROOT, built, write
from tests.browser.server import serve
from tests.density import ARCHIVES


@dataclass
class Reader:
    """A page in the browser, with everything that went wrong on it and every host that it asked."""

    page: Page
    base: str
    troubles: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def opens(self, path: str) -> None:
        """Go to a path of the site."""
        self.page.goto(self.base + path.removeprefix("/"))

    @property
    def stands_at(self) -> str:
        """The path of the site that the page shows, without query and fragment."""
        return "/" + urlsplit(self.page.url).path.removeprefix(urlsplit(self.base).path)


@pytest.fixture(scope="session")
def searchable_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site with its search index."""
    site = tmp_path_factory.mktemp("searchable") / "site"
    built(ROOT, site, Options())
    return site


@pytest.fixture(scope="session")
def dense_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an archive that strains the look, without search."""
    folder = tmp_path_factory.mktemp("dense")
    built(write(folder, ARCHIVES["dense"]), folder / "site")
    return folder / "site"


@pytest.fixture
def reader(chromium: Browser, searchable_site: Path) -> Iterator[Reader]:
    """A reader with a wide screen."""
    yield from _reading(chromium, searchable_site, "/", 1280)


@pytest.fixture(params=["/", "/archive/"], ids=["at-the-root", "under-a-path"])
def reader_anywhere(
    request: pytest.FixtureRequest, chromium: Browser, searchable_site: Path
) -> Iterator[Reader]:
    """A reader of the site at the root of a host, and of the site under a path."""
    yield from _reading(chromium, searchable_site, request.param, 1280)


@pytest.fixture
def phone(chromium: Browser, searchable_site: Path) -> Iterator[Reader]:
    """A reader with a phone, 390 px wide."""
    yield from _reading(chromium, searchable_site, "/", 390)


def _reading(browser: Browser, site: Path, prefix: str, width: int) -> Iterator[Reader]:
    """At the end nothing may have gone wrong, and no other host may have been asked for anything."""
    with serve(site, prefix) as base:
        page = browser.new_page(viewport={"width": width, "height": 844})
        reader = Reader(page, base)
        page.on("request", lambda request: reader.hosts.add(urlsplit(request.url).netloc))
        page.on("pageerror", lambda error: reader.troubles.append(f"script: {error}"))
        page.on(
            "console",
            lambda message: (
                reader.troubles.append(f"console: {message.text}") if message.type == "error" else None
            ),
        )
        page.on(
            "response",
            lambda answer: (
                reader.troubles.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None
            ),
        )
        page.set_default_timeout(15_000)
        yield reader
        page.close()
        assert reader.troubles == []
        assert reader.hosts <= {urlsplit(base).netloc}
