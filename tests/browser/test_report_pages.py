"""Every report as a page: axe finds nothing, in light and in dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import module
from rooms import browser
from test_live_access import AXE
from toc.renderers.reports import REPORTS

from toc.layout_worker import Worker
from toc.load import load
from toc.report import Wish, make

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[2] / "examples"
WRITTEN = [report for report in REPORTS if "html" in report.formats]


@pytest.fixture(scope="module")
def chrome():
    with browser() as started:
        yield started


@pytest.fixture(scope="module")
def engine():
    with Worker() as worker:
        yield worker


@pytest.fixture(scope="module")
def theories():
    return {name: load(str(EXAMPLES / name)) for name in ("river-basin/basin.toc", "sindyan-ar.toc")}


@pytest.mark.parametrize(("name", "colours"), [("river-basin/basin.toc", "light"), ("sindyan-ar.toc", "dark")])
def test_axe_finds_nothing_in_any_report(chrome, theories, engine, name, colours):
    loaded = theories[name]
    partner = loaded.theory.of_kind("partner")[0].id
    axe = module("axe-core/axe.min.js").read_text(encoding="utf-8")
    page = chrome.new_page(color_scheme=colours)
    found = []
    for report in WRITTEN:
        wish = Wish(partner=partner if report.for_one else None)
        page.set_content(str(make(loaded, report.name, "html", wish, engine=engine).content))
        page.evaluate(f"() => {{ {axe} }}")
        found += [f"{report.name}: {one}" for one in page.evaluate(AXE, None)]
    page.close()
    assert found == []
