"""Keeps one text and its file the same: what is typed goes to the disk, what others write there comes back.

The file is compared before it is replaced: where somebody else has written, their text is handed out and nothing is
overwritten. Where the file cannot be written, is gone or holds no text, that is said in one sentence, and what was
typed is kept in a file beside it, or else in the temporary folder, until it can be written again.

Nothing here knows about pages or waits for anything but the disk; it runs in a thread of its own.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic, sleep
from typing import TYPE_CHECKING, Literal, NamedTuple

from toc.files import FileTrouble, read, shown, write

from .changes import between, hunks

if TYPE_CHECKING:
    from toc.source import Source

UNSAVED = ".unsaved"
"""What is put behind the name of a file for what could not be written into it; never an ending that include finds."""


WRITING, EMPTY, LONGEST_WAIT = 0.03, 0.25, 1.0
"""Seconds for which a file that another program changes has to stay as it is, also where it is empty, and the most."""


STALE, REMEMBERED = 2.0, 6
"""Seconds for which a text that we wrote may be what another program began with, and how many of them are compared."""


class Kept(NamedTuple):
    """How the file is doing: ``saved``, or in ``trouble``, with the sentence that says so.

    ``theirs`` is the text that somebody else has written there, to be woven in before anything is saved, and
    ``base`` the text that both sides had last. ``gone`` says that the file is not there any more, ``asks`` that it is
    written again only when somebody says so. ``shelter`` says, to those who write, where their words are meanwhile.
    """

    state: Literal["saved", "trouble"]
    message: str | None = None
    theirs: str | None = None
    base: str = ""
    gone: bool = False
    asks: bool = False
    shelter: str | None = None


@dataclass(slots=True)
class Keeper:
    """One file. ``text`` is what was last known to be on the disk, with one line end."""

    path: str
    text: str
    newline: str = "\n"
    rescued: str | None = None
    attic: str | None = None
    _earlier: list[tuple[float, str]] = field(default_factory=list)
    must_exist: bool = True

    @classmethod
    def of(cls, source: Source, path: str) -> Keeper:
        """Keep a file that was just read."""
        return cls(path, source.text, source.newline)

    def look(self) -> Kept:
        """Look whether somebody else has changed the file."""
        try:
            now = self._read_whole()
        except FileTrouble as trouble:
            return self._trouble(str(trouble))
        if now.text == self.text:
            return Kept("saved")
        self.newline = now.newline
        return self._handed_out(now.text)

    def _read_whole(self) -> Source:
        """Read the file; where somebody is writing it, wait until nothing more comes.

        Many programs empty a file before they fill it, so an empty one is waited for longer.
        """
        now = read(self.path)
        waited = 0.0
        while now.text != self.text and waited < LONGEST_WAIT:
            pause = WRITING if now.text else EMPTY
            sleep(pause)
            waited += pause
            before, now = now, read(self.path)
            if now.text == before.text:
                break
        return now

    def save(self, text: str) -> Kept:
        """Write the text, unless somebody else has written something that it does not hold yet."""
        if self.must_exist or os.path.lexists(self.path):
            seen = self.look()
            if seen.theirs is not None:
                return seen
            if seen.state == "trouble":
                return self._rescue(text, seen)
        if text != self.text or not self.must_exist:
            try:
                if not write(self.path, text.replace("\n", self.newline), only_if=self._is_ours):
                    return self.save(text)
            except FileTrouble as trouble:
                return self._rescue(text, self._trouble(str(trouble), reading=False))
        self._remember(text)
        self.must_exist = True
        self._forget_rescue()
        return Kept("saved")

    def write_again(self) -> None:
        """Let the next save make a file that is gone anew, or write over what is no text."""
        self.must_exist = False
        with suppress(FileTrouble):
            read(self.path)
            self.must_exist = True
        if not self.must_exist and os.path.lexists(self.path):
            self._set_aside()

    def leave_theirs(self, text: str, seen: Kept, why: str) -> Kept:
        """Keep a text elsewhere while what somebody else wrote cannot be woven into it; theirs stays in the file."""
        self.text = seen.base
        name = shown(os.path.basename(self.path))
        return self._rescue(text, Kept("trouble", f"Another program has written into {name}. {why}"))

    def _handed_out(self, theirs: str) -> Kept:
        base = self._begun_with(theirs)
        self.text, self._earlier = theirs, []
        return Kept("saved", theirs=theirs, base=base)

    def _is_ours(self) -> bool:
        """Look once more that nobody has written meanwhile: putting a text safely on the disk takes its time."""
        if not self.must_exist:
            return True
        try:
            return read(self.path).text == self.text
        except FileTrouble:
            return False

    def _remember(self, text: str) -> None:
        """Note what was written now, and for a moment what stood there before."""
        if text != self.text:
            self._earlier = [*self._earlier[1 - REMEMBERED :], (monotonic(), self.text)]
        self.text = text

    def _begun_with(self, theirs: str) -> str:
        """Find the text that another program most likely began with.

        It may have read the file a moment before our last words reached it; what it then lacks it has never seen, and
        has not taken out.
        """
        since = monotonic() - STALE
        bases = [self.text, *[text for written, text in reversed(self._earlier) if written >= since]]
        return min(bases, key=lambda base: _apart(base, theirs))

    def _trouble(self, says: str, *, reading: bool = True) -> Kept:
        """Say what is wrong, without the folders of this machine."""
        name = shown(os.path.basename(self.path))
        if reading and not os.path.lexists(self.path):
            return Kept(
                "trouble", f"{name} is not there any more: it was moved, renamed or deleted.", gone=True, asks=True
            )
        return Kept("trouble", says.replace(shown(self.path), name), asks=reading)

    def _rescue(self, text: str, seen: Kept) -> Kept:
        """Keep the text somewhere else, and say where."""
        for shelter in (self._same_place, self._beside, self._elsewhere):
            try:
                place = shelter()
                if place is None:
                    continue
                write(place, text.replace("\n", self.newline))
            except (FileTrouble, OSError):
                continue
            if place != self.rescued:
                self._forget_rescue()
            self.rescued = place
            return seen._replace(shelter=f"What you type is kept in this page and in {shown(place)}.")
        return seen._replace(shelter="What you type is kept in this page only: leave it open.")

    def _same_place(self) -> str | None:
        return self.rescued

    def _beside(self) -> str:
        return _free(self.path + UNSAVED)

    def _elsewhere(self) -> str:
        """Give a place that nobody else can look into."""
        self.attic = self.attic or tempfile.mkdtemp(prefix="toc-")
        return os.path.join(self.attic, os.path.basename(self.path) + UNSAVED)

    def _forget_rescue(self) -> None:
        if self.rescued:
            with suppress(OSError):
                os.unlink(self.rescued)
            self.rescued = None
        if self.attic:
            with suppress(OSError):
                os.rmdir(self.attic)
                self.attic = None

    def _set_aside(self) -> None:
        """Move what is no text out of the way, so that it is not lost either."""
        with suppress(OSError):
            os.rename(self.path, _free(f"{self.path}.old"))


def _apart(before: str, after: str) -> int:
    """Count the letters that are other ones."""
    return sum([hunk.end - hunk.start + len(hunk.insert) for hunk in hunks(between(before, after))])


def _free(name: str) -> str:
    """Give this name, or one like it, that no file has."""
    number, place = 1, name
    while os.path.lexists(place):
        number += 1
        place = f"{name}{number}"
    return place
