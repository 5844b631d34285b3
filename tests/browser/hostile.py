"""What a page must never do, listened for in a browser: run a script that is not ours, ask another host for
anything, break the policy, or fail."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request

from generator.exports.headers import RULES

VIOLATIONS = """self.broken = [];
document.addEventListener("securitypolicyviolation", (event) =>
  self.broken.push([event.effectiveDirective, event.blockedURI, event.sample].join(" ")));"""
TEMPTED = """() => {
  const bad = [], schemes = ["http:", "https:", "mailto:"];
  for (const one of document.querySelectorAll("*")) {
    for (const { name } of one.attributes) if (name.startsWith("on")) bad.push(one.outerHTML);
    for (const name of ["href", "src", "action", "formAction", "data"]) {
      if (typeof one[name] !== "string" || !one[name] || one.hasAttribute("download")) continue;
      if (!schemes.includes(new URL(one[name], document.baseURI).protocol)) bad.push(one.outerHTML);
    }
    for (const type of ["mouseover", "mouseenter", "focus", "toggle", "error", "load"])
      one.dispatchEvent(new Event(type));
  }
  if (document.querySelector("base, iframe, object, embed, portal, frame")) bad.push("a foreign element");
  return bad;
}"""
"""Sets off what a pointer or a key could, and tells what could be set off and where links lead."""


@dataclass
class Listening:
    """A page in the browser, and all that went wrong in it so far."""

    context: BrowserContext
    base: str
    runs: list[str] = field(default_factory=list)
    """The words of each dialog: no script of ours opens one, every attack does."""
    foreign: list[str] = field(default_factory=list)
    """Each address on another host that was asked for, by whatever."""
    troubles: list[str] = field(default_factory=list)
    """What the console says, scripts that failed, answers that are none."""
    violations: list[str] = field(default_factory=list)
    opened: int = 0
    page: Page = field(init=False)

    def __post_init__(self) -> None:
        own = urlsplit(self.base).netloc
        self.context.add_init_script(VIOLATIONS)
        self.context.on("requestfinished", lambda asked: self._asked(asked, own))
        self.context.on("requestfailed", lambda asked: self._asked(asked, own))
        self.context.on("console", self._told)
        self.context.on("weberror", lambda error: self.troubles.append(str(error.error)))
        self.context.on(
            "response",
            lambda answer: (
                self.troubles.append(f"{answer.status} {answer.url}")
                if answer.status >= 400
                and not answer.url.endswith("/favicon.ico")  # asked for where none is named
                else None
            ),
        )
        self.context.on("dialog", self._dismissed)
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)

    def opens(self, path: str) -> None:
        """Go to a path of the site, after a look at what the page before it broke."""
        self.looks()
        self.page.goto(self.base + path.removeprefix("/"))
        self.opened += 1

    def looks(self) -> None:
        """Note what this page has broken so far."""
        broken = self.page.evaluate("() => self.broken?.splice(0) ?? []")
        self.violations += [f"{self.page.url} {one}" for one in broken]

    def tempts(self) -> list[str]:
        """What of this page could be set off; all of it is."""
        found: list[str] = self.page.evaluate(TEMPTED)
        return [f"{self.page.url} {one}" for one in found]

    def is_well(self) -> None:
        """Nothing of all that has happened."""
        self.looks()
        found = {
            "runs": self.runs,
            "foreign": self.foreign,
            "violations": self.violations,
            "troubles": self.troubles,
        }
        self.runs, self.foreign, self.violations, self.troubles = [], [], [], []
        assert not any(found.values()), found

    def _asked(self, request: Request, own: str) -> None:
        """What the policy stopped was never sent."""
        if (
            not request.url.startswith("data:")
            and urlsplit(request.url).netloc != own
            and request.failure != "csp"
        ):
            self.foreign.append(request.url)

    def _told(self, said: ConsoleMessage) -> None:
        """What could not be loaded is told with its address, by its answer."""
        if said.type == "error" and "Failed to load resource" not in said.text:
            self.troubles.append(said.text)

    def _dismissed(self, dialog: Dialog) -> None:
        self.runs.append(dialog.message)
        dialog.dismiss()


def sent() -> Mapping[str, str]:
    """The headers of `_headers` for every page, as a host sends them."""
    return dict(line.split(": ", 1) for line in RULES["/*"])


def pages_in(site: Path) -> list[str]:
    """The paths of all pages of a site, as links write them."""
    files = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return [f"/{path.removesuffix('index.html')}" for path in files]
