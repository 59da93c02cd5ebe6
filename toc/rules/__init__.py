"""The checks about what a theory says: one file a rule.

A rule's docstring is its documentation: what `toc explain` prints, with a theory that makes it speak and one that
does not. `toc.rules.catalogue` names them all, and is read only where something is checked: many want nothing but the
words of this room (`phrases`, `wording`). `toc.rules.reading` lists those that the reader finds while it reads;
`reading.md` documents them.
"""
