"""The pack: what is in it, what the page is told about it, and what is said where it cannot be made."""

from __future__ import annotations

import asyncio
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from visiting import house, visitor

import toc
from toc.live.asking import FAULT, Answerer
from toc.live.desk import desk_for
from toc.live.guest import Guest
from toc.live.pack import archive, files_of, listed, put_beside

PLAN = "goal g: Everybody reads\n  activity a: Lend books\n    by school\n"
PARTNERS = "partner school: The school\n  | of Lantern Street\npartner SCHOOL: Another\npartner nameless:\n"


def made(tmp_path, text, **more):
    file = tmp_path / "plan.toc"
    file.write_text(text, encoding="utf-8")
    return files_of(toc.load(file), str(file), None, {"plan.toc": text, **more})


def test_it_says_what_each_file_is(tmp_path):
    assert listed(made(tmp_path, PLAN + PARTNERS)) == [
        ("picture.svg", "the picture"),
        ("story.md", "the story in words"),
        ("gap.html", "what is still open"),
        ("pack-school.html", "for The school"),
        ("pack-SCHOOL-2.html", "for Another"),
        ("pack-nameless.html", "for nameless"),
        ("text/", "the theory as it was typed"),
    ]


@pytest.mark.parametrize("text", ["", "what is this", PLAN])
def test_a_theory_without_partners_has_a_pack_too(tmp_path, text):
    files = made(tmp_path, text, **{"partners/one.toc": "# nobody yet\n"})
    assert [name for name, _ in listed(files)] == ["picture.svg", "story.md", "gap.html", "text/"]
    assert listed(files)[-1][1] == "the theory as it was typed in 2 files"
    folder = tmp_path / "plan-2026-03-12"
    for number in ("", "-2"):
        assert put_beside(str(tmp_path / "plan.toc"), files, date(2026, 3, 12)) == f"{folder}{number}"
    assert (folder / "text" / "partners" / "one.toc").read_text(encoding="utf-8") == "# nobody yet\n"
    with zipfile.ZipFile(BytesIO(archive(files))) as packed:
        assert {name: packed.read(name).decode() for name in packed.namelist()} == {
            name: leaf.text for name, leaf in files.items()
        }


@pytest.mark.parametrize(
    ("settings", "says"),
    [("stage = 'bogus'", "none of live, draft, agreed, running"), ("what is this", "is no TOML"), ("", None)],
)
def test_settings_that_nobody_understands_are_told(tmp_path, settings, says):
    (tmp_path / "toc.toml").write_text(settings, encoding="utf-8")
    with house(tmp_path / "plan.toc", text=PLAN + PARTNERS) as opened, visitor(opened) as page:
        page.say("pack")
        if says is None:
            told = page.hear("packed")
            assert told["files"][3] == {"name": "pack-school.html", "about": "for The school"}
        else:
            message = page.hear("refused")["message"]
            assert message.startswith("The files could not be written. ")
            assert says in message
            assert not list(tmp_path.glob("plan-*"))


def test_who_asks_twice_does_not_get_two(tmp_path):
    with house(tmp_path / "plan.toc", text=PLAN) as opened, visitor(opened) as page:
        version = page.open()["version"]
        folders = []
        for changes in (None, None, [len(PLAN), [0, "# more\n"]]):
            if changes:
                page.type(version, changes)
                page.hear("updates")
            page.say("pack")
            folders.append(page.hear("packed")["folder"])
    assert folders[0] == folders[1] != folders[2]
    assert sorted(str(path) for path in tmp_path.glob("plan-*")) == sorted(folders[1:])


def test_a_pack_follows_the_settings_too(tmp_path):
    with house(tmp_path / "plan.toc", text=PLAN) as opened, visitor(opened) as page:
        for settings, told in (("", True), ("[rules]\nmissing-middle = 'off'\n", False)):
            (tmp_path / "toc.toml").write_text(settings, encoding="utf-8")
            page.say("pack")
            gap = Path(page.hear("packed")["folder"]) / "gap.html"
            assert ("jumps straight" in gap.read_text(encoding="utf-8")) is told


class Broken:
    """A drawer with a fault in it."""

    def read(self, _):
        msg = "nobody foresaw this"
        raise RuntimeError(msg)


async def _in_thread(does, *given):
    return does(*given)


def test_a_fault_leaves_nobody_waiting(tmp_path, capsys):
    (tmp_path / "plan.toc").write_text(PLAN, encoding="utf-8")
    guest, answerer = Guest("write"), Answerer(desk_for(str(tmp_path / "plan.toc")), Broken(), _in_thread)
    asyncio.run(answerer.pack(guest))
    asyncio.run(answerer.answer(guest, {"id": 1, "what": "session", "file": "plan.toc"}))
    refused, answer = guest.outbox.get_nowait(), guest.outbox.get_nowait()
    assert FAULT in refused
    assert FAULT in answer
    assert "nobody foresaw this" in capsys.readouterr().err
