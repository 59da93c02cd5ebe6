"""Recorded theories of other people, read from a folder beside the project; their words never come into it.

A record is turned into a `Theory` by hand here, kind by kind, so that what the reader makes of its text can be compared
with it. What the language has no word for is kept as a note or a tag.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from toc.model import Contribution, Detail, Element, Link, LinkKind, Theory

FOLDER = Path(__file__).parents[3] / "shared" / "cases"
"""Where the records are, when they are there."""

_KINDS = {"problem": "barrier", "strategy": "activity", "factor": "condition", "cluster": "pathway"}
_LEVELS = {"short": "immediate", "medium": "intermediate", "long": "long"}
_TAGS = ("role", "src", "unknown", "joint")
_WHOLE = "*"


def record(slug: str) -> Theory:
    """Read one record."""
    data = json.loads((FOLDER / f"{slug}.json").read_text(encoding="utf-8"))
    return Theory(
        title=data["title"],
        details=(Detail("stage", "draft"), Detail("language", data["lang"])),
        elements=tuple(_elements(data)),
        links=tuple(_links(data)),
        contributions=tuple(_contributions(data)),
    )


def _elements(data: dict[str, Any]):
    for node in data["nodes"]:
        yield _node(node, data["target_groups"])
    for group in data["groups"]:
        yield Element(group["id"], "pathway", group["text"])
    for partner in data["partners"]:
        details = [(key, partner.get(key)) for key in ("sector", "role", "note")]
        yield Element(partner["id"], "partner", partner["name"], _said(details))
    for assumption in data["assumptions"]:
        whole = assumption["on"] == _WHOLE
        about = () if whole else (assumption["on"],)
        yield Element(assumption["id"], "assumption", assumption["text"], _tags(assumption), about=about, whole=whole)
    for indicator in data["indicators"]:
        actual = f"{indicator['value']} ({indicator['date']})"
        yield Element(
            indicator["id"], "indicator", indicator["text"], (Detail("actual", actual),), about=(indicator["on"],)
        )
    for kind, name in (("risk", "risks"), ("condition", "external_factors"), ("disagreement", "disagreements")):
        for number, text in enumerate(data[name], 1):
            yield Element(f"{kind}-{number}", kind, text)
    if data["principles"]:
        principles = tuple(Detail("principle", text) for text in data["principles"])
        yield Element("principles", "agreement", "", principles)


def _node(node: dict[str, Any], groups: list[str]) -> Element:
    kind = _KINDS.get(node["kind"], node["kind"])
    details = [
        ("for", ", ".join(groups) if kind == "goal" else None),
        ("cost", node.get("budget")),
        ("level", _LEVELS.get(node.get("term", ""))),
        ("note", node.get("status")),
        ("note", node.get("quantity")),
    ]
    return Element(node["id"], kind, node["text"], _said(details) + _tags(node))


def _links(data: dict[str, Any]):
    closing = {(loop[-1], loop[0]) for loop in data["feedback_loops"]}
    closing |= {(loop[-2], loop[-1]) for loop in data["feedback_loops"] if len(loop) > 2}
    for link in data["links"]:
        ends = (link["from"], link["to"])
        contested = "contested" if link["kind"] == "contested" else None
        details = _said([("because", link.get("text")), ("note", link.get("note")), ("note", contested)])
        if link["kind"] == "mutual":
            yield Link(*ends, LinkKind.FEEDS_BACK, details)
            yield Link(*reversed(ends), LinkKind.FEEDS_BACK, details)
        elif link["kind"] == "reduces":
            yield Link(*ends, LinkKind.WORKS_AGAINST, details)
        else:
            yield Link(*ends, LinkKind.FEEDS_BACK if ends in closing else LinkKind.LEADS_TO, details)


def _contributions(data: dict[str, Any]):
    for given in data["contributions"]:
        yield Contribution(given["partner"], None if given["to"] == _WHOLE else given["to"], given["what"])


def _said(details) -> tuple[Detail, ...]:
    return tuple(Detail(key, value) for key, value in details if value)


def _tags(record: dict[str, Any]) -> tuple[Detail, ...]:
    return tuple(Detail("tag", f"{key}: {record[key]}") for key in _TAGS if record.get(key))
