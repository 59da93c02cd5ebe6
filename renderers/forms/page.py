"""A Word template, filled by docxtpl: its tags are those of Jinja, in a sandbox, and every word is escaped.

All kinds of things are there by their plurals (``{% for one in outputs %}``), the first goal as ``goal``, the theory
as ``theory``. A name that there is not is said, never left empty.
"""

from __future__ import annotations

import io
import re
import zlib
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile

from .. import CannotRenderError
from ..escape import one_line
from ..office import same_bytes
from . import MISSING, Filled
from .told import KINDS, names_of, plural, things, whole

if TYPE_CHECKING:
    from ..reports.asked import Asked

_LONGEST: Final = 120
_TROUBLES: Final = (
    ArithmeticError, LookupError, RuntimeError, SyntaxError, TypeError, ValueError, OSError, BadZipFile, zlib.error,
)  # fmt: skip
_FILE: Final = re.compile(r"^file '<[^>]*>'")
_NAMED: Final = re.compile(r"'(\w+)'(?: is undefined)?$")


def fill(asked: Asked, template: bytes, name: str) -> Filled:
    """Fill a .docx; raises CannotRenderError, with the place, for a template that asks for what there is not."""
    try:
        docxtpl, jinja, sandbox = [import_module(part) for part in ("docxtpl", "jinja2", "jinja2.sandbox")]
    except ImportError:
        raise CannotRenderError(MISSING) from None
    words = sandbox.ImmutableSandboxedEnvironment(autoescape=True, undefined=jinja.StrictUndefined)
    out = io.BytesIO()
    try:
        form = docxtpl.DocxTemplate(io.BytesIO(template))
        form.render(_all(asked), words, autoescape=True)
        form.save(out)
    except jinja.UndefinedError as trouble:
        raise CannotRenderError(_unknown(str(trouble), form, name)) from None
    except (jinja.TemplateError, *_TROUBLES) as trouble:
        raise CannotRenderError(_said(trouble, name)) from None
    return Filled(same_bytes(out.getvalue()))


def _all(asked: Asked) -> dict[str, Any]:
    found = {plural(kind): things(asked, kind) for kind in KINDS}
    goal = found["goals"][0] if found["goals"] else dict.fromkeys(names_of("goal"), "")
    return {**found, "goal": goal, "theory": whole(asked)}


def _unknown(trouble: str, form: Any, name: str) -> str:
    """Say which name of a template there is not, where it stands, and which one was meant."""
    found = _NAMED.search(trouble)
    if found is None:
        return _said(ValueError(trouble), name)
    asked = found[1]
    paragraphs = ["".join(one.xpath(".//w:t/text()")) for one in form.get_docx().element.xpath("//w:p")]
    near = next((text for text in paragraphs if asked in text), "")
    known = [*map(plural, KINDS), "goal", "theory", *[key for kind in (*KINDS, "theory") for key in names_of(kind)]]
    meant = get_close_matches(asked, known, 1)
    return (
        f"The template {name} asks for “{asked}”, which there is not"
        + (f", in “{_short(near)}”" if near else "")
        + (f". Did you mean “{meant[0]}”?" if meant else ".")
    )


def _said(trouble: Exception, name: str) -> str:
    """Say what is wrong with a template, and near which of its words."""
    lines = [line for line in getattr(trouble, "docx_context", ()) if "{{" in line or "{%" in line]
    near = f", near “{_short(lines[0])}”" if lines else ""
    why = _FILE.sub("it", str(trouble)) or type(trouble).__name__
    return f"The template {name} could not be filled: {_short(why)}{near}."


def _short(text: str) -> str:
    line = one_line(text).rstrip(".")
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
