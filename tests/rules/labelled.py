"""Statements sorted by hand, each read as a theory of its own, and how often each rule was right, wrong or missing."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import toc
from toc.findings import Severity
from toc.rules.settings import Settings

FOLDER = Path(__file__).parent / "statements"
LINE = re.compile(r"(\w+)(?: \((\w+)\))?: ([^|]+?)(?: \| ([\w -]+))?")
AROUND = {
    "en": """
        theory: T
          language: en
        partner clinic: Harbour Clinic
        partner council: Riverside City Council
        partner trust: Horizon Unity Trust (HUT)
        """,
    "fr": """
        theory: T
          language: fr
        partner mission: Mission locale de l'Aubrelle (MLA)
        partner mairie: Mairie de Belleroche
        """,
}
PER_STATEMENT = (
    "outcome-is-activity",
    "two-levels-in-statement",
    "activity-is-outcome",
    "means-in-statement",
    "compound-statement",
    "label-only",
    "imperative-outcome",
    "no-target-group",
    "partner-as-subject",
    "change-kind-mismatch",
    "number-in-statement",
    "undefined-term",
    "vague-term",
)
SETTINGS = Settings(severities=(("vague-term", Severity.ADVICE),))


class Labelled(NamedTuple):
    """A statement, what kind of note it is, the change it is marked as, and the rules that ought to speak."""

    language: str
    kind: str
    change: str
    text: str
    wanted: frozenset[str]


def labelled(language):
    """Read the statements of a language."""
    for line in (FOLDER / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            kind, change, text, wanted = LINE.fullmatch(line).groups("")
            yield Labelled(language, kind, change, text, frozenset(wanted.split()))


def spoken(one):
    """Give the rules that speak about a statement. Of outcomes that name nobody, only goals are labelled."""
    change = f"\n  change: {one.change}" if one.change else ""
    around = "\n".join([line[8:] for line in AROUND[one.language].split("\n")])
    loaded = toc.loads(f"{around}\n{one.kind} it: {one.text}{change}\n")
    found = {
        finding.rule
        for finding in toc.check(loaded, stage="agreed", settings=SETTINGS)
        if finding.rule in PER_STATEMENT and finding.element == "it"
    }
    return found - {"no-target-group"} if one.kind == "outcome" else found


def counted(statements):
    """Count for each rule what it says rightly, what it says wrongly, and where it is missing."""
    counts = {rule: Counter() for rule in PER_STATEMENT}
    wrong = []
    for one in statements:
        said = spoken(one)
        for rule in said | one.wanted:
            how = "right" if rule in said & one.wanted else "false" if rule in said else "missed"
            counts[rule][how] += 1
            if how != "right":
                wrong.append((rule, how, one))
    return counts, wrong
