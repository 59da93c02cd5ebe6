"""`toc explain`: what a check looks for, what a kind is, what a key means."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from .options import colour_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.rules.rule import Rule
    from toc.vocabulary import Key, Kind

    from .terminal import Row


@click.command(name="explain")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@colour_option
def command(words: tuple[str, ...], *, colour: str) -> None:
    """Tell about a check, a kind or a key; without a word, list them all.

    The names of the checks stand in brackets behind what toc check says.
    """
    from .terminal import Row, of_stream  # noqa: PLC0415  wrong use needs no terminal

    terminal = of_stream(sys.stdout, colour)
    found = [list(_about(word)) for word in words] or [list(_overview())]
    for place, rows in enumerate(found):
        if place:
            terminal.say(Row())
        for row in rows:
            terminal.say(row)


def _about(word: str) -> Iterator[Row]:
    """Find out what a word names; raises click.UsageError with the word that was meant."""
    from toc.rules import rule_named  # noqa: PLC0415  the list of all rules
    from toc.vocabulary import KEYS, KINDS  # noqa: PLC0415

    name = word.strip().strip("[]").lower()
    rule = rule_named(name)
    if rule is None and name not in KINDS and name not in KEYS:
        raise click.UsageError(_unknown(word))
    if rule:
        yield from _of_rule(rule)
    if name in KINDS:
        yield from _of_kind(KINDS[name])
    if name in KEYS:
        yield from _of_key(name)


def _unknown(word: str) -> str:
    from toc.near import nearest  # noqa: PLC0415  only a wrong word pays for it
    from toc.rules import rule_names  # noqa: PLC0415
    from toc.vocabulary import KEYS, KINDS, NESTED_WORDS, SYNONYMS  # noqa: PLC0415

    name = word.lower()
    near = NESTED_WORDS.get(name) or SYNONYMS.get(name) or nearest(name, (*rule_names(), *KINDS, *KEYS))
    meant = f"Did you mean {near}?" if near else "To see them all: toc explain"
    return f"No check, kind or key is called {word}. {meant}"


def _of_rule(rule: Rule) -> Iterator[Row]:
    from toc.model import STAGES  # noqa: PLC0415  only checks have stages
    from toc.rules import documentation  # noqa: PLC0415

    from .terminal import Row, Style, Styled  # noqa: PLC0415

    yield Row((Styled(rule.name, Style.STRONG),))
    loudness = [f"{stage}: {severity.value if (severity := rule.at(stage)) else 'silent'}" for stage in STAGES]
    yield Row((Styled(", ".join(loudness), Style.FAINT),))
    yield Row()
    yield from _of_markdown(documentation(rule.name))


def _of_markdown(text: str) -> Iterator[Row]:
    """Put paragraphs on one row each; what stands between fences is shown as it is, stepped in."""
    from .terminal import Row, Style, Styled  # noqa: PLC0415

    for part in text.strip().split("\n\n"):
        lines = part.split("\n")
        if lines[0].startswith("```"):
            yield from [Row((Styled(f"    {line}", Style.ADVICE),), indent=8) for line in lines if "```" not in line]
        else:
            yield Row((" ".join(lines),))
        yield Row()


def _of_kind(kind: Kind) -> Iterator[Row]:
    from .terminal import Row, Style, Styled  # noqa: PLC0415

    yield Row((Styled(kind.name, Style.STRONG), f": {kind.about}"), indent=2)
    yield Row(("Below it may stand:",))
    yield from [Row((f"  {key.name}: ", *_meaning(key)), indent=4) for key in kind.keys]


def _of_key(name: str) -> Iterator[Row]:
    """Tell what a key means; where it means the same, the places share a row."""
    from toc.vocabulary import KEYS, PLACES  # noqa: PLC0415  the words of the language

    from .terminal import Row, Style, Styled  # noqa: PLC0415

    homes: dict[Key, list[str]] = {}
    for place in KEYS[name]:
        key = PLACES[place].key(name)
        if key is not None:
            homes.setdefault(key, []).append(place)
    yield Row((Styled(name, Style.STRONG),))
    for key, places in homes.items():
        where = "everywhere" if len(places) > len(PLACES) // 2 else ", ".join(places)
        yield Row(("  under ", Styled(where, Style.STRONG), ": ", *_meaning(key)), indent=4)


def _meaning(key: Key) -> tuple[str, ...]:
    values = f" ({', '.join(key.choices)})" if key.choices else ""
    return (f"{key.about}{values}{'; may repeat' if key.repeats else ''}",)


def _overview() -> Iterator[Row]:
    from toc.rules import rule_names, summary  # noqa: PLC0415  the list of all rules
    from toc.vocabulary import KINDS  # noqa: PLC0415

    from .terminal import Row, Style, Styled  # noqa: PLC0415

    for title, entries in (
        ("Kinds", [(kind.name, kind.about) for kind in KINDS.values()]),
        ("Checks", [(name, summary(name)) for name in rule_names()]),
    ):
        yield Row((Styled(title, Style.STRONG),))
        width = max([len(name) for name, _ in entries])
        yield from [Row((f"  {name:<{width}}  ", about), indent=width + 4) for name, about in entries]
        yield Row()
    yield Row((Styled("More about one of them: toc explain WORD", Style.FAINT),))
