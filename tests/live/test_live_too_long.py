"""Another program writes more into the file than a live page can show: it is said, and both texts are kept."""

from __future__ import annotations

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
