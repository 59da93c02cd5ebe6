"""The plan of Lantern Street, evening by evening."""

from __future__ import annotations

FIRST = """\
partner library: Lantern Street Library

goal readers: Every child reads for pleasure
  outcome: Families read together
    activity bags: Send a bag of books home
      by library: 300 books
        status: offered
  outcome talk: Children talk about books
"""
REWORDED = FIRST.replace("Families read together", "Families read together at home").replace("offered", "confirmed")
WITHOUT = REWORDED.replace("  outcome talk: Children talk about books\n", "")
NOW = WITHOUT + "\nquestion pay: Who pays?\n  on: bags\n"
