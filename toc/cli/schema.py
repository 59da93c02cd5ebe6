"""`toc schema`: the JSON Schema of what `toc render --to json` writes and `toc render model.json` reads."""

from __future__ import annotations

import click

from .options import STDIN


@click.command(name="schema", short_help="Print the JSON Schema of what toc render --to json writes.")
@click.option("-o", "--output", metavar="FILE", help="Write it into a file instead.")
def command(*, output: str | None) -> None:
    """Print the JSON Schema of what toc render --to json writes."""
    from toc.exchange.model_json import schema  # noqa: PLC0415  brings pydantic

    from .delivery import deliver  # noqa: PLC0415

    deliver(schema(), output or STDIN)
