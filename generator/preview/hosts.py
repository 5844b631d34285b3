"""Which names a browser may call the preview by.

A page anywhere can let a name of its own point to this machine (DNS rebinding) and then read what it finds
there. The name stands in the Host header, so only names that nobody else can own are answered.
"""

import re
from collections.abc import Collection
from ipaddress import AddressValueError, IPv4Address, IPv6Address

HOST = re.compile(
    r"(?P<name>\[[0-9a-f:.]{2,45}\]|[a-z0-9.-]{1,253})(?::(?P<port>[0-9]{1,5}))?", re.IGNORECASE
)
LOCAL_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*localhost")


def is_ours(host: str, port: int, names: Collection[str] = ()) -> bool:
    """Whether a Host header, or the host of an Origin, means this preview.

    `localhost`, names below it, 127.0.0.0/8 and [::1] do; so do `names`, in lower case and IPv6 addresses
    without brackets. A port that is given must be `port`.
    """
    found = HOST.fullmatch(host)
    if not found or (found["port"] and int(found["port"]) != port):
        return False
    name = found["name"].lower().strip("[]")
    if found["name"].startswith("["):
        return is_loopback(name) or plain(name) in {plain(one) for one in names}
    return is_loopback(name) or bool(LOCAL_NAME.fullmatch(name)) or name in names


def is_loopback(address: str) -> bool:
    """Whether an address, in its one full spelling, is of this machine alone."""
    try:
        return address == "::1" if ":" in address else IPv4Address(address).is_loopback
    except AddressValueError:
        return False


def plain(address: str) -> str:
    """An IPv6 address in its shortest spelling; anything else as it is."""
    try:
        return str(IPv6Address(address))
    except AddressValueError:
        return address
