"""What the tool noticed: plain data, told in one place (`toc.cli.noticed`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .source import Span


class Severity(StrEnum):
    """How much a finding matters. Only errors make `toc check` fail."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Nature(StrEnum):
    """How sure a finding is: a fact of the map, a guess from its wording, or a question only people can answer."""

    FACT = "fact"
    HEURISTIC = "heuristic"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` where ``span`` is; an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that would settle a finding: what it does, in words, and how.

    ``edits`` change what is written. ``paste`` is a line to write below the line at ``below``, or else below the
    element that the finding is about, one step further in; the indent is left to whoever writes it. Where only people
    know the place, ``below`` is `toc.source.NOWHERE`. ``instead`` is a line that goes, with what stands below it, and
    whose place ``paste`` takes. ``margin`` is what to write at the margin, behind the block of the finding; it is done
    rather than ``paste``, which then only shows it.
    """

    label: str
    edits: tuple[Edit, ...] = ()
    paste: str = ""
    below: Span | None = None
    instead: Span | None = None
    margin: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth saying, once.

    ``element`` is the id of the element it is about. ``settles`` lists the ids whose silence in the graph this
    finding already explains (the name that was probably meant, the element on a broken line): no other
    rule reports them as missing, idle, orphaned or unsupported. ``also`` are the other places of which the same is
    true, where it is told once for all of them.
    """

    rule: str
    message: str
    span: Span
    severity: Severity = Severity.WARNING
    nature: Nature = Nature.FACT
    element: str | None = None
    fixes: tuple[Fix, ...] = ()
    settles: tuple[str, ...] = ()
    also: tuple[Span, ...] = ()
