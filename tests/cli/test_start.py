"""Which command imports what: the start of the program is a budget."""

import subprocess
import sys

import pytest
from running import environment

BUDGETS = [
    (("--help",), ("lark", "pydantic", "pygraphviz", "graphviz", "json", "toc.syntax", "toc.rules", "toc.renderers")),
    (("--version",), ("lark", "pydantic", "toc.syntax", "toc.rules", "toc.renderers")),
    (("check", "--help"), ("lark", "pydantic", "toc.syntax", "toc.rules", "toc.renderers")),
    (("check", "plan.toc"), ("pydantic", "pygraphviz", "graphviz", "toc.renderers", "tomllib", "json", "subprocess")),
    (("fmt", "--check", "plan.toc"), ("pydantic", "toc.rules", "toc.renderers", "tomllib", "json", "subprocess")),
    (("log", "--help"), ("lark", "pydantic", "subprocess", "toc.syntax", "toc.history")),
    (("blame", "--help"), ("lark", "pydantic", "subprocess", "toc.syntax", "toc.history")),
    (("new", "--help"), ("lark", "pydantic", "toc.syntax", "toc.rules", "subprocess")),
    (("explain", "no-goal"), ("lark", "pydantic", "toc.syntax", "toc.renderers")),
    (("render", "plan.toc", "-o", "o.svg"), ("pydantic", "pygraphviz", "graphviz", "resvg_py", "typst", "toc.rules")),
    (("render", "plan.toc", "--to", "mermaid"), ("pydantic", "subprocess", "toc.layout_worker", "toc.rules")),
]


@pytest.mark.parametrize(("arguments", "banned"), BUDGETS, ids=lambda value: " ".join(value)[:40])
def test_a_command_imports_only_what_it_needs(folder, arguments, banned):
    program = (
        "import sys\nfrom toc.cli.app import run\n"
        f"status = run({list(arguments)!r})\nprint(*sorted(sys.modules), sep='\\n', file=sys.stderr)\nsys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        check=False,
    )
    assert done.returncode == 0
    loaded = set(done.stderr.split("\n"))
    assert "toc.cli.app" in loaded
    assert {name for name in banned if name in loaded} == set()
