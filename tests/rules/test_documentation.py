"""A rule's documentation is run: one theory makes it speak, one does not."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

import toc
from toc.findings import Severity
from toc.model import STAGES
from toc.rules.catalogue import RULES, explain
from toc.rules.reading import READING
from toc.rules.settings import Settings

FOLDER = Path(toc.__file__).parent / "rules"
ALL = (*RULES, *READING)
NOT_IN_PRINT = {
    *("include-failed", "too-large", "control-character", "invisible-character", "bidi-control"),
    "nested-interface-mismatch",
}
BLOCK = re.compile(r"^(Speaks up|Silent):\n\n```toc\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EVERYTHING = "running"
OFF = [rule.name for rule in ALL if not any(rule.at(stage) for stage in STAGES)]
SWITCHED_ON = Settings(severities=tuple((name, Severity.ADVICE) for name in OFF))


def blocks(name):
    return BLOCK.findall(explain(name) or "")


def found(text):
    return [finding.rule for finding in toc.check(toc.loads(text), stage=EVERYTHING, settings=SWITCHED_ON)]


def test_every_file_with_a_rule_is_in_the_tuple():
    files = [path.stem for path in FOLDER.glob("*.py") if "\nRULE = Rule(" in path.read_text(encoding="utf-8")]
    assert sorted(files) == sorted(rule.name.replace("-", "_") for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_file_has_the_name_of_the_rule(rule):
    assert import_module(f"toc.rules.{rule.name.replace('-', '_')}").RULE is rule


def test_names_are_unique():
    names = [rule.name for rule in ALL]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_every_rule_shows_both_sides(rule):
    wanted = [] if rule.name in NOT_IN_PRINT else ["Speaks up", "Silent"]
    assert [side for side, _ in blocks(rule.name)] == wanted
    assert explain(rule.name).split("\n", 1)[0].endswith(".")


@pytest.mark.parametrize(
    ("name", "side", "text"),
    [pytest.param(rule.name, side, text, id=f"{rule.name} {side}") for rule in ALL for side, text in blocks(rule.name)],
)
def test_the_blocks_do_what_they_say(name, side, text):
    assert (name in found(text)) == (side == "Speaks up"), found(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [pytest.param(rule.name, text, id=rule.name) for rule in RULES for side, text in blocks(rule.name)[1:]],
)
def test_what_is_fine_is_read_without_a_complaint(name, text):
    assert toc.loads(text).findings == (), name


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_guesses_and_questions_are_never_errors(rule):
    loud = {rule.live, rule.draft, rule.agreed, rule.running}
    assert rule.nature == "fact" or Severity.ERROR not in loud


def test_what_nobody_wrote_is_explained_by_nobody():
    assert explain("no-such-rule") is None
