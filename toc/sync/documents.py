"""A whole document: what its blocks should say, what was changed by hand, and how that is settled on the disk.

`synced` only looks; `settle` writes, pictures first and the document last, each all or nothing. A block that cannot be
made stays as it is, and so does a document in which a marker cannot be used.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from toc.decoding import decode
from toc.files import read_bytes, write
from toc.load import load
from toc.render import RenderTrouble
from toc.report import ReportTrouble
from toc.troubles import FileTrouble, shown
from toc.view import ViewTrouble

from .bounds import Left, free, is_by_hand, must_be_inside, on_disk, refuse_edits, refuse_picture
from .making import Made, Place, make_block
from .marks import Block, blocks_of, hash_of, line_ends, tidy
from .wishes import Wanted, WishTrouble, wanted

if TYPE_CHECKING:
    from toc.load import Loaded
    from toc.render import Engine


class Told(NamedTuple):
    """What is said about a block: its line, a sentence, and whether it is new, was edited by hand, or is in trouble.

    ``later`` is on which line it will be when the document is written.
    """

    line: int
    sentence: str
    sort: Literal["new", "edited", "trouble"]
    later: int


@dataclass(frozen=True, slots=True)
class Plans:
    """How plans come into documents: ``engine`` draws them; each plan is read once."""

    engine: Engine | None = None
    read: dict[str, Loaded] = field(default_factory=dict)

    def load(self, path: str) -> Loaded:
        """Read a plan; raises FileTrouble."""
        if path not in self.read:
            self.read[path] = load(path)
        return self.read[path]


@dataclass(frozen=True, slots=True)
class Synced:
    """A document as it should be.

    ``pictures`` are files to write, by their paths; ``kept`` are those in which old words and pictures are kept, with
    ``force``. ``blocks`` is how many blocks there are.
    """

    path: str
    before: bytes
    after: bytes
    blocks: int
    told: tuple[Told, ...] = ()
    pictures: tuple[tuple[str, bytes], ...] = ()
    kept: tuple[tuple[str, bytes], ...] = ()

    @property
    def is_fine(self) -> bool:
        """Say whether nothing has to be written and nothing had to be left."""
        return not self.told


class _Done(NamedTuple):
    """A block that is made: from below its first marker to its end marker, the pictures to write, and what is lost."""

    text: str
    pictures: tuple[tuple[str, bytes], ...]
    kept: tuple[tuple[str, bytes], ...]
    lost: str


def synced(path: str, plans: Plans, *, force: bool = False) -> Synced:
    """Look what a document should say; ``force`` also takes blocks that were changed by hand.

    Raises FileTrouble where the document cannot be read.
    """
    before = read_bytes(path)
    decode(before, shown(path))
    text = before.decode("utf-8")
    blocks, faults = blocks_of(text)
    if faults:
        told = [Told(fault.line, fault.sentence, "trouble", fault.line) for fault in faults]
        return Synced(path, before, before, len(blocks), tuple(told))
    return _put_together(path, before, text, blocks, plans, force=force)


def _put_together(
    path: str, before: bytes, text: str, blocks: tuple[Block, ...], plans: Plans, *, force: bool
) -> Synced:
    parts: list[str] = []
    told: list[Told] = []
    done: list[_Done] = []
    pictures: dict[str, bytes] = {}
    end, more = 0, 0
    for block in blocks:
        try:
            made = _done(path, text, block, plans, force=force)
            _refuse_two(pictures, made)
        except Left as left:
            told.append(Told(block.line, str(left), left.sort, block.line + more))
            continue
        parts += [text[end : block.start], made.text]
        end = block.after
        pictures.update(made.pictures)
        done.append(made)
        if made.pictures or made.text != text[block.start : block.after]:
            told.append(Told(block.line, block.words, "new", block.line + more))
        more += line_ends(made.text) - line_ends(text[block.start : block.after])
    after = "".join([*parts, text[end:]]).encode("utf-8")
    kept = _kept(path, done)
    return Synced(path, before, after, len(blocks), tuple(told), tuple(pictures.items()), kept)


def _kept(path: str, done: list[_Done]) -> tuple[tuple[str, bytes], ...]:
    """Put the words that are overwritten into one file beside the document, and pictures beside theirs."""
    lost = [made.lost.strip("\r\n") for made in done if made.lost]
    words = ((free(path), ("\n\n".join(lost) + "\n").encode("utf-8")),) if lost else ()
    return (*words, *dict([each for made in done for each in made.kept]).items())


def _refuse_two(pictures: dict[str, bytes], made: _Done) -> None:
    for path, content in made.pictures:
        if pictures.get(path, content) != content:
            msg = f"Another block draws {shown(path)} already. Name another file, as in picture=ours.svg."
            raise Left(msg)


def settle(document: Synced) -> None:
    """Write what has to be written; raises FileTrouble, also where the document was changed in the meantime."""
    for path, content in (*document.kept, *document.pictures):
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        write(path, content)
    if document.after == document.before:
        return
    if not write(document.path, document.after, only_if=lambda: read_bytes(document.path) == document.before):
        msg = f"{shown(document.path)} was changed while it was read, and stays as it is. Once more, please."
        raise FileTrouble(msg)


def _done(path: str, text: str, block: Block, plans: Plans, *, force: bool) -> _Done:
    try:
        made = _made(wanted(block.words), Place(path, block.level), plans)
    except (FileTrouble, WishTrouble, RenderTrouble, ReportTrouble, ViewTrouble) as trouble:
        raise Left(str(trouble)) from None
    inside = text[block.start : block.end]
    is_same = tidy(inside) == tidy(made.text)
    is_lost = not is_same and is_by_hand(inside, block)
    if is_lost and not force:
        refuse_edits()
    pictures, kept = _pictures(path, made, block, force=force)
    mark = f"<!-- toc:end {' '.join([hash_of(made.text), *[hash_of(svg) for _, svg in made.pictures]])} -->"
    lines = inside if is_same else block.newline.join(["", *made.text.split("\n"), "", ""])
    return _Done(lines + mark, pictures, kept, inside if is_lost else "")


def _pictures(
    path: str, made: Made, block: Block, *, force: bool
) -> tuple[tuple[tuple[str, bytes], ...], tuple[tuple[str, bytes], ...]]:
    """Give the pictures to write, and those that somebody else made, to keep under another name."""
    new, kept = [], []
    for name, svg in made.pictures:
        place, content = os.path.join(os.path.dirname(path), name), svg.encode("utf-8")
        old = on_disk(place)
        if old is not None and _hash(old) == _hash(content):
            continue
        if old is not None and _hash(old) not in block.hashes:
            if not force:
                refuse_picture(name)
            kept.append((free(place), old))
        new.append((place, content))
    return tuple(new), tuple(kept)


def _made(asked: Wanted, place: Place, plans: Plans) -> Made:
    must_be_inside(asked.plan, place)
    picture = asked.options.get("picture")
    if picture is not None and not picture.lower().endswith(".svg"):
        msg = f"{picture} is no name for a picture. It ends with .svg, as in picture=ours.svg."
        raise Left(msg)
    if picture is not None:
        must_be_inside(picture, place)
    made = make_block(asked, plans.load(os.path.join(place.folder, asked.plan)), place, plans.engine)
    for name, _ in made.pictures:
        must_be_inside(name, place)
    return made


def _hash(content: bytes) -> str:
    return hash_of(content.decode("utf-8", "replace"))
