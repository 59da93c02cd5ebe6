"""The checks about what a theory says: one file a rule, in the order in which they are run and told.

A rule's docstring is its documentation: what `toc explain` prints, with a theory that makes it speak and one that
does not. `toc.rules.reading` lists those that the reader finds while it reads; `reading.md` documents them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from . import (
    activity_is_outcome,
    assumption_overload,
    assumption_repeats_outcome,
    assumption_within_control,
    bare_link,
    barrier_unaddressed,
    broken_assumption_in_use,
    causal_cycle,
    ceiling_not_a_cut,
    change_kind_mismatch,
    compound_statement,
    contradicted_link,
    critical_assumption_untested,
    dead_end_result,
    disconnected_pathway,
    duplicate_statement,
    effect_before_cause,
    goal_not_reachable,
    idle_partner,
    imperative_outcome,
    killer_assumption,
    label_only,
    leap_without_assumption,
    level_reversal,
    many_goals,
    map_too_big,
    means_in_statement,
    missing_middle,
    no_goal,
    no_target_group,
    no_words,
    number_in_statement,
    only_context_assumptions,
    orphan_activity,
    orphan_assumption,
    outcome_is_activity,
    partner_as_subject,
    shortcut_link,
    side_effects_blank,
    single_cause,
    tangled_links,
    two_levels_in_statement,
    undefined_term,
    unowned_activity,
    unsupported_outcome,
    vague_term,
    weak_bridge,
)

if TYPE_CHECKING:
    from .rule import Rule

RULES: tuple[Rule, ...] = (
    no_goal.RULE,
    many_goals.RULE,
    causal_cycle.RULE,
    level_reversal.RULE,
    orphan_activity.RULE,
    dead_end_result.RULE,
    unsupported_outcome.RULE,
    goal_not_reachable.RULE,
    missing_middle.RULE,
    effect_before_cause.RULE,
    disconnected_pathway.RULE,
    ceiling_not_a_cut.RULE,
    barrier_unaddressed.RULE,
    single_cause.RULE,
    shortcut_link.RULE,
    tangled_links.RULE,
    map_too_big.RULE,
    unowned_activity.RULE,
    idle_partner.RULE,
    outcome_is_activity.RULE,
    two_levels_in_statement.RULE,
    activity_is_outcome.RULE,
    means_in_statement.RULE,
    compound_statement.RULE,
    label_only.RULE,
    imperative_outcome.RULE,
    no_target_group.RULE,
    partner_as_subject.RULE,
    change_kind_mismatch.RULE,
    number_in_statement.RULE,
    duplicate_statement.RULE,
    undefined_term.RULE,
    vague_term.RULE,
    broken_assumption_in_use.RULE,
    killer_assumption.RULE,
    critical_assumption_untested.RULE,
    orphan_assumption.RULE,
    leap_without_assumption.RULE,
    assumption_repeats_outcome.RULE,
    assumption_within_control.RULE,
    contradicted_link.RULE,
    weak_bridge.RULE,
    only_context_assumptions.RULE,
    assumption_overload.RULE,
    side_effects_blank.RULE,
    bare_link.RULE,
    no_words.RULE,
)
"""Every rule, in the order in which findings about the same place are told."""


def explain(name: str) -> str | None:
    """Give the documentation of a rule, in Markdown; None where no rule has that name."""
    for rule in RULES:
        if rule.name == name and rule.find:
            return sys.modules[rule.find.__module__].__doc__
    text = (Path(__file__).parent / "reading.md").read_text(encoding="utf-8")
    sections = dict([section.split("\n\n", 1) for section in text.split("\n## ")[1:]])
    return sections.get(name)
