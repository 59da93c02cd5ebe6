"""Git, called as a program: with a clean list of arguments, never through a shell.

Nothing here writes into a repository. What git has to say when it cannot goes on as `GitTrouble`, one sentence for the
person who typed the command. Contents come as git keeps them: no filter, no driver and no hook of a repository runs.
"""

from __future__ import annotations

from .past import Commit, Past, past_of, was_ever
from .program import Answer, GitTrouble, ask_git, complained, run_git
from .renames import earlier_name, later_name
from .revisions import merge_base
from .tree import INDEX, Listed, Tree, files_now, text_at, tree_at

__all__ = [
    "INDEX",
    "Answer",
    "Commit",
    "GitTrouble",
    "Listed",
    "Past",
    "Tree",
    "ask_git",
    "complained",
    "earlier_name",
    "files_now",
    "later_name",
    "merge_base",
    "past_of",
    "run_git",
    "text_at",
    "tree_at",
    "was_ever",
]
