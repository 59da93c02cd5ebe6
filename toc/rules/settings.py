"""What a group can set about the checks: how much they say, and where they draw their lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from toc.findings import Severity

PROFILES = ("room", "draft", "agreed", "running", "logframe", "light")
"""Named sets of checks: for a workshop, after it, before signing, for a review, for donors that use logframes, and for
groups that want nothing but the bare structure looked at."""


class Thresholds(NamedTuple):
    """Where the rules that count draw their lines.

    One goal is the logframe's rule; a core group of three to eight is from a handbook for partnerships of many; the
    other numbers are ours.

    Shares are between 0 and 1; everything else counts notes and the like, or months.
    """

    goals: int = 1
    notes_on_one_picture: int = 30
    arrows_in_a_chain: int = 7
    causes_of_one_result: int = 7
    full_share: float = 0.6
    outcomes_of_one_activity: int = 4
    notes_in_a_full_row: int = 3
    assumptions_on_one_arrow: int = 3
    assumptions_without_importance: int = 20
    typed_assumptions: int = 3
    same_words: float = 0.8
    indicators_of_one_outcome: int = 3
    indicators_in_all: int = 20
    partners_who_share_a_number: int = 3
    months_without_a_success: int = 12
    early_share: float = 1 / 3
    activities_before_a_goal: int = 5
    months_between_reviews: int = 6
    duties_for_each_principle: int = 3
    core_group_least: int = 3
    core_group_most: int = 8
    partners_without_a_backbone: int = 4
    leads_in_all: int = 4
    leads_of_one_partner: float = 0.5
    money_of_one_partner: float = 0.8


class Settings(NamedTuple):
    """What the configuration of a project says about the checks.

    ``severities`` are (name of a rule, its severity), None to switch it off; they win over stage and profile. ``stage``
    and ``profile`` hold for theories that name no stage themselves. ``vague_words`` are the group's own list for
    `vague-term`.
    """

    severities: tuple[tuple[str, Severity | None], ...] = ()
    thresholds: Thresholds = Thresholds()
    stage: str | None = None
    profile: str | None = None
    vague_words: tuple[str, ...] = ()
