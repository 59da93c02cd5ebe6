"""Where a new line goes: below what it is about, indented as `toc fmt` would, and nothing else changes.

It comes after the details that stand there already and before what is nested below them, because that is where people
look for it. Costs as much as the block is long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Edit
from toc.lines import Shape
from toc.source import Span

from .text import Bare, bare_at, block_below, lines_above, next_statement, read_line, step_of

if TYPE_CHECKING:
    from toc.source import Source

FAR_IN = 1_000_000
"""A column further in than any line stands."""


def below(source: Source, start: int, lines: str) -> Edit:
    """Write lines below the line at ``start``, one step further in."""
    host = bare_at(source.text, start)
    end, indent = _behind_the_facts(source.text, host)
    inner = indent or host.indent + step_of(source.text)
    return _insert(source, end, [inner + line for line in lines.split("\n")])


def _behind_the_facts(text: str, host: Bare) -> tuple[int, str]:
    """Give the end of the last detail of a line, and the indent that its details and what is nested have."""
    end, indent, column = host.end, "", FAR_IN
    for line in block_below(text, host):
        if line.goes_on or line.column > column:
            end = line.end if (line.words and line.counts) or line.goes_on else end
        elif line.is_fact:
            end, indent, column = line.end, line.indent, line.column
        elif line.counts:
            return end, indent or line.indent
    return end, indent


def at_margin(source: Source, offset: int, lines: str) -> Edit:
    """Write lines at the margin, behind the block that an offset stands in."""
    return _insert(source, _end_of_margin_block(source.text, offset), lines.split("\n"))


def _end_of_margin_block(text: str, offset: int) -> int:
    """Find the last line before the next margin statement; comments above that one belong to it."""
    line = bare_at(text, offset)
    behind = next_statement(text, line.end, at_margin=True) or Bare(len(text) + 1, len(text) + 1, "", "")
    for one in lines_above(text, behind):
        if one.words and not one.is_comment:
            return max(one.end, line.end)
    return line.end


def _insert(source: Source, end: int, lines: list[str]) -> Edit:
    if not source.text.strip():
        return Edit(Span(source.name, 0, 0), "\n".join(lines) + "\n")
    return Edit(Span(source.name, end, end), "".join([f"\n{line}" for line in lines]))


def at_top(source: Source, lines: str) -> Edit:
    """Write lines before everything else, as far in as the first statement stands."""
    first = next_statement(source.text, 0)
    indent = first.indent if first else ""
    return Edit(Span(source.name, 0, 0), "".join([f"{indent}{line}\n" for line in lines.split("\n")]))


def taken_out(source: Source, start: int) -> Edit | None:
    """Take out the line at ``start`` with what stands below it; None where that would lose more than details."""
    line = bare_at(source.text, start)
    end = line.end
    for one in block_below(source.text, line):
        if one.words and not one.is_fact:
            return None
        end = one.end if one.words else end
    return Edit(_with_line_end(source, line.start, end), "")


def _with_line_end(source: Source, start: int, end: int) -> Span:
    if end < len(source.text):
        return Span(source.name, start, end + 1)
    return Span(source.name, max(0, start - 1), end)


def turned(source: Source, start: int, arrow: str, host: int | None) -> tuple[Edit, ...]:
    """Write another arrow in place of the one on the line at ``start``; empty where no single arrow stands there.

    ``arrow`` is what it should say below the line at ``host``. What stands below the arrow stays with it.
    """
    line = bare_at(source.text, start)
    read = read_line(line)
    sign, _, end = arrow.partition(" ")
    if read is None or read.shape is not Shape.ARROW or len(read.names) != 1 or host is None:
        return ()
    if read.names[0].text == end:  # it stands on the right line already
        return (Edit(Span(source.name, read.word.start, read.word.end), sign),)
    if sign == "->":  # the same arrow, written at its other end
        other = "->" if read.word.text in ("<-", "<--", "←") else "<-"
        return (Edit(Span(source.name, read.word.start, read.word.end), other),)
    gone = taken_out(source, start)
    return (gone, below(source, host, arrow)) if gone else ()
