"""What everybody sees: after each change the theory is read and drawn once for every way of looking at it.

Always of the newest texts: what is typed while a picture is made is in the next one, and none waits in a queue. The
findings follow the picture, because nobody waits for them. Where the engine broke, the last picture stays for a while
and is tried again.
"""

from __future__ import annotations

import asyncio
import traceback
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from toc.model import OWN_NAMESPACE
from toc.troubles import FileTrouble

from .look import USUAL, Look
from .pictures import Pictures, Shown
from .telling import reading_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from toc.load import Loaded

    from .desk import Desk, Reading
    from .drawing import Drawer, Steadied
    from .guest import Guest
    from .room import Room

QUIET = 0.08
"""Seconds without a change before the findings are told; while somebody types they are told now and then."""

SELDOM = 0.4
"""Seconds after which findings are told even when nobody stops typing."""

REST = 1.5
"""Seconds without a change after which what was typed last is drawn as it stands."""

AGAIN = 0.7
"""Seconds before a picture is tried again that the engine did not give."""

TRIES = 3
"""How often that is done before the picture is shown as it can be made without the engine."""

FAULT = "Something went wrong in toc itself, not in your text. The picture waits for your next change."

SAID_FOR = 4.0
"""Seconds for which a page is told that the engine broke, once it works again."""


class Seeing:
    """The pictures of a room and what is told about them."""

    def __init__(self, desk: Desk, drawer: Drawer, room: Room) -> None:
        self.desk = desk
        self.drawer = drawer
        self.room = room
        self.loaded: Loaded | None = None
        self.steadied: Steadied | None = None
        self._at_rest = False
        self._resting: asyncio.TimerHandle | None = None
        self.versions: Mapping[str, int] = {}
        self.pictures = Pictures()
        self.newest: list[str] = []
        self.trouble: str | None = None
        self._number = 0
        self._told: dict[str, Any] | None = None
        self._told_at = 0.0
        self._failed = 0
        self._changed = asyncio.Event()
        self._changed.set()
        self._thread = ThreadPoolExecutor(1, "drawing")

    def wake(self) -> None:
        """Something has changed."""
        self._changed.set()

    def show_to(self, guest: Guest) -> None:
        """Send a page what it has not seen yet."""
        if not self.pictures.show_to(guest):
            self.wake()

    def tell_findings_to(self, guest: Guest) -> None:
        """Tell a page that has just come in what the others know already."""
        if self._told is not None:
            guest.tell(self._told)

    def forget_unseen(self) -> None:
        """Forget the pictures that nobody looks at any more."""
        self.pictures.keep_only(self._looks())

    def _looks(self) -> list[Look]:
        """Give the ways in which somebody looks, the commonest first; whoever comes first looks the usual way."""
        counted = Counter([guest.look for guest in self.room.guests])
        return [look for look, _ in counted.most_common()] or [USUAL]

    async def in_thread(self, does: Callable[..., Any], *given: Any) -> Any:
        """Run something in the thread that reads and draws, after what it is at."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, does, *given)

    def close(self) -> None:
        """End the thread and the engine."""
        self._thread.shutdown(wait=False, cancel_futures=True)
        self.drawer.close()

    async def keep_up(self) -> None:
        """Draw after every change, until cancelled."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            try:
                await self._draw_all()
                await self._tell_findings()
            except Exception:  # noqa: BLE001  whatever a text brings up, the room goes on with the last picture
                traceback.print_exc()
                self._say(FAULT)

    async def _draw_all(self) -> None:
        reading = self.desk.reading()
        try:
            steady = await self.in_thread(self._read, reading, self._at_rest)
        except FileTrouble as trouble:
            self._say(str(trouble))
            return
        self._at_rest, self.versions = False, reading.versions
        self._lay_open(reading)
        self.forget_unseen()
        broke: str | None = None
        for look in self._looks():
            drawn, why = await self.in_thread(self.drawer.draw, steady.loaded, look)
            broke = broke or why
            if drawn.without_engine and look in self.pictures and self._failed < TRIES:
                continue
            self._number += 1
            self.pictures.put(look, Shown(drawn, self._number, tuple(self.newest), tuple(steady.held)))
            for guest in tuple(self.room.guests):
                if guest.look == look:
                    self.pictures.show_to(guest)
        self._after(broke)

    def _read(self, reading: Reading, at_rest: bool) -> Steadied:  # noqa: FBT001  it goes through a thread
        loaded = self.drawer.read(reading)
        steadied = self.drawer.steady(loaded, reading, at_rest=at_rest)
        if self.steadied is not None:
            self.newest = changed_elements(self.steadied.loaded, steadied.loaded) or self.newest
        self.loaded, self.steadied = loaded, steadied
        return steadied

    def _lay_open(self, reading: Reading) -> None:
        """Files that were met for the first time lie open from now on."""
        for name, source in reading.met.items():
            if name not in self.desk.open:
                self.desk.lay(source)
        if reading.met:
            self.room.saving.look_elsewhere_too()
            self.room.tell_all({"type": "files", "files": [{"name": name} for name in self.desk.open]})

    def _after(self, broke: str | None) -> None:
        """Say that the engine broke; try again where a picture is missing because of it."""
        if broke is None:
            self._failed = 0
            if self.trouble == FAULT:
                self._say(None)
            return
        self._failed += 1
        says = f"The picture may be a moment old. {broke} It is tried again."
        if self._failed > TRIES:
            says = f"The picture is plainer than usual. {broke}"
        self._say(says)
        loop = asyncio.get_running_loop()
        if self._failed <= TRIES:
            loop.call_later(AGAIN, self.wake)
        loop.call_later(SAID_FOR, self._say_fine)

    def _say_fine(self) -> None:
        if not self._failed:
            self._say(None)

    def _say(self, trouble: str | None) -> None:
        """Tell how the drawing is doing, where that has changed."""
        if trouble != self.trouble:
            self.trouble = trouble
            self.room.tell_all(self.doing())

    def doing(self) -> dict[str, Any]:
        """Say how the drawing is doing."""
        return {"type": "drawing", "state": "trouble" if self.trouble else "fine", "message": self.trouble}

    async def _tell_findings(self) -> None:
        """Tell what was noticed, once nobody types for a moment."""
        loop = asyncio.get_running_loop()
        due = self._told_at + SELDOM
        self._rest_later()
        if self._told is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(QUIET):
                    await self._changed.wait()
            if self._changed.is_set() and loop.time() < due:
                return
        if self.loaded is None:
            return
        self._told = await self.in_thread(self._found, self.loaded, self.versions)
        self._told_at = loop.time()
        self.room.tell_all(self._told)

    def _rest_later(self) -> None:
        """Draw once more when nobody has typed for a while, without lines held back."""
        if self._resting:
            self._resting.cancel()
        if self.drawer.holds_back:
            self._resting = asyncio.get_running_loop().call_later(REST, self._rest)

    def _rest(self) -> None:
        self._at_rest = True
        self.wake()

    def _found(self, loaded: Loaded, versions: Mapping[str, int]) -> dict[str, Any]:
        held = self.steadied.held if self.steadied else {}
        found = self.drawer.check(loaded, self.room.round)
        lit = self.room.round.rules if self.room.round else ()
        return reading_of(loaded, found, versions, held, self._number, lit)


def changed_elements(before: Loaded, after: Loaded) -> list[str]:
    """Give the ids of the elements that are new or say something new; terms and sessions have ids of their own."""
    known = {one.id: one for one in before.theory.elements if one.kind not in OWN_NAMESPACE}
    return [one.id for one in after.theory.elements if one.kind not in OWN_NAMESPACE and known.get(one.id) != one]
