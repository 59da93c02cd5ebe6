"""The answer as JSON: complete, every key always present, null where there is nothing to say."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from toc.whatif import tell, title

if TYPE_CHECKING:
    from toc.whatif import WhatIf

    Json = dict[str, object]


def document(answer: WhatIf) -> str:
    """Write the answer as data, and its sentences."""
    supposed = answer.supposed
    rows: Json = {
        "question": title(answer),
        "without": list(supposed.without),
        "broken": list(supposed.broken),
        "late": [{"id": name, "date": date} for name, date in supposed.late],
        "goals_lost": list(answer.lost_goals),
        "breaks": [
            {"at": str(one.at), "partners": list(one.partners), "belief": one.belief or None} for one in answer.breaks
        ],
        "falls": [
            {"id": one.name, "causes": list(one.causes), "arrows": [str(arrow) for arrow in one.arrows]}
            for one in answer.fall.fallen
        ],
        "holds": [
            {"id": one.name, "needs": one.needed, "lost": list(one.lost), "left": list(one.left)}
            for one in answer.fall.held
        ],
        "goes_on": [
            {"id": one.name, "partners": list(dict.fromkeys([given.partner for given in one.others]))}
            for one in answer.left.shared
        ],
        "steps_in": [
            {"id": one.name, "for": one.gone, "partners": list(one.partners)} for one in answer.left.standing_in
        ],
        "falls_if_nobody_steps_in": list(answer.alone),
        "loses": [
            {"partners": list(one.partners), "how": one.how, "what": one.what, "on": list(one.on)}
            for one in answer.losers
        ],
        "comes_late": [
            {"id": one.name, "old": one.old or None, "new": one.new, "waits_for": list(one.waits_for)}
            for one in (*answer.delay.moved, *answer.delay.pushed)
        ],
        "taken_as_done": list(answer.open),
        "told": [{"title": group.title, "sentences": list(group.told)} for group in tell(answer)],
    }
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
