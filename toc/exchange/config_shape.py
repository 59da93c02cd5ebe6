"""What settings may say, checked by pydantic, and what is wrong with them in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import ConfigDict, Field, ValidationError, create_model

from toc.findings import Severity
from toc.model import STAGES
from toc.near import nearest
from toc.rules.catalogue import RULES
from toc.rules.reading import READING
from toc.rules.settings import PROFILES, Settings, Thresholds
from toc.troubles import FileTrouble

from .complaints import at, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OFF = "off"
"""What switches a rule off."""

_LOUDNESS = (*[severity.value for severity in Severity], OFF)
_STRICT = ConfigDict(extra="forbid", strict=True)
_made: Any = create_model  # the names and words come from the tables, so there is nothing to type
_one_of: Any = Literal
_THRESHOLDS = _made(
    "thresholds",
    __config__=_STRICT,
    **{
        name: (type(usual), Field(usual, ge=0, alias=name.replace("_", "-")))
        for name, usual in Thresholds()._asdict().items()
    },
)
_SETTINGS = _made(
    "settings",
    __config__=_STRICT,
    stage=(_one_of[STAGES] | None, None),
    profile=(_one_of[PROFILES] | None, None),
    rules=(dict[str, _one_of[_LOUDNESS]], {}),
    thresholds=(_THRESHOLDS, _THRESHOLDS()),
    vague_words=(list[str], Field([], alias="vague-words")),
)


def settings_from(said: Mapping[str, Any], name: str) -> Settings:
    """Turn what a file says into settings; ``name`` is what messages call the file.

    Raises FileTrouble for a key, rule or value that nobody knows, with the one that was probably meant.
    """
    try:
        seen = _SETTINGS.model_validate(said)
    except ValidationError as error:
        raise _trouble(name, _problem(error)) from None
    known = [rule.name for rule in (*READING, *RULES)]
    for rule in seen.rules:
        if rule not in known:
            raise _trouble(name, at(["rules"], f"there is no rule {quoted(rule)}{_meant(rule, known)}"))
    chosen = {"vague-term": Severity.ADVICE.value} | seen.rules if seen.vague_words else seen.rules
    severities = [(rule, None if how == OFF else Severity(how)) for rule, how in chosen.items()]
    thresholds = Thresholds(**seen.thresholds.model_dump())
    return Settings(tuple(severities), thresholds, seen.stage, seen.profile, tuple(seen.vague_words))


def _trouble(name: str, problem: str) -> FileTrouble:
    end = "" if problem.endswith("?") else "."
    return FileTrouble(f"The settings in {name} cannot be used. {problem[0].upper()}{problem[1:]}{end}")


def _problem(error: ValidationError) -> str:
    entry = error.errors(include_url=False)[0]
    *place, last = entry["loc"]
    if entry["type"] == "extra_forbidden":
        known = [field.alias or key for key, field in (_THRESHOLDS if place else _SETTINGS).model_fields.items()]
        return at(place, f"there is no setting {quoted(last)}{_meant(str(last), known)}")
    if entry["type"] == "literal_error":
        words = {"stage": STAGES, "profile": PROFILES}.get(str(last), _LOUDNESS)
        return at(entry["loc"], f"{quoted(entry['input'])} is none of {', '.join(words)}")
    return at(entry["loc"], _EXPECTED.get(entry["type"], "this value does not belong here"))


_EXPECTED = {
    "int_type": "this must be a whole number",
    "float_type": "this must be a number",
    "greater_than_equal": "this must not be less than 0",
    "string_type": "this must be a word in quotes",
    "list_type": 'this must be a list, such as ["empower*", "leverage"]',
    "dict_type": "this must be a table, such as [rules]",
    "model_type": "this must be a table, such as [thresholds]",
}


def _meant(word: str, known: Iterable[str]) -> str:
    near = nearest(word[:60], known)
    return f"; did you mean {near}?" if near else ""
