"""How many arrows are explained.

An arrow says that one thing leads to another; `because` says why anybody should believe it. Hardly any published
map gives reasons, so this never counts up single arrows. It says once how far you are, and where to go on: with
the unexplained arrow closest to the goal. Arrows into goals and outcomes count; a reason, an assumption or
evidence explains one.

Source: if–then–*because* (Aston); a rationale for each connection (Taplin and Clark 2012).

Speaks up:

```toc
goal safe: Children walk to school safely
  outcome slow: Cars drive slowly near the school
    because: a slow car stops in time
  outcome seen: Children are seen at dusk
```

Silent:

```toc
goal safe: Children walk to school safely
  outcome slow: Cars drive slowly near the school
    because: a slow car stops in time
  outcome seen: Children are seen at dusk
    assuming dusk: Most accidents happen at dusk
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.logic import is_stopped
from toc.model import Link, LinkKind, LinkRef

from .few_or_many import at_first, everywhere
from .ignores import is_waived
from .phrases import capital, name_of
from .rule import ADVICE, Facts, Family, Rule, on_link

if TYPE_CHECKING:
    from collections.abc import Iterator

ASKED_OF = frozenset({"goal", "outcome", "pathway"})
"""The kinds whose incoming arrows want a reason."""


def find(facts: Facts) -> Iterator[Finding]:
    """Count the explained arrows, and point at the bare one closest to the goal."""
    asked = [link for link in facts.theory.links if _is_asked(link, facts)]
    explained = _explained(facts)
    bare = [link for link in asked if not link.because and (link.source, link.target) not in explained]
    if bare:
        levels = facts.graph.levels
        first = min(bare, key=lambda link: levels.get(link.target, 0))
        source, target = name_of(facts.theory, first.source), name_of(facts.theory, first.target)
        why = f"why would {source} lead to {target}? Finish the sentence: because …"
        counted = _counted(len(asked) - len(bare), len(asked), facts)
        message, fix = capital(f"{counted}{why}"), Fix("Say why, below the arrow", paste="because: …", below=first.span)
        yield on_link(first, message, fix) if len(bare) == 1 else everywhere(at_first(message, first, fix), bare)


def _counted(explained: int, asked: int, facts: Facts) -> str:
    """Say how many arrows are explained, and which one is next; of a single arrow there is nothing to count."""
    if explained:
        return f"{explained:,} of {asked:,} arrows explained. Go on with this one: "
    if asked == 1:
        return ""
    none = "Neither of the two" if asked == 2 else f"Not one of the {asked:,}"  # noqa: PLR2004  two have a word of their own
    return f"{none} arrows is explained{' yet' if facts.early else ''}. Begin with this one: "


def _is_asked(link: Link, facts: Facts) -> bool:
    target = facts.theory.by_id.get(link.target)
    return (
        link.kind is LinkKind.LEADS_TO
        and target is not None
        and target.kind in ASKED_OF
        and link.source in facts.theory.by_id
        and not is_stopped(facts.theory.by_id[link.source])
        and not is_waived(facts.theory, link.source, "bare-link")
    )


def _explained(facts: Facts) -> set[tuple[str, str]]:
    """Give the ends of the arrows that have an assumption or evidence."""
    return {
        (what.source, what.target)
        for what, elements in facts.graph.about.items()
        if isinstance(what, LinkRef)
        and what.kind is LinkKind.LEADS_TO
        and any(element.kind in ("assumption", "evidence") for element in elements)
    }


RULE = Rule("bare-link", find, None, ADVICE, ADVICE, ADVICE, family=Family.ASSUMPTIONS)
