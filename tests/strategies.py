"""Random theories for property tests: of all kinds, in many scripts, with details that are at home where they stand.

`theories` makes only what can be written down in the language, so that the same theory can be printed (see
`printing.py`) and read back. It keeps away from what says the same in two ways: a lead who is a partner
is a contribution, and a reason of an element that starts an arrow is a reason of that arrow.
"""

from __future__ import annotations

from hypothesis import strategies as st

from toc.model import Contribution, Detail, Element, Link, LinkKind, Note, Theory
from toc.vocabulary import ARROW, CONTRIBUTION, KINDS, Key, Kind, Takes

CAUSAL = ("goal", "outcome", "output", "activity", "input", "condition")
ENDS = (*CAUSAL, "barrier", "pathway")
STARTS = (*ENDS, "aim", "stakeholder")
ABOUT = ("assumption", "risk", "evidence", "indicator", "milestone", "question", "disagreement")
HOLDS_BY = ("goal", "outcome", "output", "activity", "input", "assumption", "disagreement", "indicator")
BARE = ("term", "session", "agreement", "aim", "action")

UNSEEN = "nobody-declared-this"
"""A name that arrows and contributions use and no element has."""

_LETTERS = "abcxyzéßñøŁжяΩאبתनമ数字"
_DIGITS = "0179٣५"
_PIECE = st.text(_LETTERS + _DIGITS + "_", min_size=1, max_size=6)
_HEAD = st.text(_LETTERS, min_size=1, max_size=5)

_NONCHARACTERS = "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_UNTIDY = _NONCHARACTERS + "\u2028\u2029" + "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_UNTIDY += "".join(map(chr, range(0xFDD0, 0xFDF0)))
_ANY = st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp"), exclude_characters=_UNTIDY)
_SYNTAX = st.sampled_from([*"::|#->~<&;,.\"'`\\{}[]()*_!?%$@/=+0129", "->", "because ", "by ", "</text>", "#", " "])
_LINE = st.lists(st.one_of(_ANY, _SYNTAX, st.just(" ")), min_size=1, max_size=14).map(
    lambda bits: "".join(bits).strip()
)
lines = _LINE.filter(bool)
"""One line of words, without what an editor would not show."""

texts = st.one_of(
    lines, st.lists(lines, min_size=2, max_size=3).map("\n".join), st.tuples(lines, lines).map("\n\n".join)
)
"""Words that may have several lines and paragraphs."""

names = st.tuples(_HEAD, st.lists(_PIECE, max_size=2)).map(lambda parts: "-".join((parts[0], *parts[1])))
"""Names as people give them, in several scripts."""

dates = st.sampled_from(("2027", "2030-06", "2031-12-24"))


@st.composite
def details(draw: st.DrawFn, place: Kind, known: tuple[str, ...] = (), skip: frozenset[str] = frozenset()):
    """Some details that are at home in this place, keys that may repeat more than once."""
    keys = [key for key in place.keys if key.name not in skip]
    chosen = draw(st.lists(st.sampled_from(keys), max_size=3, unique_by=lambda key: key.name)) if keys else []
    twice = [key for key in chosen if key.repeats and draw(st.booleans())]
    made = [draw(_detail(key, known)) for key in (*chosen, *twice)]
    return tuple({(detail.key, detail.name or detail.value): detail for detail in made}.values())


@st.composite
def _detail(draw: st.DrawFn, key: Key, known: tuple[str, ...]):
    if key.takes is Takes.RULE:
        return Detail(key.name, draw(lines), draw(st.sampled_from(("bare-link", "single-cause", "no-goal"))))
    if key.takes is Takes.CALL:
        return Detail(key.name, draw(lines), draw(st.sampled_from(tuple(KINDS)[1:])))
    if key.takes is Takes.LABEL:
        return Detail(key.name, draw(lines), draw(st.sampled_from(("fr", "ar", "pt-BR"))))
    return Detail(key.name, draw(_value(key, known)))


def _value(key: Key, known: tuple[str, ...]):
    if key.takes is Takes.CHOICE:
        return st.sampled_from(key.choices)
    if key.takes is Takes.DATE:
        return dates
    if key.takes is Takes.NEEDS:
        return st.sampled_from(("all", "any", "1", "2"))
    if key.takes is Takes.NAMES and known:
        return st.lists(st.sampled_from(known), min_size=1, max_size=2, unique=True).map(", ".join)
    return lines


_WRITTEN_ELSEWHERE = frozenset({"in", "on", "lead"})


@st.composite
def theories(draw: st.DrawFn, most: int = 9):
    """A theory of at most ``most`` elements."""
    kinds = draw(st.lists(st.sampled_from([kind for kind in KINDS if kind != "theory"]), max_size=most))
    ids = draw(st.lists(names, min_size=len(kinds), max_size=len(kinds), unique_by=str.casefold))
    pairs = list(zip(ids, kinds, strict=True))
    links = draw(_links(pairs))
    partners = tuple(name for name, kind in pairs if kind == "partner")
    pathways = tuple(name for name, kind in pairs if kind == "pathway")
    parts = _Parts(tuple(ids), partners, pathways, links)
    return Theory(
        title=draw(lines),
        details=draw(details(KINDS["theory"], tuple(ids), _WRITTEN_ELSEWHERE)),
        elements=tuple(draw(_element(name, kind, pairs, parts)) for name, kind in pairs),
        links=links,
        contributions=draw(_contributions(pairs, parts)),
        notes=tuple(Note(f"ask Maria about {text}") for text in draw(st.lists(_words, max_size=2))),
        comments=tuple(Note(f"# {text}") for text in draw(st.lists(_words, max_size=2))),
    )


_words = st.text("abcdefghij äöü", min_size=1, max_size=12).map(str.strip).filter(bool)


class _Parts:
    def __init__(self, ids, partners, pathways, links):
        self.ids, self.partners, self.pathways, self.links = ids, partners, pathways, links
        self.starts = frozenset(link.source for link in links)


@st.composite
def _links(draw: st.DrawFn, pairs):
    starts = [name for name, kind in pairs if kind in STARTS]
    ends = [name for name, kind in pairs if kind in ENDS]
    if not starts or not ends:
        return ()
    declared = st.tuples(st.sampled_from(starts), st.sampled_from(ends), st.sampled_from(tuple(LinkKind)))
    stubs = st.one_of(
        st.tuples(st.sampled_from(starts), st.just(UNSEEN), st.sampled_from(tuple(LinkKind))),
        st.tuples(st.just(UNSEEN), st.sampled_from(ends), st.just(LinkKind.LEADS_TO)),
    )
    both = st.one_of(declared, declared, declared, stubs).filter(lambda link: link[0] != link[1])
    chosen = draw(st.lists(both, max_size=8, unique=True))
    kept = {}
    for source, target, kind in chosen:
        kept.setdefault((source, target, kind is LinkKind.WORKS_AGAINST), (source, target, kind))
    return tuple(Link(*link, draw(details(ARROW))) for link in kept.values())


@st.composite
def _element(draw: st.DrawFn, name, kind, pairs, parts):
    skip = _WRITTEN_ELSEWHERE | ({"because"} if name in parts.starts else set())
    others = tuple(other for other, its in pairs if its in ENDS and other != name)
    about = [*others, *[link.ref for link in parts.links]]
    pathways = tuple(pathway for pathway in parts.pathways if kind not in {"pathway", *BARE, "partner"})
    return Element(
        id=name,
        kind=kind,
        text=draw(texts),
        details=draw(details(KINDS[kind], parts.ids, frozenset(skip))),
        pathways=tuple(draw(st.lists(st.sampled_from(pathways), max_size=2, unique=True))) if pathways else (),
        about=tuple(draw(st.lists(st.sampled_from(about), max_size=2, unique=True))) if about and kind in ABOUT else (),
        owner=draw(_owner(kind, pairs)),
        whole=kind in ABOUT and draw(st.integers(0, 4)) == 0,
    )


def _owner(kind, pairs):
    homes = {"aim": "partner", "action": "session"}
    found = [name for name, its in pairs if its == homes.get(kind)]
    return st.sampled_from(found) if found else st.none()


@st.composite
def _contributions(draw: st.DrawFn, pairs, parts):
    if not parts.partners:
        return ()
    to = [None, *[name for name, kind in pairs if kind in HOLDS_BY], *[link.ref for link in parts.links]]
    both = st.tuples(st.sampled_from((*parts.partners, UNSEEN)), st.sampled_from(to))
    chosen = draw(st.lists(both, max_size=4, unique=True))
    known = tuple(parts.partners)
    return tuple(
        Contribution(partner, whole, draw(st.one_of(st.just(""), lines)), draw(details(CONTRIBUTION, known)))
        for partner, whole in chosen
    )
