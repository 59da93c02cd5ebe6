"""Where every block of both versions has its place in the merged text, and in which order.

A place that only one side changed is taken from that side. What both sides moved to different places stands where ours
put it, and is mentioned where theirs did, so that neither arrow is lost. What one side took out and the other changed
is `contested`: it stays, as a conflict.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from toc.lines import Line, Shape
from toc.model import CAUSAL_KINDS

from .blocks import Block, Tangled, kind_of
from .pairs import everything, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

_MENTIONED = CAUSAL_KINDS | {"barrier", "assumption", "risk", "evidence", "indicator", "milestone", "pathway"}
"""The kinds that mean the same where they are mentioned as where they are declared."""


@dataclass(slots=True, eq=False)
class Three:
    """A block in the three versions, None where it is not there, and what becomes of it.

    ``contested`` is the side that changed it while the other one took it out. ``below`` are those that have their
    place below it, in order.
    """

    base: Block | None = None
    ours: Block | None = None
    theirs: Block | None = None
    place: Three | None = None
    contested: str = ""
    gone: bool = False
    below: list[Three] = field(default_factory=list)

    @property
    def some(self) -> Block:
        """Give the block in whichever version has it."""
        block = self.ours or self.theirs or self.base
        if block is None:
            msg = "A block that no version has."
            raise Tangled(msg)
        return block


Of = dict[Block, Three]
"""From the blocks of all versions to what they are."""


class Woven(NamedTuple):
    """The top of the merged text; every block that stays is somewhere below it. And what each block is."""

    top: Three
    of: Of


def woven(base: Block, ours: Block, theirs: Block) -> Woven:
    """Bring three versions together."""
    of = _threes(base, ours, theirs)
    top = of[base]
    threes = [three for three in dict.fromkeys(of.values()) if three is not top]
    twice = [three for three in threes if _settle_place(three, of, top)]
    twice += _without_circles(threes, of)
    _settle_fate(threes, of)
    mentions = {three: _mention(three, of) for three in dict.fromkeys(twice) if three.some.line.shape is Shape.ELEMENT}
    for three in (top, *threes):
        if not three.gone:
            three.below = _in_order(three, of, mentions)
    return Woven(top, of)


def _threes(base: Block, ours: Block, theirs: Block) -> Of:
    """Find out which blocks are the same one, in all three versions."""
    of: Of = {block: Three(base=block) for block in (base, *everything(base))}
    with_ours, with_theirs = pairs(base, ours), pairs(base, theirs)
    both = pairs(ours, theirs, guess=False)
    for block in (ours, *everything(ours)):
        known = with_ours.get(block)
        of[block] = three = of[known] if known else Three()
        three.ours = block
    for block in (theirs, *everything(theirs)):
        known, added = with_theirs.get(block), both.get(block)
        fresh = of[added] if added and of[added].base is None else Three()
        three = of[known] if known else fresh
        of[block] = three
        three.theirs = block
    return of


def _above(block: Block | None, of: Of) -> Three | None:
    return of[block.above] if block and block.above else None


def _settle_place(three: Three, of: Of, top: Three) -> bool:
    """Find the place of a block; True where each side moved it to another one."""
    before, ours, theirs = (_above(block, of) for block in (three.base, three.ours, three.theirs))
    if ours is None or theirs is None:
        three.place = ours or theirs or before
        return False
    if ours is theirs or theirs is before:
        three.place = ours
        return False
    three.place = theirs if ours is before or ours is top else ours
    return three.place is ours and theirs is not top


def _without_circles(threes: list[Three], of: Of) -> Iterator[Three]:
    """Where each side put one block into the other, take the place that ours gave to one of them."""
    fine: set[Three] = set()
    for three in threes:
        path: dict[Three, None] = {}
        step: Three | None = three
        while step is not None and step not in fine and step not in path:
            path[step] = None
            step = step.place
        if step is not None and step in path:
            around = list(path)[list(path).index(step) :]
            moved = next(one for one in around if one.ours and _above(one.ours, of) is not one.place)
            moved.place = _above(moved.ours, of)
            yield moved
        fine.update(path)


def _settle_fate(threes: list[Three], of: Of) -> None:
    """Decide what goes, what stays, and what one side took out while the other side changed it."""
    touched: set[Three] = set()
    for three in threes:
        alone = _one_sided(three)
        if alone and _is_changed(alone, three, of):
            touched.add(three)
        # What was put below a block, or changed there, is a change of that block too.
        above = three.place if three in touched or not _is_leaving(three) else None
        while above and above not in touched and _one_sided(above):
            touched.add(above)
            above = above.place
    for three in threes:
        if _is_leaving(three):
            side = "ours" if three.ours else "theirs" if three.theirs else ""
            inherited = three.place is not None and three.place.contested == side
            three.contested = side if side and (three in touched or inherited) else ""
            three.gone = not three.contested


def _is_leaving(three: Three) -> bool:
    return three.base is not None and not (three.ours and three.theirs)


def _one_sided(three: Three) -> Block | None:
    """Give the block that one side kept and the other one took out."""
    return (three.ours or three.theirs) if _is_leaving(three) else None


def _is_changed(block: Block, three: Three, of: Of) -> bool:
    if three.base is None or three.base.disputed:
        return three.base is not None
    return block.canonical != three.base.canonical or _above(block, of) is not _above(three.base, of)


def _mention(three: Three, of: Of) -> Three:
    """Stand for a block where theirs put it, while it stands where ours did."""
    block = three.theirs
    if block is None or not block.line.names or kind_of(block.line) not in _MENTIONED:
        msg = "Both sides moved a block that can only be in one place, so the texts are merged line by line."
        raise Tangled(msg)
    line = block.line
    bare = Line(Shape.MENTION, line.word, line.names, None, line.start, line.names[0].end)
    words = f"{line.word.text} {line.names[0].text}"
    return Three(theirs=Block(bare, block.indent, (words,), block.gap, block.above), place=_above(block, of))


def _in_order(place: Three, of: Of, mentions: dict[Three, Three]) -> list[Three]:
    """Give what stands below a block: in the order of the side that changed it, the other's additions put in."""
    before, ours, theirs = (
        [of[block] for block in version.below] if version else [] for version in (place.base, place.ours, place.theirs)
    )
    theirs = [three if three.place is place else mentions.get(three, three) for three in theirs]
    ours = [three for three in ours if three.place is place and not three.gone]
    theirs = [three for three in theirs if three.place is place and not three.gone]
    in_ours, in_theirs = set(ours), set(theirs)
    known = in_ours & in_theirs & set(before)
    if [three for three in ours if three in known] == [three for three in before if three in known]:
        return list(_put_in(theirs, ours, in_theirs, at_once=True))
    return list(_put_in(ours, theirs, in_ours, at_once=False))


def _put_in(order: list[Three], other: list[Three], known: set[Three], *, at_once: bool) -> Iterator[Three]:
    """Put what only the other one has behind its neighbour: at once, or behind what was added there already."""
    added: dict[Three | None, list[Three]] = {None: []}
    neighbour: Three | None = None
    for three in other:
        if three in known:
            neighbour = three
            added[three] = []
        else:
            added[neighbour].append(three)
    waiting = added[None]
    if at_once:
        yield from waiting
        waiting = []
    for three in order:
        if three in added and not at_once:
            yield from waiting
            waiting = added[three]
        yield three
        if at_once:
            yield from added.get(three, ())
    yield from waiting
