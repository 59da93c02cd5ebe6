"""A small theory, a broken one, and the environment in which `toc` is run."""

from __future__ import annotations

import os
import sys

PLAN = """\
theory: Clean air
  stage: draft

partner council: City council

goal clean-air: Children breathe clean air
  outcome fewer-cars: Fewer cars drive past schools
    because: the school run is most of the traffic
    activity close: Close streets at drop-off
      by council: signs
"""
"""A theory in which nothing is an error."""

BROKEN = PLAN.replace("by council: signs", "by counsil: signs")
"""The same with a misspelt partner, which is an error in a draft."""


def environment(**more: str) -> dict[str, str]:
    """Give an environment without whatever colours or debugs the tests' own terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TOC_DEBUG", "COLUMNS")}
    return {**kept, "PYTHONPATH": os.pathsep.join([path for path in sys.path if path]), **more}
