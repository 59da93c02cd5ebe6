"""What goes wrong around a program: files that are none, endings in the middle, terminals that would obey."""

import os
import signal
import subprocess
import sys
import time

import pytest
from running import BROKEN, PLAN, environment

FIRST = [
    ("pipe", "pipe is a pipe, not a file to read."),
    ("/dev/zero", "/dev/zero is a device, not a file to read."),
    ("folder", "folder cannot be read. It is a folder"),
    ("picture.toc", "picture.toc is a PNG picture, not text."),
    ("sixteen.toc", "sixteen.toc is saved as UTF-16, and toc reads UTF-8."),
    ("latin.toc", "latin.toc is not UTF-8: line 2 has the byte 0xE9"),
    ("plam.toc", "There is no file plam.toc. Did you mean plan.toc?"),
    ("model.json", "model.json is "),
]
COMMANDS = [("check",), ("render", "--to", "svg"), ("fmt",), ("render", "-o", "out.svg")]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(("file", "says"), FIRST)
def test_a_file_that_cannot_be_read_is_one_sentence_and_status_2(toc, folder, command, file, says):
    os.mkfifo(folder / "pipe")
    (folder / "folder").mkdir()
    (folder / "picture.toc").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (folder / "sixteen.toc").write_bytes(PLAN.encode("utf-16"))
    (folder / "latin.toc").write_bytes(b"goal: a\noutcome: caf\xe9\n")
    (folder / "model.json").write_text("{}")
    before = sorted(folder.iterdir())
    done = toc(*command, file)
    assert (done.stdout, done.returncode) == ("", 2)
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(folder.iterdir()) == before


def test_standard_input_may_be_a_pipe_but_not_a_picture(toc):
    assert toc("check", "-", given=PLAN).returncode == 0
    done = toc("render", "-", "--to", "svg", given="%PDF-1.7 goal")
    assert (done.stdout, done.returncode) == ("", 2)
    assert "<stdin> is a PDF document, not text." in done.stderr


def _started(folder, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-m", "toc", *arguments],
        cwd=folder,
        stderr=subprocess.PIPE,
        **{"env": environment(), **options},
    )


def _ended(process):
    try:
        _, said = process.communicate(timeout=30)
    finally:
        process.kill()
        process.wait()
    return process.returncode, said


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("arguments", [("check", "-"), ("render", "-", "--to", "svg"), ("fmt", "-")], ids=" ".join)
def test_ctrl_c_while_waiting_for_input(folder, arguments, number, status):
    with _started(folder, *arguments, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        _until_it_reads(process)
        process.send_signal(number)
        assert _ended(process) == (status, b"")


def _until_it_reads(process):
    """Wait until the process sleeps in a read of its standard input, or give it a moment where that cannot be seen."""
    for _ in range(200):
        time.sleep(0.02)
        try:
            with open(f"/proc/{process.pid}/wchan") as file:
                if "pipe_read" in file.read():
                    return
        except OSError:
            break
    time.sleep(1)


@pytest.mark.parametrize("module", ["click", "lark"])
def test_ctrl_c_during_an_import(folder, module):
    slow = folder / "slow"
    slow.mkdir()
    (slow / f"{module}.py").write_text("import time\nprint('importing', flush=True)\ntime.sleep(60)\n")
    path = os.pathsep.join([str(slow), environment()["PYTHONPATH"]])
    with _started(folder, "check", "plan.toc", stdout=subprocess.PIPE, env=environment(PYTHONPATH=path)) as process:
        assert process.stdout.readline() == b"importing\n"
        process.send_signal(signal.SIGINT)
        assert _ended(process) == (130, b"")


def test_ctrl_c_in_the_middle_of_writing_leaves_the_old_file_and_no_other(folder):
    (folder / "plan.svg").write_text("old")
    program = """
import os, sys, time
def slow(descriptor):
    print('writing', flush=True)
    time.sleep(60)
os.fsync = slow
sys.argv = ['toc', 'render', 'plan.toc', '-o', 'plan.svg', '--engine', 'plain']
from toc.cli import main
main()
"""
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout.readline() == b"writing\n"
        process.send_signal(signal.SIGINT)
        assert _ended(process) == (130, b"")
    assert (folder / "plan.svg").read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["plan.svg", "plan.toc"]


@pytest.mark.parametrize(
    "arguments", [("explain",), ("check", "plan.toc"), ("render", "plan.toc", "--to", "svg"), ("--help",)], ids=" ".join
)
def test_who_stops_listening_is_no_reason_to_complain(folder, arguments):
    (folder / "plan.toc").write_text(BROKEN)
    reading, writing = os.pipe()
    os.close(reading)
    with _started(folder, *arguments, stdout=writing) as process:
        os.close(writing)
        status, said = _ended(process)
    assert b"BrokenPipe" not in said
    assert b"Exception" not in said
    assert status in (0, 1)


def test_a_full_disk_is_said(folder):
    with open("/dev/full", "w") as full:
        status, said = _ended(_started(folder, "render", "plan.toc", "--to", "svg", stdout=full))
    assert status == 2
    assert b"The disk is full" in said
    assert b"Traceback" not in said


def test_no_output_at_all_is_said(folder):
    command = f"exec {sys.executable} -m toc render plan.toc --to svg >&-"
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, capture_output=True, env=environment(), timeout=60, check=False
    )
    assert done.returncode == 2
    assert b"There is no standard output to write to." in done.stderr


ATTACKS = "\x1b[2J\x1b]8;;https://evil.example\x07click\x1b\\ \x9b31m \u202eevil \x07 \x00"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("check", "--format", "json"),
        ("check", "--format", "github"),
        ("check", "--format", "sarif"),
        ("check", "--format", "junit"),
        ("render", "--to", "svg"),
        ("render", "--to", "dot"),
        ("render", "--to", "mermaid"),
        ("render", "--to", "md"),
        ("render", "--to", "json"),
    ],
    ids=" ".join,
)
def test_no_escape_sequence_of_a_text_gets_out(toc, folder, arguments):
    lines = ("theory: T {}", "goal a: A {}", "  by who{}: x", "{}", "  baseline: {}", "-> {}")
    text = "\n".join([line.format(ATTACKS) for line in lines])
    (folder / "plan.toc").write_text(text, encoding="utf-8")
    done = toc(*arguments, "plan.toc")
    controls = {chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}
    assert controls & set(done.stdout + done.stderr) == set()
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)


def test_no_escape_sequence_of_a_name_gets_out(toc, folder):
    name = "evil\x1b[2J.toc"
    (folder / name).write_text(BROKEN)
    for arguments in (("check", name), ("check", f"gone{name}"), ("render", name, "--to", f"\x1b[2J{name}"), (name,)):
        done = toc(*arguments)
        assert "\x1b" not in done.stdout + done.stderr


def test_a_fault_of_ours_is_one_sentence_and_shows_more_when_asked(folder):
    program = """
import sys
import toc.check
sys.modules["toc.check"].survey = None
from toc.cli.app import run
sys.exit(run(["check", "plan.toc"]))
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", env=environment(), check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("toc: This is a fault in toc, not in your text. Please report it with this line: ")
    assert "TypeError" in done.stderr
    assert "Traceback" not in done.stderr
    more = environment(TOC_DEBUG="1")
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", env=more, check=False)
    assert "Traceback" in done.stderr
