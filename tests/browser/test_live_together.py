"""Many at once, and all that can go wrong around a live page: all end with the same text, and nothing is lost."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from rooms import Page, browser, fresh, house, machine_has_tmpfs, needs_editor, open_house, own_port, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser

PLAN = """\
goal clean: Children breathe clean air 🌬
  outcome fewer: Fewer cars drive past the schools
    activity streets: Close streets at drop-off
partner council: بلدية النهر
"""
WORDS = ("cars", " ", "🚲", "هواء نقي", "é", "\n", "# note", "👩‍👩‍👧", "ü", "清", "  ", "because")


@pytest.fixture(scope="module")
def chrome():
    needs_editor()
    with browser() as started:
        yield started


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def holds(path: Path, text: str) -> bool:
    """Say whether a file has a text; at the moment it may be gone, or be no text."""
    with suppress(FileNotFoundError):
        return path.read_bytes() == text.encode("utf-8")
    return False


@pytest.fixture
def seeds(request):
    return range(request.config.getoption("--runs"))


def test_two_browsers_and_another_editor_end_with_the_same(chrome, tmp_path, seeds):
    for seed in seeds:
        folder = tmp_path / str(seed)
        folder.mkdir()
        with house(fresh(folder, PLAN)) as opened:
            _write_together(random.Random(seed), chrome, opened)  # noqa: S311  no secret


def _write_together(dice, chrome, opened):
    """Each mark is typed once and has to be there once in the end, wherever the others pushed it."""
    pages = [Page(chrome, opened.write) for _ in range(2)]
    for page in pages:
        page.focus()
        until(lambda page=page: page.text() == PLAN)
    marks = [chr(ord("①") + number) for number in range(12)]
    for mark in marks:
        _somebody_writes(dice, mark, pages, opened.file)
    until(lambda: pages[0].text() == pages[1].text() == read(opened.file))
    until(lambda: [pages[0].text().count(mark) for mark in marks] == [1] * len(marks))
    until(lambda: pages[0].text() == pages[1].text() == read(opened.file))
    for page in pages:
        assert page.complaints == []
        page.close()


def _somebody_writes(dice, mark, pages, file):
    """Let one of the three write something, without waiting for the others."""
    if dice.random() < 0.3:
        lines = read(file).split("\n")
        at = dice.randrange(len(lines))
        new = file.with_name("new.tmp")
        new.write_text(
            "\n".join([*lines[:at], f"# {mark} {dice.choice(WORDS).strip()}", *lines[at:]]), encoding="utf-8"
        )
        new.replace(file)
    else:
        page = dice.choice(pages)
        page.page.evaluate(
            """([share, words]) => {
              const view = document.querySelector('.cm-content').cmTile.view;
              const text = view.state.doc.toString();
              let at = Math.floor(share * text.length);
              if (/[\\udc00-\\udfff]/.test(text[at] ?? '')) at += 1;
              view.dispatch({changes: {from: at, insert: words}, userEvent: 'input.type', selection: {anchor: at}});
            }""",
            [dice.random(), dice.choice(WORDS) + mark],
        )
        if dice.random() < 0.3:
            page.focus()
            page.write("x")
            page.press("Backspace")
    time.sleep(dice.choice((0, 0, 0.02, 0.2)))


def test_a_reader_sees_everything_and_can_change_nothing(chrome, tmp_path):
    with house(fresh(tmp_path, PLAN), "--share", "--address", "127.0.0.1") as opened:
        reader, writer = Page(chrome, opened.read), Page(chrome, opened.write)
        reader.sees("Close streets")
        writer.sees("Close streets")
        with suppress(Exception):
            reader.page.focus(".cm-content", timeout=2000)
            reader.write("x")
        sent = reader.page.evaluate(
            """([address, messages]) => new Promise(done => {
              const socket = new WebSocket(address), heard = [];
              socket.onmessage = ({data}) => {
                const said = JSON.parse(data);
                if (said.type === 'refused') heard.push(said.message);
                if (said.type === 'document') done(heard);
              };
              const last = { type: 'open', file: 'plan.toc' };
              socket.onopen = () => [...messages, last].forEach(message => socket.send(JSON.stringify(message)));
            })""",
            [
                opened.socket(link=opened.read),
                [
                    {
                        "type": "push",
                        "file": "plan.toc",
                        "version": 0,
                        "updates": [{"clientID": "x", "changes": [[0, "x"]]}],
                    },
                    {"type": "weave", "file": "plan.toc", "base": PLAN, "text": ""},
                    {"type": "pack"},
                ],
            ],
        )
        assert len(sent) == 3
        writer.focus()
        writer.at("at drop-off")
        writer.write(" every day")
        reader.sees("every day")
        until(lambda: read(opened.file) == PLAN.replace("drop-off", "drop-off every day"))
        for page in (reader, writer):
            assert page.complaints == []
            page.close()


def test_the_server_falls_over_and_comes_back_and_nobody_loses_a_word(chrome, tmp_path):
    file = fresh(tmp_path, PLAN)
    port = own_port()
    first = open_house(file, *port)
    one, other = Page(chrome, first.write), Page(chrome, first.write)
    for page in (one, other):
        page.focus()
        until(lambda page=page: page.text() == PLAN)
    one.at("at drop-off")
    one.write(" every day")
    first.end(signal.SIGKILL)
    one.write(" and night")
    other.at("past the schools")
    other.write(" in the morning")
    file.write_text("# from another program\n" + read(file), encoding="utf-8")
    with house(file, *port) as again:
        until(lambda: one.text() == other.text() == read(again.file))
        until(lambda: "every day and night" in one.text())
        assert one.text() == "# from another program\n" + PLAN.replace(
            "drop-off", "drop-off every day and night"
        ).replace("past the schools", "past the schools in the morning")
        one.at("and night")
        one.write("!")
        other.sees("and night!")
    one.close()
    other.close()


def test_what_a_closed_page_kept_is_put_back_into_its_own_theory_and_no_other(chrome, tmp_path):
    files = [tmp_path / name / "plan.toc" for name in ("one", "other")]
    for file in files:
        file.parent.mkdir()
        file.write_text(PLAN, encoding="utf-8")
    port = own_port()
    first = open_house(files[0], *port)
    page = Page(chrome, first.write)
    page.focus()
    page.at("at drop-off")
    first.end(signal.SIGKILL)
    page.page.wait_for_selector("[data-cause=connection]:has-text('You can go on writing')")
    page.page.wait_for_selector("[data-state=lost]:has-text('Kept in this page')")
    page.write(" every day")
    with house(files[1], *port) as other:
        page.page.goto(other.write)
        page.focus()
        until(lambda: page.text() == PLAN)
        assert not page.page.is_visible("[data-cause=kept]"), "its file is only called the same"
    with house(files[0], *port) as again:
        page.page.goto(again.write)
        page.page.get_by_role("button", name="Put it back").click()
        until(lambda: read(files[0]) == page.text() == PLAN.replace("at drop-off", "at drop-off every day"))
        page.page.wait_for_selector("[data-cause=kept]", state="detached")
        page.close()
    assert read(files[1]) == PLAN


KEPT = "() => Object.keys(localStorage).filter(key => key.startsWith('toc:kept:')).length"


def test_what_the_server_does_not_take_is_kept_until_it_does(chrome, tmp_path):
    with house(fresh(tmp_path, PLAN)) as opened:
        page = Page(chrome, opened.write)
        page.focus()
        page.at("at drop-off")
        page.page.evaluate(
            """lines => {
              const view = document.querySelector('.cm-content').cmTile.view;
              view.dispatch({ changes: { from: view.state.doc.length, insert: lines }, userEvent: 'input.paste' });
            }""",
            f"# {'x' * 998}\n" * 1000,
        )
        page.page.wait_for_selector("text=too long for a live page")
        until(lambda: page.page.evaluate(KEPT) == 1)
        assert read(opened.file) == PLAN
        page.press("Control+z")
        page.write(" every day")
        until(lambda: read(opened.file) == page.text() == PLAN.replace("at drop-off", "at drop-off every day"))
        until(lambda: page.page.evaluate(KEPT) == 0)
        page.close()


def test_the_engine_is_killed_in_the_middle_of_a_drawing(chrome, tmp_path):
    with house(fresh(tmp_path, PLAN)) as opened:
        page = Page(chrome, opened.write)
        page.sees("Close streets")
        page.focus()
        page.at("Close streets at drop-off")
        for number in range(6):
            page.press("End", "Enter")
            page.write(f"activity more{number}: More of it")
            _kill_engine(opened.process.pid)
            page.press("Escape")
            assert "streets" in page.boxes, "the last picture stays"
        until(lambda: {f"more{number}" for number in range(6)} <= set(page.boxes))
        assert "simplified" not in page.drawn()
        page.page.wait_for_selector(".tidings:not(:has(*))", state="attached", timeout=15000)
        page.close()


def _kill_engine(server: int) -> None:
    found = subprocess.run(["pgrep", "-P", str(server), "-f", "child.py"], capture_output=True, text=True, check=False)
    for child in found.stdout.split():
        with suppress(ProcessLookupError):
            os.kill(int(child), signal.SIGKILL)


@pytest.fixture
def small_disk(tmp_path):
    """Mount a disk of 64 kB, or skip."""
    if not machine_has_tmpfs():
        pytest.skip("only root can mount a small disk; the next test does without")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here; the next test does without")
    yield place
    subprocess.run(["umount", "-l", place], check=True)


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
sys.argv = ["toc", *sys.argv[2:]]
from toc.cli import main
main()
"""


def test_a_full_disk_is_said_and_what_is_typed_comes_through(chrome, small_disk, tmp_path):
    file = fresh(small_disk, PLAN)
    with house(file, environment={"TMPDIR": str(small_disk), "XDG_CONFIG_HOME": str(tmp_path)}) as opened:
        page = Page(chrome, opened.write)
        page.sees("Close streets")
        (small_disk / "ballast").write_bytes(b"x" * 60_000)
        with suppress(OSError):
            (small_disk / "more").write_bytes(b"x" * 8_000)
        _types_while_nothing_can_be_written(page, file)
        for name in ("ballast", "more"):
            (small_disk / name).unlink(missing_ok=True)
        _is_saved_in_the_end(page, file)


def test_a_disk_that_takes_no_more_is_said_and_what_is_typed_comes_through(chrome, tmp_path):
    """The same where no disk can be mounted: the system lets this process write no file longer than the plan."""
    file = fresh(tmp_path, PLAN)
    limit = str(len(PLAN.encode()))
    script = tmp_path / "limited.py"
    script.write_text(FULL, encoding="utf-8")
    port = own_port()
    opened = open_house(
        file, *port, command=[sys.executable, str(script), limit, "live"], environment={"TMPDIR": str(tmp_path)}
    )
    page = Page(chrome, opened.write)
    page.sees("Close streets")
    _types_while_nothing_can_be_written(page, file)
    opened.end(signal.SIGKILL)
    with house(file, *port):
        _is_saved_in_the_end(page, file)


def _types_while_nothing_can_be_written(page, file):
    page.focus()
    page.at("at drop-off")
    page.write(" every single day of the year")
    page.page.wait_for_selector("text=kept in this page")
    assert read(file) == PLAN, "the old text is whole"
    assert "every single day of the year" in page.text()
    page.sees("every single day")
    page.write(" and night")
    page.sees("and night")


def _is_saved_in_the_end(page, file):
    until(
        lambda: read(file) == page.text() == PLAN.replace("drop-off", "drop-off every single day of the year and night")
    )
    page.page.wait_for_selector("text=kept in this page", state="hidden")
    page.close()


def test_a_file_is_replaced_vanishes_and_turns_into_a_picture_while_somebody_types(chrome, tmp_path):
    file = fresh(tmp_path, PLAN)
    with house(file) as opened:
        page = Page(chrome, opened.write)
        page.focus()
        page.at("at drop-off")
        page.write(" every")
        file.with_name("new").write_text("# new\n" + read(file), encoding="utf-8")
        file.with_name("new").replace(file)
        page.write(" day")
        until(lambda: page.text() == "# new\n" + PLAN.replace("drop-off", "drop-off every day") == read(file))
        file.write_bytes(b"\x89PNG\r\n\x1a\n")
        page.write("!")
        page.page.wait_for_selector("text=a PNG picture")
        page.page.get_by_role("button", name=re.compile("[Ww]rite it again")).click()
        until(lambda: holds(file, page.text()))
        file.unlink()
        page.page.wait_for_selector("text=not there any more")
        page.at("every day!")
        page.write("!")
        page.page.get_by_role("button", name=re.compile("[Ww]rite it again")).click()
        until(lambda: holds(file, page.text()))
        assert "every day!!" in page.text()
        page.close()
