"""The history of a plan as JSON.

`toc log`: ``{"file", "element", "entries": [{"revision", "short", "author", "email", "date", "subject", "news",
"notes", "changes"}]}``, newest first. ``element`` is the id that was asked for, as it is now, or null. ``changes`` are
as in `toc.exchange.changes_json`. ``news`` is ``changed``, or ``begins``, ``gone`` (the file was taken out), ``cut``
(a shallow clone begins here; ``changes`` then hold what was there already), ``unreadable`` (``notes`` say why).

`toc blame`: ``{"file", "elements": [{"element", "kind", "text", "revision", "short", "author", "email", "date",
"subject", "news", "told", "changes"}]}``, in reading order; ``told`` are the changes in sentences.

Every key is always present. ``revision`` to ``subject`` are null where something is not committed yet; in `toc blame`
so is ``news`` where no version that can be read tells. Dates are the authors' own: ``2026-03-12T18:30:00+01:00``.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from toc.compare.sentences import plain

from .changes_json import row as change_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from toc.history import Entry, Step, Touch

_WHO = {"revision": "id", "short": "short", "author": "author", "email": "email", "date": "date", "subject": "subject"}
"""The keys that say who and when, and what a commit calls them."""


def write_log(file: str, element: str | None, entries: Iterable[Entry]) -> str:
    """Write what `toc log` tells, one entry on a line, ending in a line end."""
    return _document({"file": file, "element": element}, "entries", [_entry(each) for each in entries])


def write_blame(file: str, touches: Iterable[Touch]) -> str:
    """Write what `toc blame` tells, one element on a line, ending in a line end."""
    return _document({"file": file}, "elements", [_touch(each) for each in touches])


def _entry(entry: Entry) -> dict[str, Any]:
    rows = [change_row(change) for change in entry.changes]
    return {**_who(entry.step), "news": entry.step.news.value, "notes": [*entry.step.notes], "changes": rows}


def _touch(touch: Touch) -> dict[str, Any]:
    element, step = touch.element, touch.step
    return {
        "element": element.id,
        "kind": element.kind,
        "text": element.text,
        **_who(step),
        "news": step.news.value if step else None,
        "told": [plain(told.pieces) for told in touch.told],
        "changes": [change_row(change) for change in touch.changes],
    }


def _who(step: Step | None) -> dict[str, str | None]:
    commit = step.commit if step else None
    return {key: getattr(commit, name) if commit else None for key, name in _WHO.items()}


def _document(head: dict[str, Any], key: str, rows: list[dict[str, Any]]) -> str:
    lines = [f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}," for name, value in head.items()]
    listed = ",\n    ".join([json.dumps(row, ensure_ascii=False) for row in rows])
    lines.append(f'  "{key}": [\n    {listed}\n  ]' if rows else f'  "{key}": []')
    return "{\n" + "\n".join(lines) + "\n}\n"
