"""Find the plans in which a branch changes something, and compare their two versions.

A plan is touched where one of the files it is read from changed, then or now. What cannot be read or compared becomes
a sentence in the review, so that one bad file does not silence what is to be said about the others.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from toc.cli.differences import Difference
from toc.cli.differences.drops import told as told_drop
from toc.compare import compare
from toc.compare.dropped import unexplained
from toc.compare.told import names_of, tell
from toc.exchange.accepted import accepted_beside
from toc.git import earlier_name, tree_at
from toc.includes import Folders
from toc.plans import name_of, path_of, then, those_with, whole_plans
from toc.troubles import FileTrouble

from . import Reviewed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.git import Tree
    from toc.load import Loaded
    from toc.plans import Moment

_HASH = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT = 7
_HERE = os.path.join(os.curdir, "plan.toc")
"""Any file of this folder: it says which repository is meant, and need not be there."""


class Pair(NamedTuple):
    """The names of a plan before and after; None where there was none, or is none any more."""

    old: str | None
    new: str | None


def reviewed(before: str, after: str, files: tuple[str, ...]) -> tuple[Reviewed, ...]:
    """Compare every plan that differs between two revisions; with files, only the plans they are a part of.

    Raises FileTrouble where there is no repository, or no such revision.
    """
    old, new = tree_at(before, _HERE), tree_at(after, _HERE)
    pairs = touched(old, new, {name_of(new.top, file) for file in files})
    moments = _moment(old), _moment(new)
    called = _called(before), _called(after)
    return tuple([_reviewed(pair, *moments, called) for pair in pairs])


def touched(old: Tree, new: Tree, asked: set[str]) -> tuple[Pair, ...]:
    """Give the plans of which a file changed, in the order of their names."""
    changed = {name for name in (*old.kept, *new.kept) if old.kept.get(name) != new.kept.get(name)}
    theories = {name for name in changed if name.endswith(".toc")}
    if not theories:
        return ()
    was, now = whole_plans(_moment(old)), whole_plans(_moment(new))
    parts_then = {plan.name: plan.parts for plan in was}
    both = [plan._replace(parts=plan.parts | parts_then.get(plan.name, frozenset())) for plan in now]
    pairs = [Pair(_before(plan.name, old, new), plan.name) for plan in those_with(both, theories)]
    known = {pair.old for pair in pairs} | set(new.kept)
    pairs += [Pair(plan.name, None) for plan in was if plan.name not in known]
    if asked:
        wanted = {plan.name for plan in those_with((*was, *both), asked)}
        pairs = [pair for pair in pairs if {pair.old, pair.new} & wanted]
    return tuple(sorted(pairs, key=lambda pair: pair.new or pair.old or ""))


def _moment(tree: Tree) -> Moment:
    return then(tree.top, tree, tree.kept, Folders(tree.names, tree.is_file))


def _before(name: str, old: Tree, new: Tree) -> str | None:
    if name in old.kept:
        return name
    earlier = earlier_name(path_of(new.top, name), old, new.revision)
    return old.inside(earlier) if earlier else None


def _reviewed(pair: Pair, then: Moment, now: Moment, called: tuple[str, str]) -> Reviewed:
    file = pair.new or pair.old or ""
    try:
        old = then.read(pair.old) if pair.old else None
        new = now.read(pair.new) if pair.new else None
        found = _compared(file, old, new, called, path_of(now.top, file))
    except FileTrouble as trouble:
        return Reviewed(file, says=f"It cannot be compared. {trouble}")
    missing = [*_missing(old, called[0]), *_missing(new, called[1])]
    if pair.old and pair.new and pair.old != pair.new:
        missing.insert(0, f"The file was called {pair.old} before.")
    return found._replace(missing=tuple(missing))


def _compared(file: str, old: Loaded | None, new: Loaded | None, called: tuple[str, str], path: str) -> Reviewed:
    if old is None or new is None:
        says = "This plan is new." if old is None else "This plan is no longer there."
        return Reviewed(file, old.theory if old else None, new.theory if new else None, says=says)
    theories = old.theory, new.theory
    changes = compare(*theories)
    taken = accepted_beside(path)
    drops = [each for each in unexplained(changes, old.theory) if each.name not in taken]
    told = tuple([told_drop(each, names_of(*theories)) for each in drops])
    return Reviewed(file, *theories, changes, Difference(*called, tell(changes, *theories), dropped=told))


def _missing(loaded: Loaded | None, called: str) -> Iterator[str]:
    """Tell what an include line names and nobody could read: it would look like gone."""
    for finding in loaded.findings if loaded else ():
        if finding.rule == "include-failed":
            yield f"It is not whole at {called}. {finding.message}"


def _called(revision: str) -> str:
    """Call a revision as people do: the first seven characters of a commit, or its name."""
    return revision[:_SHORT] if _HASH.fullmatch(revision) else revision
