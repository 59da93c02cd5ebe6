"""A core group that is too small, too large, or all of one kind.

Three to eight partners from different sectors can decide together and still move; more stand well in a wider ring,
where they hear everything and help where they can. `ring: core` and `ring: wider` say who stands where; while nobody
has said it, only a large group is asked.

Source: a handbook for partnerships of many (a core of three to eight, from different sectors; a second ring around it).

Speaks up:

```toc
partner council: Harbour Council
  ring: core
  sector: public
partner police: Harbour Police
  ring: core
  sector: public
partner school: Harbour School
  ring: core
  sector: public
```

Silent:

```toc
partner council: Harbour Council
  ring: core
  sector: public
partner traders: Quay Traders
  ring: core
  sector: private
partner parents: Parents of Harbour School
  ring: core
  sector: community
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.source import NOWHERE

from .at_the_table import at_the_table
from .phrases import count, name, quoted, series
from .rings import core_group, has_rings
from .rule import ADVICE, Facts, Family, Rule, on_theory

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.model import Element

WIDER = Fix("Say of a partner that it stands in the wider ring", paste="ring: wider", below=NOWHERE)
CORE = Fix("Say of a partner that it belongs to the core group", paste="ring: core", below=NOWHERE)


def find(facts: Facts) -> Iterator[Finding]:
    """Look at how many partners the core group has, and from how many sectors they come."""
    core, named = core_group(facts.theory), has_rings(facts.theory)
    least = facts.thresholds.core_group_least
    if len(core) > facts.thresholds.core_group_most:
        yield on_theory(facts.theory, _too_large(core, facts, named=named), WIDER, *([] if named else [CORE]))
    elif named and len(core) < least <= len(at_the_table(facts.theory)):
        yield on_theory(facts.theory, _too_small(core, facts), CORE)
    sector = _only_sector(core) if len(core) >= least else ""
    if sector:
        partners = "The whole core group is" if named else f"All {count(len(core), 'partner')} are"
        yield on_theory(
            facts.theory,
            f"{partners} from one sector, {quoted(sector)}. Who from another one would see what you do not?",
        )


def _too_large(core: Sequence[Element], facts: Facts, *, named: bool) -> str:
    partners, most = count(len(core), "partner"), count(facts.thresholds.core_group_most, "partner")
    easier = f"it is easier to decide with {most} or fewer"
    if named:
        return f"The core group has {partners}; {easier}. Who would be as well off in the wider ring?"
    return (
        f"There are {partners}, and nobody has said who decides together; {easier}. "
        "Who belongs to the core group, and who to the wider ring?"
    )


def _too_small(core: Sequence[Element], facts: Facts) -> str:
    who = f"Only {series([name(one) for one in core])}" if core else "Nobody"
    stands, least = "are" if len(core) > 1 else "is", count(facts.thresholds.core_group_least, "partner")
    return f"{who} {stands} in the core group yet; {least} or more carry it more easily. Who else belongs there?"


def _only_sector(core: Sequence[Element]) -> str:
    """Give the one sector all of them come from, or nothing."""
    sectors = [(one.get("sector") or "").strip() for one in core]
    return sectors[0] if len({sector.casefold() for sector in sectors}) == 1 else ""


RULE = Rule("core-group-shape", find, None, ADVICE, ADVICE, ADVICE, family=Family.PARTNERSHIP, asks_for_more=True)
