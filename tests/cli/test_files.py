import errno
import os
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from toc import files
from toc.files import FileTrouble, read, resolve_include, write


def test_a_file_is_read_with_its_name(tmp_path):
    (tmp_path / "plan.toc").write_bytes(b"goal: a\r\n")
    source = read(tmp_path / "plan.toc")
    assert (source.name, source.text, source.newline) == (str(tmp_path / "plan.toc"), "goal: a\n", "\r\n")


def _trouble(function, *arguments, **options):
    with pytest.raises(FileTrouble) as trouble:
        function(*arguments, **options)
    return str(trouble.value)


def test_what_is_no_file_is_refused_without_waiting(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    (tmp_path / "folder").mkdir()
    assert _trouble(read, "pipe").startswith("pipe is a pipe, not a file to read.")
    assert _trouble(read, "folder") == "folder cannot be read. It is a folder; name a file in it, such as plan.toc."
    assert _trouble(read, "/dev/zero").startswith("/dev/zero is a device, not a file to read.")


def test_a_name_that_is_nearly_right_is_offered(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.toc").touch()
    assert _trouble(read, "plam.toc") == "There is no file plam.toc. Did you mean plan.toc?"
    assert _trouble(read, "gone/plan.toc") == "There is no file gone/plan.toc. There is no folder gone either."
    assert _trouble(read, "a\0b") == "‘a\0b’ is no name of a file."


def test_a_file_name_that_is_no_utf8_can_be_read_and_named(tmp_path):
    place = tmp_path / os.fsdecode(b"\xff.toc")
    place.write_bytes(b"goal: a")
    assert read(place).name.endswith("\\xff.toc")


def test_a_sparse_file_beyond_the_limit_is_not_read(tmp_path):
    with (tmp_path / "huge.toc").open("wb") as file:
        file.truncate(10 * files.LIMIT)
    assert "larger than 32 MB" in _trouble(read, tmp_path / "huge.toc")


def test_reading_below_a_root_only(tmp_path):
    root = tmp_path / "top"
    root.mkdir()
    (tmp_path / "secret.toc").write_text("goal: secret")
    (root / "way-out.toc").symlink_to(tmp_path / "secret.toc")
    (root / "plan.toc").write_text("goal: a")
    (root / "same.toc").symlink_to(root / "plan.toc")
    assert read(root / "same.toc", root=root).text == "goal: a"
    for way in ("way-out.toc", "../secret.toc", "../top-not/secret.toc"):
        says = _trouble(read, root / way, root=root)
        assert "lies outside the folder of the theory" in says
        assert "goal: secret" not in says


@pytest.fixture
def tree(tmp_path):
    for name in ("plan.toc", "b.toc", "a.toc", "a-b.toc", ".hidden.toc", "notes.md", "in/x.toc", "in/deep/y.toc"):
        place = tmp_path / "top" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    (tmp_path / "outside.toc").touch()
    return tmp_path / "top"


INCLUDES = [
    ("a.toc", ["a.toc"]),
    ("*.toc", ["a-b.toc", "a.toc", "b.toc", "plan.toc"]),
    ("a*.toc", ["a-b.toc", "a.toc"]),
    ("*a*b*", ["a-b.toc"]),
    ("in/*.toc", ["in/x.toc"]),
    ("in/*/*.toc", ["in/deep/y.toc"]),
    ("./in/../a.toc", ["a.toc"]),
    (" b.toc ", ["b.toc"]),
    ("../top/a.toc", ["a.toc"]),
    ("missing.toc", ["missing.toc"]),
]


@pytest.mark.parametrize(("pattern", "found"), INCLUDES)
def test_an_include_names_files_in_code_point_order(tree, pattern, found):
    assert resolve_include(tree, tree / "plan.toc", pattern) == tuple(str(tree / name) for name in found)


def test_an_include_starts_at_the_file_it_stands_in(tree):
    assert resolve_include(tree, tree / "in/x.toc", "../a.toc") == (str(tree / "a.toc"),)


REFUSED = [
    ("", "After include: comes the name of a file"),
    ("/etc/passwd", "include: /etc/passwd starts at the top of the disk"),
    ("~/plan.toc", "include: ~/plan.toc starts at the top of the disk"),
    ("../outside.toc", "../outside.toc lies outside the folder of the theory"),
    ("../*.toc", "../*.toc lies outside the folder of the theory"),
    ("../missing.toc", "../missing.toc lies outside the folder of the theory"),
    ("in\\x.toc", "In include: in\\x.toc, write / between folders"),
    ("https://example.org/a.toc", "https://example.org/a.toc is an address"),
    ("z*.toc", "No file is named like z*.toc yet"),
    ("a\0.toc", "‘a\0.toc’ is no name of a file"),
]


@pytest.mark.parametrize(("pattern", "says"), REFUSED)
def test_an_include_that_leads_elsewhere_is_refused(tree, pattern, says):
    assert says in _trouble(resolve_include, tree, tree / "plan.toc", pattern)


def test_an_include_does_not_follow_a_link_out_or_take_a_pipe(tree):
    os.mkfifo(tree / "in" / "pipe.toc")
    assert resolve_include(tree, tree / "plan.toc", "in/*.toc") == (str(tree / "in/x.toc"),)
    (tree / "in" / "way-out.toc").symlink_to(tree.parent / "outside.toc")
    assert "lies outside" in _trouble(resolve_include, tree, tree / "plan.toc", "in/*.toc")


def _left(folder):
    return sorted(place.name for place in folder.iterdir())


def test_writing_makes_a_file_with_the_usual_mode(tmp_path):
    before = os.umask(0o027)
    try:
        write(tmp_path / "plan.svg", "é\n")
    finally:
        os.umask(before)
    assert (tmp_path / "plan.svg").read_bytes() == b"\xc3\xa9\n"
    assert stat.S_IMODE((tmp_path / "plan.svg").stat().st_mode) == 0o640
    assert _left(tmp_path) == ["plan.svg"]


def test_writing_keeps_mode_and_symbolic_link(tmp_path):
    real = tmp_path / "deep" / "real.svg"
    real.parent.mkdir()
    real.write_bytes(b"old")
    real.chmod(0o751)
    (tmp_path / "link.svg").symlink_to("deep/real.svg")
    write(tmp_path / "link.svg", b"new")
    assert (tmp_path / "link.svg").is_symlink()
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o751
    assert _left(real.parent) == ["real.svg"]


def test_writing_through_a_link_to_nothing_makes_what_it_points_to(tmp_path):
    (tmp_path / "link.svg").symlink_to("real.svg")
    write(tmp_path / "link.svg", b"new")
    assert (tmp_path / "link.svg").is_symlink()
    assert (tmp_path / "real.svg").read_bytes() == b"new"


def test_what_cannot_be_written_is_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo("pipe")
    assert _trouble(write, "gone/plan.svg", b"").startswith("gone/plan.svg cannot be written: there is no folder gone.")
    assert _trouble(write, "folder", b"") == "folder cannot be written. It is a folder; give the name of a file in it."
    assert _trouble(write, "pipe", b"x") == "pipe cannot be written. It is a pipe that nobody reads."
    assert _trouble(write, "loop", b"x") == "loop cannot be written. It is a link that leads back to itself."
    assert _trouble(write, "/dev/full", b"x").startswith("/dev/full cannot be written. The disk is full")
    assert "half a character (U+D800)" in _trouble(write, "plan.svg", "\ud800")
    assert _left(tmp_path) == ["folder", "loop", "pipe"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_what_is_read_only_stays_as_it_is(tmp_path):
    (tmp_path / "plan.svg").write_bytes(b"old")
    (tmp_path / "plan.svg").chmod(0o444)
    assert "no permission to write it" in _trouble(write, tmp_path / "plan.svg", b"new")
    (tmp_path / "closed").mkdir(mode=0o555)
    assert "no permission to write it" in _trouble(write, tmp_path / "closed/plan.svg", b"new")
    assert (tmp_path / "plan.svg").read_bytes() == b"old"


def test_devices_are_written_through():
    write("/dev/null", b"gone")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


REFUSALS = [
    (errno.EACCES, "You have no permission to write it; choose another place."),
    (errno.EROFS, "The disk can only be read; choose another place."),
    (errno.ENOSPC, "The disk is full; make room or choose another place."),
    (errno.ENAMETOOLONG, "The name is too long."),
    (errno.EIO, "The system says: Input/output error."),
]


@pytest.mark.parametrize(("number", "says"), REFUSALS)
def test_whatever_the_system_refuses_is_said_in_words(tmp_path, monkeypatch, number, says):
    monkeypatch.chdir(tmp_path)

    def refuse(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(files.os, "open", refuse)
    assert _trouble(write, "plan.svg", b"new") == f"plan.svg cannot be written. {says}"
    assert _left(tmp_path) == []


FAILING = ["os.fsync", "os.replace", "os.fchmod", "open"]


@pytest.mark.parametrize("step", FAILING)
def test_a_failure_at_any_step_leaves_the_old_file_and_nothing_else(tmp_path, step):
    (tmp_path / "plan.svg").write_bytes(b"old")
    program = f"""
        import os
        from toc import files
        def fail(*_, **__):
            raise OSError(5, "Input/output error")
        {"files.open" if step == "open" else step} = fail
        try:
            files.write("plan.svg", b"new" * 100_000)
        except files.FileTrouble as trouble:
            print(trouble)
    """
    done = _python(program, tmp_path)
    assert done.stdout == "plan.svg cannot be written. The system says: Input/output error.\n"
    assert (tmp_path / "plan.svg").read_bytes() == b"old"
    assert _left(tmp_path) == ["plan.svg"]


@pytest.mark.parametrize("step", ["os.fsync", "os.replace", "os.fchmod"])
def test_a_kill_at_any_step_leaves_the_old_or_the_new_file(tmp_path, step):
    (tmp_path / "plan.svg").write_bytes(b"old")
    program = f"""
        import os, signal
        from toc import files
        def die(*_, **__):
            os.kill(os.getpid(), signal.SIGKILL)
        {step} = die
        files.write("plan.svg", b"new")
    """
    assert _python(program, tmp_path).returncode == -signal.SIGKILL
    assert (tmp_path / "plan.svg").read_bytes() == b"old"


def test_a_failing_fsync_of_the_folder_comes_too_late_to_matter(tmp_path):
    program = """
        import os, stat
        from toc import files
        real = os.fsync
        def fail(descriptor):
            if stat.S_ISDIR(os.fstat(descriptor).st_mode):
                raise OSError(22, "Invalid argument")
            real(descriptor)
        os.fsync = fail
        files.write("plan.svg", b"new")
    """
    assert _python(program, tmp_path).returncode == 0
    assert (tmp_path / "plan.svg").read_bytes() == b"new"
    assert _left(tmp_path) == ["plan.svg"]


def _python(program, folder):
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
