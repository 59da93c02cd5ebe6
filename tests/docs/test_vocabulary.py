"""The reference shows every kind and every detail, and its tables are those of the code."""

from __future__ import annotations

import re

import pytest
from fences import ROOT, all_fences

import toc
from toc.vocabulary import KINDS, PLACES, Key, Kind, Takes

PAGE = ROOT / "grammar" / "README.md"
SPOKEN = {"contribution": "`by`", "arrow": "an arrow", "margin": "the margin"}
EVERYWHERE = ("note", "tag", "in", "ignore", "label")
SHAPES = {
    Takes.TEXT: "words",
    Takes.LINKING: "words, or a name",
    Takes.NAME: "a name",
    Takes.NAMES: "names",
    Takes.ABOUT: "names and arrows",
    Takes.DATE: "a year, month or day",
    Takes.NEEDS: "`all`, `any` or a number",
    Takes.RULE: "the name of a check, a colon, the reason",
    Takes.CALL: "a kind, a colon, the word",
    Takes.LABEL: "the text, after `.fr` or another language",
}


def test_the_tables_are_those_of_the_code(request):
    page = PAGE.read_text(encoding="utf-8")
    wanted = _section(_section(page, "kinds", _kinds()), "details", _details())
    if request.config.getoption("--update"):
        PAGE.write_text(wanted, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == wanted, "stale: run pytest --update"


@pytest.mark.parametrize("where", ["reference", "examples"])
def test_every_kind_is_shown(where: str):
    assert set(PLACES) - set(_shown(where)) == set()


@pytest.mark.parametrize("where", ["reference", "examples"])
def test_every_meaning_of_every_detail_is_shown_where_it_is_at_home(where: str):
    shown = _shown(where)
    missing = [
        f"{name} under {' or '.join(homes)}"
        for (name, _), homes in _meanings().items()
        if not any(name in shown.get(home, ()) for home in homes)
    ]
    assert missing == []


def test_the_tables_name_nothing_that_the_reader_does_not_know():
    for kind in KINDS:
        assert [finding.rule for finding in toc.loads(f"{kind} x: y").findings] == [], kind


def _meanings() -> dict[tuple[str, str], list[str]]:
    """Give for every detail and every thing it says the places where it says that."""
    meanings: dict[tuple[str, str], list[str]] = {}
    for place in PLACES.values():
        for key in place.keys:
            meanings.setdefault((key.name, key.about), []).append(place.name)
    return meanings


def _shown(where: str) -> dict[str, set[str]]:
    """Say which details stand under which kind; a line belongs to the nearest line further out."""
    shown: dict[str, set[str]] = {}
    for text in _texts(where):
        stack: list[tuple[int, str]] = []
        for line in text.splitlines():
            if not line.strip() or line.strip().startswith(("#", "|")):
                continue
            indent = len(line) - len(line.lstrip())
            stack = [(column, place) for column, place in stack if column < indent]
            above = stack[-1][1] if stack else "margin"
            place, key = _place(line.strip(), above)
            shown.setdefault(place, set())
            if key:
                shown.setdefault(above, set()).add(key)
            elif place:
                stack.append((indent, place))
    return shown


def _place(line: str, above: str) -> tuple[str, str]:
    if re.match(r"(->|<-|~>|-\|)", line):
        return "arrow", ""
    word = re.match(r"[\w-]+", line)
    name = {"assuming": "assumption", "by": "contribution"}.get(word[0], word[0]) if word else ""
    if name in KINDS or name == "contribution":
        return name, ""
    return above, name


def _kinds() -> str:
    rows = [
        f"| {SPOKEN.get(place.name, _code(place.name))} | {place.about} | {_names(place)} |"
        for place in PLACES.values()
    ]
    return "\n".join(["| kind | is | details it takes |", "|---|---|---|", *rows])


def _names(kind: Kind) -> str:
    common = EVERYWHERE if kind.name in KINDS else ()
    return ", ".join(_code(key.name) for key in kind.keys if key.name not in common)


def _details() -> str:
    homes: dict[tuple[str, str, str], list[str]] = {}
    for place in PLACES.values():
        for key in place.keys:
            homes.setdefault((key.name, key.about, _value(key)), []).append(place.name)
    rows = [
        f"| {_code(name)} | {_under(places)} | {about} | {value} |"
        for (name, about, value), places in sorted(homes.items(), key=lambda entry: entry[0][0])
    ]
    return "\n".join(["| detail | under | says | value |", "|---|---|---|---|", *rows])


def _under(places: list[str]) -> str:
    kinds = [place for place in places if place in KINDS]
    spoken = ["every kind"] if len(kinds) == len(KINDS) else [_code(kind) for kind in kinds]
    return ", ".join([*spoken, *(SPOKEN[place] for place in places if place in SPOKEN)])


def _code(word: str) -> str:
    return f"`{word}`"


def _value(key: Key) -> str:
    shape = ", ".join(f"`{choice}`" for choice in key.choices) or SHAPES[key.takes]
    return f"{shape}; may repeat" if key.repeats else shape


def _section(page: str, name: str, wanted: str) -> str:
    pattern = re.compile(rf"(<!-- {name}: generated[^\n]*-->\n).*?(<!-- end of {name} -->)", re.DOTALL)
    assert pattern.search(page)
    return pattern.sub(lambda found: f"{found[1]}\n{wanted}\n\n{found[2]}", page)


def _texts(where: str) -> list[str]:
    if where == "examples":
        return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").rglob("*.toc"))]
    return [fence.text for fence in all_fences("toc") if fence.page == "grammar/README.md"]
