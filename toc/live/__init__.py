"""The room: a page on which a facilitator types a theory, and everybody sees it grow.

What somebody types goes this way: a change to the text everybody shares (`shared`, `changes`), from there to the disk
(`keeper`) and to the picture (`drawing`), and both back to all pages (`room`). `server` is the door: who may come in
is decided in `safety`. What the page itself does stands in `page/`, in its own language.

The file is the truth: whatever is typed reaches it within half a second, and what others write into it comes
back as one more writer's change.
"""
