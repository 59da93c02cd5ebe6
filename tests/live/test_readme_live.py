"""The commands of the README that open a page do open it."""

from __future__ import annotations

from pathlib import Path

import pytest
from visiting import house, visitor

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
LINES = [line.split() for line in README.splitlines() if line.startswith("toc live ")]


def test_the_readme_tells_how_to_open_the_page():
    assert [line[:3] for line in LINES] == [["toc", "live", "plan.toc"]] * 2


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_a_command_of_the_readme_opens_the_page(line, tmp_path):
    with (
        house(tmp_path / line[2], *line[3:], "--address", "127.0.0.1")
        if "--share" in line
        else house(tmp_path / line[2], *line[3:]) as opened,
        visitor(opened) as page,
    ):
        assert page.hear("hello")["may"] == "write"
        assert page.open()["text"] == ""
        page.type(0, [[0, "goal g: Everybody reads\n"]])
        page.picture("Everybody reads")
    assert opened.file.read_text(encoding="utf-8") == "goal g: Everybody reads\n"
