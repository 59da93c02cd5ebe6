"""Wrong use of the command line, told as everything else here is; click has sentences of its own, for programmers."""

from __future__ import annotations

import re

import click

_TOO_MUCH = r"Got unexpected extra arguments? \((.*)\)"


def told(trouble: click.UsageError, path: str, command: click.Command) -> str:
    """Say in one sentence what was wrong in a command line, such as ``toc check``, and what can stand there."""
    if isinstance(trouble, click.NoSuchOption):
        near = f" Did you mean {trouble.possibilities[0]}?" if trouble.possibilities else ""
        return f"There is no option {trouble.option_name}.{near}"
    option = _option(trouble, command)
    if option is not None:
        return f"{_name(option)} {_takes(option)}."
    too_much = re.match(_TOO_MUCH, trouble.format_message())
    return f"{path} has no use for {too_much[1]}." if too_much else trouble.format_message()


def _option(trouble: click.UsageError, command: click.Command) -> click.Option | None:
    """Find the option that has nothing behind it, or something that it does not take."""
    if isinstance(trouble, click.BadParameter):
        return trouble.param if isinstance(trouble.param, click.Option) else None
    if isinstance(trouble, click.BadOptionUsage):
        options = [one for one in command.params if isinstance(one, click.Option)]
        return next((one for one in options if trouble.option_name in one.opts), None)
    return None


def _name(option: click.Option) -> str:
    return next((name for name in option.opts if name.startswith("--")), option.opts[0])


def _takes(option: click.Option) -> str:
    if option.is_flag:
        return "stands alone, with nothing behind it"
    if isinstance(option.type, click.Choice):
        *some, last = [str(choice) for choice in option.type.choices]
        return f"takes {', '.join(some)} or {last}" if some else f"takes {last}"
    if isinstance(option.type, click.IntRange):
        most = f" to {option.type.max}" if option.type.max is not None else " up"
        return f"takes a whole number from {option.type.min}{most}"
    return f"needs something behind it: {_name(option)} {option.metavar or 'WORD'}"
