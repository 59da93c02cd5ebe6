"""`toc review`: what a branch changes in all plans of a repository, as one comment for the request to merge it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import click

from .options import STDIN

if TYPE_CHECKING:
    from .reviews import Reviewed

_BETWEEN, _SINCE = "..", "..."


@click.command(name="review", short_help="Write what a branch changes, for a pull request.")
@click.argument("between", metavar="BASE[...[HEAD]]", required=False)
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("-o", "--output", metavar="FILE", help="Write it into a file instead.")
@click.option("--pictures", metavar="FOLDER", help="Draw each plan before, after, and both in one, into this folder.")
@click.option("--pictures-at", metavar="ADDRESS", help="Where on the web that folder will be found.")
def command(
    between: str | None, files: tuple[str, ...], *, output: str | None, pictures: str | None, pictures_at: str | None
) -> None:
    """Write what changed in the plans of a repository, as one comment in Markdown for GitHub or GitLab.

    Every plan is told of which a file changed, also one that it includes; with FILE, only the plans that file belongs
    to. Before and after are drawn in the comment. Where no plan changed, nothing is written.

    \b
    toc review main                 what this branch did since it left main
    toc review main...autumn        what autumn did since it left main
    toc review v1..v2               between two revisions
    """  # noqa: D301  click wants the sign itself, which keeps these lines as they are
    if not between:
        msg = "Name what to compare with, as in toc review main"
        raise click.UsageError(msg)
    if STDIN in files:
        msg = "git knows nothing about standard input. Name a file."
        raise click.UsageError(msg)
    address = _address(pictures_at)
    from .reviews.as_comment import comment  # noqa: PLC0415  wrong use is told without it
    from .reviews.found import reviewed  # noqa: PLC0415  the same

    plans = reviewed(*_revisions(between), files)
    drawn = _drawn(pictures, plans)
    _deliver(comment(plans, address if drawn else ""), output or STDIN)


def _revisions(between: str) -> tuple[str, str]:
    """Say which two revisions are meant; a side that is left out is HEAD, and one alone is where this branch left."""
    from toc.git import merge_base  # noqa: PLC0415  wrong use is told without git

    old, dots, new = between.partition(_SINCE if _SINCE in between else _BETWEEN)
    old, new = old or "HEAD", new or "HEAD"
    return (old, new) if dots == _BETWEEN else (merge_base(old, new, "."), new)


def _address(written: str | None) -> str:
    """Check an address, and encode what would end it within Markdown."""
    if not written:
        return ""
    if not written.startswith(("https://", "http://")):
        msg = f"‘{written}’ is no address on the web. It begins with https://"
        raise click.UsageError(msg)
    return quote(written, safe=":/?#&=%~@+,;-._")


def _drawn(folder: str | None, plans: tuple[Reviewed, ...]) -> int:
    if folder is None:
        return 0
    from .reviews.drawn import draw_into  # noqa: PLC0415  not everybody draws

    return draw_into(folder, plans)


def _deliver(text: str, output: str) -> None:
    from .delivery import deliver  # noqa: PLC0415  wrong use is told without it

    deliver(text, output)
