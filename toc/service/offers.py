"""What can be offered at a place: words of the language, values, rules, and the names of what there is.

Every list comes in the order in which it is likely, and is made only when it is asked for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from toc.characters import normal
from toc.lines import SPACES, Shape
from toc.model import CAUSAL_KINDS, OWN_NAMESPACE, LinkKind
from toc.rules.catalogue import RULES
from toc.rules.level_reversal import RANKS
from toc.rules.reading import READING
from toc.vocabulary import KEYS, KINDS, MARGIN, NESTED_WORDS, PLACES, SYNONYMS, Takes

from .first_words import ARROW_WORDS, LIKELY, USUAL
from .matching import fit
from .names import element_at
from .telling import summary
from .text import ARROWS, COMMA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toc.load import Loaded
    from toc.model import Element
    from toc.source import Source
    from toc.vocabulary import Key

    from .standing import Standing
    from .text import Bare

ENDS = CAUSAL_KINDS | {"barrier", "pathway"}
"""The kinds that an arrow can end at."""

STARTS = ENDS | {"aim", "stakeholder"}
"""The kinds that an arrow can start from."""

_BACKWARDS = frozenset({"<-", "<--", "←"})
_LAST_PART = re.compile(rf"(?:.*{COMMA})?[{SPACES}]*(.*)$")
_ARROW_INSIDE = re.compile(rf"(.*?)[{SPACES}]*({ARROWS})[{SPACES}]*(.*)$")
_NAMED_KEYS = {"ignore": " ", "call": " ", "label": "."}
_WHO = frozenset({"lead", "owner", "present", "champion", "deputy", "source"})
_SYNONYMS_OF = {kind: tuple([word for word, one in SYNONYMS.items() if one == kind]) for kind in KINDS}


class Offer(NamedTuple):
    """Something that can be written here: ``after`` follows it where nothing stands behind the cursor.

    It is found by its ``label``, by the words of its ``text``, and by the beginning of what it is ``also`` called.
    """

    label: str
    detail: str
    kind: str
    after: str = ""
    text: str = ""
    also: tuple[str, ...] = ()

    def fit(self, typed: str) -> int | None:
        """Say how well it fits what was typed; None where it does not."""
        if self.kind not in KINDS:
            return _fit_word(self, typed)
        return fit(typed, self.label, self.text)


def _fit_word(offer: Offer, typed: str) -> int | None:
    """Words of the language fit by their beginning, or that of one of their parts."""
    best = fit(typed, offer.label)
    if best is not None and best <= 2:  # noqa: PLR2004  the ranks of toc.service.matching
        return best
    others = [found for word in offer.also if (found := fit(typed, word)) is not None]
    return 3 if typed and others and min(others) <= 1 else None


class Around(NamedTuple):
    """The place that is asked about."""

    loaded: Loaded
    source: Source
    line: Bare
    standing: Standing

    @property
    def host(self) -> str | None:
        """Give the id of the element that the line stands in."""
        host = self.standing.host
        if host is None:
            return None
        if host.names and host.shape is not Shape.UNFINISHED:
            return normal(host.names[0].text)
        element = element_at(self.loaded, self.source.name, host.start)
        return element.id if element else None

    @property
    def others_on_line(self) -> frozenset[str]:
        """Give the words that stand in the line already."""
        return frozenset(re.split(rf"[{SPACES},，،:：]+", self.line.words))


def first_words(around: Around) -> Iterator[Offer]:
    """Give the words that a line can begin with, those first that make sense under what it stands in."""
    place = around.standing.kind
    likely = LIKELY.get(place.name, USUAL)
    keys = {key.name: key for key in place.keys}
    nested = place is not MARGIN
    titled = bool(around.loaded.theory.title)
    rest = [*keys, *[kind for kind in KINDS if kind != "theory" or not (nested or titled)], *ARROW_WORDS, "by"]
    for word in dict.fromkeys([*likely, *rest]):
        if word == "theory" and titled:
            continue
        if word in ARROW_WORDS:
            yield Offer(word, ARROW_WORDS[word], "arrow", " ")
        elif word in keys:
            yield Offer(word, _meaning(keys[word]), "key", _NAMED_KEYS.get(word, ": "))
        elif word == "by":
            yield Offer("by", PLACES["contribution"].about, "key", " ")
        elif (kind := NESTED_WORDS.get(word, word)) in KINDS:
            yield Offer(word, KINDS[kind].about, "kind", ": ", "", _SYNONYMS_OF[kind])


def _meaning(key: Key) -> str:
    return f"{key.about}: {', '.join(key.choices)}" if key.choices else key.about


def mentions(around: Around, word: str) -> Iterator[Offer]:
    """Give the names of the elements of one kind, to stand here once more."""
    kind = NESTED_WORDS.get(word, word)
    found = [element for element in around.loaded.theory.of_kind(kind) if element.id != around.host]
    yield from _named(found, around)


def targets(around: Around, sign: str) -> Iterator[Offer]:
    """Give what an arrow can lead to, or come from: first what makes sense as the next step, last what it has already.

    Nothing below what no arrow starts from or ends at; everything where the line stands below nothing yet.
    """
    theory, host = around.loaded.theory, around.host
    here = theory.get(host) if host else None
    back = sign in _BACKWARDS
    if here and here.kind not in (ENDS if back else STARTS):
        return
    kind = {"~>": LinkKind.FEEDS_BACK, "-|": LinkKind.WORKS_AGAINST}.get(sign, LinkKind.LEADS_TO)
    drawn = {
        link.source if back else link.target
        for link in theory.links
        if link.kind is kind and host == (link.target if back else link.source)
    }
    ends = [one for one in theory.of_kind(*(STARTS if back else ENDS)) if one.id != host]
    yield from _named(
        sorted(ends, key=lambda one: (one.id in drawn, _unlikely(here, one, kind, back=back), one.kind == "pathway")),
        around,
    )


def _unlikely(here: Element | None, end: Element, kind: LinkKind, *, back: bool) -> bool:
    """Say whether an arrow to that end would go from later to earlier, or hinder what nobody wants to hinder."""
    if kind is LinkKind.WORKS_AGAINST:
        return here is not None and here.kind != "barrier" and end.kind != "barrier"
    ranks = RANKS.get(here.kind if here else "", 0), RANKS.get(end.kind, 3)
    return kind is LinkKind.LEADS_TO and (ranks[0] < ranks[1] if back else ranks[0] > ranks[1])


def partners(around: Around) -> Iterator[Offer]:
    """Give the partners, but for those that the line names already."""
    yield from _named(around.loaded.theory.of_kind("partner"), around)


def _named(elements: Iterable[Element], around: Around) -> Iterator[Offer]:
    taken = around.others_on_line
    for element in elements:
        text = element.text.split("\n", 1)[0]
        if element.id not in taken or around.line.words.rstrip(SPACES).endswith(element.id):
            yield Offer(element.id, text, element.kind, "", element.text)


def rules() -> Iterator[Offer]:
    """Give the checks, those about the theory before those about its text."""
    for rule in (*RULES, *READING):
        yield Offer(rule.name, summary(rule.name), "rule", ": ")


def kinds_called() -> Iterator[Offer]:
    """Give the kinds that can be called something else."""
    for kind in KINDS.values():
        if kind.name != "theory":
            yield Offer(kind.name, kind.about, "value", ": ")


def values(around: Around, name: str, written: str) -> tuple[Iterator[Offer], str] | None:
    """Give what the value of a key can be, with what was typed of it; None where it is free words."""
    key = around.standing.kind.key(name) or PLACES[KEYS[name][0]].key(name)
    if key is None:
        return None
    if key.takes in (Takes.CHOICE, Takes.NEEDS):
        words = key.choices or ("all", "any")
        return iter([Offer(word, key.about, "value") for word in words]), written
    last = _LAST_PART.match(written)
    typed = last[1] if last else written
    if key.takes is Takes.NAMES:
        return _of_key(key.name, around), typed
    if key.takes is Takes.ABOUT:
        return _about(around, typed)
    if key.takes is Takes.LINKING and not re.search(f"[{SPACES}]", typed):
        return _linking(key.name, around), typed
    return None


def _of_key(key: str, around: Around) -> Iterator[Offer]:
    theory = around.loaded.theory
    if key == "in":
        return _named([one for one in theory.of_kind("pathway") if one.id != around.host], around)
    if key == "ceiling":
        results = theory.of_kind("goal", "outcome", "output", "pathway")
        return _named(sorted(results, key=lambda one: (one.kind == "pathway", one.kind == "goal")), around)
    return partners(around)


def _linking(key: str, around: Around) -> Iterator[Offer]:
    theory = around.loaded.theory
    if key in _WHO:
        return partners(around)
    kinds = ("indicator",) if key == "watch" else ("stakeholder", "partner")
    return _named([one for kind in kinds for one in theory.of_kind(kind)], around)


def _about(around: Around, typed: str) -> tuple[Iterator[Offer], str]:
    """Give ids; behind an arrow, the other ends of the arrows that are drawn from there come first."""
    theory = around.loaded.theory
    arrow = _ARROW_INSIDE.match(typed)
    if arrow is None:
        apart = OWN_NAMESPACE | {"partner", "action", "agreement"}
        return _named(
            [one for one in theory.elements if one.kind not in apart and one.id != around.host], around
        ), typed
    start, sign, rest = arrow.groups()
    back = sign in _BACKWARDS
    drawn = {
        link.source if back else link.target
        for link in theory.links
        if normal(start) == (link.target if back else link.source)
    }
    ends = [one for one in theory.of_kind(*ENDS) if one.id != normal(start)]
    return _named(sorted(ends, key=lambda one: one.id not in drawn), around), rest
