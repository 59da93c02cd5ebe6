"""Documents as pages for a browser: whatever is in a picture stays, and what is filled in by hand has room."""

from __future__ import annotations

import re

import pytest
from hostile import TEXTS
from toc.renderers.document import Document, Figure, Heading, Paragraph, Table, cell, said
from toc.renderers.escape import xml_text

from toc.report import write


def page(*blocks, direction: str = "ltr") -> str:
    return write(Document("T", blocks, direction=direction), "html", "made").content


@pytest.mark.parametrize("text", [*TEXTS, ' id="toc-box-air" toc-desc" aria-labelledby="toc-title'])
def test_the_words_of_a_picture_stay_and_its_names_are_its_own(text):
    svg = (
        '<svg role="img" aria-labelledby="toc-title toc-desc"><title id="toc-title">T</title>'
        f'<desc id="toc-desc">{xml_text(text)}</desc><g id="toc-box-air"><text>{xml_text(text)}</text></g></svg>'
    )
    made = page(Figure(svg, "x"), Figure(svg, "x"))
    assert made.count(xml_text(text)) >= 4
    names = re.findall(r'(?<=<g id=")[^"]+|(?<=<desc id=")[^"]+|(?<=<title id=")[^"]+', made)
    assert names == [f"toc{number}-{name}" for number in (1, 2) for name in ("title", "desc", "box-air")]
    assert 'aria-labelledby="toc2-title toc2-desc"' in made


@pytest.mark.parametrize(
    ("rows", "look"),
    [((("Council", ""), ("Clinic", "")), "wide by-hand"), ((("Council", "yes"), ("Clinic", "")), "wide")],
)
def test_a_table_that_is_filled_in_by_hand_has_high_rows(rows, look):
    table = Table(("Partner", "Signature"), tuple([tuple(map(cell, row)) for row in rows]))
    assert f'<div class="{look}" role' in page(table)


def test_english_words_in_an_arabic_page_keep_their_order():
    made = page(
        Heading("What we give"), Paragraph(said("5 of 6.")), Paragraph(said("\u0646\u0628\u0636 CPR")), direction="rtl"
    )
    assert "<h2>\u200eWhat we give\u200e</h2>" in made
    assert "<p>\u200e5 of 6.\u200e</p>" in made
    assert "<p>\u0646\u0628\u0636 CPR</p>" in made
