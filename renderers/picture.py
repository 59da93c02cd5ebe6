"""A theory becomes a scene: the whole way in one readable function.

Marks are numbered, boxes are written and measured, levels are found, the layout places boxes and routes arrows, and
title, legend and tray are set around them. Nothing here knows colours or writes SVG.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .body import MARGIN, Arranged, place_body
from .cards import heading, width, wrap
from .contents import Contents, find_contents, standing
from .layout import Arrow, Frame, Graph, Node, lay_out
from .legend import legend_blocks, set_legend, set_tray
from .marks import find_marks
from .paper import papers
from .rows import Rows, find_rows
from .scene import Line, Scene
from .spoken import describe
from .telling import make_telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.model import Theory

    from .layout import Engine
    from .legend import Item
    from .marks import Marks
    from .paper import Paper
    from .shape import Direction
    from .telling import Telling

MANY: Final = 30
"""With more boxes than this, a picture reads from the side unless something else is asked for."""
