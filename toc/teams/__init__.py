"""Where partners talk about a change: one comment, made by the first run and written over by every later one.

`python -m toc.teams github FILE` and `… gitlab FILE` post what `toc review` wrote, as the machines of GitHub and GitLab
call it. Nothing here reads a theory, and the token goes nowhere but to the address that the forge itself names.
"""

from __future__ import annotations

from typing import Final

MARK: Final = "<!-- toc-review -->"
"""What a comment of ours starts with. Readers do not see it; by it the comment is found again."""

MOST: Final = 65_536
"""Characters of a comment on GitHub; GitLab takes more."""


def length(text: str) -> int:
    """Count characters as whoever counts most does: one beyond the first 65,536 of Unicode is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
