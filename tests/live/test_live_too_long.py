"""More is written than a live page can show: it is said, what there is is kept, and all goes on."""

from __future__ import annotations

import pytest
from visiting import house, until, visitor

from toc.live.shared import LARGEST

SMALL = "goal g: Everybody reads\n"
HUGE = "# " + "x" * LARGEST + "\n" + SMALL


def test_it_is_said_both_texts_are_kept_and_all_goes_on(tmp_path):
    file = tmp_path / "plan.toc"
    with house(file, text=SMALL) as opened, visitor(opened) as page:
        version = page.open()["version"]
        page.picture("Everybody reads")
        file.write_text(HUGE, encoding="utf-8")
        said = page.hear("saving", lambda message: message["state"] == "trouble")["message"]
        assert "Another program has written into plan.toc. This text is too long for a live page." in said
        page.type(version, [len(SMALL), [0, "# typed\n"]])
        beside = tmp_path / "plan.toc.unsaved"
        until(lambda: beside.exists() and beside.read_text(encoding="utf-8") == SMALL + "# typed\n")
        assert file.read_text(encoding="utf-8") == HUGE
        file.write_text("# less\n" + SMALL, encoding="utf-8")
        page.hear("saving", lambda message: message["state"] == "saved")
        assert file.read_text(encoding="utf-8") == "# less\n" + SMALL + "# typed\n"
        assert not beside.exists()


@pytest.mark.parametrize("text", [HUGE, f"{SMALL}half a character: \ud83d"])
def test_a_page_whose_text_is_refused_goes_on_hearing_of_the_others(tmp_path, text):
    with house(tmp_path / "plan.toc", text=SMALL) as opened, visitor(opened) as page, visitor(opened) as other:
        version = page.open()["version"]
        other.open()
        page.say("weave", file="plan.toc", base=SMALL, text=text, id=1)
        page.hear("refused")
        other.type(version, [len(SMALL), [0, "# typed\n"]])
        assert page.hear("updates")["version"] == version
        assert page.open()["text"] == SMALL + "# typed\n"
