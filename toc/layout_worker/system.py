"""The ``dot`` program of the machine, driven through the graphviz package: for machines without pygraphviz.

Its version is whatever is installed, so its pictures may differ from machine to machine.
"""

from __future__ import annotations

import subprocess

from .trouble import EngineError, EngineTimeoutError

SECONDS = 10.0
"""How long a picture may take; the program starts anew for each."""

CHARACTERS_A_SECOND = 20_000
"""How many more characters of DOT give one second more."""


class System:
    """Graphviz as it is installed on this machine."""

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds

    def plain(self, dot: str) -> str:
        """Arrange a graph and give Graphviz' ``plain`` format.

        Raises:
            EngineError: there is no ``dot`` program, or it broke off, or it did not draw everything.
            EngineTimeoutError: it took too long, and was ended.
        """
        import graphviz  # noqa: PLC0415  (only where it is asked for)
        from graphviz.backend import dot_command, execute  # noqa: PLC0415

        seconds = self._seconds + len(dot) / CHARACTERS_A_SECOND
        try:
            done = execute.run_check(
                dot_command.command("dot", "plain"),
                input=dot.encode(),
                capture_output=True,
                quiet=True,
                timeout=seconds,
                start_new_session=True,
            )
        except graphviz.ExecutableNotFound:
            reason = "Graphviz is not available here: there is no program called dot."
            raise EngineError(reason) from None
        except subprocess.TimeoutExpired:
            reason = f"Graphviz took longer than {seconds:.0f} seconds."
            raise EngineTimeoutError(reason) from None
        except (subprocess.CalledProcessError, OSError):
            reason = "Graphviz broke off on it."
            raise EngineError(reason) from None
        if b"Error" in done.stderr:
            reason = "Graphviz could not arrange all of it."
            raise EngineError(reason)
        return str(done.stdout, "utf-8", "replace")
