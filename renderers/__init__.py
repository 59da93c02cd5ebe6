"""What a theory can be turned into: a table, from which everything else finds its renderer by name.

A renderer is a function ``render(theory, *, …) -> str | bytes``: pure, without files, processes of its own, or the
clock. Its options are its keyword parameters. To add one, write it in a file here and add a line to the table.
"""

from __future__ import annotations

from dataclasses import dataclass


class CannotRenderError(Exception):
    """This picture or text cannot be made here; the message is a sentence that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """One format: its name, where its function is, and the endings of its files, the usual one first.

    ``about`` is one line for the help. ``is_drawn`` says that boxes are placed, so that whoever calls may start an
    engine early. ``built_on`` names the renderer whose options it takes besides its own.
    """

    name: str
    home: str
    endings: tuple[str, ...]
    about: str
    is_drawn: bool = False
    is_binary: bool = False
    built_on: str | None = None


RENDERERS = (
    Renderer("svg", "toc.renderers.svg:render", ("svg",), "a picture for screens, reports and printing", is_drawn=True),
    Renderer(
        "png", "toc.renderers.png:render", ("png",), "the picture in pixels, for slides and chats",
        is_drawn=True, is_binary=True, built_on="svg",
    ),
    Renderer(
        "pdf", "toc.renderers.pdf:render", ("pdf",), "the picture on a page, for printing",
        is_drawn=True, is_binary=True, built_on="svg",
    ),
    Renderer(
        "pptx", "toc.renderers.powerpoint:render", ("pptx",), "a slide whose boxes partners move and reword",
        is_drawn=True, is_binary=True, built_on="svg",
    ),
    Renderer("dot", "toc.renderers.dot:render", ("dot", "gv"), "a graph for Graphviz"),
    Renderer("mermaid", "toc.renderers.mermaid:render", ("mmd", "mermaid"), "a diagram for GitHub, GitLab and wikis"),
    Renderer("md", "toc.renderers.markdown:render", ("md", "markdown"), "the story as a text for a report"),
    Renderer("json", "toc.exchange.model_json:write", ("json",), "the whole model, for other programs"),
)  # fmt: skip
"""All renderers, in the order of the help."""
