"""Says in short lines what a theory holds, so that tests are tables of text in, text out."""

import textwrap

import toc


def told(text: str) -> list[str]:
    return list(tell(toc.loads(textwrap.dedent(text).strip("\n") + "\n").theory))


def tell(theory):
    if theory.title or theory.details:
        yield " ".join([f"theory {theory.title!r}", *details(theory.details)])
    for element in theory.elements:
        words = [f"{element.kind} {element.id} {element.text!r}", *details(element.details)]
        words += [f"in={name}" for name in element.pathways] + [f"about={about}" for about in element.about]
        words += [f"owner={element.owner}"] if element.owner else []
        yield " ".join([*words, *(["whole"] if element.whole else [])])
    for link in theory.links:
        yield " ".join([str(link.ref), *details(link.details)])
    for one in theory.contributions:
        to = "theory" if one.to is None else one.to
        yield " ".join([f"{one.partner} > {to}", *([repr(one.what)] if one.what else []), *details(one.details)])
    for note in theory.notes:
        yield f"note {note.text!r}"
    for comment in theory.comments:
        yield f"comment {comment.text!r}"


def details(found):
    return [f"{one.key}{'.' + one.name if one.name else ''}={one.value!r}" for one in found]


def noticed(text: str) -> list[str]:
    """Give `line:column rule` of every finding of the reader, parked notes left out."""
    loaded = toc.loads(textwrap.dedent(text).strip("\n") + "\n")
    places = [(loaded.sources[0].position(found.span.start), found.rule) for found in loaded.findings]
    return [f"{place.line}:{place.column} {rule}" for place, rule in places if rule != "parked-note"]
