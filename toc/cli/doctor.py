"""`toc doctor`: does everything work here, and what to do where it does not."""

from __future__ import annotations

import sys

import click

from .options import colour_option


@click.command(name="doctor", short_help="See whether everything works here.")
@colour_option
def command(*, colour: str) -> int:
    """See whether everything works on this machine and in this folder, and what to do where it does not.

    Boxes are placed, pictures made, a port opened, and git is asked how it merges the plans of this folder. Exits
    with 1 when something is wrong; what could only be added is no fault.
    """
    from toc.setup.examining import State, examine  # noqa: PLC0415  brings nearly everything

    from .about import version  # noqa: PLC0415  costs 20 ms
    from .terminal import Row, Style, Styled, of_stream  # noqa: PLC0415  wrong use needs no terminal

    terminal = of_stream(sys.stdout, colour)
    styles = {State.GOOD: Style.GOOD, State.OPTION: Style.ADVICE, State.WRONG: Style.ERROR}
    terminal.say(f"toc {version()}")
    wrong = False
    for found in examine("."):
        terminal.say(Row((Styled(f"{found.state:<7}", styles[found.state]), found.says), indent=7))
        wrong = wrong or found.state is State.WRONG
    return int(wrong)
