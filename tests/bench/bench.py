"""How fast, and how much memory: `python tests/bench/bench.py [PART]…`, where the parts are:

growth   parse and check from 20 to 100,000 elements, each in a process of its own: time for each element should stay
check    reading and checking 10,000 elements, beside the plain Lark parse of the same text
render   the whole of `toc render` to SVG, beside a bare Python process that only lays out the same graph
start    the whole of `toc check` on 30 elements, beside a Python that imports click and lark
compare  two theories of 10,000 elements, one an edited copy of the other, compared and told, beside reading both
typing   what one key costs the server of a live page, by what it does to a theory of 30 and of 300 boxes
merge    bringing two versions of 10,000 elements together, beside reading both

Nothing here passes or fails; it prints what it measured, and beside it what we want to keep to.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from statistics import median

from keystrokes import typing
from layered import drawn, layered
from stopwatch import inside, peak, process, turns

PYTHON = sys.executable
TOC = (PYTHON, "-m", "toc")
SIZES = (20, 100, 1_000, 10_000, 100_000)
PICTURES = (20, 100, 500, 2_000)
ONCE = """
import resource, sys, time, toc
from pathlib import Path
text = Path(sys.argv[1]).read_text(encoding="utf-8")
toc.loads("goal a: warm")
start = time.perf_counter()
loaded = toc.loads(text)
read = time.perf_counter()
if sys.argv[2] == "check":
    toc.check(loaded)
end = time.perf_counter()
print(read - start, end - read, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
BARE = """
import sys, pygraphviz
from pathlib import Path
pygraphviz.AGraph(string=Path(sys.argv[1]).read_text(encoding="utf-8")).draw(sys.argv[2], format="plain", prog="dot")
"""


def growth(folder: Path) -> None:
    """Print parse and check for growing theories."""
    print(f"{'elements':>9} {'parse':>9} {'µs each':>8} {'check':>9} {'µs each':>8} {'memory':>8}")
    for size in SIZES:
        file = _written(folder, f"growth{size}.toc", layered(size))
        runs = [_once(file, "check") for _ in range(3 if size < max(SIZES) else 1)]
        parse, check, memory = (min(column) for column in zip(*runs, strict=True))
        each = 1_000_000 / size
        print(f"{size:9,} {parse:8.3f}s {parse * each:8.1f} {check:8.3f}s {check * each:8.1f} {memory:5.0f} MB")


def check(_: Path) -> None:
    """Print reading and checking beside the plain parse of Lark."""
    import toc  # noqa: PLC0415  what is measured is imported where it is measured

    text = layered(10_000)
    plain = _plain_parser()
    theirs, reading, ours = turns(
        3,
        inside(lambda: plain(text)),
        inside(lambda: toc.loads(text)),
        inside(lambda: toc.check(toc.loads(text))),
    )
    lark, read, all_of_it = median(theirs), median(reading), median(ours)
    print(f"10,000 elements: plain Lark {lark:.2f}s, reading {read:.2f}s ({read / lark:.2f} times as long)")
    print(f"reading and checking {all_of_it:.2f}s: {all_of_it / lark:.2f} times as long (we want at most 2)")


def render(folder: Path) -> None:
    """Print whole pictures beside bare layouts of the same graph."""
    bare = _written(folder, "bare.py", BARE)
    print(f"{'boxes':>6} {'bare':>8} {'render':>8} {'allowed':>8} {'ratio':>6} {'memory':>8}")
    for boxes in PICTURES:
        file = _written(folder, f"drawn{boxes}.toc", drawn(boxes))
        graph = _written(folder, f"drawn{boxes}.dot", _graph_of(drawn(boxes)))
        command = (*TOC, "render", file, "-o", str(folder / "drawn.svg"))
        theirs, ours = turns(
            5 if boxes < max(PICTURES) else 3,
            process(PYTHON, bare, graph, str(folder / "bare.plain")),
            process(*command),
        )
        one, other = median(theirs), median(ours)
        allowed = 1.5 * one + 0.25
        print(f"{boxes:6,} {one:7.2f}s {other:7.2f}s {allowed:7.2f}s {other / one:6.2f} {peak(*command):5.0f} MB")


def start(folder: Path) -> None:
    """Print a small check beside the imports that it cannot do without."""
    file = _written(folder, "start.toc", layered(30))
    theirs, ours, helping = turns(
        15,
        process(PYTHON, "-c", "import click, lark"),
        process(*TOC, "check", file, fine=(0, 1)),
        process(*TOC, "--help"),
    )
    one, other = median(theirs), median(ours)
    print(f"import click, lark {one * 1000:.0f} ms; toc --help {median(helping) * 1000:.0f} ms")
    print(f"toc check on 30 elements {other * 1000:.0f} ms: {other / one:.2f} times as long (we want at most 1.9)")


def compare(_: Path) -> None:
    """Print what comparing and telling cost, beside reading both."""
    import toc  # noqa: PLC0415  as above
    from toc.compare.told import tell  # noqa: PLC0415  as above

    text = layered(10_000)
    for name, other in (("a tenth of its lines", _edited(text)), ("every name", _with_made_ids(text))):
        old, new = toc.loads(text).theory, toc.loads(other).theory
        changes = toc.compare(old, new)
        reading, comparing, telling = turns(
            3,
            inside(lambda other=other: (toc.loads(text), toc.loads(other))),
            inside(lambda old=old, new=new: toc.compare(replace(old), replace(new))),
            inside(lambda old=old, new=new, changes=changes: tell(changes, replace(old), replace(new))),
        )
        read, took, told = median(reading), median(comparing), median(telling)
        print(f"{name} edited: {len(changes):,} changes in {took:.2f}s, told in {told:.2f}s; both read in {read:.2f}s")
        print(f"compared and told: {(took + told) / read:.2f} times as long as reading both (we want at most 3)")


def _edited(text: str) -> str:
    """Reword, drop or date anew every tenth line."""
    random = Random(1)  # noqa: S311  which lines, no secret
    lines = [(line, random.randrange(30)) for line in text.splitlines()]
    return "\n".join([line + " indeed" if number == 1 and ":" in line else line for line, number in lines if number])


def _with_made_ids(text: str) -> str:
    """Give every box another name, as when two people typed the same plan."""
    return re.sub(r"\bb(\d+)\b", r"box\1", text)


def merge(_: Path) -> None:
    """Print a merge of two versions, each edited in many places, beside reading both."""
    from random import Random  # noqa: PLC0415  as above

    import toc  # noqa: PLC0415  as above
    from toc.merge import merge as merged  # noqa: PLC0415  as above

    sys.path.append(str(Path(__file__).parents[1]))
    from edits import edited  # noqa: PLC0415  stands with the tests

    base = layered(10_000)
    ours, theirs = (edited(base, Random(who), who, 50) for who in ("ours", "theirs"))  # noqa: S311  edits, no secrets
    reading, merging = turns(
        3,
        inside(lambda: [toc.loads(text) for text in (ours, theirs)]),
        inside(lambda: merged(base, ours, theirs)),
    )
    read, whole = median(reading), median(merging)
    print(f"10,000 elements: both read in {read:.2f}s, merged in {whole:.2f}s")
    print(f"{whole / read:.2f} times as long (we want at most 3)")


def _once(file: str, what: str) -> tuple[float, ...]:
    import subprocess  # noqa: PLC0415  only here

    done = subprocess.run([PYTHON, "-c", ONCE, file, what], check=True, capture_output=True, text=True)
    return tuple(map(float, done.stdout.split()))


def _plain_parser():
    """Make a Lark of our grammar that builds its own tree and knows nothing of ours."""
    from lark import Lark  # noqa: PLC0415  as above

    from toc.indents import Indents  # noqa: PLC0415  as above

    indents = Indents()
    grammar = (Path(__file__).parents[2] / "grammar" / "toc.lark").read_text(encoding="utf-8")
    parser = Lark(grammar, parser="lalr", postlex=indents, maybe_placeholders=False)

    def parse(text: str) -> None:
        indents.begin(text)
        parser.parse(text)

    return parse


class _Listener:
    """Stands where the layout engine stands, and keeps the graph it was first asked about."""

    def __init__(self) -> None:
        from toc.layout_worker import Worker  # noqa: PLC0415  as above

        self.worker = Worker()
        self.asked: list[str] = []

    def plain(self, dot: str) -> str:
        self.asked.append(dot)
        return self.worker.plain(dot)


def _graph_of(text: str) -> str:
    """Give the graph that toc lays out, without the words that ask Graphviz to try less hard: that saving is ours."""
    import toc  # noqa: PLC0415  as above

    listener = _Listener()
    toc.render(toc.loads(text), "svg", engine=listener)
    if len(listener.asked) > 1:
        print(f"(the layout was asked {len(listener.asked)} times)")
    return re.sub(r" (?:mclimit|nslimit1?)=[\d.]+", "", listener.asked[0])


def _written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


PARTS = {
    "growth": growth,
    "check": check,
    "render": render,
    "start": start,
    "typing": typing,
    "compare": compare,
    "merge": merge,
}


def main(wanted: list[str]) -> None:
    """Measure what is asked for, everything if nothing is."""
    for name in wanted or PARTS:
        began = time.perf_counter()
        print(f"\n{name}")
        with tempfile.TemporaryDirectory() as folder:
            PARTS[name](Path(folder))
        print(f"(took {time.perf_counter() - began:.0f}s)")


if __name__ == "__main__":
    main(sys.argv[1:])
