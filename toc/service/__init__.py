"""What an editor asks about a theory: problems, completion, what a word means, where a name stands, a new name.

Plain data in and out, for a text and a place in it. Places are offsets in code points, as everywhere in `toc`; the
live page and the language server, which count otherwise, convert at their edge. Every question reads only the lines
it needs: the theory was read already, and is handed in as `toc.load.Loaded`.
"""

from __future__ import annotations

from .card import CARD, Word
from .complete import Completion, Option, complete
from .hover import Hover, hover
from .outline import Entry, outline
from .problems import Problem, Remedy, problems
from .rename import RenameTrouble, rename
from .rounds import ROUNDS, Round, round_named
from .session_block import SessionForm, SessionTrouble, write_session
from .tidy import tidy
from .uses import definition, uses

__all__ = [
    "CARD",
    "ROUNDS",
    "Completion",
    "Entry",
    "Hover",
    "Option",
    "Problem",
    "Remedy",
    "RenameTrouble",
    "Round",
    "SessionForm",
    "SessionTrouble",
    "Word",
    "complete",
    "definition",
    "hover",
    "outline",
    "problems",
    "rename",
    "round_named",
    "tidy",
    "uses",
    "write_session",
]
