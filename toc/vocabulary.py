"""Every kind and every key of the language, in one table.

Messages, completion, the colour grammar, the JSON Schema and the reference all read it from here; a new keyword is
one line. What a key means and which values it takes depends on what it stands under.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Takes(StrEnum):
    """What the value of a key is."""

    TEXT = "text"
    """free words"""
    LINKING = "linking"
    """free words that link when they equal an id"""
    NAME = "name"
    """one declared id"""
    NAMES = "names"
    """declared ids, with commas between"""
    ABOUT = "about"
    """declared ids and arrows, with commas between"""
    DATE = "date"
    """a year, a month or a day: 2030, 2030-06, 2030-06-15"""
    CHOICE = "choice"
    """one of the listed words"""
    NEEDS = "needs"
    """all, any, or a number"""
    RULE = "rule"
    """a reason, after the name of a rule"""
    CALL = "call"
    """a word, after the name of a kind"""
    LABEL = "label"
    """a text in the language that the key names"""


@dataclass(frozen=True, slots=True)
class Key:
    """A detail that something can have: ``about`` says in one line what it is for."""

    name: str
    about: str
    takes: Takes = Takes.TEXT
    choices: tuple[str, ...] = ()
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of element, or another place for keys (an arrow, a contribution, the margin)."""

    name: str
    about: str
    keys: tuple[Key, ...]

    def key(self, name: str) -> Key | None:
        """Find a key that is at home here."""
        for key in self.keys:
            if key.name == name:
                return key
        return None


def _choice(name: str, about: str, *choices: str) -> Key:
    return Key(name, about, Takes.CHOICE, choices)


_NOTE = Key("note", "a remark", repeats=True)
_EVERYWHERE = (
    _NOTE,
    Key("tag", "a word to find it by", repeats=True),
    Key("in", "the pathways it belongs to", Takes.NAMES, repeats=True),
    Key("ignore", "silences one check here; the reason is required", Takes.RULE, repeats=True),
    Key("label", "the text in another language", Takes.LABEL, repeats=True),
)

_ON = Key("on", "what it is about: ids and arrows", Takes.ABOUT, repeats=True)
_BECAUSE = Key("because", "why this leads there", repeats=True)
_DUE = Key("due", "by when", Takes.DATE)
_OWNER = Key("owner", "who keeps an eye on it", Takes.LINKING)
_ANSWER = Key("answer", "what the group said")
_VOICE = Key("speaks-for", "the people whose voice it brings", Takes.LINKING, repeats=True)
_FOR = Key("for", "the people it is for", Takes.LINKING)
_LEVEL = ("high", "medium", "low")

_RESULT = (
    _BECAUSE,
    _FOR,
    _DUE,
    Key("needs", "how many of its causes it takes: all, any, or a number", Takes.NEEDS),
    _choice("enough", "one cause is enough", "yes"),
    _choice("unintended", "a side effect nobody aims for", "yes"),
    Key("status", "where it stands"),
    Key("cost", "what it costs, such as 120000 EUR"),
)
_WORK = (
    _BECAUSE,
    Key("lead", "the partner who leads", Takes.LINKING),
    _DUE,
    _choice("status", "where it stands", "idea", "planned", "active", "done", "paused", "stopped"),
    Key("cost", "what it costs, such as 120000 EUR"),
)


def _kind(name: str, about: str, *keys: Key) -> Kind:
    return Kind(name, about, keys + _EVERYWHERE)


_KINDS = (
    _kind(
        "theory",
        "the title of the whole, once",
        _choice("stage", "how far it has come", "live", "draft", "agreed", "running"),
        Key("language", "the language it is written in, such as fr"),
        Key("ceiling", "the last results the partnership answers for", Takes.NAMES),
        Key("horizon", "how far ahead it looks", Takes.DATE),
        Key("call", "what a kind is called in pictures and reports", Takes.CALL, repeats=True),
        Key("edition", "the look that pictures keep"),
    ),
    _kind(
        "goal",
        "the lasting change for named people",
        *_RESULT,
        _choice("agreed", "whether all partners stand behind it", "yes", "no"),
    ),
    _kind(
        "outcome",
        "a change that must be there first",
        *_RESULT,
        _choice("level", "how early it comes", "immediate", "intermediate", "long"),
        _choice("change", "what kind of change it is", "capacity", "behaviour", "state"),
    ),
    _kind("output", "goods or services delivered", *_RESULT),
    _kind("activity", "what partners do", *_WORK),
    _kind("input", "a resource put in", *_WORK),
    _kind("condition", "already in place, or outside everyone's hands", _BECAUSE),
    _kind("barrier", "what stands in the way", _BECAUSE),
    _kind(
        "assumption",
        "believed true, and needed by a step",
        _ON,
        _choice("type", "what it is about", "causal", "context", "worldview"),
        _choice("confidence", "how sure you are", *_LEVEL),
        _choice("importance", "how much rests on it", *_LEVEL),
        _choice("likelihood", "how likely it is to hold", "likely", "unlikely", "no"),
        _choice("status", "how it is doing", "open", "holding", "shaky", "broken"),
        Key("watch", "the sign to watch, or an indicator", Takes.LINKING),
        _OWNER,
        Key("review", "when to look at it again", Takes.DATE),
    ),
    _kind(
        "risk",
        "could happen and would hurt",
        _ON,
        _choice("likelihood", "how likely it is", *_LEVEL),
        _choice("impact", "how much it would hurt", *_LEVEL),
        Key("response", "what you would do"),
        _OWNER,
    ),
    _kind(
        "evidence",
        "a source for an arrow or an assumption",
        _ON,
        _choice("finds", "what it says", "supports", "contradicts", "mixed"),
        Key("strength", "how good it is"),
        Key("url", "where to read it"),
    ),
    _kind(
        "indicator",
        "what we look at to know",
        _ON,
        Key("baseline", "where it starts"),
        Key("interim", "where it should be on the way", repeats=True),
        Key("target", "where it should get to"),
        Key("actual", "where it is", repeats=True),
        Key("unit", "what it is counted in"),
        _choice("better", "which way is better", "up", "down"),
        Key("source", "where the numbers come from", Takes.LINKING),
        Key("every", "how often somebody looks"),
        Key("code", "a code of a catalogue, such as SDG 11.6.2"),
        Key("shared", "who watches it together"),
    ),
    _kind(
        "partner",
        "an organisation in the partnership",
        Key("sector", "public, private, community…"),
        _choice("ring", "how close it is", "core", "wider", "observer"),
        Key("role", "its part in the partnership: backbone, funder, facilitator…"),
        Key("champion", "who speaks for it", Takes.LINKING),
        Key("deputy", "who speaks for it when the champion cannot", Takes.LINKING),
        Key("gets", "what it gets out of this", repeats=True),
        Key("decides-on", "what it has a say in when it is decided", Takes.LINKING, repeats=True),
        _VOICE,
        _choice("level", "how closely it works with the others", "network", "coordinate", "cooperate", "collaborate"),
        Key("status", "invited, in, leaving, out"),
        Key("until", "until when it takes part", Takes.DATE),
        Key("hands-to", "who takes over its part then", Takes.LINKING),
    ),
    _kind("aim", "a partner's own objective", _BECAUSE, Key("priority", "how much it counts at home")),
    _kind(
        "stakeholder",
        "affected or influential, not (yet) a partner",
        _BECAUSE,
        _choice("essential", "it cannot work without them", "yes"),
        Key("status", "where you stand with them"),
        Key("follow-up", "when to ask again", Takes.DATE),
        Key("joins-if", "what it would take for them to join"),
        _VOICE,
    ),
    _kind("pathway", "a named bundle of results", _BECAUSE, _FOR),
    _kind(
        "milestone",
        "a dated intermediate success",
        _ON,
        _DUE,
        Key("status", "where it stands"),
        Key("celebrated", "when and how it was marked"),
    ),
    _kind(
        "session",
        "a meeting",
        _ON,
        Key("present", "who was there", Takes.LINKING),
        _choice("decision", "how it ended", "continue", "pause", "stop"),
        Key("happened", "what happened"),
        Key("why", "why it happened"),
        Key("so-what", "what it means"),
        Key("now-what", "what follows"),
    ),
    _kind("action", "a next step agreed in a session", _DUE, Key("status", "where it stands")),
    _kind(
        "disagreement",
        "a difference, recorded",
        _ON,
        Key("until", "until when you live with it", Takes.DATE),
        Key("settle", "what would settle it"),
        _ANSWER,
    ),
    _kind(
        "question",
        "parked for the group",
        _ON,
        _ANSWER,
        Key("asked", "when it was asked", Takes.DATE),
        Key("present", "who was there", Takes.LINKING),
        Key("bank", "the number it has in the bank of `toc ask`"),
    ),
    _kind(
        "agreement",
        "how the partners work together",
        Key("principle", "something you hold each other to", repeats=True),
        Key("decide", "how you decide"),
        Key("backbone", "who keeps it going: a partner, a person, or each in turn", Takes.LINKING),
        Key("every", "how often you look back together, such as 6 months"),
        Key("exit", "how a partner leaves well"),
        Key("review", "when you look at it again", Takes.DATE),
    ),
    _kind("term", "a word and what it means here", Key("not", "a word to avoid", repeats=True)),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _KINDS}
"""Every kind, by its name."""

CONTRIBUTION = Kind(
    "contribution",
    "what a partner brings, does or holds",
    (
        _choice("role", "its part in this", "lead", "do", "consulted", "informed"),
        _choice("status", "how firm it is", "offered", "pledged", "confirmed", "delivered", "withdrawn"),
        Key("amount", "how much, such as 120000 EUR"),
        Key("from", "from when", Takes.DATE),
        Key("until", "until when", Takes.DATE),
        Key("depends-on", "the partners it waits for", Takes.NAMES),
        Key("backup", "the partners who could step in", Takes.NAMES),
        Key("confirmed-by", "who said yes"),
        Key("confirmed-on", "when they said yes", Takes.DATE),
        Key("co-lead", "why there is more than one lead"),
        _NOTE,
    ),
)
ARROW = Kind(
    "arrow",
    "one thing leads to, feeds back to or works against another",
    (
        _BECAUSE,
        Key("strength", "how strong the step is"),
        Key("confidence", "how sure you are"),
        Key("after", "how long it takes"),
        _NOTE,
    ),
)
MARGIN = Kind("margin", "the margin of the file", (Key("include", "another file to read here"),))

PLACES: dict[str, Kind] = {**KINDS, "contribution": CONTRIBUTION, "arrow": ARROW, "margin": MARGIN}
"""Everything that can have keys."""

KEYS: dict[str, tuple[str, ...]] = {}
"""For every key, the places it is at home in: ``{"baseline": ("indicator",), …}``."""
for _place in PLACES.values():
    for _key in _place.keys:
        KEYS[_key.name] = (*KEYS.get(_key.name, ()), _place.name)

_REPEATING = frozenset(key.name for place in PLACES.values() for key in place.keys if key.repeats)

NESTED_WORDS = {"assuming": "assumption"}
"""Words for a kind that read better where it is nested."""

SYNONYMS: dict[str, str] = {
    "aims": "aim", "given": "condition", "impact": "goal", "intervention": "activity", "measure": "indicator",
    "objective": "aim", "obstacle": "barrier", "organisation": "partner", "organization": "partner",
    "outcomes": "outcome", "precondition": "condition", "problem": "barrier", "resource": "input", "result": "outcome",
    "strategy": "activity", "title": "theory", "vision": "goal",
}  # fmt: skip
"""Words of the field that are no keywords here, and the kind that was probably meant."""


def repeats(key: str) -> bool:
    """Say whether a key may stand more than once and then adds up."""
    return key in _REPEATING
