"""Revisions by the names that people type: what stands behind one, where two of them meet, and why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from toc.troubles import shown

from .program import GitTrouble, ask_git, complained

if TYPE_CHECKING:
    from toc.troubles import AnyPath

NOTHING_YET: Final = (
    "Nothing is committed in this repository yet, so there is no history. To begin one: git add FILE, then git commit"
)
"""What is said where a past is asked for and there is none."""

_CUT_SHORT: Final = "This clone does not go back to the beginning. To fetch the rest: git fetch --unshallow"


def hash_of(revision: str, kind: str, folder: AnyPath) -> str:
    """Give the hash of a revision, as a ``commit`` or as its ``tree``; raises GitTrouble where there is none."""
    if not revision.startswith("-"):
        answer = ask_git(["rev-parse", "--verify", "--quiet", f"{revision}^{{{kind}}}"], folder=folder)
        if answer.status == 0:
            return answer.out.decode().strip()
        if answer.complaint.strip():
            raise GitTrouble(complained(answer, folder))
    raise GitTrouble(_no_revision(revision, folder))


def merge_base(one: str, other: str, folder: AnyPath) -> str:
    """Give the commit from which two revisions went different ways; raises GitTrouble where there is none."""
    commits = [hash_of(revision, "commit", folder) for revision in (one, other)]
    answer = ask_git(["merge-base", *commits], folder=folder)
    if answer.status != 0:
        msg = f"‘{shown(one)}’ and ‘{shown(other)}’ have no commit in common."
        raise GitTrouble(f"{msg} {_CUT_SHORT}" if _is_cut_short(folder) else msg)
    return answer.out.decode().strip()


def has_nothing_yet(folder: AnyPath) -> bool:
    """Say whether nobody has committed anything, on any branch."""
    return not ask_git(["rev-list", "--max-count=1", "--all"], folder=folder).out.strip()


def _no_revision(revision: str, folder: AnyPath) -> str:
    if has_nothing_yet(folder):
        return NOTHING_YET
    there = _CUT_SHORT if _is_cut_short(folder) else "Those there are: git log --oneline --all"
    return f"There is no revision ‘{shown(revision)}’ in this repository. {there}"


def _is_cut_short(folder: AnyPath) -> bool:
    return ask_git(["rev-parse", "--is-shallow-repository"], folder=folder).out.strip() == b"true"
