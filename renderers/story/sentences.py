"""How what people wrote on a note becomes part of a sentence.

The texts of a theory are clauses ("fewer cars drive past schools"), names of things ("better roads") or orders
("close the streets"), with or without a capital letter and a full stop. Which of these a text is can only be
guessed; the guess picks between wordings that are all right, only more or less smooth. What the guess knows of a
language is data in its pack (``grammar.…``); where a pack says nothing, texts are quoted as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import markdown_text, one_line
from ..languages import large, small
from ..wording import text_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.model import Theory

    from ..languages import Words

_OPENING = "\"'“‘«„([¿¡"
_CLOSING = "\"'”’»“)],.;:!?…"
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "؟", ":")


def md(text: str) -> str:
    """Write words of the theory in a Markdown sentence."""
    return markdown_text(flowing(text))


def flowing(text: str) -> str:
    """Put a text of several lines on one, with a full stop where one line ends a sentence and the next begins one."""
    if "\n" not in text:
        return text
    lines = [line for line in (line.strip() for line in text.split("\n")) if line]
    parts = [ended(line) if after[:1].isupper() else line for line, after in zip(lines, [*lines[1:], ""], strict=True)]
    return " ".join(parts)


def proper_names(theory: Theory, lang: str | None) -> frozenset[str]:
    """Find the words that keep a capital letter: seen with one inside a sentence, and never without."""
    seen_large: set[str] = set()
    seen_small: set[str] = set()
    for text in _texts(theory, lang):
        inside = False
        for word in text.split():
            bare = word.strip(_OPENING + _CLOSING)
            if bare[:1].isupper():
                seen_large |= {bare} if inside else set()
            else:
                seen_small.add(bare)
            inside = not word.endswith(_SENTENCE_ENDS)
    for element in theory.of_kind("partner", "stakeholder"):
        seen_large |= set(one_line(text_in(element, lang)).split()[:1])
    return frozenset(word for word in seen_large if word[:1].lower() + word[1:] not in seen_small)


def _texts(theory: Theory, lang: str | None) -> Iterator[str]:
    for element in theory.elements:
        if element.kind not in ("partner", "stakeholder", "term", "session"):
            yield text_in(element, lang)
    for link in theory.links:
        yield from link.because
    for contribution in theory.contributions:
        yield contribution.what


def inside(words: Words, text: str, proper: frozenset[str]) -> str:
    """Make a text fit to stand inside a sentence: no full stop, and no capital letter but where the word needs it."""
    text = without_stop(text)
    if not words.list("grammar.lower-case") or not text[:1].isupper():
        return text
    first = text.split()[0].rstrip(_CLOSING)
    start = first.replace("’", "'").partition("'")
    keeps = any(
        word in proper or words.has("grammar.keep", word) or any(letter.isupper() for letter in word[1:])
        for word in (first, start[0])
    )
    keeps = keeps or any(character.isdigit() for character in first) or bool(start[2] and start[2][:1].isupper())
    return text if keeps else small(text[:1]) + text[1:]


def without_stop(text: str) -> str:
    """Take off the full stop at the end, but for one that belongs to an abbreviation or to three dots."""
    text = text.strip()
    last = text.split(" ")[-1]
    is_short = "." in last[:-1] or last.lower() in ("etc.", "approx.", "ca.", "env.", "no.", "vol.")
    return text if not text.endswith(".") or is_short else text[:-1].rstrip() or text


def ended(sentence: str) -> str:
    """End a sentence, where it has not ended yet; closing quotes and asterisks may follow its own full stop."""
    bare = sentence.rstrip('*_)”»" \u00a0')
    if bare.endswith((".", "!", "?", "…", "。", "؟")) and not sentence.endswith(")"):
        return sentence
    return f"{sentence}."


def is_whole(text: str) -> bool:
    """Say whether a text is more than a part of a sentence: several sentences, or one that asks or calls."""
    text = without_stop(text)
    if text.endswith(("?", "!", "؟", "…", ".", ":")):
        return not text.endswith(".") or ". " in text
    marks = (". ", "! ", "? ", "؟ ", "。")
    found = [at for mark in marks for at in _places(text, mark)]
    return any(text[at:].lstrip(".!?؟ ")[:1].isupper() and " " in text[at:].strip() for at in found)


def _places(text: str, mark: str) -> Iterator[int]:
    at = text.find(mark)
    while at >= 0:
        if not text[:at].rpartition(" ")[2].count("."):
            yield at
        at = text.find(mark, at + 1)


def is_clause(words: Words, text: str) -> bool:
    """Guess whether a text has a verb, after its first word."""
    endings = words.list("grammar.finite-endings")
    never = words.list("grammar.not-finite-endings")
    bare = [word.strip(_OPENING + _CLOSING) for word in text.replace("’", "'").lower().split()]
    for at, word in enumerate(bare[1:], 1):
        if words.has("grammar.subordinate", word):
            return False
        if words.has("grammar.infinitive-mark", bare[at - 1]):
            continue
        short = word if words.has("grammar.finite", word) else word.rpartition("'")[2]
        is_ending = bool(endings) and short.endswith(endings) and not short.endswith(never)
        if words.has("grammar.finite", short) or (is_ending and not words.has("grammar.not-finite", short)):
            return True
        if words.has("grammar.doubtful", word) and _acts(words, bare, at):
            return True
    return False


def _acts(words: Words, bare: list[str], at: int) -> bool:
    """Guess whether a word that may be a verb or a name is a verb here, from the words around it."""
    if at + 1 == len(bare):
        return at == 1 and _are_many(words, bare[0]) and not bare[1].endswith("s")
    if words.has("grammar.after-names", bare[at + 1]):
        return False
    if bare[at].endswith("s") and not bare[at].endswith("ss"):
        return not (words.has("grammar.determiners", bare[at - 1]) or words.has("grammar.after-many", bare[at + 1]))
    return any(_are_many(words, word) for word in bare[:at])


def _first(text: str) -> str:
    return "".join(text.split(maxsplit=1)[:1]).lower()


def _are_many(words: Words, word: str) -> bool:
    """Guess whether a word names more than one, so that what follows may be its verb."""
    return words.has("grammar.many", word) or (word.endswith(words.list("grammar.many-endings")) and "'" not in word)


def is_counted(words: Words, text: str) -> bool:
    """Say whether a name begins as in running text: with an article, a number, or the like."""
    first = _first(text).replace("’", "'").partition("'")[0]
    return first[:1].isdigit() or words.has("grammar.determiners", first)


def is_order(words: Words, text: str) -> bool:
    """Guess whether a text says what to do: it starts with a verb, as orders and lists of tasks do."""
    first = _first(text)
    endings = words.list("grammar.verb-endings")
    is_infinitive = bool(endings and first.endswith(endings) and not words.has("grammar.not-verbs", first))
    return is_infinitive or words.has("grammar.verbs", first) or _is_order_by_what_follows(words, text)


def _is_order_by_what_follows(words: Words, text: str) -> bool:
    """Guess by the second word: a verb before an article or a number, ``log every catch``, ``block 60 ditches``."""
    first, *rest = text.lower().split()[:2] or [""]
    is_verb = (
        first.isalpha() and not is_counted(words, first) and not first.endswith(words.list("grammar.many-endings"))
    )
    return is_verb and bool(words.list("grammar.verbs")) and bool(rest) and is_counted(words, rest[0])


def is_doing(words: Words, text: str) -> bool:
    """Guess whether a text names what is done by the doing: ``training teachers``."""
    first = _first(text)
    endings = words.list("grammar.gerund-endings")
    return bool(endings and first.endswith(endings) and not words.has("grammar.not-gerunds", first))


def linked(words: Words, keyword: str, phrase: str) -> str:
    """Put a joining word in front of a phrase, in bold, run together where the language does so: ``s’il``."""
    first = _first(phrase).lstrip("*\\")
    before = keyword.rpartition(" ")[2].lower()
    for rule in words.list("grammar.elisions"):
        word, firsts, short = rule.split("|")
        fits = first in firsts.split(",") or (firsts == "*" and first[:1] in words.list("grammar.vowels"))
        if before == word and fits:
            return f"**{keyword[: len(keyword) - len(word)]}{_like(keyword, word, short)}**{phrase}"
    return f"**{keyword}** {phrase}"


def _like(keyword: str, word: str, short: str) -> str:
    return short[:1].upper() + short[1:] if keyword == word[:1].upper() + word[1:] else short


def begun(sentence: str) -> str:
    """Begin a sentence with a capital letter, also where asterisks or a quotation mark stand in front."""
    for at, character in enumerate(sentence):
        if character.isalpha():
            return sentence[:at] + large(character) + sentence[at + 1 :]
        if character not in "*_" + _OPENING:
            break
    return sentence
