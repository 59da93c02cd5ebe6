"""A kind of change that the words do not tell.

First people know or can do something (`change: capacity`), then they do it (`behaviour`), then something is different
(`state`). "Carers are aware of the signs", marked as behaviour, hides the hardest step: from knowing to doing. This
compares what `change:` says with the verbs of the outcome. It knows English and French, and follows `language:`.

Source: capacity first, then practice, then the state of things (Global Affairs Canada); capability and behaviour
(Mayne 2016).

Speaks up:

```toc
goal strokes: Fewer people die of strokes
  outcome signs: Carers are aware of the first signs of a stroke
    change: behaviour
```

Silent:

```toc
goal strokes: Fewer people die of strokes
  outcome call: Carers call an ambulance at the first sign of a stroke
    change: behaviour
  outcome signs: Carers are aware of the first signs of a stroke
    change: capacity
```
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .phrases import name, quoted
from .rule import ADVICE, HEURISTIC, Facts, Family, Rule, on_element
from .sentences import first_line, names_people
from .words import results_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

    from .words import Results

NOT_YET = {
    "capacity": "knowing is not yet doing",
    "behaviour": "doing is not yet what it leads to",
}
"""What the words tell, and why that is less than what is marked."""


def find(facts: Facts) -> Iterator[Finding]:
    """Read every outcome that says which kind of change it is."""
    marked = [one for one in facts.theory.of_kind("outcome") if one.get("change")]
    results = results_for(facts.theory.language) if marked else None
    for element in marked if results else ():
        kind = (element.get("change") or "").strip().casefold()
        told = told_kind(_whole_words(element.text), kind, results) if results else None
        if told:
            yield _tell(element, kind, *told)


def _tell(element: Element, kind: str, tells: str, word: str) -> Finding:
    message = f"{name(element)} is marked as {kind}, but it says {quoted(word)}: {NOT_YET[tells]}. Which is it?"
    mark = next((detail.span for detail in element.details if detail.key == "change"), None)
    return on_element(
        element,
        message,
        Fix(f"Mark it as {tells}", paste=f"change: {tells}", instead=mark),
        Fix(f"Or say it as {kind}: {'what people do' if kind == 'behaviour' else 'what is different then'}"),
    )


def _whole_words(text: str) -> tuple[str, ...]:
    """Give the words of a text; ``no-take`` is one."""
    return tuple([word.strip(".,;:!?()’'").casefold() for word in first_line(text).split()])


def told_kind(said: Sequence[str], kind: str, results: Results) -> tuple[str, str] | None:
    """Give the kind of change that the words tell, and the word that tells it, where that is one step too early."""
    mine = _main_words(said, results)
    knowing = [word for word in mine if word in results.knowing]
    doing = [word for word in mine if word in results.practice]
    if kind == "behaviour" and knowing and not doing:
        return "capacity", knowing[0]
    habits = [word for word in mine if word in results.habits]
    if kind == "state" and habits and not knowing and results.states.isdisjoint(mine) and names_people(said, results):
        return "behaviour", habits[0]
    return None


def _main_words(said: Sequence[str], results: Results) -> list[str]:
    """Give the words before any ``who`` or ``that``, without the infinitives: ``know how to``."""
    end = next((place for place, word in enumerate(said) if word in results.clause), len(said))
    return [word for before, word in pairwise(("", *said[:end])) if before not in results.before_infinitives]


RULE = Rule("change-kind-mismatch", find, None, None, ADVICE, ADVICE, HEURISTIC, family=Family.WORDING)
