"""Evidence against a step, and no answer to it.

Somebody found a source that says the step did not work. That is worth a lot, if the group says what it makes of
it: a `note` below the evidence or the arrow, saying what is different here, is enough.

Source: verifiable theories (Davies 2012).

Speaks up:

```toc
theory: Reading
  stage: agreed
goal read: Every child reads at ten
  outcome home: Parents read to their children
    evidence study: In the north, parents read no more than before
      finds: contradicts
```

Silent:

```toc
theory: Reading
  stage: agreed
goal read: Every child reads at ten
  outcome home: Parents read to their children
    evidence study: In the north, parents read no more than before
      finds: contradicts
      note: there the books were in the wrong language
```
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.findings import Finding, Fix
from toc.model import LinkRef, first

from .phrases import name, name_of
from .rule import WARNING, Facts, Family, Rule, on_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import About, Element


def find(facts: Facts) -> Iterator[Finding]:
    """Name every piece of evidence against something that nobody answered."""
    against = [one for one in facts.theory.of_kind("evidence") if one.get("finds") == "contradicts"]
    answered = {link.ref for link in facts.theory.links if first(link.details, "note")} if against else set()
    for evidence in against:
        if evidence.about and not evidence.get("note") and not answered.intersection(evidence.about):
            yield on_element(
                evidence,
                f"{name(evidence)} speaks against {_about(evidence.about[0], facts)}. What is different here?",
                Fix("Say what you make of it", paste="note: …"),
            )


def _about(what: About, facts: Facts) -> str:
    if isinstance(what, LinkRef):
        return f"the step from {name_of(facts.theory, what.source)} to {name_of(facts.theory, what.target)}"
    element: Element | None = facts.theory.by_id.get(what)
    return name(element) if element else f"‘{what}’"


RULE = Rule("contradicted-link", find, None, None, WARNING, WARNING, family=Family.ASSUMPTIONS)
