"""A review as one comment on GitHub or GitLab: words first, then before and after, and never more than it may hold.

Nothing of a plan is markup here: `markdown_text` escapes words, and what a forge would still make of them (somebody is
called, a request is linked) is broken by a space without a width. Pictures are Mermaid, which both forges draw, since a
comment shows no SVG. Where there is too much, long lists end early and whole pictures are left out, with a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from toc.cli.differences.as_markdown import document
from toc.render import markdown_text, render
from toc.teams import MARK, MOST, length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.cli.differences import Difference
    from toc.compare.words import Pieces
    from toc.model import Theory

    from . import Reviewed

_CALLS: Final = re.compile(
    r"""(@(?=\w) | (?:[#!$]|&amp;)(?=\d) | [%~](?=[\w"]) | \bGH-(?=\d) | :(?=[\w+\\-]+:))""",
    re.IGNORECASE | re.VERBOSE,
)
"""What a forge would read as a person, a request, a snippet, a milestone, a label or a smiling face."""

_MOST_ARROWS: Final = 500
"""GitHub draws no more arrows in one diagram."""

_LONGEST_MERMAID: Final = 50_000
"""Mermaid reads no more characters in one diagram."""

_LONGEST_WORDS: Final = 600
_MISSING: Final = 5
_SENTENCES: Final = 300
_SHARE: Final = 4
"""One part in so many is kept for pictures, however much there is to say."""

_GAP: Final = "\n\n"
_MORE_PICTURES: Final = "Not every picture fits into a comment; toc render draws them all."


class _Section(NamedTuple):
    """What is said about one plan: what always stands, what may end early, and what may be left out."""

    head: str
    words: tuple[str, ...]
    foot: str
    pictures: tuple[str | None, ...]

    @property
    def least(self) -> int:
        """Count what it takes at least, with the sentences about what is not there."""
        return length(self.head) + length(self.foot) + _SENTENCES


def comment(plans: Sequence[Reviewed], pictures_at: str = "") -> str:
    """Write the comment, empty where no plan changed; ``pictures_at`` is where the drawn pictures are found, if any."""
    if not plans:
        return ""
    sections = [_section(plan) for plan in plans]
    shown = _that_have_room(sections)
    end = tuple(_end(len(sections) - len(shown), pictures_at))
    room = MOST - length(_GAP.join((MARK, *end))) - sum([section.least for section in shown]) - _SENTENCES
    kept = room // _SHARE
    words, pictures = [], []
    for left, section in zip(range(len(shown), 0, -1), shown, strict=True):
        words.append(_cut(section.words, (room - kept) // left))
        room -= length(words[-1])
    for section in shown:
        pictures.append(_that_fit(section.pictures, room))
        room -= length(pictures[-1])
    told = zip(shown, words, pictures, strict=True)
    parts = [part for each, said, drawn in told for part in (each.head, said, each.foot, drawn)]
    return _GAP.join([MARK, *[part for part in parts if part], *end]) + "\n"


def _section(plan: Reviewed) -> _Section:
    head = f"## {_words(plan.title)}" if plan.title == plan.file else f"## {_words(plan.title)}\n\n{_words(plan.file)}"
    told = document(_shortened(plan.difference)).splitlines() if plan.difference else [markdown_text(_short(plan.says))]
    foot = _GAP.join([f"⚠️ {_words(each)}" for each in plan.missing[:_MISSING]])
    return _Section(head, tuple([_quiet(line) for line in told]), foot, tuple(_pictures(plan)))


def _words(text: str) -> str:
    return _quiet(markdown_text(_short(text)))


def _quiet(markdown: str) -> str:
    return _CALLS.sub(r"\1&#8203;", markdown)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_WORDS else text[:_LONGEST_WORDS] + "…"


def _shortened(difference: Difference) -> Difference:
    """Cut very long texts; all of them stand in the plan."""
    groups = tuple(
        [
            group._replace(told=tuple([told._replace(pieces=_cut_pieces(told.pieces)) for told in group.told]))
            for group in difference.groups
        ]
    )
    return difference._replace(groups=groups, dropped=tuple([_cut_pieces(each) for each in difference.dropped]))


def _cut_pieces(pieces: Pieces) -> Pieces:
    return tuple([piece._replace(text=_short(piece.text)) for piece in pieces])


def _pictures(plan: Reviewed) -> Iterator[str | None]:
    """Draw after and before as blocks that a reader opens and closes; None is one that is too large to be drawn."""
    for called, theory, is_open in (("After", plan.new, " open"), ("Before", plan.old, "")):
        if theory is not None and theory.elements and not plan.is_same:
            drawn = _mermaid(theory)
            block = f"<details{is_open}>\n<summary>{called}</summary>\n\n```mermaid\n{drawn}```\n\n</details>"
            yield block if drawn else None


def _mermaid(theory: Theory) -> str:
    """Draw a theory, or nothing where the forges would refuse it."""
    if len(theory.links) > _MOST_ARROWS:
        return ""
    drawn = str(render(theory, "mermaid"))
    return drawn if len(drawn) <= _LONGEST_MERMAID else ""


def _that_have_room(sections: list[_Section]) -> list[_Section]:
    """Give the first ones, as long as what is said of each at least fills no more than half of a comment."""
    filled = 0
    for number, section in enumerate(sections):
        filled += section.least
        if filled > MOST // 2:
            return sections[: max(number, 1)]
    return sections


def _cut(lines: tuple[str, ...], room: int) -> str:
    """Give the lines that fit; where some do not, say how many more changes there are."""
    kept: list[str] = []
    for line in lines:
        room -= length(line) + 1
        if room < 0:
            break
        kept.append(line)
    if len(kept) == len(lines):
        return "\n".join(lines)
    more = sum([line.startswith("- ") for line in lines[len(kept) :]])
    while kept and not kept[-1].startswith(("- ", "**")):
        kept.pop()
    return "\n".join([*kept, "", f"… and {more:,} more, which are too many for a comment; toc diff tells them all."])


def _that_fit(pictures: tuple[str | None, ...], room: int) -> str:
    kept = []
    for block in pictures:
        if block is not None and length(block) + len(_GAP) <= room:
            kept.append(block)
            room -= length(block) + len(_GAP)
    return _GAP.join([*kept, *([_MORE_PICTURES] if len(kept) < len(pictures) else [])])


def _end(left_out: int, pictures_at: str) -> Iterator[str]:
    if left_out:
        yield f"… and {left_out:,} more plans, which are too many for a comment."
    if pictures_at:
        yield f"Drawn by toc, and both versions in one picture: among [the files of this run]({pictures_at})."
