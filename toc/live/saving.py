"""Lets the disk follow what is typed, and brings in what other programs write.

Every text has one task at a time at the disk. A change is written a moment after the last key, and in any case within
half a second; what cannot be written is tried again until it can.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING, Any

from .changes import BadChange

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from .desk import Desk
    from .guest import Guest
    from .keeper import Kept
    from .safety import May

PAUSE = 0.12
"""Seconds without a key after which a text is written."""

LATEST = 0.35
"""Seconds after the first unwritten key when it is written at the latest."""

GLANCE = 2.0
"""Seconds between two looks at files that nobody told us about, as on network drives, and between two tries."""

BREATH = 0.3
"""Seconds that a file may be gone while another program puts a new one in its place."""


class Saving:
    """The disk's side of a room. ``brought_in`` is called with a file and the version before another's text came in."""

    def __init__(self, desk: Desk, brought_in: Callable[[str, int], None], guests: Collection[Guest]) -> None:
        self.desk = desk
        self.brought_in = brought_in
        self.guests = guests
        self.how: dict[str, Kept] = {}
        self._locks: dict[str, asyncio.Lock] = {}
        self._due: dict[str, tuple[float, float]] = {}
        self._wanted = asyncio.Event()
        self._stop = asyncio.Event()

    def wake(self) -> None:
        """A text has changed: write it soon."""
        now = monotonic()
        for name, laid in self.desk.open.items():
            if laid.shared.text != laid.keeper.text and name not in self._due:
                self._due[name] = (now + PAUSE, now + LATEST)
            elif name in self._due:
                self._due[name] = (now + PAUSE, self._due[name][1])
        self._wanted.set()

    def tell(self, guest: Guest) -> None:
        """Tell a page how the files are doing."""
        for name, kept in self.how.items():
            guest.tell(_said(name, kept, guest.may))

    async def watch(self, changed: Callable[[], None]) -> None:
        """Write what is due and look at the disk, until cancelled."""
        async with asyncio.TaskGroup() as together:  # where one of them fails the others end, and all begin again
            for doing in (self._write_when_due(), self._look_when_told(changed), self._look_now_and_then()):
                together.create_task(doing)

    def look_elsewhere_too(self) -> None:
        """Files in other folders lie open now: watch those as well."""
        self._stop.set()

    async def finish(self) -> None:
        """Write everything that is not on the disk yet."""
        for name in tuple(self.desk.open):
            await self.save(name)

    async def write_again(self, name: str) -> None:
        """Make a file that is gone anew."""
        async with self._lock(name):
            await asyncio.to_thread(self.desk.open[name].keeper.write_again)
        await self.save(name)

    async def save(self, name: str) -> None:
        """Bring a text and its file together."""
        laid = self.desk.open[name]
        async with self._lock(name):
            self._due.pop(name, None)
            while True:
                kept = await self._taken(name, await asyncio.to_thread(laid.keeper.save, laid.shared.text))
                if kept.state == "trouble" or laid.shared.text == laid.keeper.text:
                    break
        self._say(name, kept)

    async def look(self, name: str) -> None:
        """Look whether another program has written a file."""
        laid = self.desk.open[name]
        async with self._lock(name):
            kept = await asyncio.to_thread(laid.keeper.look)
            if kept.gone and not laid.keeper.must_exist:
                return
            if kept.gone:
                await asyncio.sleep(BREATH)
                kept = await asyncio.to_thread(laid.keeper.look)
            kept = await self._taken(name, kept)
        if kept.state == "trouble" or laid.shared.text != laid.keeper.text or self._in_trouble(name):
            await self.save(name)

    async def _taken(self, name: str, kept: Kept) -> Kept:
        """Weave in what somebody else has written; where that cannot be, both texts stay where they are."""
        shared, keeper = self.desk.open[name]
        if kept.theirs is None:
            return kept
        version = shared.version
        try:
            if shared.weave("outside", kept.base, kept.theirs):
                self.brought_in(name, version)
        except BadChange as trouble:
            return await asyncio.to_thread(keeper.leave_theirs, shared.text, kept, str(trouble))
        return kept

    def _say(self, name: str, kept: Kept) -> None:
        said = kept._replace(theirs=None, base="")
        if self.how.get(name) != said:
            self.how[name] = said
            for guest in tuple(self.guests):
                guest.tell(_said(name, said, guest.may))

    def _in_trouble(self, name: str) -> bool:
        kept = self.how.get(name)
        return kept is not None and kept.state == "trouble"

    def _lock(self, name: str) -> asyncio.Lock:
        return self._locks.setdefault(name, asyncio.Lock())

    async def _write_when_due(self) -> None:
        while True:
            now = monotonic()
            due = [name for name, times in self._due.items() if min(times) <= now]
            if due:
                await asyncio.gather(*[self.save(name) for name in due])
                continue
            self._wanted.clear()
            next_one = min([min(times) for times in self._due.values()], default=None)
            with suppress(TimeoutError):
                async with asyncio.timeout(None if next_one is None else next_one - now):
                    await self._wanted.wait()

    async def _look_when_told(self, changed: Callable[[], None]) -> None:
        """Follow what the system tells about the folders of the theory."""
        from watchfiles import awatch  # noqa: PLC0415  starts a thread of its own

        while True:
            self._stop = asyncio.Event()
            folders = self.desk.folders()
            telling = awatch(*folders, watch_filter=None, debounce=40, step=15, recursive=False, stop_event=self._stop)
            try:
                async for events in telling:
                    await self._look_at({path for _, path in events}, changed)
            except (OSError, RuntimeError):  # a folder is gone, or the system watches no more of them
                await asyncio.sleep(GLANCE)

    async def _look_at(self, paths: set[str], changed: Callable[[], None]) -> None:
        touched, strangers = self.desk.touched(paths)
        await asyncio.gather(*[self.look(name) for name in touched])
        if strangers:
            changed()

    async def _look_now_and_then(self) -> None:
        while True:
            await asyncio.sleep(GLANCE)
            for name in tuple(self.desk.open):
                await self.look(name)


def _said(name: str, kept: Kept, may: May) -> dict[str, Any]:
    """Say how a file is doing; only those who write learn where on this machine their words are kept."""
    writes = may == "write"
    message = " ".join([said for said in (kept.message, kept.shelter if writes else None) if said])
    offers = ["write-again"] if kept.asks and writes else []
    return {"type": "saving", "file": name, "state": kept.state, "message": message or None, "offers": offers}
