"""A port of this machine: the one that was asked for, or the next that is free."""

import errno
import os
import socket
import sys
from collections.abc import Sequence

from generator.errors import UsageError

LOOPBACK = ("127.0.0.1", "::1")
TRIES = 100
"""Ports that are tried, from the one that was asked for upwards."""
BACKLOG = 2048
HIGHEST = 65535

NOT_HERE = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT, errno.EPROTONOSUPPORT}
"""How a system says that it has no IPv6."""


def bound(hosts: Sequence[str], port: int) -> tuple[socket.socket, ...]:
    """Sockets that listen on one port of each address, already open, so that nobody gets between.

    Port 0 is any free one. The first address must be there; another, such as ::1 where IPv6 is switched off,
    is left out. Raises UsageError when no port can be had.
    """
    if not 0 <= port <= HIGHEST:
        raise UsageError(f"there is no port {port}", f"give one from 1 to {HIGHEST}, or 0 for any free one")
    for wanted in [0] * TRIES if port == 0 else range(port, min(port + TRIES, HIGHEST + 1)):
        try:
            return _listening(hosts, wanted)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise UsageError(*_why(hosts[0], wanted, error)) from error
    raise UsageError(f"port {port} and those after it are in use", "give another with --port, or --port 0")


def port_of(sockets: Sequence[socket.socket]) -> int:
    """The port that they listen on."""
    return int(sockets[0].getsockname()[1])


def _listening(hosts: Sequence[str], port: int) -> tuple[socket.socket, ...]:
    opened: list[socket.socket] = []
    try:
        for host in hosts:
            try:
                opened.append(_open(host, port_of(opened) if opened else port))
            except OSError as error:
                if not opened or error.errno not in NOT_HERE:
                    raise
    except OSError:
        for one in opened:
            one.close()
        raise
    return tuple(opened)


def _open(host: str, port: int) -> socket.socket:
    opened = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":  # pragma: no cover -- there REUSEADDR would let two have one port
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:  # a preview that was ended a moment ago does not keep its port
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if opened.family == socket.AF_INET6:
            opened.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        opened.bind((host, port))
        opened.listen(BACKLOG)
    except OSError:
        opened.close()
        raise
    return opened


def _why(host: str, port: int, error: OSError) -> tuple[str, str]:
    if isinstance(error, PermissionError):
        return f"port {port} may not be used by this account", "give one above 1023 with --port"
    if error.errno in NOT_HERE:
        return f"this machine has no address {host}", "give one of its own with --host"
    return (
        f"port {port} of {host} cannot be used: {os.strerror(error.errno or 0)}",
        "give another with --port",
    )
