"""Whether a request for what only our own pages may know was made by one of them."""

from collections.abc import Sequence

OWN = {"same-origin", "none"}
"""`none` is an address that the user typed. `same-site` is another port of this machine: another program."""


def is_own(origins: Sequence[str], sites: Sequence[str], host: str) -> bool:
    """Judge by all Origin and all Sec-Fetch-Site headers of a request, and its Host header.

    A browser leaves Origin out of what a page fetches from its own origin, and always says Sec-Fetch-Site;
    programs that are no browsers say neither, and have the token or not.
    """
    return OWN.issuperset(sites) and all(origin.lower() == f"http://{host.lower()}" for origin in origins)
