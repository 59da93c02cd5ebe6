"""The page on messages says what there is: every type the server hears or tells, with who may send it."""

from __future__ import annotations

import re
from pathlib import Path

from toc.live.hearing import MESSAGES

LIVE = Path(__file__).parents[2] / "toc" / "live"
PAGE, SERVER = (LIVE / "MESSAGES.md").read_text(encoding="utf-8").split("## The server says")


def test_what_the_page_may_say():
    told = dict(re.findall(r"^\| `(\w+)` \|.*?\| (all|writers) \|", PAGE, re.MULTILINE))
    assert told == {name: "writers" if writers_only else "all" for name, (writers_only, _) in MESSAGES.items()}


def test_what_the_server_says():
    told = set(re.findall(r"^\| `(\w+)` \|", SERVER, re.MULTILINE))
    code = "".join([path.read_text(encoding="utf-8") for path in LIVE.glob("*.py")])
    assert told == set(re.findall(r'"type": "(\w+)"', code))
