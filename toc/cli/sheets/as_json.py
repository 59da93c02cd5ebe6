"""Questions as JSON: complete, every key always present, null where there is nothing to say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import Asked, Sheet

    Json = dict[str, "str | int | list[str] | None"]


def document(sheet: Sheet) -> str:
    """Write a sheet."""
    return json.dumps({"questions": [_row(asked) for asked in sheet.asked]}, ensure_ascii=False, indent=2) + "\n"


def _row(asked: Asked) -> Json:
    question, place = asked.ask
    return {
        "number": question.number or None,
        "name": question.name,
        "theme": question.theme,
        "question": place.asks,
        "why": place.why or None,
        "on": [str(what) for what in place.about],
        "parked": place.parked or None,
        "source": question.source,
        "file": asked.file or None,
        "line": asked.line or None,
    }
