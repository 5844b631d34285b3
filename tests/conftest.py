"""What all tests share: the sample archive, examined and built once, and the option for golden files."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from generator.asked import Options
from generator.examined import Examined, examine
from generator.model.page import Page
from tests.archive import ROOT, built, pages_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# A busy machine is no mistake of the program: no example is timed.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

for name in ("FORCE_COLOR", "COLUMNS", "DATELINE_AS_OF"):
    os.environ.pop(name, None)  # the shell of whoever runs the tests is no part of them
# Every process that the tests start would compile the whole program anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts what runs behind it deaf to Ctrl-C, and the programs that tests start would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write what is built now as what is expected"
    )


BUILT = {"site", "sample_site"}
"""What whole sites are called that are built once for many tests."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs a whole site counts as slow: each process that runs tests has to build it.

    Tests of other programs and of time get a second try: a busy machine may stop one for seconds.
    """
    for item in items:
        if BUILT.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
        if item.get_closest_marker("slow") or item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def sample() -> Examined:
    """The sample archive that ships with Dateline."""
    return examine(ROOT, Options(), lambda stage: None)


@pytest.fixture(scope="session")
def sample_pages(sample: Examined) -> dict[str, Page]:
    """Its pages, planned but not rendered, by their paths."""
    return pages_of(sample)


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site, built without search. Tests read it and change nothing."""
    site = tmp_path_factory.mktemp("sample") / "site"
    built(ROOT, site)
    return site


@pytest.fixture(scope="session")
def chromium() -> Iterator["Browser"]:
    """One browser for all tests of a worker: Playwright does not bear a second one beside it."""
    from playwright.sync_api import sync_playwright

    from tests.browser.chromium import launch

    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()
