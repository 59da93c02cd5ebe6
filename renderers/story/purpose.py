"""What the theory is for: title, who stands behind it, the goals, and how far the partnership answers for results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import first

from ..escape import one_line
from ..wording import title_in
from .details import bullets, remarks, sentence
from .phrases import names, quoted, quotes
from .sentences import ended, linked, md, without_stop

if TYPE_CHECKING:
    from toc.model import Element

    from .teller import Teller

_MOST_NAMED = 6
_TOLD = frozenset({"because", "for", "due", "needs", "enough", "unintended"})
_TITLE = frozenset({"because", "horizon", "ceiling"})


def title(teller: Teller) -> tuple[str, ...]:
    """Write the title of the story."""
    return (f"# {md(one_line(title_in(teller.theory, teller.lang)) or teller.words('picture.untitled'))}",)


def purpose(teller: Teller) -> tuple[str, ...]:
    """Say what is to be achieved, for whom and by when, and who carries it."""
    return (f"## {teller.words('heading.purpose')}", *_goals(teller), *_frame(teller), *_ceiling(teller))


def _goals(teller: Teller) -> tuple[str, ...]:
    goals, words = teller.theory.of_kind("goal"), teller.words
    if not goals:
        return (words("story.no-goal"),)
    if len(goals) == 1:
        return (f"{words('story.goal-one', kind=words.kind('goal'))} {_goal(teller, goals[0])}",)
    return (
        words("story.goal-many", kinds=words.kind("goal", len(goals))),
        *bullets([_goal(teller, each) for each in goals]),
    )


def _goal(teller: Teller, goal: Element) -> str:
    words = teller.words
    asides = []
    if due := goal.get("due"):
        asides.append(md(words.by(due)))
    if people := goal.get("for"):
        asides.append(words("picture.for", people=md(without_stop(teller.name(people)))))
    text = f"**{md(without_stop(teller.text(goal)))}**"
    said = ended(
        words("punctuation.comma-aside", text=text, aside=words("list.comma").join(asides)) if asides else text
    )
    reasons = [linked(words, words("story.because"), md(without_stop(reason))) for reason in goal.all("because")]
    more = sentence(remarks(teller, goal.details, _TOLD))
    return " ".join([said, *[sentence(reason) for reason in reasons], *([more] if more else [])])


def _frame(teller: Teller) -> tuple[str, ...]:
    """Say who carries the theory, how far it has come, and how far ahead it looks."""
    theory, words = teller.theory, teller.words
    partners = [partner.id for partner in theory.of_kind("partner")]
    said = []
    if 0 < len(partners) <= _MOST_NAMED:
        said.append(ended(words("story.carried-by", partners=names(teller, partners))))
    elif partners:
        said.append(words("story.carried-by-many", count=len(partners)))
    if stage := first(theory.details, "stage"):
        known = words.phrases.get(f"story.stage-{stage}")
        said.append(known if isinstance(known, str) else md(stage))
    if horizon := first(theory.details, "horizon"):
        said.append(words("story.horizon", date=md(words.date(horizon))))
    paragraphs = [" ".join(said)] if said else []
    reasons = [linked(words, words("story.because"), md(d.value)) for d in theory.details if d.key == "because"]
    more = sentence(remarks(teller, theory.details, _TITLE))
    return (*paragraphs, *[sentence(reason) for reason in reasons], *([more] if more else []))


def _ceiling(teller: Teller) -> tuple[str, ...]:
    named = [detail.value for detail in teller.theory.details if detail.key == "ceiling"]
    results = [name.strip() for value in named for name in value.split(",") if name.strip()]
    return (teller.words("story.ceiling", results=quotes(teller, results)),) if results else ()


def alternative_text(teller: Teller) -> str:
    """Describe the diagram for somebody who does not see it."""
    theory, words = teller.theory, teller.words
    said = md(one_line(title_in(theory, teller.lang)) or words("picture.untitled"))
    counts = [(kind, len(theory.of_kind(kind))) for kind in ("activity", "output", "outcome")]
    parts = tuple([f"{count} {words.kind(kind, count)}" for kind, count in counts if count])
    goals = [goal.id for goal in theory.of_kind("goal")]
    if not parts or not goals:
        return words("story.picture-alt-plain", title=said)
    goals_said = words.joined(tuple([quoted(teller, goal) for goal in goals[:3]]))
    return words("story.picture-alt", title=said, parts=words.joined(parts), goals=goals_said)
