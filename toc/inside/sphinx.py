"""A directive for Sphinx and MyST: `.. toc:: plan.toc`, or a theory as the content of the directive.

In `conf.py`: ``extensions = ["toc.inside.sphinx"]``. HTML gets the picture as SVG, LaTeX as PDF where the extra ``pdf``
is installed; every other format gets the words of the picture.
"""

from __future__ import annotations

import os
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from toc.includes import project_of

from .shown import OPTIONS, in_html, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

_LOG = logging.getLogger(__name__)


class Picture(nodes.General, nodes.Element):
    """A theory in a document: what it is in HTML, its SVG, and its words."""


class Directive(SphinxDirective):
    """Shows a theory; the file is looked for beside the document, or from the top of the documents with a slash."""

    has_content = True
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = dict.fromkeys(OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """Put the theory into the document, and say where it could not be read."""
        path, text = str(self.env.doc2path(self.env.docname)), "\n".join(self.content)
        if self.arguments:
            relative, path = self.env.relfn2path(self.arguments[0])
            self.env.note_dependency(relative)
        prefix = f"toc-{sha256(f'{self.env.docname}:{self.lineno}'.encode()).hexdigest()[:8]}"
        project = project_of(os.path.dirname(self.env.doc2path(self.env.docname)), self.env.srcdir)
        shown = show(None if self.arguments else text, path, self.options, prefix, project)
        for file in shown.files:
            self.env.note_dependency(os.path.relpath(file, self.env.srcdir))
        for remark in shown.remarks:
            _LOG.warning(remark, location=self.get_location(), type="toc")
        return [Picture("", html=in_html(shown), svg=shown.svg, alt=shown.alt, remarks=shown.remarks)]


def _html(visitor: Any, node: Picture) -> None:
    visitor.body.append(node["html"])
    raise nodes.SkipNode


def _latex(visitor: Any, node: Picture) -> None:
    """Set the picture as PDF beside the document; without the extra, its words stand there."""
    from toc.render import as_pdf  # noqa: PLC0415  brings a large package

    made = as_pdf(node["svg"]) if node["svg"] else None
    if made is None:
        visitor.body.append(visitor.encode(node["alt"]))
        raise nodes.SkipNode
    name = f"toc-{sha256(made).hexdigest()[:16]}.pdf"
    place = os.path.join(visitor.builder.outdir, name)
    if not os.path.exists(place):
        from toc.files import write  # noqa: PLC0415  as above

        write(place, made)
    visitor.body.append(f"\n\\noindent\\sphinxincludegraphics[width=\\linewidth]{{{name}}}\n")
    raise nodes.SkipNode


def _words(visitor: Any, node: Picture) -> None:
    visitor.add_text(node["alt"]) if hasattr(visitor, "add_text") else visitor.body.append(node["alt"])
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict[str, Any]:
    """Add the directive; this is what Sphinx calls."""

    def leave(_visitor: Any, _node: Picture) -> None:
        return None

    app.add_node(
        Picture, html=(_html, leave), latex=(_latex, leave), text=(_words, leave), man=(_words, leave),
        texinfo=(_words, leave),
    )  # fmt: skip
    app.add_directive("toc", Directive)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
