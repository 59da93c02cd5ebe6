"""`toc git-setup`: make git merge and compare theories as theories, or take that back."""

from __future__ import annotations

import sys

import click


@click.command(name="git-setup", short_help="Make git merge and compare theories as theories.")
@click.option("--global", "everywhere", is_flag=True, help="For all your repositories, not only for this one.")
@click.option("--remove", is_flag=True, help="Take out what was put in, and nothing else.")
def command(*, everywhere: bool, remove: bool) -> None:
    """Make git ready for theories, in the repository of this folder.

    git then merges fact by fact, shows in its diffs which box changed, and does not take a plan for what TeX leaves
    behind. Everybody does this once in their clone; doing it again changes nothing. If toc fails or is not there,
    git merges line by line as before.
    """
    from toc.setup import set_up, take_away  # noqa: PLC0415  only a wish to run needs git

    from .terminal import of_stream  # noqa: PLC0415  wrong use needs no terminal

    terminal = of_stream(sys.stdout)
    said = False
    for sentence in (take_away if remove else set_up)(".", everywhere=everywhere):
        terminal.say(sentence)
        said = True
    if not said:
        terminal.say("There was nothing of toc in the settings of git.")
