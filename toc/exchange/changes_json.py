"""Changes as JSON, out and in again: ``{"changes": [{"class", "change", "element", "kind", …}]}``.

Every key is always present. ``old`` and ``new`` are texts or null; where a whole thing was added or removed, an object
from field to text, or to a list of texts where a field stands several times.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from toc.compare import Change, Fact, How, Sort, apply
from toc.troubles import FileTrouble

from .model_json import read as read_theory
from .model_json import write as write_theory

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.compare.change import Value


def write(changes: Iterable[Change]) -> str:
    """Write changes as JSON, one on a line, ending in a line end."""
    rows = ",\n    ".join([json.dumps(row(change), ensure_ascii=False) for change in changes])
    return f'{{\n  "changes": [\n    {rows}\n  ]\n}}\n' if rows else '{\n  "changes": []\n}\n'


def read(text: str, name: str) -> tuple[Change, ...]:
    """Read changes from what `write` gave; raises FileTrouble for anything else."""
    try:
        return tuple([_change(row) for row in json.loads(text)["changes"]])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        msg = f"{name} holds no changes as toc diff --format json writes them."
        raise FileTrouble(msg) from None


def apply_json(changes: str, theory: str) -> str:
    """Make the JSON of the new theory from that of the old one and the changes; raises FileTrouble as `read` does."""
    return write_theory(apply(read(changes, "changes"), read_theory(theory, "theory")[0]))


def row(change: Change) -> dict[str, Any]:
    """Give one change as what stands for it in JSON."""
    return {
        "class": change.sort.value,
        "change": change.change.value,
        "element": change.element,
        "kind": change.kind,
        "field": change.field,
        "old": _shown(change.old),
        "new": _shown(change.new),
        "partners": [*change.partners],
    }


def _shown(value: Value) -> Any:
    if not isinstance(value, tuple):
        return value
    found: dict[str, list[str]] = {}
    for fact in value:
        found.setdefault(fact.field, []).append(fact.value)
    return {field: values[0] if len(values) == 1 else values for field, values in found.items()}


def _change(row: dict[str, Any]) -> Change:
    return Change(
        Sort(row["class"]),
        How(row["change"]),
        str(row["kind"]),
        _text(row["element"]),
        _text(row["field"]),
        _value(row["old"]),
        _value(row["new"]),
        tuple([str(partner) for partner in row["partners"]]),
    )


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _value(value: Any) -> Value:
    if not isinstance(value, dict):
        return _text(value)
    several = {field: [texts] if isinstance(texts, str) else texts for field, texts in value.items()}
    return tuple([Fact(field, str(text)) for field, texts in several.items() for text in texts])
