"""The story of a theory, as Markdown that a report can take as it is.

The chapters stand in `story/`; here is their order. Everything that was declared is told somewhere: a report that
leaves something out would be somebody's choice, not an accident of the tool.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .escape import image_target
from .story import beliefs, group, loops, purpose, steps, work
from .story.teller import Teller, teller_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from toc.findings import Finding
    from toc.model import Theory

CHAPTERS: tuple[Callable[[Teller], tuple[str, ...]], ...] = (
    purpose.purpose,
    steps.how_change_happens,
    loops.loops,
    work.work,
    work.partners,
    beliefs.indicators,
    beliefs.milestones,
    beliefs.beliefs,
    group.differences,
    group.questions,
    group.agreement,
    group.sessions,
    group.glossary,
    group.leftovers,
    group.parked,
)
"""The chapters of the story, in their order."""


def render(
    theory: Theory,
    *,
    lang: str | None = None,
    diagram_path: str | None = None,
    findings: Sequence[Finding] = (),
    with_findings: bool = False,
) -> str:
    """Tell the theory as Markdown.

    ``diagram_path`` is where its picture will be, from the place of the story: a relative path, or http and https; any
    other address is left out. ``with_findings`` tells in an appendix what the checks noticed, ``findings``.
    """
    teller = teller_for(theory, lang)
    blocks = [*purpose.title(teller), *_diagram(teller, diagram_path)]
    blocks += [block for chapter in CHAPTERS for block in chapter(teller)]
    blocks += group.appendix(teller, findings) if with_findings else ()
    return "\n\n".join(blocks) + "\n"


def _diagram(teller: Teller, path: str | None) -> list[str]:
    target = image_target(path) if path else None
    # Some readers of Markdown put this into an attribute without a look at its quotation marks.
    words = purpose.alternative_text(teller).replace('"', "&quot;")
    return [f"![{words}]({target})"] if target else []
