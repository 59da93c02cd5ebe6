"""Three-way merge of a theory, by element and by fact instead of by line.

The steps, in order: each text taken apart into blocks (`blocks`), blocks of different versions recognised (`pairs`),
their places settled (`weave`) and their words (`wording`), and the text written again (`page`). Lines of neither side
are made up, and no line that a side added or changed is left out: where two sides changed one fact, both wordings
stand in a conflict around that fact alone, in the marks that git uses. The result is read again before it is given
away (`once`), so that every block is known to stand where it was meant to, and every name to mean what it meant
(`agreement`). The one liberty that is taken is to write down or change a name that would mean something else, in all
lines alike; and that is told.
"""

from __future__ import annotations

from typing import NamedTuple

from toc.decoding import of_text
from toc.memory import Memory

from .agreement import agreement
from .blocks import Tangled
from .disputed import settled
from .once import Texts, once
from .page import MARKER_SIZE, Labels

__all__ = ["MARKER_SIZE", "Labels", "Merged", "Tangled", "merge"]


SIDES = Labels()
"""What the sides are called where nobody says more."""


_MOST_ROUNDS = 20
"""One round settles names; another one is needed where a settled name leaves a made one to something else."""


class Merged(NamedTuple):
    """A merged text, and the lines on which its conflicts begin; none where it is clean.

    ``told`` are sentences about names that changed, or that are used and gone.
    """

    text: str
    conflicts: tuple[int, ...] = ()
    told: tuple[str, ...] = ()


def merge(base: str, ours: str, theirs: str, *, labels: Labels = SIDES, size: int = MARKER_SIZE) -> Merged:
    """Bring what two sides made of one text together; line ends are those of ``ours``.

    Raises Tangled for texts that were not read as a whole or cannot be told apart fact by fact; these are merged line
    by line, with git.
    """
    if theirs in (ours, base):
        return Merged(ours)
    if base == ours:
        return Merged(theirs)
    before, own, other = (of_text(text, "") for text in (base, ours, theirs))
    merged = _merged(Texts(settled(before.text, own.text, other.text), own.text, other.text), labels, size)
    return merged._replace(text=merged.text.replace("\n", own.newline))


def _merged(texts: Texts, labels: Labels, size: int) -> Merged:
    """Merge, and again where both sides had to agree on names first."""
    memory = Memory()
    told: list[str] = []
    for _ in range(_MOST_ROUNDS):
        made = once(texts, labels, size, memory)
        found = agreement(made, texts, memory)
        told += found.told
        if found.texts is None:
            return Merged(made.text, made.conflicts, tuple(told))
        texts = found.texts
    made = once(texts, labels, size, memory)
    return Merged(made.text, made.conflicts, tuple(told))
