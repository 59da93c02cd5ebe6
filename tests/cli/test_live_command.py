"""What `toc live` says where it cannot open a page; that it opens one is tested in `tests/live`."""

from __future__ import annotations

import subprocess
import sys

import pytest

from toc.live.desk import desk_for

HIDING = """
import sys
from importlib import util
real = util.find_spec
util.find_spec = lambda name, package=None: None if name == {package!r} else real(name, package)
sys.argv = ["toc", "live", "plan.toc", "--no-browser"]
from toc.cli import main
main()
"""


@pytest.mark.parametrize("package", ["starlette", "uvicorn", "websockets", "watchfiles", "segno"])
def test_a_missing_package_is_named_with_the_command_that_brings_it(package, tmp_path):
    (tmp_path / "plan.toc").write_text("goal g: x\n", encoding="utf-8")
    run = [sys.executable, "-c", HIDING.format(package=package)]
    ran = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "pip install 'theory-of-change[live]'" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("nothere.toc/x.toc",), "There is no"),
        (("plam.toc",), "Did you mean plan.toc?"),
        (("plan.tox",), "Did you mean plan.toc?"),
        (("a.toc", "b.toc"), "Name one file."),
        (("plan.toc", "--address", "1.2.3.4"), "--address goes with --share."),
        (("plan.toc", "--port", "0"), "--port takes a whole number from 1 to 65535."),
        (("picture.toc",), "a PNG picture"),
    ],
)
def test_what_cannot_be_opened_is_said_in_a_sentence(words, says, tmp_path):
    (tmp_path / "plan.toc").write_text("goal g: x\n", encoding="utf-8")
    (tmp_path / "picture.toc").write_bytes(b"\x89PNG\r\n\x1a\n")
    run = [sys.executable, "-m", "toc", "live", *words, "--no-browser"]
    ran = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.returncode, "Traceback" in ran.stderr) == (2, False)
    assert says in ran.stderr


@pytest.mark.parametrize("name", ["plan-2.toc", "plan2.toc", "other.toc"])
def test_the_plan_of_a_second_table_begins_empty_beside_the_first(name, tmp_path):
    (tmp_path / "plan.toc").write_text("goal g: x\n", encoding="utf-8")
    desk = desk_for(str(tmp_path / name))
    assert (desk.main, desk.open[name].shared.text) == (name, "")
