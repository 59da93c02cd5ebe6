"""An indicator that does not say everything it takes to use it.

Where it starts, where it should get to, by when, and where the numbers come from: with one of these missing, the
next meeting argues about the number instead of learning from it. A date is a year in the target, or the date of what
is measured, or the horizon of the whole; a source is also what somebody does who collects it (`by clinic: reads the
monitors`).

Source: performance measurement framework (Global Affairs Canada); means of verification in the logframe; University
of Wisconsin-Extension.

Speaks up:

```toc
goal clean-air: Children breathe clean air
  indicator no2: Nitrogen dioxide at school gates
    target: 30 µg/m³ (2030)
```

Silent:

```toc
goal clean-air: Children breathe clean air
  indicator no2: Nitrogen dioxide at school gates
    baseline: 48 µg/m³ (2024)
    target: 30 µg/m³ (2030)
    source: monitors of the clinic
```
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import LinkRef, first
from toc.near import nearest
from toc.vocabulary import KEYS

from .few_or_many import at_first, few_or_many
from .orphan_indicator import measuring
from .phrases import name, series
from .rule import ADVICE, WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

NAME = "indicator-incomplete"
PASTES = {
    "baseline": Fix("Say where it starts", paste="baseline: …"),
    "target": Fix("Say where it should get to, and by when", paste="target: …"),
    "source": Fix("Say where the numbers come from", paste="source: …"),
}
ASKS = {
    "baseline": "Where does it stand today?",
    "target": "Where should it get to, and by when?",
    "date": "By when should it get there?",
    "source": "Where do the numbers come from?",
}
_YEAR = r"(?<!\d)\d{4}(?!\d)"


def find(facts: Facts) -> Iterator[Finding]:
    """List what each indicator lacks."""
    indicators = measuring(facts)
    gaps = {one.id: found for one in indicators if (found := _gaps(one, facts))}
    yet = " yet" if facts.early else ""

    def lacks(indicator: Element) -> str:
        return f"{series([f'no {gap}' for gap in gaps[indicator.id]])}{yet}"

    def alone(indicator: Element) -> Finding:
        message = f"{name(indicator)} has {lacks(indicator)}. {ASKS[gaps[indicator.id][0]]}"
        return on_element(indicator, message, *_fixes(gaps[indicator.id]))

    def together(left: Sequence[Element]) -> Finding:
        whole, of = len(indicators) - len(gaps), len(indicators)
        said = f"{whole:,} of {of:,} indicators {'says' if whole == 1 else 'say'}"
        said = said if whole else f"Not one of the {of:,} indicators says"
        message = f"{said} where it starts, where it should get to, by when, and where the numbers come from."
        where = [Fix(fix.label, paste=fix.paste, below=left[0].span) for fix in _fixes(gaps[left[0].id])]
        return at_first(f"{message} Go on with {name(left[0])}: it has {lacks(left[0])}.", left[0], *where)

    yield from few_or_many([one for one in indicators if one.id in gaps], facts, NAME, alone, together)


def _fixes(gaps: Sequence[str]) -> list[Fix]:
    keys = ["target" if gap == "date" else gap for gap in gaps]
    return [PASTES[key] for key in dict.fromkeys(keys)][:2]


def _gaps(indicator: Element, facts: Facts) -> tuple[str, ...]:
    target = indicator.get("target") or ""
    there = {
        "baseline": bool(indicator.get("baseline")),
        "target": bool(target),
        "date": not target or bool(re.search(_YEAR, target)) or _is_dated(indicator, facts),
        "source": bool(indicator.get("source")) or any(one.what for one in facts.graph.doers.get(indicator.id, ())),
    }
    gaps = tuple([gap for gap, filled in there.items() if not filled])
    slips = {nearest(detail.key, gaps) for detail in indicator.details if gaps and detail.key not in KEYS}
    return tuple([gap for gap in gaps if gap not in slips])


def _is_dated(indicator: Element, facts: Facts) -> bool:
    ends = [what.target if isinstance(what, LinkRef) else what for what in indicator.about]
    results = [facts.theory.by_id.get(end) for end in ends]
    return bool(first(facts.theory.details, "horizon")) or any(result and result.get("due") for result in results)


RULE = Rule(NAME, find, None, None, ADVICE, WARNING, family=Family.MEASUREMENT)
