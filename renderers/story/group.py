"""How the group works: differences, questions, meetings, agreement, words, parked notes, and what the checks say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import one_line
from ..languages import capital
from .details import bullets, remarks, sentence, value
from .phrases import quoted, subjects
from .sentences import ended, md, without_stop

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.findings import Finding
    from toc.model import Element

    from .teller import Teller

_REFLECTION = ("happened", "why", "so-what", "now-what")


def differences(teller: Teller) -> tuple[str, ...]:
    """Tell where the partners differ, and who holds what."""
    blocks: list[str] = []
    for each in teller.theory.of_kind("disagreement"):
        blocks.append(f"### {capital(md(without_stop(teller.text(each))))}")
        positions = [
            _position(teller, c.partner, c.what, remarks(teller, c.details, {"role"}))
            for c in teller.given.get(each.id, ())
        ]
        blocks += _about(teller, each)
        blocks += bullets(positions)
        more = sentence(remarks(teller, each.details))
        blocks += [more] if more else []
    return (f"## {teller.words('heading.differences')}", *blocks) if blocks else ()


def _position(teller: Teller, partner: str, what: str, more: str) -> str:
    label = f"**{md(teller.name(partner))}**"
    said = teller.words("punctuation.label", label=label, text=md(without_stop(what))) if what else label
    return ended(teller.words("punctuation.aside", text=said, aside=more) if more else said)


def _about(teller: Teller, element: Element) -> list[str]:
    if not element.about:
        return []
    label = teller.words("story.about")
    return [ended(teller.words("punctuation.label", label=label, text=subjects(teller, element.about)))]


def questions(teller: Teller) -> tuple[str, ...]:
    """List what is still to be answered, and what has been."""
    items = []
    for each in teller.theory.of_kind("question"):
        text = teller.text(each)
        said = [f"**{md(text if text.endswith(('?', '؟')) else without_stop(text))}**", *_about(teller, each)]
        answer = each.get("answer")
        if answer:
            label = teller.words("story.answer")
            said.append(ended(teller.words("punctuation.label", label=label, text=md(answer))))
        said.append(sentence(remarks(teller, each.details, {"answer", "bank"})))
        items.append(" ".join([part for part in said if part]))
    return (f"## {teller.words('heading.questions')}", *bullets(items)) if items else ()


def sessions(teller: Teller) -> tuple[str, ...]:
    """Tell the meetings: what happened, what follows, and who does what next."""
    blocks: list[str] = []
    known = {each.id for each in teller.theory.of_kind("session")}
    for each in teller.theory.of_kind("session"):
        date = teller.words.date(each.id)
        text = without_stop(teller.text(each))
        title = md(date) if text == each.id else teller.words("punctuation.label", label=md(date), text=md(text))
        blocks += [f"### {capital(title)}", *_session(teller, each)]
    owners = [owner for owner in teller.owned if owner not in known]
    loose = [each for owner in owners for each in teller.owned[owner] if each.kind == "action"]
    if loose:
        blocks += [*([f"### {teller.words('story.actions')}"] if blocks else []), *_actions(teller, loose)]
    return (f"## {teller.words('heading.sessions')}", *blocks) if blocks else ()


def _session(teller: Teller, session: Element) -> list[str]:
    words = teller.words
    reflection = [sentence(remarks(teller, [d for d in session.details if d.key == key])) for key in _REFLECTION]
    rest = sentence(remarks(teller, session.details, _REFLECTION))
    blocks = [part for part in (rest, " ".join([each for each in reflection if each])) if part]
    actions = [each for each in teller.owned.get(session.id, ()) if each.kind == "action"]
    next_steps = [f"{words('story.actions')}:", *_actions(teller, actions)] if actions else []
    return [*_about(teller, session), *blocks, *next_steps]


def _actions(teller: Teller, actions: Sequence[Element]) -> tuple[str, ...]:
    items = []
    for each in actions:
        who = [
            _doer(teller, c.partner, c.what, remarks(teller, c.details, {"role"}))
            for c in teller.given.get(each.id, ())
        ]
        asides = [teller.words("list.comma").join(who)] if who else []
        asides += [part for part in (remarks(teller, each.details),) if part]
        said = capital(md(without_stop(teller.text(each))))
        aside = teller.words("punctuation.and-so-on").join(asides)
        items.append(ended(teller.words("punctuation.aside", text=said, aside=aside) if asides else said))
    return bullets(items)


def _doer(teller: Teller, partner: str, what: str, more: str) -> str:
    name = md(teller.name(partner))
    said = teller.words("punctuation.label", label=name, text=md(without_stop(what))) if what else name
    return teller.words("list.comma").join([said, more]) if more else said


def agreement(teller: Teller) -> tuple[str, ...]:
    """Tell how the partners have agreed to work together."""
    blocks: list[str] = []
    for each in teller.theory.of_kind("agreement"):
        text = without_stop(teller.text(each))
        is_new = text.lower() != teller.words("heading.agreement").lower()
        blocks += [f"**{ended(capital(md(text)))}**"] if is_new else []
        blocks += bullets([ended(capital(md(without_stop(principle)))) for principle in each.all("principle")])
        keepers = [
            _position(teller, c.partner, c.what, remarks(teller, c.details)) for c in teller.given.get(each.id, ())
        ]
        more = sentence(remarks(teller, each.details, {"principle"}))
        blocks += [part for part in (more, *keepers) if part]
    return (f"## {teller.words('heading.agreement')}", *blocks) if blocks else ()


def glossary(teller: Teller) -> tuple[str, ...]:
    """Say what the words mean here."""
    items = []
    for each in teller.theory.of_kind("term"):
        text = without_stop(teller.text(each))
        label = f"**{md(each.id)}**"
        said = teller.words("punctuation.label", label=label, text=md(text)) if text != each.id else label
        avoided = [teller.words("punctuation.quote", text=md(word)) for word in each.all("not")]
        if avoided:
            aside = teller.words("story.avoid", words=teller.words.joined(tuple(avoided), "list.or"))
            said = teller.words("punctuation.aside", text=said, aside=aside)
        more = sentence(remarks(teller, each.details, {"not"}))
        items.append(" ".join([part for part in (ended(said), more) if part]))
    return (f"## {teller.words('heading.glossary')}", *bullets(items)) if items else ()


def parked(teller: Teller) -> tuple[str, ...]:
    """Keep what the group parked, word for word."""
    notes = [md(one_line(note.text)) for note in teller.theory.notes]
    return (f"## {teller.words('heading.parked')}", teller.words("story.parked"), *bullets(notes)) if notes else ()


def leftovers(teller: Teller) -> tuple[str, ...]:
    """Tell aims without a partner, so that nothing that was written is missing."""
    partners = {each.id for each in teller.theory.of_kind("partner")} | {c.partner for c in teller.theory.contributions}
    aims = [each for each in teller.theory.of_kind("aim") if each.owner not in partners]
    items = []
    for each in aims:
        label = teller.words.heading(each.kind)
        said = teller.words("punctuation.label", label=label, text=md(without_stop(teller.text(each))))
        more = remarks(teller, each.details)
        items.append(ended(teller.words("punctuation.aside", text=said, aside=more) if more else said))
    return (f"## {teller.words('heading.others')}", *bullets(items)) if items else ()


def appendix(teller: Teller, findings: Sequence[Finding]) -> tuple[str, ...]:
    """List what the checks found, most pressing first, and which checks the group has set aside."""
    words = teller.words
    blocks: list[str] = []
    for severity in ("error", "warning", "advice"):
        found = [finding for finding in findings if finding.severity == severity]
        if found:
            blocks.append(f"### {words(f'severity.{severity}')}")
            blocks += bullets([f"{ended(md(finding.message))} (`{_code(finding.rule)}`)" for finding in found])
    intro = words("story.findings-intro" if blocks else "story.findings-none")
    return (f"## {words('heading.findings')}", intro, *blocks, *_ignored(teller))


def _code(rule: str) -> str:
    return "".join([character for character in rule if character.isalnum() or character == "-"])


def _ignored(teller: Teller) -> list[str]:
    words = teller.words
    items = []
    for element in (None, *teller.theory.elements):
        for detail in (element or teller.theory).details:
            if detail.key == "ignore":
                where = quoted(teller, element.id) if element else words("story.whole-theory")
                label = words("punctuation.aside", text=f"`{_code(detail.name or '')}`", aside=where)
                items.append(ended(words("punctuation.label", label=label, text=value(teller, "ignore", detail.value))))
    return [f"### {words('heading.ignored')}", *bullets(items)] if items else []
