"""A filter for pandoc and Quarto: code blocks of class ``toc`` become pictures.

``pandoc report.md --filter toc-pandoc -o report.html``. The attributes of a block are its options, and ``file`` names a
plan: ```` ``` {.toc file=plan.toc partner=council} ````. HTML gets the SVG itself; for other formats pictures lie in a
folder ``toc-pictures`` beside the work, as PDF for LaTeX and PNG for office files where the extras are there.
"""

from __future__ import annotations

import json
import os
import sys
from hashlib import sha256
from typing import Any, Final

from toc.files import write
from toc.render import as_pdf, as_png

from .shown import Shown, in_html, show

FOLDER: Final = "toc-pictures"
"""Where pictures lie that pandoc puts into a document itself."""

_AS_HTML: Final = frozenset({"html", "html4", "html5", "chunkedhtml", "revealjs", "slidy", "epub", "epub3"})
_AS_PDF: Final = frozenset({"latex", "beamer", "pdf", "context"})
_AS_PNG: Final = frozenset({"docx", "odt", "pptx"})


def main() -> None:
    """Filter the document on standard input; pandoc says as what it will be written."""
    document = json.load(sys.stdin)
    to = sys.argv[1] if len(sys.argv) > 1 else "html"
    document["blocks"] = _blocks(document["blocks"], to)
    json.dump(document, sys.stdout)


def _blocks(found: Any, to: str) -> Any:
    """Go through whatever holds blocks; a loop over what is left keeps deep documents from running out of stack."""
    holder = [found]
    waiting: list[Any] = [holder]
    while waiting:
        here = waiting.pop()
        for key, value in list(enumerate(here) if isinstance(here, list) else here.items()):
            if _is_ours(value):
                here[key] = _picture(value["c"], to)
            elif isinstance(value, list | dict):
                waiting.append(value)
    return holder[0]


def _is_ours(block: Any) -> bool:
    return isinstance(block, dict) and block.get("t") == "CodeBlock" and "toc" in block["c"][0][1]


def _picture(block: Any, to: str) -> Any:
    (_, classes, attributes), text = block
    options = {name: value for name, value in attributes if name != "file"}
    path = dict(attributes).get("file")
    prefix = f"toc-{sha256(f'{text}{attributes}'.encode()).hexdigest()[:8]}"
    shown = show(None if path else text, path, options, prefix)
    for remark in shown.remarks:
        sys.stderr.write(f"toc: {remark}\n")
    if to in _AS_HTML:
        return {"t": "RawBlock", "c": ["html", in_html(shown)]}
    holds = [_image(shown, to)] if shown.svg else []
    return {"t": "Div", "c": [["", classes, []], [*holds, *[_said(remark) for remark in shown.remarks]]]}


def _image(shown: Shown, to: str) -> Any:
    """Put the picture into a file of its own; its name is made from what it shows, so that nothing is written twice."""
    other = as_pdf(shown.svg) if to in _AS_PDF else as_png(shown.svg) if to in _AS_PNG else None
    ending = "svg" if other is None else "pdf" if to in _AS_PDF else "png"
    made = shown.svg.encode("utf-8") if other is None else other
    place = f"{FOLDER}/{sha256(made).hexdigest()[:16]}.{ending}"
    if not os.path.exists(place):
        os.makedirs(FOLDER, exist_ok=True)
        write(place, made)
    return {"t": "Para", "c": [{"t": "Image", "c": [["", [], []], _inlines(shown.alt), [place, ""]]}]}


def _said(remark: str) -> Any:
    return {"t": "Para", "c": _inlines(remark)}


def _inlines(text: str) -> list[Any]:
    words: list[Any] = []
    for word in text.split():
        words += [{"t": "Space"}, {"t": "Str", "c": word}]
    return words[1:]
