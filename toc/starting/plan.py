"""From four answers to the text of a theory: canonical, with a name for everything, so that words can change later.

Whatever was typed becomes the words of a box, a partner or a note, and never a line of the language. No arrow is
guessed: work stands below a result only where there is just one that it can be for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from toc.build.names import made_id
from toc.characters import stray_characters
from toc.format import format_text
from toc.load import loads
from toc.misread import BULLET
from toc.service.answers import cleaned, cleaned_line, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .questions import Answers

STEP = "  "
_UNTITLED = "Our theory of change"
_OPENING = (
    "# A line that begins with # and a space, like this one, is for whoever writes here; it is never drawn.",
    "# What stands further in comes first, and leads to what it stands in.",
)
_WANTED = {
    "partner": "# partner: who is at the table?",
    "goal": "# goal: what would be different, and for whom, if this worked?",
    "outcome": "# outcome: what must be in place for the goal? Write it below the goal, one step further in.",
    "activity": "# activity: what does somebody already do for it? Write it below what it leads to.",
}


class Said(NamedTuple):
    """Something of a kind that has a name and words."""

    kind: str
    name: str
    text: str

    def lines(self, depth: int) -> Iterator[str]:
        """Write it down, ``depth`` steps in."""
        return said(STEP * depth, f"{self.kind} {self.name}", self.text)


def plan_of(title: str, answers: Answers) -> str:
    """Write a plan that says what was answered; what was left open stands in it as a comment that asks.

    Raises ValueError, with a sentence, where the answers are more than a plan can hold.
    """
    text = format_text("\n".join(_lines(title, answers, _Names())))
    for finding in loads(text).findings:
        if finding.rule == "too-large":
            msg = f"One plan cannot hold that much. {finding.message}"
            raise ValueError(msg)
    return text


def _lines(title: str, answers: Answers, names: _Names) -> Iterator[str]:
    yield from _OPENING
    yield ""
    yield from said("", "theory", cleaned_line(title) or _UNTITLED)
    yield f"{STEP}stage: live"
    if cleaned(answers.more):
        yield from said(STEP, "note", answers.more)
    yield ""
    partners = [names.give("partner", name) for name in _listed(answers.table, "[,，،\n]")]
    yield from _all(partners, "partner", 0)
    yield ""
    goals = [names.give("goal", cleaned(answers.change))] if cleaned(answers.change) else []
    outcomes = [names.give("outcome", text) for text in _listed(answers.first, "\n")]
    work = [_work(names, partners, text) for text in _listed(answers.already, "\n")]
    yield from _all(goals, "goal", 0)
    yield from _all(outcomes, "outcome", len(goals))
    # Only below a single result it is plain what the work is for.
    depth = len(goals) + len(outcomes) if len(outcomes) <= 1 else 0
    if not depth:
        yield ""
    yield from _all_work(work, depth)


def _all(elements: list[Said], kind: str, depth: int) -> Iterator[str]:
    """Write elements of a kind, or ask for the first one."""
    if not elements:
        yield STEP * depth + _WANTED[kind]
    for element in elements:
        yield from element.lines(depth)


def _all_work(work: list[tuple[Said, list[str]]], depth: int) -> Iterator[str]:
    if not work:
        yield STEP * depth + _WANTED["activity"]
    for activity, doers in work:
        yield from activity.lines(depth)
        yield from [f"{STEP * (depth + 1)}by {name}" for name in doers]


def _listed(text: str, between: str) -> list[str]:
    """Part an answer into its entries; where each begins with a bullet, as in a list that was pasted, without it."""
    entries = [line for part in re.split(between, cleaned(text)) if (line := cleaned_line(part))]
    bare = [cleaned_line(re.sub(f"^{BULLET}", "", entry)) for entry in entries]
    is_list = len(entries) > 1 and all(re.match(BULLET, entry) for entry in entries)
    return list(dict.fromkeys(bare if is_list else entries))


def _work(names: _Names, partners: list[Said], text: str) -> tuple[Said, list[str]]:
    """Take who does it from before the colon, where everybody named there is at the table."""
    ids = {partner.text.casefold(): partner.name for partner in partners}
    who, _, what = re.sub("：", ":", text, count=1).partition(":")
    named = [cleaned_line(name).casefold() for name in re.split("[,，،]", who)]
    if cleaned_line(what) and all(name in ids for name in named):
        return names.give("activity", cleaned_line(what)), list(dict.fromkeys([ids[name] for name in named]))
    return names.give("activity", text), []


class _Names:
    """Gives names that nothing else has."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def give(self, kind: str, text: str) -> Said:
        made = _made(text) or kind
        free, number = made, self._last.get(made, 1)
        while free in self._last:
            number += 1
            free = f"{made}-{number}"
        self._last[made] = number
        self._last.setdefault(free, 1)
        return Said(kind, free, text)


def _made(text: str) -> str:
    """Make a name of the words, without the characters in it that nobody sees."""
    made = made_id(text)
    for stray in stray_characters(made):
        made = made.replace(stray, "")
    return re.sub("-+", "-", made).strip("-")
