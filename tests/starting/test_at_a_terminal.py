"""The four questions at a real terminal: correcting, pasting, and leaving in the midst."""

from __future__ import annotations

import os
import select
import signal
import sys

import pytest
from people import environment

import toc

pty = pytest.importorskip("pty")

SECONDS = 30
PROMPT = b"\x1b[?2004h> "
"""The prompt, and before it what says that a line can be typed and pasted now."""


class Seat:
    """Somebody at a terminal, who reads what comes and types."""

    def __init__(self, folder):
        self.seen = b""
        self.child, self.screen = pty.fork()
        if not self.child:
            os.chdir(folder)
            variables = environment(folder, TERM="xterm", LC_ALL="C.UTF-8", NO_COLOR="1", COLUMNS="100")
            os.execve(sys.executable, [sys.executable, "-P", "-m", "toc", "new"], variables)  # noqa: S606

    def read(self):
        """Read on; False at the end."""
        ready, _, _ = select.select([self.screen], [], [], SECONDS)
        if not ready:
            os.kill(self.child, signal.SIGKILL)
            pytest.fail(f"nothing more came after {self.seen!r}")
        try:
            piece = os.read(self.screen, 65536)
        except OSError:  # so says Linux when the other end is closed
            piece = b""
        self.seen += piece
        return bool(piece)

    def read_until(self, wanted):
        while wanted not in self.seen:
            assert self.read(), self.seen
        self.seen = self.seen.partition(wanted)[2]

    def say(self, *lines):
        for line in lines:
            self.read_until(PROMPT)
            os.write(self.screen, line)

    def interrupt(self):
        """Press Ctrl-C, and again as a person would: one that comes in the instant before Python waits is not seen."""
        for _ in range(SECONDS):
            os.write(self.screen, b"\x03")
            if select.select([self.screen], [], [], 1)[0]:
                return

    def leave(self):
        """Give the status with which the program ended."""
        while self.read():
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


@pytest.fixture
def seat(tmp_path):
    sitting = Seat(tmp_path)
    yield sitting
    os.close(sitting.screen)


def test_answers_are_corrected_and_pasted(seat, tmp_path):
    seat.say(b"All childrem\x7fn swim\r", b"\r")
    seat.say(b"\x1b[200~School\nClub\n\nTown Hall\x1b[201~\r", b"\r")
    seat.say("café 😀\r".encode(), "مرحبا\r".encode(), b"\r", b"Club: lessons\r", b"\r")
    assert seat.leave() == 0
    theory = toc.load(tmp_path / "plan.toc").theory
    assert [(element.kind, element.text) for element in theory.elements] == [
        ("partner", "School"), ("partner", "Club"), ("partner", "Town Hall"), ("goal", "All children swim"),
        ("outcome", "café 😀"), ("outcome", "مرحبا"), ("activity", "lessons"),
    ]  # fmt: skip


def test_the_end_of_input_goes_on_as_an_empty_line_does(seat, tmp_path):
    seat.say(b"All swim\r", b"\x04", b"\x04", b"\x04", b"\x04")
    assert seat.leave() == 0
    assert [element.text for element in toc.load(tmp_path / "plan.toc").theory.elements] == ["All swim"]


@pytest.mark.parametrize("lines", [(), (b"All swim\r",), (b"All swim\r", b"\r", b"half a wo"), (b"\r",) * 3])
def test_who_leaves_in_the_midst_leaves_nothing(seat, tmp_path, lines):
    seat.say(*lines)
    is_at_prompt = not lines or lines[-1].endswith(b"\r")
    seat.read_until(PROMPT if is_at_prompt else lines[-1])
    seat.interrupt()
    assert seat.leave() == 130
    assert list(tmp_path.iterdir()) == []
    assert b"Traceback" not in seat.seen
