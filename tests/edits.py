"""Random edits of a text, as two people make them who do not see each other: words, details, arrows, blocks, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

KINDS = ("outcome", "activity", "condition", "barrier")


def edited(text: str, random: Random, who: str, times: int = 1) -> str:
    """Give a text after some edits of random sorts; ``who`` marks what was added, so that no two add the same."""
    lines = text.split("\n")
    for number in range(times):
        random.choice(_SORTS)(lines, random, f"{who}{number}")
    return "\n".join(lines)


def edited_apart(text: str, random: Random, who: str, place: int, times: int = 3) -> str:
    """Give a text after some edits of every other statement, beginning with ``place`` 0 or 1: two people, no collision.

    Words are added, and details below; and something at the end, where both write.
    """
    lines = text.split("\n")
    mine = [at for at, line in enumerate(lines) if ": " in line and line.strip()[0].isalpha()][place::2]
    for number, at in enumerate(sorted(random.sample(mine, min(times, len(mine))), reverse=True)):
        word = f"{who}{number}"
        if random.random() < 1 / 2:
            lines[at] += f" {word}"
        else:
            lines.insert(at + 1, " " * (_depth(lines[at]) + 2) + f"note: {word}")
    _at_the_end(lines, random, who)
    return "\n".join(lines)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _place(lines: list[str], random: Random) -> int | None:
    places = [place for place, line in enumerate(lines) if line.strip()]
    return random.choice(places) if places else None


def _block(lines: list[str], place: int) -> int:
    """Give the end of what stands below a line."""
    end = place + 1
    while end < len(lines) and (not lines[end].strip() or _depth(lines[end]) > _depth(lines[place])):
        end += 1
    while end > place + 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _reword(lines: list[str], random: Random, who: str) -> None:
    place = _place(lines, random)
    if place is not None and not lines[place].endswith(":"):
        lines[place] += f" {who}"


def _take_out(lines: list[str], random: Random, _: str) -> None:
    place = _place(lines, random)
    if place is not None:
        del lines[place : _block(lines, place)]


def _below(lines: list[str], random: Random, text: str) -> None:
    place = _place(lines, random)
    if place is not None:
        lines.insert(place + 1, " " * (_depth(lines[place]) + 2) + text)


def _detail(lines: list[str], random: Random, who: str) -> None:
    _below(lines, random, random.choice((f"note: {who}", f"tag: {who}", f"due: {2030 + len(who)}", f"by {who}: {who}")))


def _arrow(lines: list[str], random: Random, who: str) -> None:
    named = [line.split()[1].rstrip(":") for line in lines if len(line.split()) > 1 and ":" in line.split()[1]]
    _below(lines, random, f"-> {random.choice(named or ['nobody'])}: {who}")


def _inner(lines: list[str], random: Random, who: str) -> None:
    _below(lines, random, f"{random.choice(KINDS)} {who}: Something new from {who}")


def _at_the_end(lines: list[str], random: Random, who: str) -> None:
    more = [f"# by {who}", f"{random.choice(KINDS)} {who}: Something at the end from {who}", f"  note: {who}"]
    end = len(lines) - 1 if lines[-1:] == [""] else len(lines)
    lines[end:end] = ["", *more[random.randrange(2) :]]


def _move(lines: list[str], random: Random, _: str) -> None:
    place = _place(lines, random)
    if place is None:
        return
    block = lines[place : _block(lines, place)]
    del lines[place : place + len(block)]
    starts = [at for at, line in enumerate(lines) if line.strip() and _depth(line) == _depth(block[0])]
    at = random.choice(starts) if starts else place
    lines[at:at] = block


def _blank(lines: list[str], random: Random, _: str) -> None:
    lines.insert(random.randint(0, len(lines)), "")


def _remark(lines: list[str], random: Random, who: str) -> None:
    place = random.randint(0, len(lines))
    lines.insert(place, random.choice((f"# {who} was here", f"ask {who} about this")))


_SORTS = (_reword, _reword, _take_out, _detail, _detail, _arrow, _inner, _at_the_end, _move, _blank, _remark)
