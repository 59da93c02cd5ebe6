"""What all tests share. Because this file is here, a test can import what stands beside it (`strategies`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from pathlib import Path


# The same examples in every run, so that a red run is about a change; speed is measured in tests/bench.
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=3000)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the golden files instead of comparing with them")
    parser.addoption("--runs", type=int, default=2, help="how many random runs of the browser tests; all of them: 20")


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare a text with a file that holds it; with ``--update``, write the file."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert path.exists(), f"there is no {path.name} yet: run pytest --update"
        assert text == path.read_bytes().decode("utf-8"), f"{path.name} is stale: run pytest --update"

    return compare
