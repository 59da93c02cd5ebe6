"""What can go wrong with an engine, in words for the person who wants a picture."""

from __future__ import annotations


class EngineError(OSError):
    """An engine gave no picture. The message is a whole sentence."""


class EngineTimeoutError(EngineError, TimeoutError):
    """An engine took longer than it may. Asking it again would only take longer."""
