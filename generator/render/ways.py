"""The ways from one page to the others."""

from contextvars import ContextVar

from generator.model.site import Site
from generator.render.relative import relative


class Ways(dict[str, str]):
    """From the page at `here` to each path of the site that it leads to, worked out when it is wanted.

    A page that is served at any address (404) leads from the root of the site.
    """

    def __init__(self, site: Site, here: str) -> None:
        super().__init__()
        self._here = here
        self._root = "" if here.endswith("/") else site.base_path

    def __missing__(self, target: str) -> str:
        if self._root and target.startswith("/"):
            way = self._root + target.removeprefix("/")
        else:
            way = relative(self._here, target)
        self[target] = way
        return way


WAYS: ContextVar[Ways] = ContextVar("WAYS")
"""Those of the page that is being rendered.

They are not handed in as a value, so that the macros of a theme are the same for all pages: Jinja would
otherwise set up every file of macros anew for every page, which takes longer than the page itself.
"""
