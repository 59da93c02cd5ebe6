"""What if: which results no longer hold, or come late, when a partner leaves, a belief breaks, a date slips.

    >>> from toc.whatif import Supposed, suppose, tell
    >>> what_if = suppose(theory, Supposed(without=("council",)))
    >>> for group in tell(what_if):
    ...     print(group.title, group.told)

What holds is decided by the one least fixpoint of `toc.logic`. Pure, without clock or files; every answer says what it
cannot know.
"""

from __future__ import annotations

from .answer import WhatIf, suppose
from .marks import HIDDEN, marked
from .supposing import Supposed, WhatIfTrouble
from .told import Group, tell, title

__all__ = ["HIDDEN", "Group", "Supposed", "WhatIf", "WhatIfTrouble", "marked", "suppose", "tell", "title"]
