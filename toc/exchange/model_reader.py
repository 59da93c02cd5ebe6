"""JSON back to a theory.

First the text becomes JSON, then pydantic checks its shape, then the theory is put together. Whatever is wrong
leaves as one FileTrouble (`toc.exchange.complaints`); nothing is guessed and nothing is turned into something else.
"""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from toc.model import ARROWS, OWN_NAMESPACE, Contribution, Detail, Element, Link, LinkKind, LinkRef, Note, Theory
from toc.source import NOWHERE, Source, Span

from .complaints import at, no_json, quoted, trouble, wrong_shape
from .model_shape import MOST_LINES, document
from .slots import WHOLE, WHOLE_BESIDE_ANOTHER, Slot, element_slots, slots

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toc.model import About

_KIND_OF = {arrow: kind for kind, arrow in ARROWS.items()}
_ARROW = re.compile(r"([^\s>|]+) ?(->|~>|-\|) ?(\S+)")
_MOST_KEYS = 1000
_LISTS = ("elements", "links", "contributions", "notes", "comments")


def theory_from(text: str, name: str) -> tuple[Theory, tuple[Source, ...]]:
    """Read a theory, and a stand-in for every text it was once read from.

    ``name`` is what messages call the JSON. Raises FileTrouble with one sentence.
    """
    raw = _decoded(text, name)
    try:
        document().model_validate(raw)
    except ValidationError as error:
        raise wrong_shape(name, error) from None
    rows = {part: raw.get(part, []) for part in _LISTS}
    _refuse_doubles("elements", [_key(row) for row in rows["elements"]], name)
    _refuse_doubles("links", [LinkRef(row["from"], row["to"], _kind(row)) for row in rows["links"]], name)
    return _theory(raw["theory"], rows), _sources([raw["theory"], *chain(*rows.values())], name)


def _decoded(text: str, name: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_int=_whole)
    except RecursionError:
        raise trouble(name, "its brackets stand inside each other too deeply") from None
    except json.JSONDecodeError as error:
        raise trouble(name, no_json(error)) from None
    except ValueError as error:
        raise trouble(name, str(error)) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > _MOST_KEYS:
        msg = f"an object has more than {_MOST_KEYS} keys"
        raise ValueError(msg)
    made = dict(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        msg = f"the key {quoted(twice)} stands twice in one object"
        raise ValueError(msg)
    return made


def _constant(word: str) -> Any:
    msg = f"{word} is no value that JSON knows"
    raise ValueError(msg)


def _whole(digits: str) -> int:
    """Read a whole number; one that is longer than any number here becomes one that is refused at its place."""
    return int(digits) if len(digits) <= len(str(MOST_LINES)) else MOST_LINES + 1


def _key(row: dict[str, Any]) -> str:
    return f"{row['kind']} {row['id']}" if row["kind"] in OWN_NAMESPACE else str(row["id"])


def _refuse_doubles(part: str, keys: Sequence[str | LinkRef], name: str) -> None:
    seen: dict[str | LinkRef, int] = {}
    for number, key in enumerate(keys):
        if key in seen:
            raise trouble(name, at([part, number], f"{quoted(key)} is there already, as number {seen[key] + 1}"))
        seen[key] = number


def _sources(rows: list[dict[str, Any]], name: str) -> tuple[Source, ...]:
    last: dict[str, int] = {}
    for row in rows:
        file, line = row.get("file"), row.get("line") or 1
        if file:
            last[file] = max(line, last.get(file, 0))
    if sum(last.values()) > MOST_LINES:
        raise trouble(name, f"its files would have more than {MOST_LINES} lines together")
    return tuple([Source.of_lines(file, line) for file, line in last.items()])


def _theory(whole: dict[str, Any], rows: Mapping[str, list[dict[str, Any]]]) -> Theory:
    ids = frozenset([row["id"] for row in rows["elements"]])
    return Theory(
        title=whole.get("title", ""),
        details=_details(whole, slots("theory")),
        elements=tuple([_element(row, ids) for row in rows["elements"]]),
        links=tuple([_link(row) for row in rows["links"]]),
        contributions=tuple([_contribution(row, ids) for row in rows["contributions"]]),
        notes=tuple([Note(row["text"], _span(row)) for row in rows["notes"]]),
        comments=tuple([Note(row["text"], _span(row)) for row in rows["comments"]]),
        span=_span(whole),
    )


def _element(row: dict[str, Any], ids: frozenset[str]) -> Element:
    places = element_slots(row["kind"])
    return Element(
        id=row["id"],
        kind=row["kind"],
        text=row.get("text", ""),
        details=_details(row, places),
        pathways=tuple(row.get("in", ())),
        about=tuple([_about(name, ids) for name in row.get("on", ())]),
        owner=None if "owner" in places else row.get("owner"),
        whole=row.get("whole", False),
        pinned=row.get("pinned", True),
        span=_span(row),
    )


def _link(row: dict[str, Any]) -> Link:
    return Link(row["from"], row["to"], _kind(row), _details(row, slots("arrow")), _span(row))


def _kind(row: dict[str, Any]) -> LinkKind:
    return LinkKind(row.get("kind", LinkKind.LEADS_TO))


def _contribution(row: dict[str, Any], ids: frozenset[str]) -> Contribution:
    to = row.get("to") or WHOLE
    return Contribution(
        partner=row["partner"],
        to=None if _is_whole(to, ids) else _about(to, ids),
        what=row.get("what", ""),
        details=_details(row, slots("contribution")),
        span=_span(row),
    )


def _is_whole(name: str, ids: frozenset[str]) -> bool:
    return name == WHOLE_BESIDE_ANOTHER or (name == WHOLE and WHOLE not in ids)


def _about(name: str, ids: frozenset[str]) -> About:
    found = None if name in ids else _ARROW.fullmatch(name)
    return LinkRef(found[1], found[3], _KIND_OF[found[2]]) if found else name


def _details(row: dict[str, Any], places: Mapping[str, Slot]) -> tuple[Detail, ...]:
    span = _span(row)
    known = [detail for key, kept in places.items() for detail in _kept(key, kept, row.get(key), span)]
    other = [Detail(more["key"], more["value"], more.get("name"), span) for more in row.get("other", ())]
    return (*known, *other)


def _kept(key: str, kept: Slot, value: Any, span: Span) -> Iterator[Detail]:
    if kept is Slot.RULES:
        yield from [Detail(key, one.get("reason", ""), one["rule"], span) for one in value or ()]
    elif kept is Slot.NAMED:
        yield from [Detail(key, text, name, span) for name, text in (value or {}).items()]
    elif kept is Slot.MANY:
        yield from [Detail(key, text, None, span) for text in value or ()]
    elif value is not None:
        yield Detail(key, value, None, span)


def _span(row: dict[str, Any]) -> Span:
    file, line = row.get("file"), row.get("line")
    return Span(file, (line or 1) - 1, (line or 1) - 1) if file else NOWHERE
