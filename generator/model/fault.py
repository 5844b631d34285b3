"""Something that is wrong with a site that was made, as a file of it shows."""

from msgspec import Struct


class Fault(Struct, frozen=True, order=True):
    """One file of a site that is not as it has to be, what is wrong with it, and what to do."""

    path: str
    """From the root of the site: `2024/11/29/index.html`."""
    message: str
    hint: str = ""
