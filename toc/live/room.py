"""Everybody in the room, and the theory on the table between them.

All of this happens on the event loop, but for reading and drawing, which have a thread of their own, and the disk.
What pages say is heard in `hearing`.
"""

from __future__ import annotations

import asyncio
import secrets
import traceback
from typing import TYPE_CHECKING, Any

from .asking import Answerer
from .guest import Guest, written
from .saving import Saving
from .seeing import Seeing
from .welcome import welcome

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from toc.service.rounds import Round

    from .desk import Desk
    from .drawing import Drawer
    from .safety import May
    from .sharing import Links

AFTER_A_FAULT = 0.5
"""Seconds before something that failed is begun again."""

MOST_GUESTS = 80
"""Pages that may be open at once."""


class Room:
    """A live page's whole state. ``run`` names this run of the server, so that a page knows when there is a new one."""

    def __init__(self, desk: Desk, drawer: Drawer, links: Links | None = None) -> None:
        self.desk = desk
        self.links = links
        self.run = secrets.token_hex(8)
        self.round: Round | None = None
        self.guests: set[Guest] = set()
        self.saving = Saving(desk, self._brought_in, self.guests)
        self.seeing = Seeing(desk, drawer, self)
        self.answerer = Answerer(desk, drawer, self.seeing.in_thread)
        self._tasks: set[asyncio.Task[Any]] = set()

    async def begin(self) -> None:
        """Start watching the disk and drawing."""
        self.spawn(_kept_going(self.seeing.keep_up))
        self.spawn(_kept_going(lambda: self.saving.watch(self.changed)))

    async def end(self) -> None:
        """Write what is not on the disk yet, and stop."""
        await self.saving.finish()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.seeing.close()

    def enter(self, may: May) -> Guest | None:
        """Let a page in and tell it what is there; None when the room is full."""
        if len(self.guests) >= MOST_GUESTS:
            return None
        guest = Guest(may)
        self.guests.add(guest)
        guest.tell(welcome(self, guest))
        self.saving.tell(guest)
        guest.tell(self.seeing.doing())
        self.tell_room()
        self.seeing.show_to(guest)
        self.seeing.tell_findings_to(guest)
        return guest

    def leave(self, guest: Guest) -> None:
        """Let a page go."""
        self.guests.discard(guest)
        self.tell_room()
        self.seeing.forget_unseen()

    def changed(self) -> None:
        """Draw anew, and let the disk follow."""
        self.seeing.wake()
        self.saving.wake()

    def tell_all(self, message: dict[str, Any]) -> None:
        """Tell every page."""
        text = written(message)
        for guest in tuple(self.guests):
            guest.tell_written(text)

    def tell_updates(self, name: str, version: int) -> None:
        """Send what came after a version of a text to everybody who has it open."""
        shared = self.desk.open[name].shared
        updates = [one.as_json() for one in shared.since(version) or ()]
        text = written({"type": "updates", "file": name, "version": version, "updates": updates})
        for guest in tuple(self.guests):
            if name in guest.opened:
                guest.tell_written(text)

    def spawn(self, doing: Coroutine[Any, Any, None]) -> None:
        """Let something happen beside everything else; it ends with the room."""
        task = asyncio.create_task(doing)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def tell_room(self) -> None:
        """Tell every page which round it is and how many are here."""
        self.tell_all({"type": "room", "round": self.round.name if self.round else None, "people": len(self.guests)})

    def _brought_in(self, name: str, version: int) -> None:
        """Another program wrote the file; what it wrote stands in the shared text now."""
        self.tell_updates(name, version)
        self.seeing.wake()


async def _kept_going(does: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Do something that never ends; a fault in it is reported and must not leave a room without picture or disk."""
    while True:
        try:
            await does()
        except Exception:  # noqa: BLE001  whatever it is, the room goes on
            traceback.print_exc()
            await asyncio.sleep(AFTER_A_FAULT)
