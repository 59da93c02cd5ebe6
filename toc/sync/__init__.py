"""Parts of a Markdown document that toc keeps up to date, between two markers.

::

    <!-- toc:begin plan.toc report=matrix -->
    …
    <!-- toc:end -->

Nothing outside such a block changes by a byte, and what somebody changed inside one by hand is never overwritten
unasked: the end marker keeps a hash of what was put there. Nothing in a document is run; a document names plans and
pictures below the top of its own project, and nothing else. The same document and the same plan give the same bytes.
"""

from __future__ import annotations

from .documents import Plans, Synced, Told, settle, synced

__all__ = ["Plans", "Synced", "Told", "settle", "synced"]
