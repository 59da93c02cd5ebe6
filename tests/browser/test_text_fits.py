"""Measured in Chromium: the words of every box are inside it, and no words of a picture cover others.

Which fonts a machine has decides how wide words come out; what we promise is that they fit where a font as wide as
Arial is there, so the test asks for one and is skipped where there is none.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import chromium, found_by
from toc.renderers.lettering.font_files import NoFontError, fonts_for
from toc.renderers.svg import render

import toc

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted([*EXAMPLES.glob("*.toc"), EXAMPLES / "river-basin" / "basin.toc"])
AS_WIDE_AS_ARIAL = ("Liberation Sans", "Arimo", "Arial", "Helvetica")

MEASURE = """
const rect = (element) => {
  const {left, top, right, bottom} = element.getBoundingClientRect();
  return {left, top, right, bottom};
};
const out = [];
for (const [name, svg] of Object.entries(given)) {
  const place = document.createElement("div");
  place.innerHTML = svg;
  document.body.append(place);
  const picture = place.querySelector("svg");
  const page = rect(picture);
  for (const box of picture.querySelectorAll("[data-part=boxes] > g")) {
    const border = rect(box.querySelector("path"));
    for (const words of box.querySelectorAll("text")) {
      const at = rect(words);
      if (at.left < border.left + 2 || at.right > border.right - 2 || at.top < border.top || at.bottom > border.bottom)
        out.push([name, "leaves its box", words.textContent]);
    }
  }
  for (const pill of picture.querySelectorAll("rect + text, rect + path + text")) {
    const border = rect(pill.parentNode.matches("a") ? pill.parentNode : pill.previousElementSibling.matches("rect")
      ? pill.previousElementSibling : pill.previousElementSibling.previousElementSibling);
    const at = rect(pill);
    if (pill.closest("[data-part=boxes], [data-part=markers], [data-part=legend]")
        && (at.left < border.left || at.right > border.right)) out.push([name, "leaves its label", pill.textContent]);
  }
  const texts = [...picture.querySelectorAll("text")].map((element) => [rect(element), element.textContent]);
  texts.sort((one, other) => one[0].left - other[0].left);
  texts.forEach(([one, words], number) => {
    if (one.left < page.left || one.right > page.right + 1 || one.bottom > page.bottom + 1)
      out.push([name, "leaves the page", words]);
    for (let next = number + 1; next < texts.length && texts[next][0].left < one.right - 1; next += 1) {
      const other = texts[next][0];
      if (one.top + 3 < other.bottom - 3 && other.top + 3 < one.bottom - 3)
        out.push([name, "covers", `${words} / ${texts[next][1]}`]);
    }
  });
  place.remove();
}
return out;
"""


LOOKS = (
    {},
    {"direction": "right"},
    {"direction": "up"},
    {"page": "A4"},
    {"page": "slide", "theme": "print"},
    {"theme": "dark"},
)


def test_words_fit(tmp_path):
    chromium()
    try:
        family = fonts_for("Aa").family
    except NoFontError:
        family = ""
    if family not in AS_WIDE_AS_ARIAL:
        pytest.skip("needs a font as wide as Arial")
    drawn = {
        " ".join([path.stem, *look.values()]): render(loaded.theory, **look)
        for path in FILES
        for loaded in [toc.load(str(path))]
        for look in LOOKS
    }
    assert len(drawn) == len(FILES) * len(LOOKS)
    assert found_by(MEASURE, drawn, [], tmp_path) == []
