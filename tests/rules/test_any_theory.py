"""Whatever a theory says, it can be checked, and every finding says something in plain words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from strategies import theories

import toc
from toc.load import Loaded
from toc.model import STAGES
from toc.rules.catalogue import RULES
from toc.rules.reading import READING
from toc.rules.settings import PROFILES

NAMES = {rule.name for rule in (*RULES, *READING)}
OURS = re.compile(r"‘.*?’|“.*?”", re.DOTALL)
NOT_FOR_A_ROOM = re.compile(r"\b(nodes?|edges?|DAG|graph|undefined|parse[rd]?|token|null|None|element)\b")


@given(theories(), st.sampled_from(STAGES), st.sampled_from((None, *PROFILES)))
def test_every_theory_can_be_checked(theory, stage, profile):
    for finding in toc.check(Loaded(theory, (), ()), stage=stage, profile=profile):
        assert finding.rule in NAMES
        assert finding.element is None or finding.element in theory.by_id
        assert len(finding.fixes) <= 2
        assert finding.message.rstrip("’")[-1] in ".?…"
        assert not NOT_FOR_A_ROOM.search(OURS.sub("", finding.message)), finding.message


@given(theories(), st.sampled_from(STAGES))
def test_the_same_check_twice_tells_the_same(theory, stage):
    loaded = Loaded(theory, (), ())
    assert toc.check(loaded, stage=stage) == toc.check(loaded, stage=stage)
