"""What is meant to be one page is one page when it is printed on A4."""

from __future__ import annotations

from pathlib import Path

import pytest
from rooms import browser

from toc.load import load
from toc.report import Wish, make

pytestmark = pytest.mark.browser

BASIN = Path(__file__).parents[2] / "examples" / "river-basin" / "basin.toc"
CHANGES = tuple([f"Something rather long was added to what the partners want together, number {n}" for n in range(9)])


def test_all_packs_and_the_public_page_are_one_page_of_paper(tmp_path):
    basin = load(str(BASIN))
    with browser() as started:
        for name, partner in (*[("pack", one.id) for one in basin.theory.of_kind("partner")], ("public", None)):
            path = tmp_path / f"{name}.html"
            wish = Wish(partner=partner, since=("v1", CHANGES) if partner else None)
            path.write_text(make(basin, name, "html", wish, engine=None).content, encoding="utf-8")
            page = started.new_page()
            page.goto(path.as_uri())
            printed = page.pdf(prefer_css_page_size=True, format="A4")
            assert printed.count(b"/Type /Page\n") == 1, (name, partner)
