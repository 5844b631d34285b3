"""Where a link of a page leads in the copy."""

from collections.abc import Container
from urllib.parse import quote, unquote, urljoin, urlsplit

from msgspec import Struct

from generator.model.page import file_of
from generator.render.relative import relative

_HERE = "http://site.invalid/"
"""A host that stands in for the site while addresses are joined."""
_KEPT = "/-._~!$&'()*+,;=:@"
"""Signs that a path may hold as they are."""


class Ways(Struct, frozen=True):
    """From the page in one file of a site to the others."""

    file: str
    """From the root of the site: `2024/11/29/index.html`."""
    files: Container[str]
    """Those of the copy."""
    base_url: str
    """Of the published site."""

    def within(self, address: str) -> str | None:
        """The address as the copy has it, down to `index.html`; None for one that leads out of the copy."""
        parts = urlsplit(self._joined(address))
        if f"{parts.scheme}://{parts.netloc}/" != _HERE:
            return None
        path = unquote(parts.path)
        for file in (file_of(path), f"{path.strip('/')}/index.html"):
            if file in self.files:
                rest = (f"?{parts.query}" if parts.query else "") + (
                    f"#{parts.fragment}" if parts.fragment else ""
                )
                here = "/" + quote(self.file.rpartition("/")[0] + "/", _KEPT).lstrip("/")
                return relative(here, "/" + quote(file, _KEPT)) + rest
        return None

    def outside(self, address: str) -> str:
        """The address on the published site; one that leads elsewhere is returned as it is."""
        joined = self._joined(address)
        return self.base_url + joined.removeprefix(_HERE) if joined.startswith(_HERE) else address

    def _joined(self, address: str) -> str:
        return urljoin(_HERE + quote(self.file, _KEPT), address)
