"""The site as a whole: what `site.yaml` says, as used."""

from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Site:
    """What every page may know."""

    title: str
    description: str
    base_url: str
    """Absolute, ends in a slash: `https://example.org/archive/`."""
    language: str = "en"
    timezone: str = "UTC"
    theme: str = "default"
    author: str = ""
    notice: str = ""
    """A sentence shown on every page, such as that this is a sample."""
    pagefind: str | None = None
    """Path of a Pagefind program to use instead of the installed one."""

    @property
    def base_path(self) -> str:
        """The path under which the site is published, with a slash at both ends."""
        return urlsplit(self.base_url).path or "/"

    def absolute(self, path: str) -> str:
        """The full address of a path of this site (`/facts/`)."""
        return self.base_url + path.removeprefix("/")
