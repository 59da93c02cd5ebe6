"""Running the steps of `action.yml` as the runner of GitHub does, as far as our file goes.

Expressions are looked up in what a run knows; a script is written into a file and given to bash with the flags that
``shell: bash`` stands for; a step that uses another action is only noted down, with what it was given.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")


@dataclass
class Run:
    """One run: the contexts that expressions see, the environment, and what happened so far."""

    contexts: dict[str, Any]
    environment: dict[str, str]
    workspace: Path
    temporary: Path
    used: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    out: str = ""
    err: str = ""

    def evaluated(self, text: Any) -> str:
        """Put what a run knows into a text; what it does not know is empty."""
        return _EXPRESSION.sub(lambda found: self._looked_up(found[1].strip()), str(text))

    def _looked_up(self, path: str) -> str:
        found: Any = self.contexts
        for name in path.split("."):
            found = found.get(name, {}) if isinstance(found, dict) else {}
        return "" if isinstance(found, dict) else str(found)

    def wants(self, condition: str) -> bool:
        """Decide on the only kind of condition that our file has: ``path == 'word'``."""
        path, word = re.fullmatch(r"([\w.]+) == '(\w+)'", condition).groups()
        return self._looked_up(path) == word


def action() -> dict[str, Any]:
    """Read `action.yml`."""
    return yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def steps(run: Run, *, without: str = "") -> int:
    """Run all steps but the one called ``without``, until one fails, and give the status."""
    for number, step in enumerate(action()["runs"]["steps"]):
        if step.get("name") == without or ("if" in step and not run.wants(step["if"])):
            continue
        if "uses" in step:
            given = {name: run.evaluated(value) for name, value in step.get("with", {}).items()}
            run.used.append((step["uses"], given))
            continue
        status = bash(run, number, step)
        if status != 0:
            return status
    return 0


def bash(run: Run, number: int, step: dict[str, Any]) -> int:
    """Run the script of one step."""
    script = run.temporary / f"step-{number}.sh"
    script.write_text(step["run"], encoding="utf-8")
    more = {name: run.evaluated(value) for name, value in step.get("env", {}).items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=run.workspace, env=run.environment | more, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    run.out += done.stdout
    run.err += done.stderr
    return done.returncode
