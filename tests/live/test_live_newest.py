"""What changed last: the boxes that the view follows, and no others."""

from __future__ import annotations

import pytest

import toc
from toc.live.seeing import changed_elements

TEXT = "goal g: Everybody reads\n  outcome rota: Who opens when is known\nterm rota: a list of who does what when\n"


@pytest.mark.parametrize(
    ("after", "newest"),
    [
        (TEXT, []),
        (f"# a note\n{TEXT}", []),
        (TEXT.replace("reads", "reads well"), ["g"]),
        (TEXT.replace("is known", "hangs at the door"), ["rota"]),
        (TEXT.replace("a list of", "the list of"), []),
        (f"{TEXT}session 2026-03-12: First workshop\n", []),
        (f"{TEXT}outcome new: Something else\n", ["new"]),
    ],
)
def test_what_changed_last(after, newest):
    assert changed_elements(toc.loads(TEXT), toc.loads(after)) == newest
