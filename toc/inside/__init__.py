"""Theories inside other people's documents: Sphinx, Markdown fences, pandoc, notebooks, and colours for Pygments.

Each host has one small file that speaks its language; what they share is in `shown`. No host is needed by another, and
none of them is imported before somebody uses it.
"""
