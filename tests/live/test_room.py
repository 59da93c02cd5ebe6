"""What happens in a room, seen by visitors of a real server: typing, drawing, saving, other programs, many at once."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest
from visiting import House, house, own_port, until, visitor

SMALL = "goal g: Everybody reads\n  outcome o: Books are at hand\n"


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    with house(tmp_path_factory.mktemp("room") / "plan.toc", text=SMALL) as found:
        yield found


@pytest.fixture
def plan(opened: House):
    """Give the room with the small text on the table, whatever was there before."""
    with visitor(opened) as page:
        found = page.open()
        page.say("weave", file="plan.toc", base=found["text"], text=SMALL)
        page.hear("text")
    until(lambda: opened.file.exists() and opened.file.read_text(encoding="utf-8") == SMALL)
    return opened


def test_a_visitor_is_greeted_with_what_there_is(plan):
    with visitor(plan) as page:
        hello = page.hear("hello")
        assert (hello["may"], hello["main"], hello["files"]) == ("write", "plan.toc", [{"name": "plan.toc"}])
        assert [one["write"] for one in hello["card"]][:4] == ["goal", "outcome", "activity", "partner"]
        assert hello["rounds"][0]["name"] == "goal"
        assert page.open()["text"] == SMALL
        assert "Books are at hand" in page.picture("</svg>")


def test_what_is_typed_is_drawn_told_and_on_the_disk_within_half_a_second(plan):
    with visitor(plan) as page:
        found = page.open()
        page.picture("Books are at hand")
        begun = time.monotonic()
        page.type(found["version"], [len(SMALL) - 1, [0, " and at home"], 1])
        assert page.hear("updates")["version"] == found["version"]
        page.picture("and at home")
        until(lambda: "and at home" in plan.file.read_text(encoding="utf-8"))
        assert time.monotonic() - begun < 5, "half a second on a machine that has time; here it may be busy"
        reading = page.hear("reading", lambda message: "and at home" in str(message["places"]))
        assert reading["places"]["o"]["from"] == SMALL.index("outcome")
        assert "unsupported-outcome" in {problem["rule"] for problem in reading["problems"]}


def test_only_what_differs_travels(plan):
    with visitor(plan) as page:
        version = page.open()["version"]
        page.picture("Books are at hand")
        page.type(version, [len(SMALL) - 1, [0, "!"], 1])
        patched = page.hear("picture")
        assert patched["base"] is not None
        assert sum([len(lines) for _, _, lines in patched["patch"]]) < len(page.lines) / 2
        assert patched["newest"] == ["o"]


def test_who_is_behind_gets_what_is_missing_and_tries_again(plan):
    with visitor(plan) as one, visitor(plan) as other:
        version = one.open()["version"]
        assert other.open()["version"] == version
        one.type(version, [[0, "# one\n"], len(SMALL)])
        one.hear("updates")
        missed = other.hear("updates")
        other.type(version, [[0, "# other\n"], len(SMALL)])
        assert other.hear("updates")["updates"] == missed["updates"]
        other.type(version + 1, [[0, "# other\n"], len(SMALL) + 6])
        assert other.hear("updates")["version"] == version + 1
    until(lambda: plan.file.read_text(encoding="utf-8") == "# other\n# one\n" + SMALL)


def test_another_program_writes_into_the_file_while_somebody_types(plan):
    with visitor(plan) as page:
        version = page.open()["version"]
        plan.file.write_text("# from git\n" + SMALL, encoding="utf-8")
        page.type(version, [len(SMALL), [0, "# typed\n"]])
        until(lambda: plan.file.read_text(encoding="utf-8") == "# from git\n" + SMALL + "# typed\n")


def test_a_file_is_replaced_by_another_one_as_editors_do(plan):
    with visitor(plan) as page:
        page.open()
        new = plan.file.with_name("new.tmp")
        new.write_text(SMALL + "goal two: One more\n", encoding="utf-8")
        new.replace(plan.file)
        page.picture("One more")


def test_a_file_that_vanishes_is_said_and_can_be_written_again(plan):
    with visitor(plan) as page:
        version = page.open()["version"]
        plan.file.unlink()
        trouble = page.hear("saving", lambda message: message["state"] == "trouble")
        assert "not there any more" in trouble["message"]
        assert trouble["offers"] == ["write-again"]
        page.type(version, [len(SMALL), [0, "# typed\n"]])
        beside = plan.file.with_name("plan.toc.unsaved")
        until(lambda: beside.exists() and beside.read_text(encoding="utf-8").endswith("# typed\n"))
        page.say("settle", file="plan.toc", how="write-again")
        page.hear("saving", lambda message: message["state"] == "saved")
        assert plan.file.read_text(encoding="utf-8") == SMALL + "# typed\n"
        assert not beside.exists()


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("  outcom o: Books are at hand", "Books are at hand"),
        ("  o: Books are at hand", "Books are at hand"),
        ("  outcome o Books are", "Books are at hand"),
        ("  outcome", "Books are at hand"),
    ],
)
def test_a_half_typed_line_leaves_the_picture_as_it_was(plan, typed, drawn):
    with visitor(plan) as page:
        version = page.open()["version"]
        page.picture("Books are at hand")
        line = SMALL.split("\n")[1]
        start = SMALL.index(line)
        page.type(version, [start, [len(line), typed], 1])
        page.hear("reading", lambda message: message["problems"] and message["versions"]["plan.toc"] > version)
        assert drawn in page.picture("</svg>")
        assert "outcome" in page.picture("</svg>")


def test_a_name_is_no_stub_while_it_is_typed_but_becomes_one_when_it_stays(plan):
    with visitor(plan) as page:
        version = page.open()["version"]
        page.picture("Books are at hand")
        page.type(version, [len(SMALL), [0, "    activity a: Buy books\n    -> nowhere"]])
        page.picture("Buy books")
        assert "nowhere" not in page.picture()
        page.picture("nowhere")


def test_a_reader_cannot_write(tmp_path):
    with house(tmp_path / "plan.toc", "--share", "--address", "127.0.0.1", text=SMALL) as shared:
        assert shared.read
        assert shared.read != shared.write
        with visitor(shared, link=shared.read) as page:
            hello = page.hear("hello")
            assert (hello["may"], hello["share"]) == ("read", {"write": None, "read": shared.read})
            found = page.open()
            assert found["writable"] is False
            for message in (
                {"kind": "push", "version": found["version"], "updates": [{"clientID": "me", "changes": [[0, "x"]]}]},
                {"kind": "weave", "base": SMALL, "text": ""},
                {"kind": "round", "round": "goal"},
                {"kind": "pack"},
                {"kind": "settle", "how": "write-again"},
            ):
                page.say(message.pop("kind"), file="plan.toc", **message)
                assert "for reading" in page.hear("refused")["message"]
            assert page.open()["text"] == SMALL
        assert shared.file.read_text(encoding="utf-8") == SMALL
        assert sorted(os.listdir(tmp_path)) == [".settings", "plan.toc"]


def test_links_last_from_one_run_to_the_next_until_somebody_wants_new_ones(tmp_path):
    file = tmp_path / "plan.toc"
    with house(file, text=SMALL) as first:
        words = first.word
    with house(file) as again:
        assert again.word == words
    with house(file, "--new-links") as other:
        assert other.word != words


def test_what_is_typed_in_the_last_moment_is_on_the_disk_after_ctrl_c(tmp_path):
    with house(tmp_path / "plan.toc", text=SMALL) as opened, visitor(opened) as page:
        version = page.open()["version"]
        page.type(version, [len(SMALL), [0, "# last words\n"]])
        page.hear("updates")
        opened.end(signal.SIGINT)
        assert opened.file.read_text(encoding="utf-8") == SMALL + "# last words\n"


def test_a_page_survives_the_end_of_the_server(tmp_path):
    """What a page had not got confirmed is woven into what the new server has; nothing is there twice."""
    file = tmp_path / "plan.toc"
    file.write_text(SMALL, encoding="utf-8")
    port = own_port()
    with house(file, *port) as first, visitor(first) as page:
        version = page.open()["version"]
        page.type(version, [len(SMALL), [0, "# known\n"]])
        page.hear("updates")
        until(lambda: "# known" in file.read_text(encoding="utf-8"))
        first.end(signal.SIGKILL)
    with house(file, *port) as again, visitor(again) as page:
        assert page.open()["text"] == SMALL + "# known\n"
        page.say("weave", file="plan.toc", base=SMALL, text=SMALL + "# known\n# not known\n")
        assert page.hear("text")["text"] == SMALL + "# known\n# not known\n"


def test_files_that_are_included_lie_open_too_and_follow_the_disk(tmp_path):
    (tmp_path / "partners").mkdir()
    (tmp_path / "partners" / "school.toc").write_text("partner school: The school\n", encoding="utf-8")
    main = "goal g: Everybody reads\n  outcome o: Books are at hand\n    by school: books\ninclude: partners/*.toc\n"
    with house(tmp_path / "plan.toc", text=main) as opened, visitor(opened) as page:
        page.picture("The school")
        found = page.open("partners/school.toc")
        page.type(found["version"], [len(found["text"]) - 1, [0, " of Lantern Street"], 1], "partners/school.toc")
        page.picture("Lantern Street")
        until(lambda: "Lantern" in (tmp_path / "partners" / "school.toc").read_text(encoding="utf-8"))
        page.hear("reading", lambda message: message["places"].get("school", {}).get("file") == "partners/school.toc")
        (tmp_path / "partners" / "library.toc").write_text("partner library: The library\n", encoding="utf-8")
        page.hear("files", lambda message: {"name": "partners/library.toc"} in message["files"])


def engines_of(opened: House) -> list[int]:
    """Find the processes that place boxes."""
    threads = list(Path(f"/proc/{opened.process.pid}/task").glob("*/children"))
    if not threads:
        pytest.skip("needs to know the children of a process")
    running = [int(child) for children in threads for child in children.read_text().split()]
    found = [child for child in running if b"child.py" in Path(f"/proc/{child}/cmdline").read_bytes()]
    assert found
    return found


def test_a_killed_engine_is_said_and_the_picture_comes(plan):
    with visitor(plan) as page:
        version = page.open()["version"]
        page.picture("Books are at hand")
        for child in engines_of(plan):
            os.kill(child, signal.SIGKILL)
        page.type(version, [len(SMALL), [0, "    activity killed: Print books\n"]])  # never laid out before
        page.hear("drawing", lambda message: "broke off" in str(message["message"]))
        assert "simplified" not in page.picture("Print books")


def test_an_engine_that_hangs_is_said_the_last_picture_stays_and_the_next_one_comes(plan):
    with visitor(plan) as page:
        version = page.open()["version"]
        page.picture("Books are at hand")
        for child in engines_of(plan):
            os.kill(child, signal.SIGSTOP)
        page.type(version, [len(SMALL), [0, "    activity hung: Lend books\n"]])
        page.hear("drawing", lambda message: "took longer" in str(message["message"]))
        assert "Lend" not in page.picture()
        assert "Books are at hand" in page.picture()
        page.picture("Lend books")
        assert "simplified" not in page.picture()
        page.hear("drawing", lambda message: message["state"] == "fine")


def test_four_at_once_and_another_program_end_with_the_same_text(tmp_path):
    """The big test of this is in the browser; this one has no browser to wait for."""
    dice = random.Random(7)  # noqa: S311  no secret
    with house(tmp_path / "plan.toc", text=SMALL) as opened:
        with visitor(opened) as one, visitor(opened) as two:
            texts = []
            for number, page in enumerate([one, two] * 10):
                found = page.open()
                at = dice.randrange(len(found["text"]) + 1)
                page.type(found["version"], [at, [0, f"[{number}]"], len(found["text"]) - at])
                page.hear("updates", lambda message, v=found["version"]: message["version"] == v)
                if number % 7 == 3:
                    now = opened.file.read_text(encoding="utf-8")
                    opened.file.write_text(f"# outside {number}\n{now}", encoding="utf-8")
            lines = [f"# outside {number}" for number in (3, 10, 17)]
            until(lambda: set(lines) <= set(without_marks(one.open()["text"]).split("\n")))
            texts = [page.open()["text"] for page in (one, two)]
        assert texts[0] == texts[1]
        assert without_marks(texts[0]) == "\n".join([*reversed(lines), SMALL])
        until(lambda: opened.file.read_text(encoding="utf-8") == texts[0])


def without_marks(text: str) -> str:
    """Take out the marks that were typed, also those that were typed into others."""
    while text != (less := re.sub(r"\[\d+\]", "", text)):
        text = less
    return text


def test_a_disk_that_turns_read_only_is_said_and_what_is_typed_waits(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = os.geteuid() == 0 and not subprocess.run(["mount", "-t", "tmpfs", "tmpfs", disk], check=False).returncode
    if not mounted:
        pytest.skip("a small disk cannot be mounted here")
    try:
        settings = {"XDG_CONFIG_HOME": str(tmp_path)}
        with house(disk / "plan.toc", text=SMALL, environment=settings) as opened, visitor(opened) as page:
            version = page.open()["version"]
            subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
            page.type(version, [len(SMALL), [0, "# typed\n"]])
            message = page.hear("saving", lambda message: message["state"] == "trouble")["message"]
            assert "The disk can only be read" in message
            kept = Path(re.search(r"in (\S+plan\.toc\.unsaved)\.", message)[1])
            assert kept.read_text(encoding="utf-8") == SMALL + "# typed\n"
            subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
            page.hear("saving", lambda message: message["state"] == "saved")
            assert opened.file.read_text(encoding="utf-8") == SMALL + "# typed\n"
            assert not kept.exists()
    finally:
        subprocess.run(["umount", "-l", disk], check=True)


def test_a_round_lets_its_checks_speak_and_is_everybodys(plan):
    text = SMALL + "  because: they are read\n  activity a: Buy books\n    by school\npartner school: The school\n"
    with visitor(plan) as one, visitor(plan) as other:
        one.say("weave", file="plan.toc", base=SMALL, text=text)

        def asked(message):
            return "bare-link" in {problem["rule"] for problem in message["problems"]}

        assert not asked(other.hear("reading", lambda message: "a" in message["places"]))
        one.say("round", round="assumptions")
        assert other.hear("room", lambda message: message["round"])["round"] == "assumptions"
        reading = other.hear("reading", asked)
        assert {problem["room"] for problem in reading["problems"] if problem["rule"] == "bare-link"} == {True}
        one.say("round", round=None)
        other.hear("reading", lambda message: not asked(message))
