"""The pages' half of writing together, against the server's: whatever arrives late, twice or never, all end equal.

The pages run in Node without an editor, the text they share is the real one, and the lines between them are slow and
break; the order of everything comes from a seed.
"""

import json
import random
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from toc.live.assets import has_editor
from toc.live.shared import Shared

HERE = Path(__file__).parent
MARKS = 0xE000
PIECES = ("a", "bc", "\n", "  ", "\U0001f600", "é", "\u0627\u0628", "goal x: y\n")

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None or not has_editor(), reason="Node or the editor is missing"
)


class Room:
    """The text, the pages, and what is under way between them."""

    def __init__(self, node, seed, pages):
        self.node, self.random = node, random.Random(seed)  # noqa: S311  an order, not a secret
        self.run, self.shared = 0, Shared("plan.toc", "goal a: x\n  by b\n")
        self.texts, self.pending, self.written = {}, {}, 0
        self.pages = [f"{seed}-{number}" for number in range(pages)]
        self.up = {page: [] for page in self.pages}
        self.down = {page: [] for page in self.pages}
        self.lost = set()
        self.texts_of_ticks = []
        for page in self.pages:
            self.page(page, "document", self.document())

    def page(self, page, what, given=None):
        self.node.stdin.write(f"{json.dumps([page, what, given])}\n")
        self.node.stdin.flush()
        self.texts_of_ticks.append(self.shared.text)
        answer = json.loads(self.node.stdout.readline())
        self.texts[page], self.pending[page] = answer["text"], answer["pending"]
        self.up[page] += answer["out"]

    def document(self):
        return {
            "type": "document", "file": "plan.toc", "version": self.shared.version, "text": self.shared.text,
            "run": str(self.run), "writable": True,
        }  # fmt: skip

    def hear(self, page, message):
        if message["type"] == "open":
            self.down[page].append(self.document())
        elif message["type"] == "weave":
            self.weave(page, message["base"], message["text"], message["id"])
        elif self.shared.push(message["version"], message["updates"]):
            self.tell(self.pages, message["version"])
        elif (missed := self.shared.since(message["version"])) is None:
            self.down[page].append(self.document())
        else:
            self.down[page].append(updates(message["version"], missed))

    def weave(self, page, base, text, number=None):
        """Weave a text in; the page that brings it, perhaps with another part of it than its pen, gets all of it."""
        version = self.shared.version
        self.shared.weave("woven", base, text)
        self.tell([other for other in self.pages if other != page], version)
        now = {"type": "text", "id": number, "version": self.shared.version, "text": self.shared.text}
        self.down[page].append(now)

    def tell(self, pages, version):
        news = updates(version, self.shared.since(version))
        for page in pages:
            if page not in self.lost and news["updates"]:
                self.down[page].append(news)

    def write(self, page, *, only_add):
        self.written += 1
        said = self.random.choice(PIECES) + (chr(MARKS + self.written) if only_add else "")
        gone = 0 if only_add else self.random.choice((0, 0, 0, 1, 4, 12))
        self.page(page, "write", {"at": self.random.random(), "gone": gone, "insert": said})

    def carry(self, page):
        """Let one message arrive, if any is under way."""
        way = self.random.choice((self.up, self.down))
        if not way[page]:
            return
        message = way[page].pop(0)
        if way is self.up:
            self.hear(page, message)
        else:
            self.page(page, message["type"], message)

    def lose(self, page):
        """Break a line: what was on it is gone, but the server may have heard some of it."""
        for message in self.up[page][: self.random.randrange(3)]:
            self.hear(page, message)
        self.up[page], self.down[page] = [], []
        self.lost.add(page)
        self.page(page, "lose")

    def back(self, page):
        if page in self.lost:
            self.lost.discard(page)
            self.down[page].append(self.document())

    def restart(self, *, falls):
        """Start another server on the file that the last one wrote; one that fell over wrote nothing for a second."""
        written = self.texts_of_ticks[-8:][0] if falls else self.shared.text
        for page in self.pages:
            if page not in self.lost:
                self.lose(page)
        self.run += 1
        self.shared = Shared("plan.toc", written)

    def come_to_rest(self):
        for page in self.pages:
            self.back(page)
        while any(self.up.values()) or any(self.down.values()):
            for page in self.pages:
                self.carry(page)


def updates(version, news):
    return {"type": "updates", "version": version, "updates": [one.as_json() for one in news]}


@pytest.fixture(scope="module")
def node():
    command = ["node", "--import", HERE / "vendor.mjs", HERE / "sheets.mjs"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as made:
        yield made
        made.stdin.close()


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("trouble", ["slow lines", "broken lines", "restarts", "falls"])
def test_all_end_equal_and_nothing_is_lost(node, seed, trouble):
    room = Room(node, f"{trouble}-{seed}", pages=3)
    only_add = seed % 2 == 0
    for _ in range(250):
        page = room.random.choice(room.pages)
        chance = room.random.random()
        if chance < 0.4:
            room.write(page, only_add=only_add)
        elif chance < 0.43 and not only_add:
            room.page(page, "undo")
        elif chance < 0.45 and trouble != "slow lines":
            room.lose(page)
        elif chance < 0.5:
            room.back(page)
        elif chance > 0.985 and page not in room.lost:
            room.weave(page, room.shared.text, f"# put back\n{room.shared.text}")
        elif chance > 0.98 and trouble in {"restarts", "falls"}:
            room.restart(falls=trouble == "falls")
        else:
            room.carry(page)
    room.come_to_rest()
    assert set(room.texts.values()) == {room.shared.text}
    assert not any(room.pending.values())
    if only_add:
        counted = Counter(letter for letter in room.shared.text if "\ue000" <= letter < "\uf900")
        assert sorted(counted) == [chr(MARKS + number + 1) for number in range(room.written)]
        if trouble in {"slow lines", "broken lines"}:
            assert set(counted.values()) == {1}


def test_what_is_forgotten_by_the_server_is_woven_in(node, monkeypatch):
    monkeypatch.setattr("toc.live.shared.MOST_REMEMBERED", 5)
    room = Room(node, "forgotten", pages=2)
    one, other = room.pages
    room.lose(one)
    room.write(one, only_add=True)
    for _ in range(9):
        room.write(other, only_add=True)
        while room.up[other] or room.down[other]:
            room.carry(other)
    room.come_to_rest()
    assert set(room.texts.values()) == {room.shared.text}
    assert all(room.shared.text.count(chr(MARKS + number + 1)) == 1 for number in range(10))


def test_undo_takes_back_only_what_one_wrote(node):
    room = Room(node, "undo", pages=2)
    one, other = room.pages
    before = room.shared.text
    room.page(one, "write", {"at": 0.0, "gone": 0, "insert": "mine "})
    room.come_to_rest()
    room.page(other, "write", {"at": 0.999, "gone": 0, "insert": " theirs"})
    room.come_to_rest()
    room.page(one, "undo")
    room.come_to_rest()
    assert room.shared.text == f"{before} theirs"
    assert set(room.texts.values()) == {room.shared.text}
