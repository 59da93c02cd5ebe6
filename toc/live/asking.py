"""What pages ask about the text: completion, hover, rename and the like, and the pack of files to take home.

Answers are made of the newest text, in the thread that draws; a pack takes long and has a thread and an engine of its
own, so that the picture goes on following what is typed.
"""

from __future__ import annotations

import asyncio
import os
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from toc import service
from toc.exchange.config import settings_near
from toc.layout_worker import Worker
from toc.troubles import FileTrouble, shown

from .pack import files_of, listed, put_beside
from .telling import edits_json, place, sources_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from toc.load import Loaded
    from toc.rules.settings import Settings
    from toc.source import Source, Span

    from .desk import Desk, Reading
    from .drawing import Drawer
    from .guest import Guest
    from .pack import Files

FAULT = "Something went wrong in toc itself, not in your text. Try it again, or do without it for now."
"""What is said where nobody foresaw what went wrong: whoever asked is never left waiting."""

_LONGEST_ANSWER = 20_000


class _Question:
    """A question about a place in a text; offsets in it are code points."""

    def __init__(self, loaded: Loaded, message: Mapping[str, Any]) -> None:
        self.loaded = loaded
        self.message = message
        self.sources = sources_of(loaded)
        self.file = str(message.get("file"))
        source = self.sources.get(self.file)
        if source is None:
            msg = "There is no such file on the table."
            raise ValueError(msg)
        self.source: Source = source
        at = message.get("at")
        self.at = source.offset_of_utf16(at) if type(at) is int else 0

    def here(self, start: int, end: int) -> dict[str, int]:
        """Say where an answer stands."""
        return {"from": self.source.utf16(start), "to": self.source.utf16(end)}

    def places(self, spans: tuple[Span, ...]) -> list[dict[str, Any]]:
        """Say where several things stand."""
        return [place(span, self.sources) for span in spans]


class Answerer:
    """Answers what pages ask."""

    def __init__(self, desk: Desk, drawer: Drawer, in_thread: Callable[..., Awaitable[Any]]) -> None:
        self.desk = desk
        self.drawer = drawer
        self.in_thread = in_thread
        self._packing = asyncio.Lock()
        self._packed: tuple[tuple[tuple[Source, ...], Settings], Files] | None = None
        self._laid: tuple[Files, str] | None = None

    async def answer(self, guest: Guest, message: Mapping[str, Any]) -> None:
        """Answer one question; what cannot be done is said in a sentence."""
        asks = _ANSWERS.get(str(message.get("what")))
        if asks is None:
            said: dict[str, Any] = {"trouble": "This page is of another version than the program. Load it again."}
        else:
            reading = self.desk.reading()
            said = await self.in_thread(self._answered, asks, reading, message)
            said |= {"version": reading.versions.get(str(message.get("file"))), "versions": dict(reading.versions)}
        guest.tell({"type": "answer", "id": message.get("id"), **said})

    async def pack(self, guest: Guest) -> None:
        """Write the pack beside the plan and say where."""
        try:
            files = await self.files()
            folder = await asyncio.to_thread(self._folder_of, files)
        except Exception as trouble:  # noqa: BLE001  whatever a text brings up, the page is told
            guest.tell({"type": "refused", "message": f"The files could not be written. {_sentence(trouble)}"})
            return
        told = [{"name": name, "about": about} for name, about in listed(files)]
        guest.tell({"type": "packed", "folder": shown(folder), "files": told})

    def _folder_of(self, files: Files) -> str:
        """Write a folder with these files, unless they lie in one already: who asks twice does not get two."""
        if self._laid is None or self._laid[0] is not files or not os.path.isdir(self._laid[1]):
            today = datetime.now(UTC).astimezone().date()
            self._laid = files, put_beside(self.desk.path(self.desk.main), files, today)
        return self._laid[1]

    async def files(self) -> Files:
        """Make the pack of the texts and settings as they are now, unless that was done already."""
        async with self._packing:
            loaded = await self.in_thread(self.drawer.read, self.desk.reading())
            path = self.desk.path(self.desk.main)
            made_of = loaded.sources, await asyncio.to_thread(settings_near, path)
            if self._packed is None or self._packed[0] != made_of:
                self._packed = made_of, await asyncio.to_thread(_made, loaded, path)
            return self._packed[1]

    def _answered(
        self, asks: Callable[[_Question], dict[str, Any]], reading: Reading, message: Mapping[str, Any]
    ) -> dict[str, Any]:
        try:
            return asks(_Question(self.drawer.read(reading), message))
        except Exception as trouble:  # noqa: BLE001  the same
            return {"trouble": _sentence(trouble)}


def _sentence(trouble: Exception) -> str:
    """Say what went wrong: the sentence that was meant for people, or, of a fault, that it is one."""
    if isinstance(trouble, (FileTrouble, ValueError)):
        return str(trouble)
    if isinstance(trouble, OSError):
        return trouble.strerror or "The disk refuses."
    traceback.print_exception(trouble)
    return FAULT


def _made(loaded: Loaded, path: str) -> Files:
    with Worker() as engine:
        return files_of(loaded, path, engine, {source.name: source.text for source in loaded.sources})


def _complete(asked: _Question) -> dict[str, Any]:
    found = service.complete(asked.loaded, asked.file, asked.at)
    options = [
        {"label": one.label, "insert": one.insert, "detail": one.detail, "kind": one.kind} for one in found.options
    ]
    return {**asked.here(found.start, found.end), "options": options}


def _hover(asked: _Question) -> dict[str, Any]:
    found = service.hover(asked.loaded, asked.file, asked.at)
    if found is None:
        return {"nothing": True}
    return {**asked.here(found.start, found.end), "lines": list(found.lines)}


def _definition(asked: _Question) -> dict[str, Any]:
    found = service.definition(asked.loaded, asked.file, asked.at)
    return {"place": place(found, asked.sources) if found else None}


def _uses(asked: _Question) -> dict[str, Any]:
    return {"places": asked.places(service.uses(asked.loaded, asked.file, asked.at))}


def _rename(asked: _Question) -> dict[str, Any]:
    edits = service.rename(asked.loaded, asked.file, asked.at, str(asked.message.get("name", ""))[:_LONGEST_ANSWER])
    return {"edits": edits_json(edits, asked.sources)}


def _format(asked: _Question) -> dict[str, Any]:
    return {"edits": edits_json(service.tidy(asked.loaded, asked.file), asked.sources)}


def _session(asked: _Question) -> dict[str, Any]:
    form = asked.message.get("form")
    said = form if isinstance(form, dict) else {}
    edits = service.write_session(asked.loaded, asked.file, _form(said))
    return {"edits": edits_json(edits, asked.sources)}


def _outline(asked: _Question) -> dict[str, Any]:
    entries = [
        {**place(one.span, asked.sources), "id": one.id, "kind": one.kind, "text": one.text, "depth": one.depth}
        for one in service.outline(asked.loaded)
        if one.span.file in asked.sources
    ]
    return {"entries": entries}


def _form(said: Mapping[str, Any]) -> service.SessionForm:
    def word(key: str, given: Mapping[str, Any] = said) -> str:
        value = given.get(key)
        return value[:_LONGEST_ANSWER] if isinstance(value, str) else ""

    present, actions = said.get("present"), said.get("actions")
    return service.SessionForm(
        date=word("date"),
        title=word("title"),
        present=tuple([one for one in present if isinstance(one, str)]) if isinstance(present, list) else (),
        decision=word("decision"),
        happened=word("happened"),
        why=word("why"),
        so_what=word("so-what"),
        now_what=word("now-what"),
        actions=tuple([
            (word("text", one), word("owner", one), word("due", one))
            for one in (actions if isinstance(actions, list) else [])
            if isinstance(one, dict)
        ]),
    )  # fmt: skip


_ANSWERS: dict[str, Callable[[_Question], dict[str, Any]]] = {
    "complete": _complete,
    "hover": _hover,
    "definition": _definition,
    "uses": _uses,
    "rename": _rename,
    "format": _format,
    "session": _session,
    "outline": _outline,
}
"""What can be asked, and what answers it."""
