"""Names: which are declared, which are made, and which nobody knows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.characters import look_alikes, name, normal, stray_characters
from toc.findings import Edit, Finding, Fix
from toc.lines import Shape
from toc.model import OWN_NAMESPACE
from toc.near import nearest
from toc.source import Span
from toc.vocabulary import NESTED_WORDS
from toc.writing import pin

from .draft import Draft, ElementDraft, Row

if TYPE_CHECKING:
    from toc.lines import Word

LONGEST_MADE_ID = 30
MADE_FROM_WORDS = 4
LONGEST_QUOTE = 60
MOST_COMPARED = 200_000
"""Names compared for suggestions; past that, a wrong name is reported without one."""
MOST_ELEMENTS = 200_000
_DECLARING = frozenset({Shape.UNFINISHED, Shape.MISSPELT, Shape.BULLET, Shape.CONFLICT})
_NO_LETTER = (
    r"[^\w\u0300-\u036f\u0483-\u0489\u0591-\u06ed\u0711-\u085b\u08ca-\u109d\u135d-\u1bf3"
    r"\u1cd0-\u1cf9\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a]+"
)


class Names:
    """The names of one theory. ``partial`` says that a file is missing which may declare more of them."""

    def __init__(self, draft: Draft, *, partial: bool) -> None:
        self.draft = draft
        self.partial = partial
        self.declared: dict[str, ElementDraft] = {}
        self.apart: dict[tuple[str, str], ElementDraft] = {}
        self.unread: set[str] = set()
        self.unknown: dict[str, str | None] = {}
        self.by_text: dict[str, ElementDraft] = {}
        self.twice: list[tuple[Row, Word]] = []
        self._last: dict[str, int] = {}

    def find(self, word: str, kind: str = "") -> ElementDraft | None:
        """Find what a name stands for, or None."""
        key = normal(word)
        return self.apart.get((kind, key)) if kind in OWN_NAMESPACE else self.declared.get(key)

    def use(self, word: Word, file: str, *, kinds: tuple[str, ...] = ()) -> str:
        """Give the id that a word stands for; the first use of a name nobody declared is one finding."""
        key = normal(word.text)
        if key not in self.declared and key not in self.unread and key not in self.unknown:
            self._miss(key, Span(file, word.start, word.end), kinds)
        return key

    def suggest(self, word: str, kinds: tuple[str, ...] = ()) -> str | None:
        """Give the declared name that was probably meant."""
        said = self.by_text.get(word.casefold())
        if said:
            return said.id
        known = [one for one, element in self.declared.items() if not kinds or element.kind in kinds]
        return nearest(word, known) or (nearest(word, self.declared) if kinds else None)

    def _miss(self, key: str, span: Span, kinds: tuple[str, ...]) -> None:
        meant = self.suggest(key, kinds) if len(self.unknown) * len(self.declared) < MOST_COMPARED else None
        self.unknown[key] = meant
        if self.partial and not meant:
            return
        what = "not a partner here yet" if kinds == ("partner",) else "not on the map yet"
        says = f"‘{key}’ is {what}." + (f" Did you mean ‘{meant}’?" if meant else "")
        declare = kinds[0] if kinds else "outcome"
        fixes = [Fix(f"Write ‘{meant}’", (Edit(span, meant),))] if meant else []
        says_how = f"Declare it: write ‘{declare} {key}: …’ on a line of its own"
        fixes.append(Fix(says_how, margin=f"{declare} {key}:"))
        self.draft.findings.append(
            Finding("unknown-name", says, span, fixes=tuple(fixes), settles=(meant,) if meant else ())
        )

    def declare(self, rows: list[Row]) -> None:
        """Give every declaring line its element: the written ids first, then the made ones in reading order."""
        unnamed: list[Row] = []
        count = 0
        for row in rows:
            line = row.line
            if line.shape is Shape.ELEMENT:
                if _is_theory(row):
                    continue
                count += 1
                if count > MOST_ELEMENTS:
                    self._too_many(row, count)
                elif line.names:
                    self._declare(row, line.names[0])
                else:
                    unnamed.append(row)
            elif line.shape is Shape.MENTION and line.word.text.casefold() in NESTED_WORDS:
                unnamed.append(row)
            elif line.shape in _DECLARING:
                self.unread.update([normal(word.text) for word in line.names])
        for row, word in self.twice:
            self._rename(row, word)
        for row in unnamed:
            self._name(row)
        self.draft.elements.sort(key=lambda element: element.row)
        self._compare()

    def _too_many(self, row: Row, count: int) -> None:
        if count == MOST_ELEMENTS + 1:
            says = "There are more than 200,000 statements; what follows here was not read."
            self.draft.findings.append(Finding("too-large", says, span_of(row)))

    def _declare(self, row: Row, word: Word) -> None:
        span = Span(row.file, word.start, word.end)
        key = normal(word.text)
        for stray in stray_characters(key):
            says = f"The name ‘{key}’ has a character in it that nobody can see ({name(stray)})."
            fix = Fix("Take it out", (Edit(span, key.replace(stray, "")),))
            self.draft.findings.append(Finding("invisible-character", says, span, fixes=(fix,)))
            break
        kind = kind_of(row)
        if self.find(key, kind):
            self.twice.append((row, word))
        else:
            self._add(row, key, kind, pinned=True)

    def _rename(self, row: Row, word: Word) -> None:
        """Keep a second element of one name under a name of its own, which nobody else has."""
        span, kind = Span(row.file, word.start, word.end), kind_of(row)
        key = normal(word.text)
        free = self._free(key, kind)
        earlier = self.find(key, kind)
        if earlier:
            self._say_twice(row, key, free, span, earlier)
        self._add(row, free, kind, pinned=True)

    def _say_twice(self, row: Row, key: str, free: str, span: Span, earlier: ElementDraft) -> None:
        here, there = row.source.position(span.start).line, f"in {earlier.span.file}"
        if earlier.span.file == row.file:
            there = f"on line {row.source.position(earlier.span.start).line}"
        says = (
            f"‘{key}’ is used for two different notes: ‘{shortened(earlier.text)}’ {there} "
            f"and ‘{shortened(row.line.said)}’ on line {here}."
        )
        fix = Fix(f"Rename this one to ‘{free}’", (Edit(span, free),))
        self.draft.findings.append(Finding("duplicate-id", says, span, element=key, fixes=(fix,), settles=(key, free)))

    def _name(self, row: Row) -> None:
        """Make an id from the words; a statement without either has none and stays unread."""
        line = row.line
        if line.shape is Shape.MENTION and self.find(line.names[0].text):
            return
        own = line.names[0].text if line.shape is Shape.MENTION else ""
        text = "\n".join([words for words in (own, line.said) if words])
        if not text:
            return
        made = made_id(text) or kind_of(row)
        key = self._free(made, kind_of(row))
        if key != made:
            says = f"The name ‘{made}’, made from these words, was taken; this note is called ‘{key}’ for now."
            fix = Fix("Write its name into the file, as `toc fmt --pin` does", (pin(line, key, row.source),))
            self.draft.findings.append(Finding("made-id-collision", says, span_of(row), element=key, fixes=(fix,)))
        self._add(row, key, kind_of(row), pinned=False, text=text)

    def _free(self, key: str, kind: str = "") -> str:
        number = self._last.get(key, 1)
        free = key
        while self.find(free, kind) or free in self.unread:
            number += 1
            free = f"{key}-{number}"
        self._last[key] = number
        return free

    def _add(self, row: Row, key: str, kind: str, *, pinned: bool, text: str | None = None) -> None:
        said = text if text is not None else row.line.said
        row.element = ElementDraft(key, kind, said, span_of(row), pinned, row.number)
        self.draft.elements.append(row.element)
        if kind in OWN_NAMESPACE:
            self.apart[kind, key] = row.element
        else:
            self.declared[key] = row.element
            self.by_text.setdefault(said.casefold(), row.element)

    def _compare(self) -> None:
        """Warn of names that a reader would take for one another."""
        folded: dict[str, str] = {}
        for key, element in self.declared.items():
            first = folded.setdefault(key.casefold(), key)
            if first != key and element.pinned:
                says = f"‘{first}’ and ‘{key}’ differ only in capital letters; are they the same?"
                self._warn("case-twins", says, element)
        for one, other in look_alikes(self.declared):
            if one.casefold() != other.casefold():
                says = f"‘{other}’ looks like ‘{one}’ but is written with other letters."
                self._warn("look-alike", says, self.declared[other])

    def _warn(self, rule: str, says: str, element: ElementDraft) -> None:
        self.draft.findings.append(Finding(rule, says, element.span, element=element.id))


def made_id(text: str) -> str:
    """Make an id from the first four words, at most 30 characters; empty where there is no letter or digit."""
    words = normal(" ".join(text.split("\n", 1)[0].split()[:MADE_FROM_WORDS]).lower())
    return re.sub(_NO_LETTER, "-", normal(words)).strip("-")[:LONGEST_MADE_ID].strip("-")


def kind_of(row: Row) -> str:
    """Give the kind that a declaring line or a mention names."""
    word = row.line.word.text.casefold()
    return NESTED_WORDS.get(word, word)


def _is_theory(row: Row) -> bool:
    return row.line.word.text.casefold() == "theory"


def span_of(row: Row) -> Span:
    """Frame a line without its indent."""
    return Span(row.file, row.line.start, row.line.end)


def shortened(text: str) -> str:
    """Give the beginning of a text, for a message."""
    first = text.split("\n", 1)[0]
    return first if len(first) <= LONGEST_QUOTE else first[: LONGEST_QUOTE - 3].rstrip() + "…"
