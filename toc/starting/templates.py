"""Templates: whole small theories that show how something is written, to be overwritten with one's own words."""

from __future__ import annotations

import os

from toc.files import read
from toc.near import nearest

FOLDER = os.path.join(os.path.dirname(__file__), "templates")
"""Where the templates stand, each in the file of its name."""

TEMPLATES = ("workshop", "purpose", "logframe", "results-chain")
"""The templates, in the order in which they are listed."""


class UnknownTemplateError(ValueError):
    """A template that is not there; the message is a sentence with the one that was meant."""


def template(name: str) -> str:
    """Give the text of a template; raises UnknownTemplateError."""
    if name not in TEMPLATES:
        near = nearest(name, TEMPLATES)
        meant = f"Did you mean ‘{near}’?" if near else f"There are {', '.join(TEMPLATES)}."
        msg = f"There is no template ‘{name}’. {meant}"
        raise UnknownTemplateError(msg)
    return read(os.path.join(FOLDER, f"{name}.toc")).text


def about(name: str) -> str:
    """Say in one line what a template is for: its first line says it."""
    return template(name).split("\n", 1)[0].removeprefix("# ")
