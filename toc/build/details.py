"""Details: the ``key: value`` lines, and what they are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.findings import Edit, Finding, Fix
from toc.lines import Word
from toc.model import ARROWS, Detail, LinkKind, LinkRef
from toc.near import nearest
from toc.source import Span
from toc.vocabulary import ARROW, CONTRIBUTION, KEYS, KINDS, Key, Kind, Takes

from .draft import ContributionDraft, Draft, ElementDraft, Place, Row
from .names import Names, shortened, span_of
from .nesting import a_kind, place_of_detail
from .statements import BACKWARDS

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_HOMES_NAMED = 4
_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$"
_NEEDS = r"(?i)(?:all|any|[1-9]\d{0,5})$"
_ARROW_IN_ON = r"\s*(-->|->|–>|—>|=>|→|~>|-\||<--|<-|←)\s*"
_COMMA = r"[,，،]"
_ONE_NAME = r"([^\W_][\w-]*)\s*(?:[:：]|$)"
_AGAINST = ARROWS[LinkKind.WORKS_AGAINST]


def detail(row: Row, draft: Draft, names: Names) -> None:
    """Read a ``key [name]: value`` line and put it where it belongs."""
    above = place_of_detail(row)
    row.inside = Place("property", above.element, pathways=above.pathways, outer=above)
    if above.host == "theory" and not row.root:
        return
    home = _home(above)
    name = row.line.word.text.casefold()
    value = row.line.said
    if home is None and not (above.arrows and name == "because"):
        draft.unread.append(row)
        return
    key = (home or ARROW).key(name)
    if key is None:
        _misplaced(row, name, home or ARROW, above, draft)
    elif not value and key.takes is not Takes.RULE:
        says = f"‘{name}’ has no words after it yet."
        draft.findings.append(Finding("unfinished-line", says, span_of(row), element=_element_of(above)))
        return
    elif _linked(row, key, value, above, draft, names):
        return
    if key and key.takes is Takes.CHOICE and value.casefold() in key.choices:
        value = value.casefold()
    written = Detail(name, value, row.line.names[0].text if row.line.names else None, span_of(row))
    if key:
        _check_value(row, key, written, above, draft)
    _store(row, written, above, draft)


def unknown_detail(row: Row, draft: Draft, meant: str | None) -> None:
    """Keep a line with a key nobody knows as a detail of what it stands under, and say so."""
    above = place_of_detail(row)
    row.inside = Place("property", above.element, pathways=above.pathways, outer=above)
    word = row.line.word
    head = Span(row.file, word.start, word.end)
    says = f"‘{word.text}’ is no word of the language here."
    remark = Edit(Span(row.file, row.line.start, row.line.start), "note: ")
    fixes: tuple[Fix, ...] = (Fix("Start the line with ‘note:’ if it is a remark", (remark,)),)
    settles: tuple[str, ...] = ()
    if word.text.casefold() == "by":
        says, fixes, settles = _by_with_a_colon(row, above)
    elif meant:
        home = _home(above)
        at_home = home is not None and home.key(meant) is not None
        says += (
            f" Did you mean ‘{meant}’?" if at_home else f" Did you mean ‘{meant}’, which belongs to {_homes(meant)}?"
        )
        fixes = (Fix(f"Write ‘{meant}’", (Edit(head, meant),)),)
    draft.findings.append(Finding("unknown-key", says, head, element=_element_of(above), fixes=fixes, settles=settles))
    if above.host in ("margin", "broken", "stub"):
        draft.unread.append(row)
        return
    _store(row, Detail(row.line.word.text, row.line.said, None, span_of(row)), above, draft)


def _by_with_a_colon(row: Row, above: Place) -> tuple[str, tuple[Fix, ...], tuple[str, ...]]:
    """``by: council`` is a contribution with one sign too many."""
    says, text = "‘by’ takes no colon before the partner.", row.line.text
    named = re.match(_ONE_NAME, text.text) if text else None
    here = (above.element.id,) if above.element else ()
    if text is None or named is None:
        return says, (Fix("Write ‘by PARTNER: what it brings’"),), here
    fix = Fix(f"Write ‘by {text.text}’", (Edit(Span(row.file, row.line.word.start, text.start), "by "),))
    return says, (fix,), (named[1], *here)


def _element_of(above: Place) -> str | None:
    return above.element.id if above.element else None


def _home(above: Place) -> Kind | None:
    if above.host == "contribution":
        return CONTRIBUTION
    if above.host == "arrow":
        return ARROW
    if above.host == "theory":
        return KINDS["theory"]
    return KINDS[above.element.kind] if above.element else None


def _homes(key: str) -> str:
    homes = KEYS.get(key, ())
    if homes == ("margin",):
        return "the margin of the file"
    return "many things" if len(homes) > MOST_HOMES_NAMED else " or ".join([a_kind(home) for home in homes])


def _misplaced(row: Row, name: str, home: Kind, above: Place, draft: Draft) -> None:
    word = row.line.word
    span = Span(row.file, word.start, word.end)
    here = a_kind(home.name) if home.name != "theory" else "the theory"
    says = f"‘{name}’ belongs to {_homes(name)}, not to {here}; it is kept but means nothing here."
    draft.findings.append(Finding("misplaced-key", says, span, element=_element_of(above)))


def _linked(row: Row, key: Key, value: str, above: Place, draft: Draft, names: Names) -> bool:
    """Read the details that name other things; False where the words stay a detail as they are."""
    element = above.element
    if element is None or above.host != "element":
        if key.takes is Takes.NAMES:
            kinds = ("partner",) if above.host == "contribution" else ()
            for word in _listed(row):
                names.use(word, row.file, kinds=kinds)
        return False
    if key.name == "in":
        element.pathways += [one for word in _listed(row) if (one := _pathway(word, row, draft, names))]
    elif key.takes is Takes.ABOUT:
        element.about += [_about(word, row, draft, names) for word in _listed(row)]
    elif key.name == "lead":
        return _led(row, value, element, above, draft, names)
    else:
        return False
    return True


def _listed(row: Row) -> Iterator[Word]:
    """Take a list apart at its commas, each part with its place."""
    text = row.line.text
    if text is None:
        return
    place = 0
    for part in re.split(_COMMA, text.text):
        said = part.strip()
        start = text.start + place + len(part) - len(part.lstrip())
        if said:
            yield Word(said, start, start + len(said))
        place += len(part) + 1


def _pathway(word: Word, row: Row, draft: Draft, names: Names) -> str | None:
    key = names.use(word, row.file, kinds=("pathway",))
    element = names.find(key)
    if element and element.kind != "pathway":
        says = f"‘{key}’ is {a_kind(element.kind)}; only a pathway can have members."
        draft.findings.append(Finding("wrong-kind", says, Span(row.file, word.start, word.end), element=key))
        return None
    return key


def _about(word: Word, row: Row, draft: Draft, names: Names) -> str | LinkRef:
    """Read one thing that something is about: an id, or two ids with an arrow between."""
    sign = re.search(_ARROW_IN_ON, word.text)
    if sign is None:
        return names.use(word, row.file)
    before, after = word.text[: sign.start()].strip(), word.text[sign.end() :].strip()
    ends = (
        Word(before, word.start, word.start + len(before)),
        Word(after, word.start + sign.end(), word.start + sign.end() + len(after)),
    )
    one, other = (names.use(end, row.file) if end.text else "" for end in ends)
    source, target = (other, one) if sign[1] in BACKWARDS else (one, other)
    kind = LinkKind.WORKS_AGAINST if sign[1] == _AGAINST else LinkKind.LEADS_TO
    ref = LinkRef(source, target, kind)
    draft.claims.append((ref, Span(row.file, word.start, word.end)))
    return ref


def _led(row: Row, value: str, element: ElementDraft, above: Place, draft: Draft, names: Names) -> bool:
    """Turn ``lead: council`` into the contribution it stands for; words that are no partner stay words."""
    rest = []
    for word in _listed(row):
        partner = names.find(word.text)
        if partner and partner.kind == "partner":
            role = (0, row.number, Detail("role", "lead", None, span_of(row)))
            draft.contributions.append(ContributionDraft(partner.id, element.id, "", span_of(row), [role]))
        else:
            rest.append(word.text)
    if rest and ", ".join(rest) != value:
        _store(row, Detail("lead", ", ".join(rest), None, span_of(row)), above, draft)
        return True
    return not rest


def _check_value(row: Row, key: Key, written: Detail, above: Place, draft: Draft) -> None:
    """Say which values a key takes, where the written one is none of them."""
    value, text = written.value, row.line.text
    says, meant = "", None
    if key.takes is Takes.CHOICE and value not in key.choices:
        meant = nearest(value, key.choices)
        says = f"‘{key.name}’ takes {_either(key.choices)}, not ‘{shortened(value)}’."
    elif key.takes is Takes.DATE and not re.match(_DATE, value):
        says = f"‘{shortened(value)}’ is no date the checks can read; write 2030, 2030-06 or 2030-06-15."
    elif key.takes is Takes.NEEDS and not re.match(_NEEDS, value):
        says = f"‘needs’ takes ‘all’, ‘any’ or a number, not ‘{shortened(value)}’."
    elif key.takes is Takes.CALL and (written.name or "").casefold() not in KINDS:
        meant_kind = nearest(written.name or "", KINDS)
        says = "‘call’ needs a kind, such as ‘call outcome: Result’." + (
            f" Did you mean ‘{meant_kind}’?" if meant_kind else ""
        )
    elif key.takes is Takes.LABEL and not written.name:
        says = "‘label’ needs a language, such as ‘label.fr: …’."
    if says and text:
        span = Span(row.file, text.start, text.end)
        fixes = (Fix(f"Write ‘{meant}’", (Edit(span, meant),)),) if meant else ()
        draft.findings.append(Finding("unknown-value", says, span, element=_element_of(above), fixes=fixes))


def _either(choices: tuple[str, ...]) -> str:
    quoted = [f"‘{choice}’" for choice in choices]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"


def _store(row: Row, written: Detail, above: Place, draft: Draft) -> None:
    """Put a detail where it belongs: a contribution, an arrow, the theory, or the element and its arrows."""
    ranked = (above.rank, row.number, written)
    element = above.element
    if above.host == "contribution":
        for contribution in above.contributions:
            contribution.details.append(ranked)
    elif above.host == "theory":
        draft.details.append(ranked)
    elif above.host == "arrow" or (written.key == "because" and above.arrows):
        for drawn in above.arrows:
            drawn.details.append(ranked)
    elif element and written.key == "because":
        draft.reasons.append((element, ranked))
    elif element:
        element.details.append(ranked)
