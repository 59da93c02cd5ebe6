"""From the command to a running page: files on the table, a room, its door, and the server behind it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import uvicorn

from .desk import desk_for
from .drawing import Drawer
from .room import Room
from .safety import door_for, keys_for
from .server import LONGEST_MESSAGE, app_for
from .sharing import links_to, listening, own_address

if TYPE_CHECKING:
    from collections.abc import Callable

    from .sharing import Links

PORT = 8137
HERE = "127.0.0.1"

_HEARTBEAT = 5.0
_DEAF = 20.0


@dataclass(frozen=True, slots=True)
class Plan:
    """What was asked for: the file, who may come in, and where the secret of the links is kept."""

    file: str
    share: bool = False
    address: str | None = None
    port: int | None = None
    new_links: bool = False
    secrets: str | None = None


def serve(plan: Plan, ready: Callable[[Links], None]) -> None:
    """Open the page and keep it open until somebody ends it; ``ready`` is called with the links once it can be seen.

    Raises FileTrouble for a file that cannot be opened, and OSError where no port can be listened at.
    """
    desk = desk_for(plan.file)
    shared = (plan.address or own_address()) if plan.share else None
    addresses = tuple(dict.fromkeys([HERE, *([shared] if shared else [])]))
    sockets = listening(addresses, plan.port or PORT, exact=plan.port is not None)
    port = sockets[0].getsockname()[1]
    keys = keys_for(plan.file, plan.secrets, new=plan.new_links)
    links = links_to(shared or HERE, port, keys)
    room = Room(desk, Drawer(plan.file), links if shared else None)
    server = _Server(_config(app_for(room, keys, door_for(addresses, port))), lambda: ready(links))
    try:
        asyncio.run(server.serve(sockets=sockets))
    finally:
        for one in sockets:
            one.close()


def _config(app: object) -> uvicorn.Config:
    """Say how the server behaves: it logs no address, because the words in them open the page."""
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        access_log=False,
        log_config=None,
        log_level="critical",
        server_header=False,
        proxy_headers=False,
        lifespan="on",
        ws="websockets-sansio",
        ws_max_size=LONGEST_MESSAGE,
        ws_ping_interval=_HEARTBEAT,
        ws_ping_timeout=_DEAF,
        ws_per_message_deflate=False,
        limit_concurrency=400,
        timeout_graceful_shutdown=2,
    )


class _Server(uvicorn.Server):
    """A server that says when it is there."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[object] | None = None) -> None:  # type: ignore[override]
        """Start, and say so."""
        await super().startup(sockets)  # type: ignore[arg-type]
        if not self.should_exit:
            self._ready()
