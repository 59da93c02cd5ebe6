"""A plan and a later one, for the tests of reviews."""

from __future__ import annotations

import re

PLAN = """\
theory: Reading
  stage: draft

partner library: Lantern Street Library

goal readers: Every child reads for pleasure
  outcome evenings: Families read together
    activity bags: Send a bag of books home
      by library: 300 books
        status: offered
"""
LATER = PLAN.replace("Families", "Most families").replace("offered", "confirmed")


def told(said: str) -> str:
    """Give the words without the pictures."""
    return re.sub(r"<details.*?</details>\n*", "", said, flags=re.DOTALL)
