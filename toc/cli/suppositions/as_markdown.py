"""The answer as Markdown: a list under a heading for each group, with every text escaped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.render import markdown_text
from toc.whatif import tell, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.whatif import WhatIf


def document(answer: WhatIf) -> str:
    """Write the whole answer."""
    return "\n".join(_lines(answer)) + "\n"


def _lines(answer: WhatIf) -> Iterator[str]:
    yield f"## {markdown_text(title(answer))}"
    for group in tell(answer):
        yield from ("", f"### {markdown_text(group.title)}", "")
        sign = f"{group.sign} " if group.sign in ("×", "»") else ""
        yield from [f"- {sign}{markdown_text(sentence)}" for sentence in group.told]
