"""Screenshots to look at: `python tests/browser/shots.py SITE FOLDER [PATH...]` (or `make shots`).

Takes each page of the built SITE (one of each kind when no PATH is given) at 390, 768 and 1440 px, light and
dark, into FOLDER.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.browser.chromium import launch
from tests.browser.server import serve

WIDTHS = (390, 768, 1440)
MODES = ("light", "dark")


def main() -> None:
    """Read the arguments and take the pictures."""
    site, folder = Path(sys.argv[1]), Path(sys.argv[2])
    paths = sys.argv[3:] or one_of_each(site)
    folder.mkdir(parents=True, exist_ok=True)
    with serve(site) as base, sync_playwright() as playwright:
        browser = launch(playwright)
        for path in paths:
            take(browser, base, path, folder)
        browser.close()
    print(f"{len(paths)} pages -> {folder}")


def take(browser: Browser, base: str, path: str, folder: Path) -> None:
    """All pictures of one page."""
    name = path.strip("/").replace("/", "_") or "home"
    for mode in MODES:
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=mode)
            page.goto(base + path.removeprefix("/"))
            page.screenshot(path=folder / f"{name}-{width}-{mode}.png", full_page=True)
            page.close()


def one_of_each(site: Path) -> list[str]:
    """The shortest list of pages that shows every kind: of pages with the same shape, the heaviest."""
    shapes: dict[tuple[str, int], tuple[int, str]] = {}
    for file in sorted(site.rglob("*.html")):
        parts = file.relative_to(site).parts
        if parts[0] == "pagefind":
            continue
        shape = ("day" if parts[0].isdigit() else parts[0], len(parts))
        path = "/" + "/".join(parts).removesuffix("index.html")
        shapes[shape] = max(shapes.get(shape, (0, "")), (file.stat().st_size, path))
    return [path for _, path in sorted(shapes.values(), key=lambda found: found[1])]


if __name__ == "__main__":
    main()
