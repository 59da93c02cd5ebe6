"""The process in which Graphviz runs: it may die, hang or be missing, and whoever asked it goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from toc.layout_worker import EngineError, EngineTimeoutError, System, Worker

SMALL = 'digraph{node[label=""];a->b}'
DEADLY = 'digraph{{rank=same;a;b;c;d};b->d;c->d;b->d[label="x"]}'
ENDLESS = "digraph{" + "".join(f"n{a}->n{b};" for a in range(60) for b in range(a)) + "}"
GREEDY = "digraph{a->b[minlen=1000000]}"
HALF = "digraph{" + "->".join(f"n{number}" for number in range(5_000)) + "}"

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")


@pytest.fixture
def worker():
    with Worker(seconds=20) as running:
        yield running


def test_it_gives_positions(worker):
    words = [line.split()[:2] for line in worker.plain(SMALL).splitlines()]
    assert words == [["graph", "1"], ["node", "a"], ["node", "b"], ["edge", "a"], ["stop"]]


def test_it_answers_many_times(worker):
    first = worker.plain(SMALL)
    assert {worker.plain(SMALL) for _ in range(20)} == {first}


@pytest.mark.parametrize(
    ("dot", "reason"),
    [
        (DEADLY, "broke off"),
        (GREEDY, "broke off"),
        (HALF, "could not arrange all"),
        ("digraph{a->", "could not arrange all"),
        ("digraph{a->b[weight=2147483647];c->b[weight=2147483647]}", "broke off"),
        ("", "could not arrange all"),
    ],
    ids=["deadly", "greedy", "half", "unfinished", "exits", "empty"],
)
def test_what_kills_it_is_said_and_the_next_picture_comes(worker, dot, reason):
    with pytest.raises(EngineError, match=reason):
        worker.plain(dot)
    assert worker.plain(SMALL).endswith("stop\n")


def test_one_that_takes_too_long_is_ended():
    with Worker(seconds=0.5) as worker:
        worker.plain(SMALL)
        hanging = worker.process_id
        with pytest.raises(EngineTimeoutError, match="took longer than"):
            worker.plain(ENDLESS)
        assert not is_alive(hanging)
        assert worker.plain(SMALL).endswith("stop\n")


def test_one_that_is_stopped_is_ended():
    with Worker(seconds=0.5) as worker:
        worker.plain(SMALL)
        os.kill(worker.process_id, signal.SIGSTOP)
        with pytest.raises(EngineTimeoutError):
            worker.plain(SMALL + " " * 70_000)  # more than a pipe takes, so that writing waits too
        assert worker.plain(SMALL).endswith("stop\n")


def test_one_that_is_killed_while_it_works(worker):
    worker.plain(SMALL)
    doomed = worker.process_id
    killer = threading.Timer(0.3, os.kill, (doomed, signal.SIGKILL))
    killer.start()
    with pytest.raises(EngineError, match="broke off") as trouble:
        worker.plain(ENDLESS)
    killer.join()
    assert not isinstance(trouble.value, EngineTimeoutError)
    assert worker.process_id != doomed


def test_one_that_is_killed_while_it_waits_is_replaced(worker):
    worker.plain(SMALL)
    os.kill(worker.process_id, signal.SIGKILL)
    time.sleep(0.1)
    assert worker.plain(SMALL).endswith("stop\n")


def test_a_spare_takes_over():
    with Worker(spare=True) as worker:
        worker.plain(SMALL)
        with pytest.raises(EngineError):
            worker.plain(DEADLY)
        waiting = worker.process_id
        assert waiting is not None
        assert worker.plain(SMALL).endswith("stop\n")
        assert worker.process_id == waiting


def test_it_is_replaced_after_many_jobs(worker, monkeypatch):
    monkeypatch.setattr("toc.layout_worker.worker.JOBS", 3)
    seen = []
    for _ in range(6):
        seen.append(worker.process_id)
        worker.plain(SMALL)
    assert len({each for each in seen if each is not None}) == 2


@linux
def test_nothing_is_left_behind():
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        with Worker(spare=True) as worker:
            worker.plain(SMALL)
            with pytest.raises(EngineError):
                worker.plain(DEADLY)
    assert len(list(Path("/proc/self/fd").iterdir())) == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


@linux
def test_it_ends_with_the_process_that_started_it():
    code = "import time; from toc.layout_worker import Worker; w = Worker(); w.plain('digraph{}'); "
    code += "print(w.process_id, flush=True); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as parent:
        child = int(parent.stdout.readline())
        assert is_alive(child)
        parent.kill()
    assert ends(child)


@linux
def test_it_has_limits_and_an_empty_environment(worker):
    worker.plain(SMALL)
    limits = Path(f"/proc/{worker.process_id}/limits").read_text(encoding="ascii")
    soft = {line[:26].strip(): line[26:].split()[0] for line in limits.splitlines()[1:]}
    assert soft["Max address space"] == str(512 * 2**20)
    assert soft["Max file size"] == str(64 * 2**20)
    assert soft["Max open files"] == "64"
    assert int(soft["Max cpu time"]) < 60
    environment = Path(f"/proc/{worker.process_id}/environ").read_bytes().split(b"\0")
    assert {entry.partition(b"=")[0] for entry in environment} <= {b"", b"LD_LIBRARY_PATH"}


def test_starting_does_not_wait_for_the_child(monkeypatch):
    def wait(*_):
        pytest.fail("it waited")

    monkeypatch.setattr("toc.layout_worker.worker._wait", wait)
    with Worker(spare=True) as worker:
        assert worker.process_id is not None


def test_it_may_be_asked_from_several_threads(worker):
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(worker.plain(SMALL))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 8
    assert len(set(answers)) == 1


ASK = """
from toc.layout_worker import EngineError, Worker
with Worker() as worker:
    try:
        print(worker.plain("digraph{}"))
    except EngineError as trouble:
        print(trouble)
"""


def test_without_pygraphviz_it_says_so():
    assert said("import sys; sys.modules['pygraphviz'] = None" + ASK) == (
        "Graphviz is not available here: pygraphviz is not installed."
    )


def test_with_a_broken_pygraphviz_it_says_so(tmp_path):
    (tmp_path / "pygraphviz").mkdir()
    (tmp_path / "pygraphviz" / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    assert said(f"import sys; sys.path.insert(0, {str(tmp_path)!r})" + ASK) == (
        "Graphviz is not available here: pygraphviz is installed but cannot be loaded."
    )


def said(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def dot_program(folder, script):
    program = folder / "dot"
    program.write_text("#!/bin/sh\n" + script, encoding="utf-8")
    program.chmod(0o755)


def test_the_system_engine_asks_the_dot_program(tmp_path, monkeypatch):
    dot_program(tmp_path, 'test "$*" = "-Kdot -Tplain" && cat\n')
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert System().plain(SMALL) == SMALL


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("exit 1", "broke off"),
        ("kill -SEGV $$", "broke off"),
        ("echo Error: lost n1 n2 edge >&2", "could not arrange all"),
        ("exec sleep 60", "took longer"),
    ],
)
def test_the_system_engine_may_fail(tmp_path, monkeypatch, script, reason):
    dot_program(tmp_path, script)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(EngineError, match=reason):
        System(seconds=0.5).plain(SMALL)


def test_the_system_engine_may_be_missing(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="no program called dot"):
        System().plain(SMALL)


def is_alive(process):
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


def ends(process):
    """Wait up to some seconds until a process has ended."""
    for _ in range(100):
        if not is_alive(process):
            return True
        time.sleep(0.05)
    return False
