"""What is wrong with a JSON, in words: one sentence that names the places as people count them.

Keys and values of the JSON are somebody else's text, so they are cut short and shown without control characters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toc.model import LinkKind
from toc.near import nearest
from toc.troubles import FileTrouble
from toc.vocabulary import KEYS, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from json import JSONDecodeError

    from pydantic import ValidationError

_SHOWN = 3
_LONGEST = 40
_EXPECTED = {
    "string_type": "this must be text in quotes",
    "list_type": "this must be a list in [ ]",
    "dict_type": "this must be an object in { }",
    "model_type": "this must be an object in { }",
    "model_attributes_type": "this must be an object in { }",
    "bool_type": "this must be true or false",
    "int_type": "this must be a whole number",
    "greater_than_equal": "lines are counted from 1",
    "less_than_equal": "no file has that many lines",
}
_NO_JSON = {
    "Expecting value": "a value is missing here",
    "Expecting ',' delimiter": "a comma or a closing bracket is missing here",
    "Expecting ':' delimiter": "a colon is missing here",
    "Expecting property name enclosed in double quotes": "a key in double quotes is missing here",
    "Unterminated string starting at": "the text that starts here has no closing quote",
    "Invalid control character at": "a control character stands here",
    "Extra data": "something stands after the end",
}
_KIND_NAMES = tuple([kind for kind in KINDS if kind != "theory"])
_FRAME = (
    "because", "comments", "contributions", "elements", "file", "from", "id", "in", "kind", "line", "links", "notes",
    "on", "other", "owner", "partner", "pinned", "text", "theory", "title", "to", "what", "whole",
)  # fmt: skip


def trouble(name: str, *problems: str, more: int = 0) -> FileTrouble:
    """Say that a text is not the JSON of a theory, and why; ``name`` is what it is called."""
    said = "; ".join(problems)
    uncounted = f" (and {more} more)" if more else ""
    help_is_at = "`toc schema` prints what it has to look like."
    return FileTrouble(f"{name} is not the JSON of a theory: {said.rstrip('?.')}{uncounted}. {help_is_at}")


def no_json(error: JSONDecodeError) -> str:
    """Say where a text stops being JSON."""
    return f"line {error.lineno}, column {error.colno}: {_NO_JSON.get(error.msg, 'this is no JSON')}"


def wrong_shape(name: str, error: ValidationError) -> FileTrouble:
    """Say what pydantic found, the first few of it."""
    found = error.errors(include_url=False)
    return trouble(name, *map(_problem, found[:_SHOWN]), more=max(0, len(found) - _SHOWN))


def _problem(entry: Mapping[str, Any]) -> str:
    kind, place = entry["type"], list(entry["loc"])
    if kind == "union_tag_invalid":
        return at([*place, "kind"], unknown(entry["ctx"]["tag"], "kind", _KIND_NAMES))
    if kind == "union_tag_not_found":
        return at(place, "the kind is missing")
    if place[:1] == ["elements"] and len(place) > 2:  # noqa: PLR2004  the list, the number, then the kind it was taken for
        del place[2]
    if kind == "missing":
        return at(place[:-1], f"{quoted(place[-1])} is missing")
    if kind == "extra_forbidden":
        return at(place[:-1], _no_key(place[-1]))
    if kind == "literal_error":
        return at(place, unknown(entry["input"], "kind of arrow", tuple(LinkKind)))
    return at(place, _EXPECTED.get(kind) or (entry["msg"] if kind == "ours" else "this does not belong here"))


def at(place: Iterable[str | int], said: str) -> str:
    """Name the place before what is said of it: ``elements, number 3: due: …``."""
    path = ""
    for step in place:
        if isinstance(step, int):
            path += f", number {step + 1}"
        elif step != "[key]":
            path += f": {shown(step)}" if path else shown(step)
    return f"{path}: {said}" if path else said


def quoted(word: object) -> str:
    """Show a word of the JSON between quotes."""
    return f"“{shown(word)}”"


def shown(word: object) -> str:
    """Show a word of the JSON: cut short, without control characters."""
    text = str(word)
    kept = "".join([sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text[:_LONGEST]])
    return kept + "…" if len(text) > _LONGEST else kept


def unknown(word: object, what: str, known: Iterable[str]) -> str:
    """Say that a word is not known, with the nearest one that is."""
    near = nearest(str(word)[:_LONGEST], known)
    return f"{quoted(word)} is no {what}" + (f"; did you mean “{near}”?" if near else "")


def _no_key(word: str) -> str:
    homes = KEYS.get(word)
    if homes:
        return f"{quoted(word)} does not belong here, but to: {', '.join(homes)}"
    return unknown(word, "key that belongs here", (*KEYS, *_FRAME))
