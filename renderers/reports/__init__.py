"""The reports that people take home: a table, from which everything else finds its report by name.

A report is a function ``build(asked) -> Document``: pure, without files or the clock, and from the same theory always
the same document. To add one, write it in a file here, add a line to the table and its words to ``words/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_TEXT: Final = ("docx", "html", "md")
_TABLE: Final = ("xlsx", *_TEXT)
_TABLE_DRAWN: Final = (*_TEXT, "xlsx", "pptx")


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its name, where its function is, one line for the help, and the formats it comes in, the usual first.

    ``for_one`` marks a report that is about one partner and takes its id; ``fills`` one that can also be filled into
    a template of somebody else. ``takes`` names the wishes that most reports have no use for: ``since``, ``columns``.
    """

    name: str
    home: str
    about: str
    formats: tuple[str, ...] = _TEXT
    for_one: bool = False
    fills: bool = False
    takes: tuple[str, ...] = ()


REPORTS: Final = (
    Report("gap", "toc.renderers.reports.gap:build", "what is still open, for the room to talk about"),
    Report("narrative", "toc.renderers.reports.narrative:build", "the whole story in words: if, then, because"),
    Report("review", "toc.renderers.reports.review:build", "a sheet for looking back together"),
    Report(
        "public", "toc.renderers.reports.public:build", "one page for the public, with nothing internal",
        (*_TEXT, "pptx"),
    ),
    Report("joint", "toc.renderers.reports.joint:build", "what takes several partners, and what is each one's", _TABLE),
    Report("agreement", "toc.renderers.reports.agreement:build", "a draft of the partnering agreement"),
    Report("assumptions", "toc.renderers.reports.assumptions:build", "what we assume, and how we will notice", _TABLE),
    Report("matrix", "toc.renderers.reports.matrix:build", "who contributes to which result and activity", _TABLE),
    Report(
        "interdependency", "toc.renderers.reports.interdependency:build", "who waits for whom, and how sure that is",
        _TABLE_DRAWN,
    ),
    Report("rings", "toc.renderers.reports.rings:build", "who stands how close, and who matters outside", _TABLE_DRAWN),
    Report(
        "calendar", "toc.renderers.reports.calendar:build", "every day in the plan, for a wall or a calendar",
        ("ics", *_TABLE),
    ),
    Report(
        "indicators", "toc.renderers.reports.indicators:build", "what we look at to know how it goes", _TABLE,
        fills=True,
    ),
    Report(
        "logframe", "toc.renderers.reports.logframe:build", "the logframe, also in the columns of EU, FCDO or USAID",
        _TABLE, fills=True, takes=("columns",),
    ),
    Report("money", "toc.renderers.reports.money:build", "what partners bring and what it costs, in amounts", _TABLE),
    Report(
        "pack", "toc.renderers.reports.pack:build", "one page for one partner to take to its own organisation",
        (*_TEXT, "pptx"), for_one=True, takes=("since",),
    ),
)  # fmt: skip
"""All reports, in the order of the help."""


def report_of(name: str) -> Report | None:
    """Find a report by its name."""
    return next((report for report in REPORTS if report.name == name), None)
