"""A donor's own template, filled with what a theory says: their Word document or their workbook, our words.

`told` is what a template can ask for, the same for both; `sheet` fills workbooks, `moved` makes room in them, `page`
fills documents. What we put in is always text or a number: nothing of ours becomes a formula, a field or markup, and
what is theirs stays, formulas and styles included.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled template, and what could not be kept of it, in sentences."""

    content: bytes
    remarks: tuple[str, ...] = ()


FORMS: Final = {"xlsx": "toc.renderers.forms.sheet:fill", "docx": "toc.renderers.forms.page:fill"}
"""The endings of templates, and where the function ``(asked, template, name) -> Filled`` of each is."""

MISSING: Final = "To fill templates, install more parts: pip install 'theory-of-change[templates]'"
"""What is said where openpyxl or docxtpl is not installed."""
