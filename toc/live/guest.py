"""One page that is open somewhere: what waits to be sent to it, which picture it has, how much it may say.

A page that does not take what it is sent, or says too much, is let go; it connects again by itself. Pictures never
queue up: the next one goes out when the last one has been drawn, and it is always the newest.
"""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Any

from .look import USUAL, Look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .safety import May

    Message = Mapping[str, Any]

MOST_WAITING = 400
"""Messages that may wait for one page."""

A_SECOND, AT_ONCE = 120.0, 400.0
"""Messages that one page may send: in the long run, and in a burst."""

PATIENCE = 10.0
"""Seconds that one message may take to be sent."""

_HALF = re.compile("[\ud800-\udfff]")


@dataclass(slots=True, eq=False)
class Guest:
    """A page. ``may`` is decided by its link and never changes."""

    may: May
    look: Look = USUAL
    outbox: asyncio.Queue[str] = field(default_factory=lambda: asyncio.Queue(MOST_WAITING))
    leaving: asyncio.Event = field(default_factory=asyncio.Event)
    opened: set[str] = field(default_factory=set)
    number: int | None = None
    drawing: bool = False
    _left: float = AT_ONCE
    _counted: float = field(default_factory=monotonic)

    def tell(self, message: Message) -> None:
        """Put a message into the outbox."""
        self.tell_written(written(message))

    def tell_written(self, text: str) -> None:
        """Put a message into the outbox that is JSON already; a page that does not keep up is let go."""
        try:
            self.outbox.put_nowait(text)
        except asyncio.QueueFull:
            self.leaving.set()

    def wants(self, number: int) -> bool:
        """Say whether a picture is to be sent: not while the page still draws the last one, and not twice."""
        return not self.drawing and self.number != number

    def show(self, text: str, number: int) -> None:
        """Send a picture, written as what differs from the one that the page has."""
        self.tell_written(text)
        self.number, self.drawing = number, True

    def may_say_more(self) -> bool:
        """Count one message; False where it was one too many."""
        now = monotonic()
        self._left = min(AT_ONCE, self._left + (now - self._counted) * A_SECOND) - 1
        self._counted = now
        return self._left > 0


def written(message: Message) -> str:
    """Write a message as JSON; halves of characters, as in changes that count in UTF-16 units, as numbers."""
    text = json.dumps(message, ensure_ascii=False, separators=(",", ":"))
    return json.dumps(message, separators=(",", ":")) if _HALF.search(text) else text
