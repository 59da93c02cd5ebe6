"""A real `toc live` in a process of its own, and visitors that talk with it as pages do."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from websockets.sync.client import connect

ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds after which a wait has failed; who waits goes on at once, and a machine that is busy takes its time."""
LIVE = (sys.executable, "-m", "toc", "live")


@dataclass
class House:
    """A running server: its process, its links, and the file it is about."""

    process: subprocess.Popen
    write: str
    read: str | None
    file: Path

    @property
    def host(self) -> str:
        return self.write.split("/")[2]

    @property
    def word(self) -> str:
        return self.write.split("/")[3]

    def socket(self, *, link: str | None = None) -> str:
        return (link or self.write).replace("http://", "ws://") + "socket"

    def end(self, number: int = signal.SIGINT) -> None:
        """Stop it; one that does not stop is left to no later test, which would be blamed for what it leaves open."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()


def own_port() -> tuple[str, str]:
    """Find a port for a room that comes back to it: the usual one is taken by the next test while the room is down."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return "--port", str(asked.getsockname()[1])


@contextmanager
def house(file: Path, *options: str, text: str | None = None, environment: dict | None = None, command: tuple = LIVE):
    """Open a page about a file, and close it again."""
    if text is not None:
        file.write_text(text, encoding="utf-8")
    opened = open_house(file, *options, environment=environment, command=command)
    try:
        yield opened
    finally:
        opened.end()


def open_house(file: Path, *options: str, environment: dict | None = None, command: tuple | list = LIVE) -> House:
    place = {**os.environ, "XDG_CONFIG_HOME": str(file.parent / ".settings"), **(environment or {})}
    run = [*command, str(file), "--no-browser", *options]
    process = subprocess.Popen(run, stdout=subprocess.PIPE, text=True, env=place, cwd=ROOT)
    links: list[str] = []
    for line in process.stdout:
        links += re.findall(r"http://\S+", line)
        if line.startswith("Leave this running"):
            break
    if not links:
        process.communicate()
    assert links, f"the page did not open; status {process.returncode}"
    return House(process, links[0], links[1] if len(links) > 1 else None, file)


@dataclass
class Visitor:
    """One page that is open, without a browser. ``seen`` are all messages so far."""

    socket: object
    seen: list = field(default_factory=list)
    lines: list = field(default_factory=list)
    asked: int = 0

    def say(self, kind: str, **rest) -> None:
        self.socket.send(json.dumps({"type": kind, **rest}))

    def hear(self, kind: str, wanted=lambda _: True) -> dict:
        """Wait for a message of a kind, and give it."""
        until = time.monotonic() + PATIENCE
        while True:
            message = json.loads(self.socket.recv(timeout=max(0.01, until - time.monotonic())))
            self.seen.append(message)
            if message["type"] == "picture":
                self._patch(message)
            if message["type"] == kind and wanted(message):
                return message

    def open(self, file: str = "plan.toc") -> dict:
        self.say("open", file=file)
        return self.hear("document", lambda message: message["file"] == file)

    def type(self, version: int, changes: list, file: str = "plan.toc") -> None:
        """Send one change: numbers for what stays, ``[length, text]`` for what is replaced."""
        sections = [[one[0], *one[1].split("\n")] if isinstance(one, list) else one for one in changes]
        self.say("push", file=file, version=version, updates=[{"clientID": "me", "changes": sections}])

    def ask(self, what: str, **rest) -> dict:
        self.asked += 1
        self.say("ask", id=self.asked, what=what, **rest)
        return self.hear("answer", lambda message: message["id"] == self.asked)

    def picture(self, holds: str = "") -> str:
        """Wait for a picture that holds some words."""
        while holds not in (drawn := "\n".join(self.lines)) or not drawn:
            self.hear("picture")
        return drawn

    def _patch(self, message: dict) -> None:
        if message["base"] is None:
            self.lines = []
        moved = 0
        for start, count, put in message["patch"]:
            self.lines[start + moved : start + moved + count] = put
            moved += len(put) - count
        self.say("drawn", number=message["number"])


@contextmanager
def visitor(opened: House, *, link: str | None = None, **headers):
    with connect(
        opened.socket(link=link), max_size=None, additional_headers=headers or None, open_timeout=PATIENCE
    ) as socket:
        yield Visitor(socket)


def until(true, seconds: float = PATIENCE) -> None:
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it never came to pass"
        time.sleep(0.01)
