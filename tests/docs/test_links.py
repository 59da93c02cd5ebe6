"""Links between our pages lead somewhere, and no page names a machine or a registry."""

from __future__ import annotations

import re

import pytest
from fences import PAGES, ROOT

HERE = [page for page in PAGES if (ROOT / page).exists()]
_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]*))?\)")
_FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", HERE)
def test_links_lead_somewhere(page: str):
    text = _FENCED.sub("", (ROOT / page).read_text(encoding="utf-8"))
    broken = []
    for path, anchor in _LINK.findall(text):
        target = (ROOT / page).parent / path if path else ROOT / page
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            broken.append(f"{path}#{anchor}")
    assert broken == []


@pytest.mark.parametrize("page", HERE)
def test_no_page_names_a_registry_or_a_folder_of_somebodys_machine(page: str):
    text = (ROOT / page).read_text(encoding="utf-8")
    assert re.findall(r"py[p]i\.org|npm[j]s|python[h]osted|/(?:home|work|tmp)/", text) == []


def _anchors(page) -> set[str]:
    """Make the anchors of headings as GitHub does."""
    headings = re.findall(r"^#+ (.*)$", _FENCED.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading).lower().replace(" ", "-") for heading in headings}
