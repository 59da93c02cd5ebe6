"""What is shipped: one top-level name, with the grammar and the renderers inside it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MUST_HAVE = (
    "toc/__init__.py", "toc/py.typed", "toc/build/__init__.py", "toc/cli/__init__.py", "toc/rules/reading.md",
    "toc/grammar/toc.lark", "toc/grammar/tables.py", "toc/renderers/__init__.py", "toc/renderers/svg.py",
    "toc/renderers/languages/fr.json", "toc/renderers/lettering/arial_widths.json", "toc/renderers/story/__init__.py",
)  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_owns_one_name_and_holds_everything(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"toc"}
    assert [name for name in MUST_HAVE if name not in names] == []
    assert not [name for name in names if "/tests/" in name or name.startswith("toc/examples")]


def test_it_works_where_nothing_else_of_the_checkout_is(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "plan.toc").write_text("goal g: Everybody reads\n  outcome o: Books are at hand\n", encoding="utf-8")
    command = [sys.executable, "-m", "toc", "render", "plan.toc", "--engine", "plain", "-o", "plan.svg"]
    alone = {"cwd": tmp_path, "env": {"PYTHONPATH": str(tmp_path / "site")}, "capture_output": True}
    subprocess.run(command, check=True, **alone)
    where = "import toc; print(toc.__file__)"
    said = subprocess.run([sys.executable, "-c", where], check=True, text=True, **alone)
    assert str(tmp_path) in said.stdout
    assert "Books are at hand" in (tmp_path / "plan.svg").read_text(encoding="utf-8")
