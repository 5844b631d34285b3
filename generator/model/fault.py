"""Something that is wrong with a site that was made, as a file of it shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One file of a site that is not as it has to be, what is wrong with it, and what to do."""

    path: str
    """From the root of the site: `2024/11/29/index.html`."""
    message: str
    hint: str = ""
