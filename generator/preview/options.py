"""How the preview is served."""

from ipaddress import ip_address
from pathlib import Path

from msgspec import Struct

from generator.errors import UsageError
from generator.preview.hosts import LOCAL_NAME, is_loopback
from generator.preview.port import LOOPBACK

PORT = 8000


class ServeOptions(Struct, frozen=True):
    """What `dateline serve` was asked for."""

    folder: Path
    """FOLDER: what places are told from."""
    port: int = PORT
    host: str = ""
    """An address of this machine; empty for loopback, which nobody else can reach."""
    expose: bool = False
    """Whether others may reach it. Needed for any address that is not loopback."""
    names: tuple[str, ...] = ()
    """Further names by which an exposed preview may be called, such as `desk.local`."""
    editor: str = "vscode"
    """See `generator.preview.editors`."""


def addresses_of(options: ServeOptions) -> tuple[str, ...]:
    """The addresses to listen on. Raises UsageError for one that is not loopback without `expose`."""
    host = options.host.strip("[]").lower()
    if not host or LOCAL_NAME.fullmatch(host):
        return LOOPBACK
    try:
        address = str(ip_address(host))
    except ValueError:
        hint = "give its number, such as 192.168.1.5; further names are allowed with --name"
        raise UsageError(f'"{options.host}" is no address of a machine', hint) from None
    if is_loopback(address):
        return (address,)
    if not options.expose:
        raise UsageError(
            f"{options.host} lets other machines read this archive, with its drafts",
            "add --expose if that is what you want; without --host only this machine can",
        )
    return (address,)


def is_exposed(options: ServeOptions) -> bool:
    """Whether other machines can reach it."""
    return not all(map(is_loopback, addresses_of(options)))


def address_at(options: ServeOptions, port: int) -> str:
    """Where a browser on this machine finds it: `http://localhost:8000/`."""
    addresses = addresses_of(options)
    if addresses == LOOPBACK:
        return f"http://localhost:{port}/"
    address = ip_address(addresses[0])
    if address.is_unspecified:  # every address of the machine, so its own, too
        return f"http://{'[::1]' if address.version == 6 else '127.0.0.1'}:{port}/"
    return f"http://{f'[{address}]' if address.version == 6 else address}:{port}/"
