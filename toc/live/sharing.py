"""The links to a room, and how others in the same building reach it."""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .safety import Keys

_NOBODY = ("192.0.2.1", 9)
"""An address of the documentation's own; nothing is ever sent there, the system only says which way it would go."""


class Links(NamedTuple):
    """Two links to one room: with the first one writes, with the second one looks on."""

    write: str
    read: str


def links_to(address: str, port: int, keys: Keys) -> Links:
    """Give the links by which the room is found at an address."""
    host = f"[{address}]" if ":" in address else address
    return Links(f"http://{host}:{port}/{keys.write}/", f"http://{host}:{port}/{keys.read}/")


def own_address() -> str | None:
    """Find the address that others in the local network know this machine by; None where there is no network."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        asking.connect(_NOBODY)
        found: str = asking.getsockname()[0]
        return None if found.startswith("127.") else found
    return None


def listening(addresses: tuple[str, ...], port: int, *, exact: bool) -> list[socket.socket]:
    """Listen at these addresses and at one port; where it is taken and not ``exact``, at the next that is free.

    Raises OSError where none is.
    """
    for tried in [port, *([] if exact else [*range(port + 1, port + 20), 0])]:
        opened: list[socket.socket] = []
        try:
            for address in addresses:
                at = opened[0].getsockname()[1] if opened else tried
                opened.append(_bound(address, at))
        except OSError:
            for one in opened:
                one.close()
            if tried == 0 or exact:
                raise
        else:
            return opened
    msg = "There is no free port."
    raise OSError(msg)


def _bound(address: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # Named as TCP, so that asyncio lets small messages go at once; otherwise they wait 40 ms for company.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if hasattr(socket, "SO_REUSEADDR"):
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((address, port))
        made.listen(128)
    except OSError:
        made.close()
        raise
    return made


def as_picture(link: str) -> str:
    """Draw a link as a QR code in SVG."""
    import segno  # noqa: PLC0415  only where links are shared

    code: str = segno.make(link, error="m").svg_inline(scale=6, border=3, dark="#000", light="#fff", omitsize=True)
    return code.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)


def as_blocks(link: str) -> str:
    """Draw a link as a QR code of letters, as small as it gets, for a terminal that writes light on dark."""
    import io  # noqa: PLC0415

    import segno  # noqa: PLC0415  only where links are shared

    out = io.StringIO()
    segno.make(link, error="l").terminal(out, border=2, compact=True)
    return out.getvalue()
