"""The colours of a picture, as data: light, dark, and print (black and white).

A colour never carries a meaning alone: every kind also has its name, an icon and the line of its border, and every
mark has a letter. In each theme text stands out from its ground by at least 4.5:1 and lines by at least 3:1 (WCAG
2.2, 1.4.3 and 1.4.11); a test computes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Paint:
    """The colours of one thing: its ground, its border, and the words on it."""

    fill: str
    edge: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """All colours of a picture; ``kinds``, ``marks`` and ``arrows`` have one entry for each name in the lists below.

    ``partners`` is a palette; partner number n takes colour n modulo its length. ``muted`` is for words of second
    rank, ``rule`` for lines that only separate and carry no meaning.
    """

    name: str
    paper: str
    band: str
    band_edge: str
    ink: str
    muted: str
    rule: str
    link: str
    ceiling: str
    frame: Paint
    note: Paint
    chip: Paint
    faded: Paint
    kinds: Mapping[str, Paint]
    marks: Mapping[str, Paint]
    arrows: Mapping[str, str]
    partners: tuple[str, ...]

    def look(self, name: str) -> Paint:
        """Find the colours of a small label: mark.reason, partner.3, status, stub, frame, ceiling."""
        group, _, which = name.partition(".")
        if group == "mark":
            return self.marks[which]
        if group == "partner":
            return Paint(self.chip.fill, self.partners[int(which) % len(self.partners)], self.chip.text)
        if group in ("frame", "ceiling"):
            edge, text = (self.frame.edge, self.frame.text) if group == "frame" else (self.ceiling, self.ceiling)
            return Paint(self.paper, edge, text)
        return self.kinds["stub"] if group == "stub" else self.chip

    def tone(self, name: str) -> str:
        """Find the colour of words: ``ink``, ``muted``, ``link``, ``note``, a kind such as ``goal``, or a look."""
        if name in ("ink", "muted", "link"):
            return {"ink": self.ink, "muted": self.muted, "link": self.link}[name]
        if name in ("note", "faded"):
            return self.note.text if name == "note" else self.faded.text
        return self.kinds[name].text if name in self.kinds else self.look(name).text


KINDS: Final = (
    "goal", "outcome", "output", "activity", "input", "condition", "barrier", "pathway", "stakeholder", "aim",
    "stub", "other",
)  # fmt: skip
"""What a theme has box colours for; ``stub`` is a name that nobody declared, ``other`` any other kind."""

MARKS: Final = (
    "reason", "assumption", "risk", "evidence", "indicator", "milestone", "question", "disagreement", "against",
)  # fmt: skip
"""What a theme has marker colours for."""

ARROWS: Final = ("leads-to", "feeds-back", "works-against")
"""What a theme has arrow colours for."""

LIGHT: Final = Theme(
    name="light",
    paper="#ffffff",
    band="#f6f7f9",
    band_edge="none",
    ink="#1b1f24",
    muted="#57606a",
    rule="#d5dae0",
    link="#0b5cad",
    ceiling="#4a3f8f",
    frame=Paint("none", "#7d76b5", "#4a4290"),
    note=Paint("#fffbe9", "#94823f", "#1b1f24"),
    chip=Paint("#ffffff", "#6b7480", "#1b1f24"),
    faded=Paint("#f4f5f6", "#7b838d", "#555e68"),
    kinds={
        "goal": Paint("#f7effb", "#7a3b9c", "#6c318d"),
        "outcome": Paint("#eef5fc", "#1f6fb2", "#175a95"),
        "output": Paint("#e9f6f7", "#0b7a83", "#08666e"),
        "activity": Paint("#ecf6f1", "#0b7a5b", "#08684d"),
        "input": Paint("#f7f5e8", "#7f6f16", "#675a0e"),
        "condition": Paint("#f4f5f7", "#5b6470", "#4b545f"),
        "barrier": Paint("#fdf0ee", "#b3392c", "#9a2d22"),
        "pathway": Paint("#f3f2fb", "#5a52a8", "#4a4290"),
        "stakeholder": Paint("#fdf4ea", "#a3590f", "#87480a"),
        "aim": Paint("#fbeff6", "#a8326e", "#8f275b"),
        "stub": Paint("#ffffff", "#6b7480", "#57606a"),
        "other": Paint("#f4f5f7", "#5b6470", "#4b545f"),
    },
    marks={
        "reason": Paint("#ffffff", "#4b5563", "#1b1f24"),
        "assumption": Paint("#fff3d1", "#946200", "#573a00"),
        "risk": Paint("#fdecea", "#b3261e", "#7d160f"),
        "evidence": Paint("#e6f5f6", "#0b7a83", "#07525a"),
        "indicator": Paint("#eef0fd", "#4350af", "#2f3a8c"),
        "milestone": Paint("#f7effb", "#7a3b9c", "#58277a"),
        "question": Paint("#f4f5f7", "#5b6470", "#343b44"),
        "disagreement": Paint("#fdf1e7", "#b8500a", "#7d3504"),
        "against": Paint("#fdecea", "#b3261e", "#7d160f"),
    },
    arrows={"leads-to": "#4b5563", "feeds-back": "#8a5a00", "works-against": "#b3261e"},
    partners=("#1f6fb2", "#b8500a", "#7a3b9c", "#0b7a5b", "#b3261e", "#5b6470", "#8a6d00", "#a8326e"),
)

DARK: Final = Theme(
    name="dark",
    paper="#14181d",
    band="#1b2127",
    band_edge="none",
    ink="#eef1f4",
    muted="#a9b3bd",
    rule="#39424b",
    link="#86bdf2",
    ceiling="#b3a9f0",
    frame=Paint("none", "#8b83cc", "#b9b2f0"),
    note=Paint("#2a2717", "#a8964c", "#f1eedd"),
    chip=Paint("#14181d", "#8b96a2", "#eef1f4"),
    faded=Paint("#1c2228", "#7f8994", "#a9b3bd"),
    kinds={
        "goal": Paint("#2b1d36", "#c08ae0", "#d3a8ec"),
        "outcome": Paint("#152637", "#5ba3e0", "#8fc3f0"),
        "output": Paint("#12292c", "#3fb0b9", "#7bd0d7"),
        "activity": Paint("#132a22", "#3fb58c", "#7ad6b4"),
        "input": Paint("#2a2714", "#b5a136", "#d8c766"),
        "condition": Paint("#22272d", "#97a1ac", "#b9c2cb"),
        "barrier": Paint("#351c19", "#e8776b", "#f2a097"),
        "pathway": Paint("#201e35", "#958ddb", "#b9b2f0"),
        "stakeholder": Paint("#332312", "#d88f45", "#edb47b"),
        "aim": Paint("#341a28", "#dd78a8", "#eea3c5"),
        "stub": Paint("#14181d", "#8b96a2", "#a9b3bd"),
        "other": Paint("#22272d", "#97a1ac", "#b9c2cb"),
    },
    marks={
        "reason": Paint("#14181d", "#b4bdc7", "#eef1f4"),
        "assumption": Paint("#3a2d0b", "#d9a125", "#ffe2a0"),
        "risk": Paint("#3a1a17", "#e8776b", "#ffc4bd"),
        "evidence": Paint("#12292c", "#3fb0b9", "#a9e5ea"),
        "indicator": Paint("#1f2443", "#8a96ee", "#cdd3ff"),
        "milestone": Paint("#2b1d36", "#c08ae0", "#e6cdf5"),
        "question": Paint("#22272d", "#97a1ac", "#dde3e8"),
        "disagreement": Paint("#35210f", "#e0883f", "#f7cda5"),
        "against": Paint("#3a1a17", "#f0857a", "#ffc4bd"),
    },
    arrows={"leads-to": "#b4bdc7", "feeds-back": "#d9a125", "works-against": "#f0857a"},
    partners=("#5ba3e0", "#e0883f", "#c08ae0", "#3fb58c", "#e8776b", "#97a1ac", "#c7ad3c", "#dd78a8"),
)

_PLAIN = Paint("#ffffff", "#000000", "#000000")

PRINT: Final = Theme(
    name="print",
    paper="#ffffff",
    band="none",
    band_edge="#8c8c8c",
    ink="#000000",
    muted="#3d3d3d",
    rule="#8c8c8c",
    link="#000000",
    ceiling="#000000",
    frame=Paint("none", "#6e6e6e", "#000000"),
    note=_PLAIN,
    chip=_PLAIN,
    faded=Paint("#ffffff", "#7a7a7a", "#555555"),
    kinds=dict.fromkeys(KINDS, _PLAIN),
    marks=dict.fromkeys(MARKS, _PLAIN),
    arrows=dict.fromkeys(ARROWS, "#000000"),
    partners=("#000000",),
)

THEMES: Final[Mapping[str, Theme]] = {theme.name: theme for theme in (LIGHT, DARK, PRINT)}
"""Every theme, by its name."""
