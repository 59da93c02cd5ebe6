"""From the newest version to the first: what each commit did."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from toc.compare import compare
from toc.git import earlier_name, later_name, past_of, was_ever
from toc.troubles import FileTrouble, shown, typed, unreadable

from .merges import meeting, merged
from .step import NOTHING, News, Step, called_before
from .versions import Versions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from toc.compare import Change
    from toc.compare.facts import Key
    from toc.git import Commit, Past
    from toc.load import Loaded
    from toc.model import Theory

    from .versions import Older, Read, Version


class History(NamedTuple):
    """The newest version of a plan, and the steps that led to it, newest first: they can be walked once."""

    newest: Theory
    steps: Iterator[Step]


@contextmanager
def history_of(file: str, read: Read, now: Callable[[], Loaded], *, since: str = "") -> Iterator[History]:
    """Look into the past of a file.

    ``read`` reads a version of it, ``now`` the file as it is; ``since`` is the day from which on steps are wanted, as
    in ``2026-03-12``. Raises FileTrouble where there is no git, or none that knows the file.
    """
    with past_of(file) as past:
        walk = _Walk(Versions(past, read), file, {commit: place for place, commit in enumerate(past.commits)})
        version = walk.versions.at(walk.head, _name_at(walk.head, file, past))
        if version.theory is None and not version.trouble and not was_ever(file, past):
            raise FileTrouble(_unknown(file))
        first = _uncommitted(walk, version, now)
        yield History(first.new, walk.steps(first, since))


def _name_at(head: str, file: str, past: Past) -> str:
    """Give the name of a file at the newest commit, which may be another one where it was renamed since."""
    tree = past.tree(head)
    renamed = None if tree.is_file(file) or not os.path.lexists(file) else earlier_name(file, tree, None)
    return renamed or file


@dataclass(frozen=True, slots=True)
class _Walk:
    """What is known on the way: ``places`` of the commits in time, ``called`` as in `Step`, by the commit."""

    versions: Versions
    file: str
    places: Mapping[str, int]
    called: dict[str, Mapping[Key, str]] = field(default_factory=dict)

    @property
    def head(self) -> str:
        """Give the newest commit."""
        return next(iter(self.places))

    def steps(self, first: Step, since: str) -> Iterator[Step]:
        """Walk the history, from the step that is not committed yet."""
        if first.tells:
            yield first
        commits = self.versions.past.commits
        last = max([self.places[one.id] for one in commits.values() if one.date[:10] >= since], default=-1)
        for commit in commits.values():
            if self.places[commit.id] > last:
                return
            step = self._step(commit, self.versions.known[commit.id])
            self.versions.known.pop(commit.id)
            self.called.pop(commit.id, None)
            if step.tells and commit.date[:10] >= since:
                yield step

    def _step(self, commit: Commit, version: Version) -> Step:
        older = self.versions.readable(version, commit.parents)
        if version.trouble:
            return self._unreadable(commit, version)
        sides, new = [theory_of(one) for one in older], version.theory or NOTHING
        if len(older) > 1:
            changes, each, old = merged(new, sides, lambda: self._parted(older))
        else:
            old = sides[0] if sides else NOTHING
            changes = compare(old, new)
            each = (changes,)
        called = self.called.get(commit.id, {})
        self.hand_on(older, each, called)
        news = self._news(commit, version, older)
        if version.theory is None and news is not News.GONE:
            changes = ()  # a merge to which one side came without the file
        return Step(commit, changes, old, new, news, self._notes(news, version, older), called)

    def hand_on(self, older: Sequence[Older], each: Sequence[tuple[Change, ...]], called: Mapping[Key, str]) -> None:
        """Tell the versions before a step what is called otherwise by now."""
        for one, changes in zip(older, each, strict=False):
            self.called.setdefault(one.commit, called_before(called, changes))

    def _parted(self, sides: Sequence[Older]) -> Theory:
        commit = meeting([one.commit for one in sides], self.versions.past, self.places)
        found = self.versions.readable(sides[0].version, [commit]) if commit else ()
        return theory_of(found[0]) if found else NOTHING

    def _unreadable(self, commit: Commit, version: Version) -> Step:
        """Tell of a version that cannot be read, where it is the first one of its sort."""
        before = [self.versions.before(version, parent).trouble for parent in commit.parents]
        return (
            Step(commit) if version.trouble in before else Step(commit, news=News.UNREADABLE, notes=(version.trouble,))
        )

    def _news(self, commit: Commit, version: Version, older: Sequence[Older]) -> News:
        there = [one.version.theory is not None for one in older]
        if version.theory is None:
            return News.GONE if there and all(there) else News.CHANGED
        if any(there):
            return News.CHANGED
        return News.CUT if commit.id in self.versions.past.cut else News.BEGINS

    def _notes(self, news: News, version: Version, older: Sequence[Older]) -> tuple[str, ...]:
        return (*self._moves(news, version, older), *_gaps(version.gaps, older))

    def _moves(self, news: News, version: Version, older: Sequence[Older]) -> Iterator[str]:
        """Say that the file had another name before, or has one from here on."""
        names = {one.version.path for one in older if one.version.theory is not None}
        if news is News.GONE:
            now = later_name(version.path, self.versions.past.tree(older[0].commit), version.tree.revision)
            if now:
                yield f"The file is called {shown(version.tree.inside(now))} from here on, and its life goes on there."
        elif version.theory is not None and names and version.path not in names:
            yield _was_called(min(names), version)


def theory_of(older: Older) -> Theory:
    """Give the theory of a version, empty where there was none."""
    return older.version.theory or NOTHING


def _gaps(gaps: tuple[str, ...], older: Sequence[Older]) -> list[str]:
    """Say what is missing in a version, unless it was missing before."""
    known = any(len(one.version.gaps) == len(gaps) for one in older)
    return [] if known else [f"This version is not whole. {gap}" for gap in gaps]


def _was_called(path: str, version: Version) -> str:
    return f"The file was called {shown(version.tree.inside(path))} before."


def _uncommitted(walk: _Walk, version: Version, now: Callable[[], Loaded]) -> Step:
    """Compare the file as it is with the newest version that can be read."""
    older = walk.versions.readable(version, [walk.head])
    old = theory_of(older[0]) if older else NOTHING
    if not os.path.lexists(walk.file):
        gone = version.theory is not None or bool(version.trouble)
        return Step(None, compare(old, NOTHING), old, NOTHING, News.GONE) if gone else Step(None)
    try:
        loaded = now()
    except FileTrouble as trouble:
        return Step(None, (), old, old, News.UNREADABLE, (str(trouble),))
    changes = compare(old, loaded.theory)
    walk.hand_on(older, (changes,), {})
    gaps = [finding.message for finding in loaded.findings if finding.rule == "include-failed"]
    there = version.theory is not None or bool(version.trouble)
    news = News.CHANGED if there else News.BEGINS
    notes = [] if version.path == walk.file else [_was_called(version.path, version)]
    return Step(None, changes, old, loaded.theory, news, (*notes, *_gaps(tuple(gaps), older)))


def _unknown(file: str) -> str:
    if not os.path.lexists(file):
        return unreadable(FileNotFoundError(), file)
    begin = f"To begin one: git add {typed(file)}, then git commit"
    return f"git does not know {shown(file)} yet, so it has no history. {begin}"
