"""How loud a rule is: its stage, the profile, what the configuration says, and never an error for a guess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import STAGES, Theory, first

from .rule import ADVICE, ERROR, WARNING, Family
from .settings import PROFILES, Settings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from toc.findings import Nature, Severity

    from .rule import Rule

STAGE_OF = {"room": "live", "draft": "draft", "agreed": "agreed", "running": "running"}
"""The profiles that stand for a stage."""

LOGFRAME = {"many-goals": ERROR}
"""What a logframe does not forgive: it has one purpose."""

LOGFRAME_FROM_DRAFT = frozenset(
    {
        "outcome-without-indicator",
        "indicator-counts-activity",
        "indicator-incomplete",
        "indicator-without-collector",
        "indicator-measures-two-levels",
        "too-many-indicators",
    }
)
"""What a logframe asks of indicators while it is still a draft; other groups are asked once they agree."""

LIGHT = frozenset({Family.TEXT, Family.STRUCTURE})
"""What a group that refuses formality has looked at, and whatever is attached to nothing (`orphan-…`)."""

_RANK = {ADVICE: 0, WARNING: 1, ERROR: 2}


def stage_of(theory: Theory, stage: str | None, profile: str | None, settings: Settings) -> str:
    """Decide at which stage a theory is checked: as asked for, else as it says itself, else as configured, else draft.

    Raises ValueError for a stage or a profile that does not exist.
    """
    _must_be_one("stage", STAGES, stage, settings.stage)
    _must_be_one("profile", PROFILES, profile, settings.profile)
    said = first(theory.details, "stage")
    return (
        stage
        or STAGE_OF.get(profile or "")
        or (said if said in STAGES else None)
        or settings.stage
        or STAGE_OF.get(settings.profile or "")
        or "draft"
    )


def _must_be_one(what: str, known: Collection[str], *asked: str | None) -> None:
    for one in asked:
        if one is not None and one not in known:
            msg = f"There is no {what} ‘{one}’; there are {', '.join(known)}."
            raise ValueError(msg)


def severity_of(rule: Rule, stage: str, profile: str | None, chosen: Mapping[str, Severity | None]) -> Severity | None:
    """Give the severity of a rule, or None where it is silent."""
    if rule.name in chosen:
        return capped(chosen[rule.name], rule.nature)
    if profile == "light" and rule.family not in LIGHT and not rule.name.startswith("orphan-"):
        return None
    if profile == "logframe" and rule.name in LOGFRAME and rule.at(stage):
        return LOGFRAME[rule.name]
    if profile == "logframe" and stage == "draft" and rule.name in LOGFRAME_FROM_DRAFT:
        return rule.agreed
    return rule.at(stage)


def capped(severity: Severity | None, nature: Nature) -> Severity | None:
    """Hold back what is a guess or a question: it can be wrong, so it is never an error."""
    return WARNING if severity is ERROR and nature != "fact" else severity


def quieter(one: Severity, other: Severity) -> Severity:
    """Give the lesser of two severities."""
    return one if _RANK[one] < _RANK[other] else other
