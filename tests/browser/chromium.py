"""The browser of the tests: a real Chromium, the system's first."""

import subprocess
from pathlib import Path

from playwright.sync_api import Browser, Playwright

ARGUMENTS = [
    "--no-sandbox",  # the tests also run as root, where Chromium has no sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str:
    """The path of a Chromium; the script beside this file says where it looks."""
    script = Path(__file__).with_name("find-chromium")
    found = subprocess.run([str(script)], capture_output=True, text=True, check=True)
    return found.stdout.strip().splitlines()[-1]


def launch(playwright: Playwright) -> Browser:
    """A headless browser that asks the network for nothing by itself."""
    return playwright.chromium.launch(executable_path=find_chromium(), headless=True, args=ARGUMENTS)
