"""No side effect and no risk on the whole map.

Almost everything that works has a side effect, and not everybody gains. A result marked `unintended: yes`,
something drawn as working against a result (`-|`), or one risk shows that the group has looked. This asks once.

Source: Conservation by Design looks at who gains and who loses; ignoring unintended results is a trap (Funnell and
Rogers 2011).

Speaks up:

```toc
goal quiet: The old town is quiet at night
  activity close: Close the streets to cars after eight
```

Silent:

```toc
goal quiet: The old town is quiet at night
  activity close: Close the streets to cars after eight
outcome rents: Rents rise in the quiet streets
  unintended: yes
  <- close
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import RESULT_KINDS, LinkKind

from .rule import ADVICE, QUESTION, Facts, Family, Rule, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(facts: Facts) -> Iterator[Finding]:
    """Ask for side effects where a plan names none."""
    theory = facts.theory
    if theory.of_kind("goal") and theory.of_kind("activity") and not _has_any(facts):
        message = "The map names no side effect and no risk. Who could be worse off if this works?"
        yield on_theory(
            theory,
            message,
            Fix("Write one down", paste="risk: …"),
            Fix("If you talked about it and found none, say so", paste="ignore side-effects-blank: …"),
        )


def _has_any(facts: Facts) -> bool:
    theory = facts.theory
    if theory.of_kind("risk") or any(one.get("unintended") == "yes" for one in theory.of_kind(*RESULT_KINDS)):
        return True
    return any(link.kind is LinkKind.WORKS_AGAINST and _hits_a_result(link.target, facts) for link in theory.links)


def _hits_a_result(known: str, facts: Facts) -> bool:
    element = facts.theory.by_id.get(known)
    return element is not None and element.kind in RESULT_KINDS


RULE = Rule("side-effects-blank", find, None, None, ADVICE, ADVICE, QUESTION, family=Family.ASSUMPTIONS)
