"""`toc live`: the page on which a facilitator types and the room sees the theory grow."""

from __future__ import annotations

import gc
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from .options import colour_option, one_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.live.sharing import Links

    from .terminal import Row

_NEEDED = ("starlette", "uvicorn", "websockets", "watchfiles", "segno")
_MISSING = (
    "The live page needs a few more packages. Install them with: pip install 'theory-of-change[live]', "
    "or in a checkout: .venv/bin/pip install '.[live]'"
)


@click.command(name="live", short_help="Open the page on which a room writes together.")
@click.argument("files", nargs=-1, metavar="[FILE]")
@click.option("--share", is_flag=True, help="Let others in the local network in, by two links: to write and to read.")
@click.option(
    "--address", metavar="ADDRESS", help="This machine's address in the network, where --share guesses wrong."
)
@click.option(
    "--port", type=click.IntRange(1, 65535), help="The port to listen at; 8137 or the next free one unless told."
)
@click.option("--new-links", is_flag=True, help="Make the links of all earlier sessions worthless, and new ones.")
@click.option("--no-browser", is_flag=True, help="Do not open the page in the browser.")
@colour_option
def command(
    files: tuple[str, ...],
    *,
    share: bool,
    address: str | None,
    port: int | None,
    new_links: bool,
    no_browser: bool,
    colour: str,
) -> None:
    """Open a page on which a theory is written while everybody watches it grow.

    Everything typed is in FILE within half a second; what other programs write into it comes into the page. A FILE
    that does not exist yet begins empty. Only this machine sees the page unless --share is given. Ctrl-C ends it.

    \b
    toc live plan.toc
    toc live plan.toc --share
    """  # noqa: D301  click wants the sign itself, which keeps these lines as they are
    if address and not share:
        msg = "--address goes with --share."
        raise click.UsageError(msg)
    file = one_named(files)
    if any(find_spec(package) is None for package in _NEEDED):
        raise click.ClickException(_MISSING)
    from toc.live.serving import Plan, serve  # noqa: PLC0415  brings the server

    gc.enable()  # the command line does without it, but this runs for hours
    folder = click.get_app_dir("toc")
    plan = Plan(file, share=share, address=address, port=port, new_links=new_links, secrets=folder)
    try:
        serve(plan, lambda links: _say_where(links, share=share, opens=not no_browser, colour=colour))
    except OSError as trouble:
        if isinstance(trouble, ConnectionError) or trouble.filename:
            raise
        msg = f"The page cannot be opened: {trouble.strerror or trouble}. Another --port or --address may be free."
        raise click.ClickException(msg) from None


def _say_where(links: Links, *, share: bool, opens: bool, colour: str) -> None:
    """Say how to get in, and open the browser."""
    from .terminal import of_stream, put  # noqa: PLC0415  wrong use needs no terminal

    terminal = of_stream(sys.stdout, colour)
    for row in _rows(links, share=share):
        terminal.say(row)
    if share and sys.stdout.isatty():
        from toc.live.sharing import as_blocks  # noqa: PLC0415

        put(f"\nTo look on from a phone:\n\n{as_blocks(links.read)}")
    sys.stdout.flush()
    if opens:
        import webbrowser  # noqa: PLC0415

        webbrowser.open(links.write)


def _rows(links: Links, *, share: bool) -> Iterator[Row]:
    from .terminal import Row, Style, Styled  # noqa: PLC0415

    yield Row(("To write:  ", Styled(links.write, Style.STRONG)), indent=11)
    if share:
        yield Row(("To read:   ", Styled(links.read, Style.STRONG)), indent=11)
        yield Row((Styled("Whoever has a link is in. Others cannot guess it.", Style.FAINT),))
    yield Row((Styled("Leave this running; Ctrl-C ends the page. The text stays in its file.", Style.FAINT),))
