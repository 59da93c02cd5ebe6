"""The shape of the JSON, made from the vocabulary: what pydantic checks and what the JSON Schema says.

Nothing is turned into anything else here: a number never becomes a text, an unknown key is refused. What has been
checked is read as it is (`toc.exchange.model_reader`).
"""

from __future__ import annotations

import re
from functools import cache, reduce
from operator import or_
from types import GenericAlias
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal
from unicodedata import category

from pydantic import AfterValidator, BaseModel, ConfigDict, FailFast, Field, create_model
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticCustomError

from toc.characters import name as spelled
from toc.characters import stray_characters
from toc.model import LinkKind
from toc.vocabulary import ARROW, CONTRIBUTION, KINDS, Key, Kind, Takes

from .slots import ELSEWHERE, Slot, slot

if TYPE_CHECKING:
    from pydantic_core.core_schema import CoreSchema, NullableSchema

MOST_LINES = 4_000_000
"""The most lines that all files together may have; a file at the limit of 32 MB has fewer."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LETTERS = re.compile(r"[\w-]+")


_OURS: Final = "ours"


def _text(value: str) -> str:
    found = _UNPRINTABLE.search(value)
    if found:
        code = f"U+{ord(found[0]):04X}"
        raise PydanticCustomError(_OURS, "it holds the character {code}, which no text may hold", {"code": code})
    return value


def _name(value: str) -> str:
    if not _text(value) or not (_LETTERS.fullmatch(value) or all(map(_in_a_name, value))):
        raise PydanticCustomError(_OURS, "a name has letters, digits, “_” or “-”, and no spaces")
    for stray in stray_characters(value):
        raise PydanticCustomError(_OURS, "it holds {what}, which nobody can see", {"what": spelled(stray)})
    return value


def _in_a_name(sign: str) -> bool:
    return sign in "-_" or category(sign)[0] in "LMN" or category(sign) == "Cf"


Text = Annotated[str, AfterValidator(_text)]
Name = Annotated[str, AfterValidator(_name)]
Line = Annotated[int, Field(ge=1, le=MOST_LINES)]
_LINKS: Any = Literal[tuple([kind.value for kind in LinkKind])]
_STRICT = ConfigDict(extra="forbid", strict=True)


class Shape(BaseModel):
    """What all objects of the JSON have in common: no key beyond those that are named."""

    model_config = _STRICT


def _list(of: Any) -> Any:
    """A list that is given up at the first thing that is wrong in it, however long it is."""
    return Annotated[GenericAlias(list, (of,)), FailFast()]


_PLACE: dict[str, Any] = {
    "file": (Text | None, Field(None, description="the file it stands in")),
    "line": (Line | None, Field(None, description="its line, counted from 1")),
}
_DETAIL: dict[str, Any] = {
    "key": (Text, Field(description="what stands before the colon")),
    "name": (Text | None, Field(None, description="what stands between the key and the colon")),
    "value": (Text, Field(description="what stands after the colon")),
}
_SILENCED: dict[str, Any] = {
    "rule": (Text, Field(description="the check that is silenced here")),
    "reason": (Text, Field("", description="why")),
}


def _made(name: str, about: str, fields: dict[str, Any]) -> Any:
    """Make a shape; its type is known only when it runs, so to the type checker it can be anything."""
    return create_model(name, __base__=Shape, __doc__=about[0].upper() + about[1:] + ".", **fields)


_DETAILS = _list(_made("detail", "a detail that has no key of its own here, kept so that nothing is lost", _DETAIL))
_IGNORED = _list(_made("ignore", "a check that is silenced, and why", _SILENCED))
_OTHER: dict[str, Any] = {
    "other": (_DETAILS, Field([], description="details that have no key of their own here")),
}
_REASONS: dict[str, Any] = {"because": (_list(Text), Field([], description="the reasons for it"))}
_SLOTS: dict[Slot, Any] = {
    Slot.ONE: (Text | None, None),
    Slot.MANY: (_list(Text), []),
    Slot.NAMED: (dict[Text, Text] | None, None),
    Slot.RULES: (_IGNORED, []),
}
_SAID = {
    Takes.NAME: "an id",
    Takes.NAMES: "ids, with commas between",
    Takes.DATE: "a year, month or day",
    Takes.NEEDS: "all, any or a number",
    Takes.CALL: "from kind to word",
    Takes.LABEL: "from language to text",
}


def _field(key: Key) -> Any:
    kind, default = _SLOTS[slot(key)]
    said = ", ".join(key.choices) or _SAID.get(key.takes, "")
    return (kind, Field(default, description=f"{key.about} ({said})" if said else key.about))


def _fields(place: Kind) -> dict[str, Any]:
    return {key.name: _field(key) for key in place.keys}


def _element(kind: Kind) -> Any:
    own = {key.name: _field(key) for key in kind.keys if key.name not in ELSEWHERE}
    named = Text if kind.name == "term" else Name
    first: dict[str, Any] = {
        "id": (named, Field(description="its name, unique in the theory; terms and sessions have names of their own")),
        "kind": (Literal[kind.name], Field(description="what it is")),
        "text": (Text, Field("", description="its words; empty while nobody has found them")),
    }
    then: dict[str, Any] = {
        "in": (_list(Text), Field([], description="the pathways it belongs to")),
        "on": (_list(Text), Field([], description="the ids and arrows (“a -> b”) it is about")),
        "pinned": (bool, Field(True, description="false where the id was made from the text")),  # noqa: FBT003
        "whole": (bool, Field(False, description="true where it is about the theory as a whole")),  # noqa: FBT003
        "owner": (Text | None, Field(None, description="the partner of an aim, the session of an action")),
    }
    return _made(kind.name, kind.about, first | _PLACE | then | _REASONS | own | _OTHER)


def _theory() -> Any:
    title: dict[str, Any] = {"title": (Text, Field("", description="what the theory is called"))}
    return _made("theory", KINDS["theory"].about, title | _PLACE | _fields(KINDS["theory"]) | _OTHER)


def _link() -> Any:
    ends: dict[str, Any] = {
        "from": (Name, Field(description="the id of what it starts from")),
        "to": (Name, Field(description="the id of what it ends at")),
        "kind": (_LINKS, Field(LinkKind.LEADS_TO.value, description="how the one bears on the other")),
    }
    return _made("link", ARROW.about, ends | _fields(ARROW) | _OTHER | _PLACE)


def _contribution() -> Any:
    given: dict[str, Any] = {
        "partner": (Name, Field(description="the id of the partner")),
        "to": (Text | None, Field("theory", description="an id, an arrow (“a -> b”), or “theory” for the whole")),
        "what": (Text, Field("", description="what it brings, does or holds, in words")),
    }
    return _made("contribution", CONTRIBUTION.about, given | _fields(CONTRIBUTION) | _OTHER | _PLACE)


def _note() -> Any:
    text: dict[str, Any] = {"text": (Text, Field(description="the words, as they were typed"))}
    return _made("note", "words that are kept as they were typed", text | _PLACE)


@cache
def document() -> type[BaseModel]:
    """Give the shape of the whole JSON; made once, when it is first asked for."""
    kinds = [_element(kind) for kind in KINDS.values() if kind.name != "theory"]
    element: Any = Annotated[reduce(or_, kinds), Field(discriminator="kind")]
    fields: dict[str, Any] = {
        "$schema": (Text, Field("", description="where this schema is kept")),
        "theory": (_theory(), Field(description="the title, and what holds for the whole")),
        "elements": (_list(element), Field([], description="everything that was declared, of every kind")),
        "links": (_list(_link()), Field([], description="the arrows; one that meets a pathway ends at the pathway")),
        "contributions": (_list(_contribution()), Field([], description="who brings, does or holds what")),
        "notes": (_list(_note()), Field([], description="lines that are no statements: the parking lot")),
        "comments": (_list(_note()), Field([], description="remarks for those who read the text")),
    }
    made: type[BaseModel] = _made("model", "a theory of change, as `toc render --to json` writes it", fields)
    return made


class _Untitled(GenerateJsonSchema):
    """A schema whose fields go by their own names only."""

    def field_title_should_be_set(self, schema: CoreSchema) -> bool:
        """Say no: a title that repeats the name says nothing."""
        del schema
        return False

    def nullable_schema(self, schema: NullableSchema) -> dict[str, Any]:
        """Say ``"type": ["string", "null"]`` where the longer form says no more."""
        made = super().nullable_schema(schema)
        inner = made["anyOf"][0] if "anyOf" in made else {}
        return inner | {"type": [inner["type"], "null"]} if isinstance(inner.get("type"), str) else made


def json_schema() -> dict[str, Any]:
    """Give the JSON Schema of the document."""
    made = document().model_json_schema(schema_generator=_Untitled)
    return {"$schema": GenerateJsonSchema.schema_dialect} | made | {"title": "Theory of change"}
