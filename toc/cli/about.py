"""What the program can say about itself."""

from __future__ import annotations


def version() -> str:
    """Give the version of the installed distribution; a checkout that was never installed has none."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  costs 20 ms

    try:
        return version("theory-of-change")
    except PackageNotFoundError:
        return "from a checkout"
