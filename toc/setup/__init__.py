"""Git made ready for theories: attributes, drivers, and the trap that TeX sets.

Everything that is put in can be recognised, so that it is put in once and taken out exactly. Each step says in a
sentence what it did.
"""

from __future__ import annotations

from .driver import wishes

__all__ = ["wishes"]
