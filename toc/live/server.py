"""The door of a room: which addresses there are, who is let in, and the socket on which a page and the room talk.

Nothing changes anything but what comes in on the socket of somebody who may write. What is not in the table of routes
does not exist, and neither does anything below a wrong word in the link.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from contextlib import asynccontextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocketDisconnect

from toc.troubles import FileTrouble

from . import assets
from .guest import PATIENCE
from .hearing import hear
from .pack import archive
from .safety import QUIET, SEALED, page_policy
from .sharing import as_picture

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from starlette.requests import Request
    from starlette.types import ASGIApp, Message, Receive, Scope, Send
    from starlette.websockets import WebSocket

    from .guest import Guest
    from .room import Room
    from .safety import Door, Keys, May

LONGEST_MESSAGE = 4 * 1024 * 1024
"""Bytes that one message of a page may have: two whole texts of the largest file."""

_NOT_HERE = 404
_LEFT, _TOO_MUCH, _TRY_LATER = 1001, 1008, 1013


def app_for(room: Room, keys: Keys, door: Door) -> ASGIApp:
    """Put a room behind its door."""

    @asynccontextmanager
    async def open_hours(_: Starlette) -> AsyncIterator[None]:
        await room.begin()
        yield
        await room.end()

    desk = _Reception(room, keys, door)
    routes = [
        Route("/{word}/", desk.page),
        Route("/{word}/{folder}/{name}", desk.asset),
        Route("/{word}/{name}", desk.document),
        WebSocketRoute("/{word}/socket", desk.socket),
    ]
    return _guarded(Starlette(routes=routes, lifespan=open_hours), door)


def _guarded(app: ASGIApp, door: Door) -> ASGIApp:
    """Hear only what was meant for us, and put on every answer what every answer carries."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        if not door.knows(headers.get(b"host", b"").decode("latin-1")):
            await _refuse(scope, receive, send)
            return

        async def send_quietly(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                message["headers"] = [*message.get("headers", []), *QUIET]
            await send(message)

        await app(scope, receive, send_quietly)

    return guarded


async def _refuse(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": _TOO_MUCH})
        return
    await PlainTextResponse("Not here.", _NOT_HERE)(scope, receive, send)


class _Reception:
    """What stands at the addresses below the word of a link."""

    def __init__(self, room: Room, keys: Keys, door: Door) -> None:
        self.room = room
        self.keys = keys
        self.door = door
        self._page = (assets.PAGE / "index.html").read_text(encoding="utf-8")

    async def page(self, request: Request) -> Response:
        """Give the page."""
        word = request.path_params["word"]
        if self.keys.may(word) is None:
            return _not_here()
        nonce, imports = secrets.token_urlsafe(16), assets.import_map()
        script = f'<script type="importmap">{imports}</script>' if imports else ""
        text = self._page.replace("{{preload}}", _preloads()).replace("{{importmap}}", script)
        text = text.replace("{{nonce}}", nonce).replace("{{base}}", f"/{word}/")
        headers = {"content-security-policy": page_policy(nonce, imports, request.headers["host"])}
        return Response(text, media_type="text/html", headers=headers)

    async def asset(self, request: Request) -> Response:
        """Give a file of the page, if it is in the table."""
        found = assets.table().get(f"{request.path_params['folder']}/{request.path_params['name']}")
        if found is None or self.keys.may(request.path_params["word"]) is None:
            return _not_here()
        return Response(_content(found.path), media_type=found.media)

    async def document(self, request: Request) -> Response:
        """Give a document made from the theory as it is now."""
        may, name = self.keys.may(request.path_params["word"]), request.path_params["name"]
        try:
            made = await self._made(name, may) if may else None
        except FileTrouble as trouble:
            return PlainTextResponse(str(trouble), 409)
        if made is None:
            return _not_here()
        content, media = made
        headers = {"content-security-policy": SEALED}
        if media in ("application/zip", "text/plain"):
            headers["content-disposition"] = f'attachment; filename="{name}"'
        return Response(content, media_type=media, headers=headers)

    async def _made(self, name: str, may: May) -> tuple[str | bytes, str] | None:
        answers = self.room.answerer
        if name == "picture.svg":
            return (await answers.files())["picture.svg"].text, "image/svg+xml"
        if name == "story.md":
            return (await answers.files())["story.md"].text, "text/markdown"
        if name == "pack.zip":
            return archive(await answers.files()), "application/zip"
        if name == "plan.toc":
            return self.room.desk.open[self.room.desk.main].shared.text, "text/plain"
        links = self.room.links
        if name == "qr.svg" and links:
            return as_picture(links.read), "image/svg+xml"
        if name == "qr-write.svg" and links and may == "write":
            return as_picture(links.write), "image/svg+xml"
        return None

    async def socket(self, socket: WebSocket) -> None:
        """Talk with one page until it goes."""
        may = self.keys.may(socket.path_params["word"])
        if may is None or not self.door.trusts(socket.headers.get("origin")):
            await socket.close(_TOO_MUCH)
            return
        await socket.accept()
        guest = self.room.enter(may)
        if guest is None:
            await socket.close(_TRY_LATER, "The room is full.")
            return
        tasks = [
            asyncio.create_task(doing)
            for doing in (self._listen(socket, guest), _speak(socket, guest), guest.leaving.wait())
        ]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.room.leave(guest)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            with suppress(RuntimeError):
                await socket.close(_LEFT)

    async def _listen(self, socket: WebSocket, guest: Guest) -> None:
        with suppress(WebSocketDisconnect, KeyError):
            while guest.may_say_more():
                text = await socket.receive_text()
                hear(self.room, guest, _message(text))


@cache
def _preloads() -> str:
    """Name the page's own scripts, so that the browser does not find them one behind the other.

    The editor's come later: the picture is to be seen first.
    """
    scripts = [name for name in assets.table() if name.startswith("assets/") and name.endswith(".js")]
    own = [name for name in sorted(scripts) if not name.startswith("assets/editor")]
    return "".join([f'<link rel="modulepreload" href="{{{{base}}}}{name}">' for name in own])


@cache
def _content(path: Path) -> bytes:
    """Read a file of the page; there are few, and they do not change while a room is open."""
    return path.read_bytes()


async def _speak(socket: WebSocket, guest: Guest) -> None:
    with suppress(WebSocketDisconnect, TimeoutError, RuntimeError):
        while True:
            text = await guest.outbox.get()
            async with asyncio.timeout(PATIENCE):
                await socket.send_text(text)


def _message(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _not_here() -> Response:
    return PlainTextResponse("Not here.", _NOT_HERE)
