"""Documents as Word, Excel and PowerPoint: read back by their libraries, whatever anybody typed into them."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hostile import TEXTS, UNSEEN
from opened import out_of_order, outside, parts, twice_used
from toc.renderers.document import (
    Blank,
    Cell,
    Document,
    Figure,
    Heading,
    Item,
    Listing,
    NewPage,
    Paragraph,
    Run,
    Style,
    Table,
    cell,
    plain,
    said,
)
from toc.renderers.document.direction import in_order
from toc.renderers.escape import clean, running
from toc.renderers.lettering.glyph_widths import width

from toc.load import load
from toc.render import render
from toc.report import ReportTrouble, Wish, make, write

docx = pytest.importorskip("docx")
openpyxl = pytest.importorskip("openpyxl")
pptx = pytest.importorskip("pptx")
ROOT = Path(__file__).parents[2]
FORMATS = ("docx", "xlsx", "pptx")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60" viewBox="0 0 90 60"><path d="M9 9h9"/></svg>'
_WITH_HEADINGS = 120
"""How many blocks may be headings: each is a slide, and the same function writes what stands below."""

INJECTED = (
    *TEXTS,
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://example.org","x")',
    "=DDE(1;2;3)",
    "{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe }",
    "{ INCLUDETEXT x } \u0013 HYPERLINK x \u0014 y \u0015",
    "]]> <w:t>&#0;</w:t> _x0041_ _x000D_",
    "${x} #{x} {{ x }} {% x %}",
    "#N/A",
    "TRUE",
    "00420",
    "https://exa mple.org/x",
    "https://[x",
    "https://example.org/é?a=b&c=d",
    "mailto:someone@example.org",
    "https://example.org/" + "x" * 2100,
)


def everything(text: str, language: str = "en", direction: str = "ltr") -> Document:
    """Give a document that has a text in every field there is."""
    words = (Run(text), Run(f" {text}", Style.STRONG), Run(text, Style.QUIET, text))
    row = (cell(text), Cell(words))
    blocks = (
        Paragraph(words, lead=True),
        Heading(text),
        Heading(text, 2),
        Listing((Item(words, (Item(words, (Item(said(text)),)),)), Item(words)), numbered=True),
        Listing((Item(words),)),
        Table((text, text), (row, row), (1, 3), text),
        Figure(SVG, text, "picture", text),
        Blank(text, 3),
        NewPage(),
        Table(tuple([f"{text} {number}" for number in range(8)]), (tuple([cell(text)] * 8),), name=text),
    )
    return Document(text, blocks, text, language, direction)


def lines(text: str) -> str:
    return " ".join(running(text).split())


def read(content: bytes, form: str) -> list[str]:
    """Give every text in a file, as its library reads it."""
    if form == "docx":
        paper = docx.Document(io.BytesIO(content))
        cells = [each for table in paper.tables for row in table.rows for each in row.cells]
        return [*[each.text for each in paper.paragraphs], *[each.text for each in cells]]
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        found = [each for sheet in book for row in sheet.iter_rows() for each in row if each.value is not None]
        assert {each.data_type for each in found} <= {"s"}
        return [each.value for each in found]
    deck = pptx.Presentation(io.BytesIO(content))
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    frames = [shape.text_frame for shape in shapes if shape.has_text_frame]
    tables = [shape.table for shape in shapes if shape.has_table]
    return [each.text for each in [*frames, *[place for table in tables for place in table.iter_cells()]]]


@pytest.fixture(scope="module")
def written():
    """Write all texts at once, one document after another in one: writing a file has its price."""
    texts = [UNSEEN, *reversed(INJECTED)]
    blocks = [block for text in texts for block in everything(text).blocks[:8] if not isinstance(block, Figure)]
    blocks = [block for at, block in enumerate(blocks) if at < _WITH_HEADINGS or not isinstance(block, Heading)]
    figures = [Figure(SVG, text, "picture", text) for text in texts[:3]]
    whole = Document(texts[0], (*blocks, *figures), texts[1], "en")
    return {form: (texts, write(whole, form, "made").content) for form in FORMATS}


@pytest.mark.parametrize("form", FORMATS)
def test_whatever_is_typed_comes_out_as_text(written, form):
    texts, content = written[form]
    found = {" ".join(each.split()) for text in read(content, form) for each in (text, *text.split("\n"))}
    for text in texts:
        assert lines(clean(text)) in found, text


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_leads_out_but_links_that_are_safe_and_no_code_runs(written, form):
    _, content = written[form]
    links = {
        "https://example.org/é?a=b&c=d",
        "mailto:someone@example.org",
        "http://example.org%20and%20www.example.org",
    }
    assert set(outside(content)) <= (links if form != "xlsx" else set())
    for name, part in parts(content).items():
        assert b"<f>" not in part, name
        if name.startswith(("word/document", "word/footer")):
            assert part.count(b"<w:instrText>PAGE</w:instrText>") == part.count(b"<w:instrText>")
            assert b"fldSimple" not in part
    assert not [
        name for name in parts(content) if "vba" in name.lower() or "embeddings" in name or "externalLink" in name
    ]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_elements_stand_in_the_order_of_the_standard_and_ids_are_used_once(form, language, direction):
    content = write(everything("words", language, direction), form, "made").content
    assert out_of_order(content) == []
    assert twice_used(content) == []


def test_word_has_real_headings_lists_that_begin_anew_and_heads_that_come_again():
    lists = [Listing((Item(said("one")), Item(said("two"))), numbered=True)] * 2
    document = Document("T", (Heading("A"), Heading("B", 2), *lists, *everything("x").blocks[5:7]), "S", "fr")
    paper = docx.Document(io.BytesIO(write(document, "docx", "made").content))
    styles = [(each.style.name, each.text) for each in paper.paragraphs if each.text]
    assert styles[:4] == [("Title", "T"), ("Subtitle", "S"), ("Heading 1", "A"), ("Heading 2", "B")]
    numbered = [each for each in paper.paragraphs if each.style.name == "List Number"]
    ids = [each._p.pPr.numPr.numId.val for each in numbered]  # noqa: SLF001
    assert ids[0] == ids[1] != ids[2] == ids[3]
    assert paper.tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")  # noqa: SLF001
    widths = [place.width for place in paper.tables[0].rows[0].cells]
    assert widths[1] / widths[0] == pytest.approx(3, rel=0.01)
    assert paper.inline_shapes[0]._inline.docPr.get("descr") == "x"  # noqa: SLF001
    assert paper.styles["Normal"].element.xpath("./w:rPr/w:lang/@w:val") == ["fr"]
    assert paper.core_properties.language == "fr"
    assert [name for name in parts(write(document, "docx", "x").content) if name.endswith(".svg")]


def test_word_opens_without_a_compatibility_mode_and_shows_no_page_of_somebody_else():
    content = write(Document("T", ()), "docx", "x").content
    assert (
        b'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
        in parts(content)["word/settings.xml"]
    )
    assert not [name for name in parts(content) if "thumbnail" in name]


def test_no_head_of_a_table_and_no_label_stands_alone_at_the_end_of_a_page():
    rows = tuple([(cell("a"), cell("b"))] * 3)
    document = Document("T", (Table(("A", "B"), rows), Blank("Why?", 2), Figure(SVG, "x", caption="below")))
    paper = docx.Document(io.BytesIO(write(document, "docx", "x").content))
    kept = [[each.paragraphs[0].paragraph_format.keep_with_next for each in row.cells] for row in paper.tables[0].rows]
    assert kept == [[True, True], [True, True], [None, None], [None, None]]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in paper.tables[0].rows)  # noqa: SLF001
    found = [each for each in paper.paragraphs if each.style.name == "Normal"]
    assert [each.paragraph_format.keep_with_next for each in found] == [True, True, None, True]


def test_a_new_page_in_word_begins_with_its_words_and_not_with_an_empty_line():
    table = Table(("A",), ((cell("a"),),))
    document = Document("T", (Paragraph(said("one")), NewPage(), Paragraph(said("two")), NewPage(), table))
    paper = docx.Document(io.BytesIO(write(document, "docx", "x").content))
    texts = [(each.text, each.paragraph_format.page_break_before) for each in paper.paragraphs]
    assert texts == [("T", None), ("one", None), ("two", True), ("", True), ("", None)]


def test_columns_are_as_wide_as_their_longest_word():
    word = "Schifffahrtsverwaltung"
    table = Table(("A", word, *"cdefghijkl"), (tuple([cell("x")] * 12),), (4, *[1] * 11))
    paper = docx.Document(io.BytesIO(write(Document("T", (table,)), "docx", "x").content))
    widths = [place.width.pt for place in paper.tables[0].rows[0].cells]
    assert widths[1] > width(word, 7.5, bold=True) + 10
    assert sum(widths) == pytest.approx((29.7 - 4) / 2.54 * 72, abs=1)
    assert widths[0] / widths[2] == pytest.approx(4, rel=0.01)


@pytest.mark.parametrize(("wide", "cm"), [(90, 2.38), (9000, 17.0)])
def test_a_picture_in_word_is_as_wide_as_it_was_drawn_but_no_wider_than_the_page(wide, cm):
    svg = SVG.replace('width="90"', f'width="{wide}"')
    paper = docx.Document(io.BytesIO(write(Document("T", (Figure(svg, "x"),)), "docx", "x").content))
    assert paper.inline_shapes[0].width.cm == pytest.approx(cm, abs=0.01)


def test_only_the_pages_of_a_wide_table_lie_on_their_side():
    wide = Table(tuple("abcdefg"), (tuple([cell("1")] * 7),))
    words = Paragraph(said("words"))
    document = Document("T", (words, Heading("A"), words, Heading("B"), Heading("C", 2), wide, Heading("D"), words))
    paper = docx.Document(io.BytesIO(write(document, "docx", "made").content))
    assert [section.orientation for section in paper.sections] == [0, 1, 0]
    small = Table(("A",), ((cell("1"),),))
    after = Document("T", (Heading("A"), wide, Heading("B"), small, Heading("C"), words, Heading("D"), small))
    paper = docx.Document(io.BytesIO(write(after, "docx", "made").content))
    assert [section.orientation for section in paper.sections] == [1, 0]
    only = Document("T", (words, Heading("B"), wide))
    paper = docx.Document(io.BytesIO(write(only, "docx", "made").content))
    assert [section.orientation for section in paper.sections] == [1]


def test_words_from_the_right_are_marked_in_every_format():
    document = everything("كل نبضة", "ar", "rtl")
    paper = docx.Document(io.BytesIO(write(document, "docx", "x").content))
    texts = [each for each in paper.paragraphs if each.text.strip()]
    assert all(each._p.xpath("./w:pPr/w:bidi") for each in texts if each.text != "\t")  # noqa: SLF001
    assert paper.tables[0]._tbl.xpath("./w:tblPr/w:bidiVisual")  # noqa: SLF001
    book = openpyxl.load_workbook(io.BytesIO(write(document, "xlsx", "x").content))
    assert all(sheet.sheet_view.rightToLeft for sheet in book)
    deck = pptx.Presentation(io.BytesIO(write(document, "pptx", "x").content))
    frames = [shape.text_frame for slide in deck.slides for shape in slide.shapes if shape.has_text_frame]
    assert all(each._p.xpath("./a:pPr/@rtl") == ["1"] for frame in frames for each in frame.paragraphs)  # noqa: SLF001


MIXED = (
    ("5 of 6. Is this so?", True),
    ("CPR: كل نبضة", False),
    ("كل نبضة", False),
    ("2030", False),
    ("", False),
)


@pytest.mark.parametrize(("text", "is_held"), MIXED)
def test_what_runs_against_the_direction_of_a_document_is_held_in_order(text, is_held):
    held = f"\u200e{text}\u200e" if is_held else text
    document = in_order(everything(text, "ar", "rtl"))
    words = (document.title, document.subtitle, plain(document.blocks[0].said), document.blocks[1].text)
    assert [each.replace(f"{text} {text}{text}", text) for each in words] == [held] * 4
    item, table, figure, blank = [document.blocks[at] for at in (3, 5, 6, 7)]
    assert plain(item.items[0].under[0].under[0].said) == held
    assert (table.head[0], plain(table.rows[0][0].said), table.name) == (held, held, text)
    assert (figure.caption, figure.alt, blank.label) == (held, text, held)
    from_left = everything(text)
    assert in_order(from_left) is from_left


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_the_spaces_of_french_stay(form):
    found = read(
        write(Document("T", (Paragraph(said("Ce que nous voulons\u00a0: l’air\u202f!")),)), form, "x").content, form
    )
    assert "Ce que nous voulons\u00a0: l’air\u202f!" in found


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        (("a/b:c*d?[e]\\", "a b c d e"), ["a b c d e", "a b c d e 2"]),
        (("'quoted'", "History", ""), ["quoted", "History 2", "toc"]),
        (("Ä" * 40, "ä" * 40), ["Ä" * 31, "ä" * 29 + " 2"]),
        (("😀" * 31, "x" * 30 + "'y"), ["😀" * 15, "x" * 30]),
    ],
)
def test_sheets_have_names_that_excel_accepts(wanted, got):
    tables = tuple([Table(("a",), ((cell("1"),),), name=name) for name in wanted])
    book = openpyxl.load_workbook(io.BytesIO(write(Document("", tables), "xlsx", "x").content))
    assert book.sheetnames == got


def test_excel_has_values_of_their_own_kind_and_nothing_merged():
    rows = ((cell("a", 5), cell("12.5 %", 12.5), cell("1 June 2030", date(2030, 6, 1)), cell("=1", None)),)
    table = Table(("What", "How much", "When", "Note"), rows, name="Numbers")
    book = openpyxl.load_workbook(io.BytesIO(write(Document("T", (table,)), "xlsx", "x").content))
    sheet = book["Numbers"]
    assert (sheet["A2"].value, sheet["B2"].value) == ("a", 12.5)
    assert sheet["B2"].number_format == '0.0" %"'
    assert sheet["C2"].value.date() == date(2030, 6, 1)
    assert (sheet["D2"].value, sheet["D2"].data_type, sheet["D2"].quotePrefix) == ("=1", "s", True)
    assert (sheet.freeze_panes, sheet.auto_filter.ref, list(sheet.merged_cells.ranges)) == ("B2", "A1:D2", [])
    assert sheet.print_title_rows == "$1:$1"


def test_the_sheet_of_words_leaves_out_what_only_names_the_sheet_of_a_table():
    table = Table(("a",), ((cell("1"),),), name="Work")
    blocks = (Heading("Work"), table, Heading("Words"), Paragraph(said("said")), Heading("Last"))
    book = openpyxl.load_workbook(io.BytesIO(write(Document("T", blocks), "xlsx", "x").content))
    assert book.sheetnames == ["T", "Work"]
    assert [row[0].value for row in book["T"].rows] == ["T", "Words", "said", "Last"]


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("12", 12, (12, "0")),
        ("12.50", 12.5, (12.5, "0.00")),
        ("up to 0.5 t/ha", 0.5, (0.5, '"up to "0.0" t/ha"')),
        ("", 7, (7, "General")),
        ("00420", 420, ("00420", "General")),
        ("12345678901234567890", 12345678901234567890, ("12345678901234567890", "General")),
        ("9" * 400, float("inf"), ("9" * 400, "General")),
        ("1,200", 1200, ("1,200", "General")),
        ('5 "good" ones', 5, ('5 "good" ones', "General")),
        ("14 July 1789", date(1789, 7, 14), ("14 July 1789", "General")),
    ],
)
def test_a_number_or_day_is_shown_as_it_was_said_or_stays_text(text, value, shown):
    table = Table(("A",), ((cell(text, value),),), name="N")
    book = openpyxl.load_workbook(io.BytesIO(write(Document("T", (table,)), "xlsx", "x").content))
    assert (book["N"]["A2"].value, book["N"]["A2"].number_format) == shown


def test_a_sheet_fits_the_paper_and_its_texts_fit_their_cells():
    long = "a text of several words that goes on for a while " * 5
    many = Table(tuple([f"Partner {n}" for n in range(12)]), (tuple([cell(long)] * 12),), name="many")
    few = Table(("What", "Who"), ((cell("word"), cell("Schifffahrtsverwaltungsamt")),), name="few")
    book = openpyxl.load_workbook(io.BytesIO(write(Document("T", (many, few)), "xlsx", "x").content))
    for name, most, lies in (("many", 190, "landscape"), ("few", 105, "portrait")):
        sheet = book[name]
        wide = [column.width for column in sheet.column_dimensions.values() for _ in range(column.min, column.max + 1)]
        assert sum(wide) < most + 12
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == (lies, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.right.text == "&P / &N"
    assert book["many"].row_dimensions[2].height > 12 * 12
    assert book["few"].row_dimensions[2].height in (None, 12.75)
    assert book["few"].column_dimensions["B"].width * 5.25 > width("Schifffahrtsverwaltungsamt", 10)
    assert book["many"].column_dimensions["A"].width > 1.9 * book["many"].column_dimensions["B"].width - 1


def test_very_many_columns_are_in_parts_that_can_be_read():
    names = tuple([f"Organisation {n}" for n in range(40)])
    table = Table(names, (tuple([cell("on the way") for _ in names]),), name="many")
    paper = docx.Document(io.BytesIO(write(Document("T", (table,)), "docx", "x").content))
    heads = [[each.text for each in part.rows[0].cells] for part in paper.tables]
    assert {head[0] for head in heads} == {names[0]}
    assert tuple([name for head in heads for name in head[1:]]) == names[1:]
    narrowest = min([place.width.pt for part in paper.tables for place in part.rows[0].cells])
    assert narrowest > width("Organisation", 7.5, bold=True)
    sheet = openpyxl.load_workbook(io.BytesIO(write(Document("T", (table,)), "xlsx", "x").content))["many"]
    assert (sheet.page_setup.fitToWidth, sheet.print_title_cols, sheet.print_title_rows) == (3, "$A:$A", "$1:$1")


def test_what_is_too_long_for_a_cell_is_cut_as_excel_counts():
    long = "😀" * 20_000
    book = openpyxl.load_workbook(
        io.BytesIO(write(Document("T", (Table(("a",), ((cell(long),),)),)), "xlsx", "x").content)
    )
    text = book.worksheets[-1]["A2"].value
    assert text.endswith("😀…")
    assert len(text.encode("utf-16-le")) // 2 <= 32_767


def test_slides_have_titles_texts_of_14_points_and_nothing_below_the_edge():
    long = " ".join(["word"] * 900)
    table = Table(tuple("abcdefghi"), (tuple([cell(long)] + [cell("x")] * 8), *[tuple([cell("x")] * 9)] * 30))
    document = Document("T" * 300, (Paragraph(said(long)), Heading("A"), table, Figure(SVG, "alt")), "S", "en")
    deck = pptx.Presentation(io.BytesIO(write(document, "pptx", "x").content))
    assert all(slide.shapes.title is not None and slide.shapes.title.text for slide in deck.slides)
    for slide in deck.slides:
        assert all(shape.top + shape.height <= deck.slide_height for shape in slide.shapes)
        sizes = [int(size) for size in slide._element.xpath(".//a:rPr/@sz")]  # noqa: SLF001
        assert min(sizes) >= 1400
    heads = [shape.table.cell(0, 0).text for slide in deck.slides for shape in slide.shapes if shape.has_table]
    assert len(heads) > 4
    assert set(heads) == {"a"}
    said_in_all = " ".join(read(write(document, "pptx", "x").content, "pptx")).split()
    assert said_in_all.count("word") == 900 + 900 * 2  # a table of nine columns is in two parts


def test_a_list_on_slides_is_a_list_whose_long_entries_go_on_without_a_new_sign():
    long = " ".join(["word"] * 500)
    listing = Listing((Item(said("one")), Item(said(long), (Item(said("under")),)), Item(said("three"))), numbered=True)
    deck = pptx.Presentation(io.BytesIO(write(Document("T", (listing,)), "pptx", "x").content))
    frames = [shape.text_frame for slide in list(deck.slides)[1:] for shape in slide.shapes]
    found = [
        (each.text.split()[0], each._p.xpath("string(./a:pPr/a:buAutoNum/@startAt)"),  # noqa: SLF001
         each._p.xpath("string(./a:pPr/a:buChar/@char)"), int(each._p.pPr.get("marL")) // 12700)  # noqa: SLF001
        for frame in frames for each in frame.paragraphs if each.text != "T"
    ]  # fmt: skip
    assert [one for one in found if one[0] != "word"] == [
        ("one", "1", "", 18), ("under", "", "•", 36), ("three", "3", "", 18),
    ]  # fmt: skip
    assert len(words := [one for one in found if one[0] == "word"]) > 1
    assert words == [("word", "2", "", 18), *[("word", "", "", 18)] * (len(words) - 1)]


@pytest.mark.parametrize(("title", "size"), [("Short", 26), ("A rather long heading of a slide " * 5, 18.2)])
def test_a_long_heading_is_set_smaller_so_that_it_stays_above_its_slide(title, size):
    document = Document("T", (Heading(title), Paragraph(said("words"))))
    slide = list(pptx.Presentation(io.BytesIO(write(document, "pptx", "x").content)).slides)[1]
    assert slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size.pt == pytest.approx(size)
    body = next(shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text == "words")
    assert slide.shapes.title.top + slide.shapes.title.height <= body.top


def test_a_heading_that_no_slide_can_hold_is_there_in_full_as_well():
    heading = " ".join([f"word{n}" for n in range(120)])
    document = Document("T", (Heading(heading), Paragraph(said("words"))))
    slide = list(pptx.Presentation(io.BytesIO(write(document, "pptx", "x").content)).slides)[1]
    title = slide.shapes.title.text
    assert title.endswith("…")
    assert heading.startswith(title[:-1])
    assert " ".join([shape.text_frame.text for shape in slide.shapes][1:]).split() == [*heading.split(), "words"]


@pytest.mark.parametrize(("form", "part"), [("docx", "docx"), ("xlsx", "xlsxwriter"), ("pptx", "pptx")])
def test_where_a_part_is_not_installed_one_command_installs_all_three(monkeypatch, form, part):
    monkeypatch.setitem(sys.modules, part, None)
    says = r"Word, Excel and PowerPoint need a few more packages: pip install 'theory-of-change\[office\]'"
    with pytest.raises(ReportTrouble, match=f"^{says}$"):
        write(Document("T", ()), form, "x")


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_document_is_its_title(form):
    assert "T" in read(write(Document("T", ()), form, "x").content, form)


AGAIN = """
import hashlib, sys
from toc.load import load
from toc.render import render
from toc.render import render
from toc.report import Wish, make
loaded = load(sys.argv[1])
files = [make(loaded, "matrix", form, Wish()).content for form in ("docx", "xlsx")]
files += [make(loaded, "pack", form, Wish(partner="council")).content for form in ("docx", "pptx")]
files += [render(loaded, "pptx", engine="plain")]
print([hashlib.sha256(file).hexdigest() for file in files])
"""


def test_another_process_on_another_day_in_another_place_writes_the_same_bytes():
    file = str(ROOT / "examples" / "clean-air.toc")
    surroundings = [("1", "Pacific/Kiritimati"), ("2", "America/Los_Angeles")]
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", AGAIN, file], stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        )
        for seed, zone in surroundings
    ]  # fmt: skip
    first, second = [run.communicate(timeout=120)[0] for run in runs]
    assert first == second
    assert len(first) > 300


PICTURES = [("clean-air.toc", "light"), ("loops.toc", "dark"), ("sindyan-ar.toc", "print")]


@pytest.mark.parametrize(("name", "theme"), PICTURES)
def test_the_picture_as_shapes_stands_in_order(name, theme):
    content = render(load(str(ROOT / "examples" / name)), "pptx", engine="plain", theme=theme)
    assert out_of_order(content) == []
    assert twice_used(content) == []
    deck = pptx.Presentation(io.BytesIO(content))
    assert deck.slides[0].shapes.title.text
    assert not [part for part in parts(content) if "thumbnail" in part]
    language = "ar" if name.endswith("-ar.toc") else ""  # the other two do not say in which language they are
    assert deck.core_properties.language == language
    assert set(deck.slides[0]._element.xpath(".//a:r/a:rPr/@lang")) == {language} - {""}  # noqa: SLF001


def test_an_arrow_on_a_slide_says_what_it_leads_from_and_to():
    content = render(load(str(ROOT / "examples" / "clean-air.toc")), "pptx", engine="plain")
    slide = pptx.Presentation(io.BytesIO(content)).slides[0]
    held = slide._element.xpath(".//p:cxnSp[.//a:stCxn]/p:nvCxnSpPr/p:cNvPr/@descr")  # noqa: SLF001
    assert (
        "Activity: Run walking buses on eight routes → Outcome: Most families walk or cycle the last half mile" in held
    )


def test_a_report_of_an_example_stands_in_order_in_all_formats():
    loaded = load(str(ROOT / "examples" / "sindyan-ar.toc"))
    for name, form in (("pack", "docx"), ("pack", "pptx"), ("matrix", "xlsx")):
        partner = loaded.theory.of_kind("partner")[0].id if name == "pack" else None
        content = make(loaded, name, form, Wish(partner=partner), engine=None).content
        assert out_of_order(content) == []
