"""Fixtures for visits to a live page in a real browser: a browser, rooms, and pages that may complain of nothing."""

from __future__ import annotations

from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from rooms import BOXES, EDITOR, Page, browser, fresh, house, needs_editor

PATIENCE = 30_000
"""Milliseconds after which a wait for a page has failed; on a busy machine the first one of all takes its time."""

PLAN = """\
theory: Clean air in Riverside
  stage: live

goal clean: Children breathe clean air
  outcome fewer: Fewer cars drive past the schools
    because exhaust is worst at the gate
    activity streets: Close streets at drop-off
      by counsil
      -> fewer
        assuming: families have another way
    activity buses: Run walking buses
      by council

outcome signs: Drivers know the new rules

partner council: Riverside City Council
partner parents: Parents of Mill Road

indicator: NO2 at the gate
  of: clean
  baseline: 41 (2024)

Who tells the shops?
Joan asks about the winter
Snow days
Ask the bus company
Bring maps
"""


@pytest.fixture(scope="module", name="chrome")
def a_browser():
    needs_editor()
    with browser() as started:
        yield started


@pytest.fixture(name="opened")
def opened_rooms():
    """Open rooms that outlast the visits to them, so that no page complains that its room is gone."""
    with ExitStack() as houses:
        yield lambda folder, text="": houses.enter_context(house(fresh(folder, text)))


@pytest.fixture(name="visit")
def a_visit(chrome, opened):  # noqa: ARG001  rooms close after the pages
    pages: list[Page] = []

    def visited(link: str, *, waits: tuple[str, ...] = (EDITOR, BOXES), forgives: str | None = None, **options) -> Page:
        page = Page(chrome, link, **options)
        page.forgives = forgives
        pages.append(page)
        page.page.set_default_timeout(PATIENCE)
        for one in waits:
            page.page.wait_for_selector(one)
        return page

    yield visited
    for page in pages:
        here = urlsplit(page.page.url).netloc
        page.close()
        assert [said for said in page.complaints if not (page.forgives and page.forgives in said)] == []
        assert {urlsplit(url).netloc for url in page.asked_for if not url.startswith("data:")} == {here}
