"""Names that do not mean after merging what they meant on a side, and how both sides come to agree on them.

One side may give a box another name while the other one still uses the old; a name that was made from the words of a
box changes with them; and what each side added may have come to the same made name. Then an arrow would end nowhere, or
at a box that nobody meant. So whatever is used by name and would be called otherwise gets one name for all versions:
the one that is written down, else the one that is used, else a free one. It is written into the line and into all
lines that use it, in all versions alike, before these are merged. Somebody may still use the name of what the other
side took out, and something else may be called that now: then that gets another name, and the lost one is told.
"""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

from toc.edit import applied
from toc.findings import Edit
from toc.lines import Shape
from toc.source import Source, Span
from toc.writing import pin

from .names import root_of, uses, versions
from .once import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.memory import Memory

    from .blocks import Block
    from .names import Version
    from .once import Once, Placed
    from .weave import Of, Three

Odd = dict["Three", tuple[str, ...]]
"""What has a name that would mean something else, or would lose one; and these names."""


class Agreed(NamedTuple):
    """The versions with the names that they agree on, None where they did already; and sentences for who merges."""

    texts: Texts | None
    told: tuple[str, ...]


class _All(NamedTuple):
    """Base, ours and theirs as ``before``, the merged text as ``now``, and which block is which."""

    before: tuple[Version, ...]
    now: Version
    placed: Placed
    of: Of


def agreement(made: Once, texts: Texts, memory: Memory) -> Agreed:
    """See whether every name means in a merged text what it meant, and let the versions agree where one does not."""
    if made.now is None:
        return Agreed(None, ())
    every = _all(made, texts, memory, made.now)
    odd = _odd_names(every)
    chosen = _chosen(odd, every)
    if not chosen:
        return Agreed(None, (*_lost(every), *[_turned(name) for names in odd.values() for name in names]))
    told = [_told(old, name, every) for three, name in chosen.items() for old in odd[three]]
    mended = [
        _renamed(each, {block: name for three, name in chosen.items() if (block := _versions_of(three)[place])})
        for place, each in enumerate(every.before)
    ]
    return Agreed(Texts(texts.base._replace(text=mended[0]), mended[1], mended[2]), tuple(filter(None, told)))


def _all(made: Once, texts: Texts, memory: Memory, top: Block) -> _All:
    written = (texts.base.text, made.base.top), (texts.ours, made.ours.top), (texts.theirs, made.theirs.top)
    *before, now = versions((*written, (made.text, top)), memory)
    return _All(tuple(before), now, made.placed, made.of)


def _odd_names(every: _All) -> Odd:
    """Find what is used by a name that it would not have, and what would have one that is used for what is gone."""
    found: dict[Three, dict[str, None]] = {}
    here = {three: every.now.called[block] for three, block in every.placed if block in every.now.called}
    by_name = {name: three for three, name in here.items()}
    for side, block, name in _used_names(every):
        three = every.of[block]
        if three in here and name != here[three]:
            found.setdefault(three, {})[name] = None
        elif three not in here and name in by_name and _is_fresh(name, side, every.of):
            found.setdefault(by_name[name], {})[name] = None
    return _with_kin({three: tuple(names) for three, names in found.items()}, every)


def _with_kin(odd: Odd, every: _All) -> Odd:
    """Add what has a name of the same words in a version, whose number would change when one of them is written."""
    found = {three: dict.fromkeys(names) for three, names in odd.items()}
    before = -1
    while before < len(found):
        before = len(found)
        for side in every.before[1:]:
            made = [(every.of[block], name) for block, name in side.called.items() if not _is_written(block)]
            roots = {root_of(name) for three, name in made if three in found}
            for three, name in made if roots else ():
                if name in side.used and root_of(name) in roots:
                    found.setdefault(three, {})[name] = None
    return {three: tuple(names) for three, names in found.items()}


def _used_names(every: _All) -> Iterator[tuple[Version, Block, str]]:
    for side in every.before[1:]:
        yield from [(side, block, name) for block, name in side.called.items() if name in side.used]


def _is_fresh(name: str, side: Version, of: Of) -> bool:
    """Say whether a side has written a line with a name since."""
    return any(not _is_the_same(of[block].base, block) for block in side.used.get(name, ()))


def _is_the_same(before: Block | None, block: Block) -> bool:
    return before is not None and before.canonical == block.canonical


def _chosen(odd: Odd, every: _All) -> dict[Three, str]:
    """Choose names that hold in all versions; left out is what can have none."""
    blocks = dict(every.placed)
    chosen: dict[Three, str] = {}
    for three, names in odd.items():
        name = _name(_Known(three, blocks.get(three), names), every, chosen)
        if name is not None:
            chosen[three] = name
    return chosen


class _Known(NamedTuple):
    """Something that would lose names, its block in the merged text if it is there, and these names."""

    three: Three
    block: Block | None
    odd: tuple[str, ...]


def _versions_of(three: Three) -> tuple[Block | None, Block | None, Block | None]:
    return three.base, three.ours, three.theirs


def _name(known: _Known, every: _All, chosen: Mapping[Three, str]) -> str | None:
    """Choose a name; None where one is written down already and means something else in another version."""
    here = every.now.called.get(known.block) if known.block else None

    def is_free(name: str) -> bool:
        others = [
            name in each.declared or name in each.used
            for each, block in zip(every.before, _versions_of(known.three), strict=True)
            if block is None or each.called.get(block) != name
        ]
        return not any(others) and name not in chosen.values() and (name == here or name not in every.now.declared)

    if here and known.block and _is_written(known.block):
        return here if is_free(here) else None
    numbered = (f"{root_of(known.odd[0])}-{number}" for number in count(2))
    return next(name for name in chain((*known.odd, *([here] if here else [])), numbered) if is_free(name))


def _is_written(block: Block) -> bool:
    return block.line.shape is Shape.ELEMENT and bool(block.line.names)


def _told(old: str, name: str, every: _All) -> str:
    """Say what became of a name; nothing where whoever gave another one has changed all lines that were there."""
    if old == name:
        return f"The name ‘{name}’ is written into its line now, so that what uses it still finds it."
    if old in every.now.declared:
        return f"‘{old}’ of one side is called ‘{name}’ now, because the other side gave that name to something else."
    if any(_is_fresh(old, side, every.of) for side in every.before[1:]):
        return f"‘{old}’ is called ‘{name}’ now, also in the lines that one side wrote with the old name."
    return ""


def _lost(every: _All) -> Iterator[str]:
    """Say which names one side took away while the other one used them."""
    sides = every.before[1:]
    for name in every.now.used:
        if name not in every.now.declared and any(name in side.declared and name in side.used for side in sides):
            yield f"‘{name}’ is still used, but one side took it out or gave it another name; toc check shows where."


def _turned(name: str) -> str:
    return f"‘{name}’ means one thing where one side used it and another now; toc merge could not tell them apart."


def _renamed(each: Version, names: Mapping[Block, str]) -> str:
    """Write names into the lines of a version, and wherever they are used there."""
    edits: list[Edit] = []
    for block, name in names.items():
        if _is_written(block):
            word = block.line.names[0]
            edits.append(Edit(Span("", word.start, word.end), name))
        elif block in each.called:
            edits.append(pin(block.line, name, Source("", each.text)))
        old = each.called.get(block)
        users = each.used.get(old, ()) if old is not None else ()
        edits += [Edit(found.span, name) for user in users for found in uses(user, each.called) if found.key == old]
    return applied(each.text, [edit for edit in dict.fromkeys(edits) if _changes(edit, each.text)])


def _changes(edit: Edit, text: str) -> bool:
    return text[edit.span.start : edit.span.end] != edit.text
