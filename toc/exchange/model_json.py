"""The whole theory as JSON: written here without a loss, read back by `toc.exchange.model_reader`.

The law of this room: ``read(write(theory))`` equals ``theory``, and writing that again gives the same text. Every key
is always present, with null or an empty list where there is nothing, so whoever reads it need not ask what exists.
One element, arrow or contribution stands on one line, so that a line diff in git shows what changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.model import LinkKind, LinkRef

from .slots import WHOLE, WHOLE_BESIDE_ANOTHER, element_slots, fill, slots

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from toc.findings import Finding
    from toc.model import About, Contribution, Element, Link, Note, Theory
    from toc.source import Source, Span

    from .slots import Row, Value


def write(theory: Theory, sources: Iterable[Source] = ()) -> str:
    """Write a theory as JSON, ending in a line end.

    ``sources`` are the texts it was read from; without them nothing has a line.
    """
    from json import JSONEncoder  # noqa: PLC0415  most commands write no JSON

    encode = JSONEncoder(ensure_ascii=False).encode
    texts = {source.name: source for source in sources}
    parts = [f'  "theory": {encode(_theory(theory, texts))}']
    parts += [f'  "{name}": {_block(encode, rows)}' for name, rows in _lists(theory, texts)]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def read(text: str, name: str) -> tuple[Theory, tuple[Finding, ...], tuple[Source, ...]]:
    """Read a theory from its JSON: the theory, the names in it that nobody declared, a stand-in for every text.

    ``name`` is what messages call the JSON. Raises FileTrouble for a text that is no such JSON, with one sentence that
    names the place.
    """
    from .loose_ends import loose_ends  # noqa: PLC0415  reading costs pydantic, writing does not
    from .model_reader import theory_from  # noqa: PLC0415  as above

    theory, sources = theory_from(text, name)
    return theory, loose_ends(theory), sources


def schema() -> str:
    """Write the JSON Schema (draft 2020-12) of what `write` gives and `read` takes."""
    from json import dumps  # noqa: PLC0415  as above

    from .model_shape import json_schema  # noqa: PLC0415  as above

    return dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _block(encode: Callable[[Row], str], rows: Iterator[Row]) -> str:
    body = ",\n    ".join(map(encode, rows))
    return f"[\n    {body}\n  ]" if body else "[]"


def _lists(theory: Theory, texts: dict[str, Source]) -> Iterator[tuple[str, Iterator[Row]]]:
    whole = WHOLE_BESIDE_ANOTHER if WHOLE in theory.by_id else WHOLE
    yield "elements", (_element(element, texts) for element in theory.elements)
    yield "links", (_link(link, texts) for link in theory.links)
    yield "contributions", (_contribution(given, whole, texts) for given in theory.contributions)
    yield "notes", (_note(note, texts) for note in theory.notes)
    yield "comments", (_note(comment, texts) for comment in theory.comments)


def _theory(theory: Theory, texts: dict[str, Source]) -> Row:
    return {"title": theory.title} | _place(theory.span, texts) | fill(theory.details, slots("theory"))


def _element(element: Element, texts: dict[str, Source]) -> Row:
    row: Row = {"id": element.id, "kind": element.kind, "text": element.text}
    row |= _place(element.span, texts)
    row |= {
        "in": [*element.pathways],
        "on": [_name(about) for about in element.about],
        "pinned": element.pinned,
        "owner": element.owner,
        "whole": element.whole,
    }
    return row | fill(element.details, element_slots(element.kind))


def _link(link: Link, texts: dict[str, Source]) -> Row:
    row: Row = {"from": link.source, "to": link.target, "kind": LinkKind(link.kind).value}
    return row | fill(link.details, slots("arrow")) | _place(link.span, texts)


def _contribution(given: Contribution, whole: str, texts: dict[str, Source]) -> Row:
    row: Row = {"partner": given.partner, "to": whole if given.to is None else _name(given.to), "what": given.what}
    return row | fill(given.details, slots("contribution")) | _place(given.span, texts)


def _note(note: Note, texts: dict[str, Source]) -> Row:
    return {"text": note.text} | _place(note.span, texts)


def _name(about: About) -> Value:
    return str(about) if isinstance(about, LinkRef) else about


def _place(span: Span, texts: dict[str, Source]) -> Row:
    source = texts.get(span.file)
    line = source.position(span.start).line if source else None
    return {"file": span.file or None, "line": line}
