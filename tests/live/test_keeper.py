"""A text and its file: what is typed reaches the disk, nothing that others wrote is overwritten, nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

import toc.live.keeper as keeper_module
from toc.files import read
from toc.live.keeper import Keeper


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plan.toc"
    path.write_bytes(b"goal g: one\n")
    return path


@pytest.fixture
def keeper(file):
    return Keeper.of(read(file), str(file))


def test_a_text_is_written(keeper, file):
    assert keeper.save("goal g: two\n").state == "saved"
    assert file.read_bytes() == b"goal g: two\n"


def test_line_ends_stay_as_the_file_has_them(file):
    file.write_bytes(b"goal g: one\r\n")
    keeper = Keeper.of(read(file), str(file))
    keeper.save("goal g: one\noutcome o: two\n")
    assert file.read_bytes() == b"goal g: one\r\noutcome o: two\r\n"


def test_what_somebody_else_wrote_is_handed_out_and_not_overwritten(keeper, file):
    file.write_bytes(b"goal g: theirs\n")
    kept = keeper.save("goal g: ours\n")
    assert (kept.theirs, kept.base) == ("goal g: theirs\n", "goal g: one\n")
    assert file.read_bytes() == b"goal g: theirs\n"
    assert keeper.save("goal g: both\n").theirs is None
    assert file.read_bytes() == b"goal g: both\n"


def test_a_file_that_is_gone_is_said_plainly_and_what_is_typed_is_kept_beside_it(keeper, file):
    file.unlink()
    kept = keeper.save("goal g: two\n")
    assert kept.state == "trouble"
    assert "plan.toc is not there any more" in kept.message
    assert not file.exists(), "nobody asked for it"
    assert (file.parent / "plan.toc.unsaved").read_bytes() == b"goal g: two\n"
    keeper.write_again()
    assert keeper.save("goal g: three\n").state == "saved"
    assert file.read_bytes() == b"goal g: three\n"
    assert not (file.parent / "plan.toc.unsaved").exists()


def test_a_file_that_is_no_text_any_more_is_not_overwritten_until_somebody_says_so(keeper, file):
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    kept = keeper.save("goal g: two\n")
    assert "a PNG picture" in kept.message
    assert kept.asks
    keeper.write_again()
    assert keeper.save("goal g: two\n").state == "saved"
    assert file.read_bytes() == b"goal g: two\n"
    assert (file.parent / "plan.toc.old").read_bytes() == b"\x89PNG\r\n\x1a\n"


def test_what_was_left_unsaved_earlier_is_never_overwritten(keeper, file):
    left = file.parent / "plan.toc.unsaved"
    left.write_text("from last week")
    file.unlink()
    keeper.save("goal g: two\n")
    assert left.read_text() == "from last week"
    assert (file.parent / "plan.toc.unsaved2").read_text() == "goal g: two\n"


def test_a_new_file_is_made_with_the_first_words(tmp_path):
    path = tmp_path / "new.toc"
    keeper = Keeper(str(path), "", must_exist=False)
    assert keeper.save("").state == "saved"
    keeper.save("goal g: one\n")
    assert path.read_text() == "goal g: one\n"


def test_who_read_the_file_before_our_last_words_has_not_taken_them_out(keeper, file):
    keeper.save("goal g: one\n# typed\n")
    file.write_text("# theirs\ngoal g: one\n", encoding="utf-8")  # made of what stood there before
    kept = keeper.look()
    assert kept.base == "goal g: one\n"


def test_who_takes_out_what_has_stood_there_has_taken_it_out(keeper, file, monkeypatch):
    keeper.save("goal g: one\n# typed\n")
    now = keeper_module.monotonic()
    monkeypatch.setattr(keeper_module, "monotonic", lambda: now + keeper_module.STALE + 1)
    file.write_text("goal g: one\n", encoding="utf-8")
    assert keeper.look().base == "goal g: one\n# typed\n"


FULL = """
import resource, signal, sys
sys.path.insert(0, sys.argv[2])
import toc.live.keeper as keeper_module
from toc.files import read
from toc.live.keeper import Keeper
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
keeper = Keeper.of(read(sys.argv[1]), sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (4, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
kept = keeper.save("goal g: a longer text\\n")
print(kept.message, kept.shelter)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(keeper.save("goal g: a longer text\\n").state)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs limits of the system")
def test_a_disk_that_takes_no_more_leaves_the_old_text_whole(file):
    root = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
    run = [sys.executable, "-c", FULL, str(file), root]
    said = subprocess.run(run, check=True, capture_output=True, text=True).stdout.splitlines()
    assert "cannot be written" in said[0]
    assert said[0].endswith("What you type is kept in this page only: leave it open.")
    assert said[1] == "saved"
    assert file.read_text() == "goal g: a longer text\n"
    assert sorted(os.listdir(file.parent)) == ["plan.toc"]


def test_a_read_only_folder_is_said(keeper, file, tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root may write everything")
    tmp_path.chmod(0o500)
    try:
        kept = keeper.save("goal g: two\n")
    finally:
        tmp_path.chmod(0o700)
    assert "permission" in kept.message
    assert keeper.rescued
    assert file.read_text() == "goal g: one\n"
