"""A target that is worse than where the indicator starts.

`better:` says which way is better. Where the target lies on the other side of the baseline, one of the three is
wrong. Numbers are read with care: `12 000` and `1 in 4` are understood, a number that can be read in two ways counts
only if both are worse, and where units differ, or a text is not surely an amount, nothing is said.

Source: arithmetic; the `ascending` attribute of IATI results.

Speaks up:

```toc
goal clean-air: Children breathe clean air
  indicator no2: Nitrogen dioxide at school gates
    baseline: 48 µg/m³ (2024)
    target: 30 µg/m³ (2030)
    better: up
```

Silent:

```toc
goal clean-air: Children breathe clean air
  indicator no2: Nitrogen dioxide at school gates
    baseline: 48 µg/m³ (2024)
    target: 30 µg/m³ (2030)
    better: down
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix

from .phrases import name, quoted
from .rule import ERROR, Facts, Family, Rule
from .words import USUAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Detail, Element

OTHER_WAY = {"up": "down", "down": "up"}


def find(facts: Facts) -> Iterator[Finding]:
    """Compare every target with its baseline."""
    for indicator in facts.theory.of_kind("indicator"):
        better, baseline, target = (_detail(indicator, key) for key in ("better", "baseline", "target"))
        if (
            better
            and baseline
            and target
            and better.value in OTHER_WAY
            and _is_worse(indicator, better.value, facts.theory.language)
        ):
            message = (
                f"{name(indicator)} starts at {quoted(baseline.value)} and should get to {quoted(target.value)}, but "
                f"‘better: {better.value}’ says that this is worse. Which of the three is wrong?"
            )
            other = OTHER_WAY[better.value]
            turn = Fix(
                "If less is better, say so" if other == "down" else "If more is better, say so",
                paste=f"better: {other}",
                instead=better.span,
            )
            yield Finding(
                "", message, target.span, ERROR, element=indicator.id, fixes=(turn, Fix("Or correct the numbers"))
            )


def _detail(indicator: Element, key: str) -> Detail | None:
    return next((detail for detail in indicator.details if detail.key == key), None)


def _is_worse(indicator: Element, better: str, language: str | None) -> bool:
    from toc.logic.amounts import amount, surely_less, unit_named  # noqa: PLC0415  few indicators have all three

    start, end = (amount(indicator.get(key) or "", language or USUAL) for key in ("baseline", "target"))
    if start is None or end is None:
        return False
    unit = unit_named(indicator.get("unit") or "")
    return surely_less(end, start, unit) if better == "up" else surely_less(start, end, unit)


RULE = Rule("target-against-direction", find, None, ERROR, ERROR, ERROR, family=Family.MEASUREMENT)
