"""One call of git, and its answer."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final, NamedTuple, cast

from toc.troubles import FileTrouble, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.troubles import AnyPath

_ALWAYS: Final = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.quotepath=off")
"""No pager that waits for a key, no star that means more than itself, no program that the repository names."""

_QUIET: Final = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
"""Take no locks from whoever else is at work, never wait for a password, and answer in words that can be told apart."""

_BARE: Final = "keeps versions for git, and no files to work on. Call toc where the files are: in a clone of it."

_NO_GIT: Final = "There is no git on this machine. Install it from git-scm.com, or compare two files instead."


class GitTrouble(FileTrouble):
    """Something that git cannot do; the text is one sentence for the person who typed the command."""


class Answer(NamedTuple):
    """What git answered: its exit status, what it wrote, and what it complained about."""

    status: int
    out: bytes
    complaint: str


def ask_git(arguments: Sequence[str], *, folder: AnyPath = ".", given: bytes = b"") -> Answer:
    """Call git in a folder with ``given`` as its input, and give whatever it answers, good or bad.

    Raises GitTrouble where there is no git, or no such folder.
    """
    with _starting(arguments, folder) as command:
        done = subprocess.run(  # noqa: S603  the list is ours, and there is no shell
            command,
            cwd=folder,
            input=given,
            capture_output=True,
            check=False,
            env=_environment(),
        )
    return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))


class Talk(NamedTuple):
    """A git that goes on running: what it is asked through, and where it answers."""

    asked: IO[bytes]
    answers: IO[bytes]


@contextmanager
def talking_git(arguments: Sequence[str], *, folder: AnyPath = ".") -> Iterator[Talk]:
    """Start a git that is asked one thing after the other; it ends with the block. Raises GitTrouble as `ask_git`."""
    with _starting(arguments, folder) as command:
        git = subprocess.Popen(  # noqa: S603  the list is ours, and there is no shell
            command,
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
        )
    with git:
        yield Talk(cast("IO[bytes]", git.stdin), cast("IO[bytes]", git.stdout))


def _environment() -> dict[str, str]:
    """Give git the environment of this process, as it is meant wherever git is called.

    A hook in a second working tree is told which repository is at work, but not where the top of its files is. Git
    then takes the folder that it is called in for the top; without being told, it finds the right one by itself.
    """
    found = os.environ | _QUIET
    if "GIT_WORK_TREE" not in found:
        found.pop("GIT_DIR", None)
    return found | {name: os.path.abspath(found[name]) for name in ("GIT_DIR", "GIT_WORK_TREE") if name in found}


@contextmanager
def _starting(arguments: Sequence[str], folder: AnyPath) -> Iterator[list[str]]:
    """Give the whole command; what goes wrong while it is started becomes a sentence."""
    git = shutil.which("git")
    if git is None:
        raise GitTrouble(_NO_GIT)
    try:
        yield [git, *_ALWAYS, *arguments]
    except FileNotFoundError:
        msg = f"There is no folder {shown(folder)}."
        raise GitTrouble(msg) from None
    except (OSError, ValueError) as error:
        msg = f"git could not be started in {shown(folder)}: {error}."
        raise GitTrouble(msg) from None


def run_git(arguments: Sequence[str], *, folder: AnyPath = ".", given: bytes = b"") -> bytes:
    """Call git in a folder and give what it wrote; raises GitTrouble with its complaint where it could not."""
    answer = ask_git(arguments, folder=folder, given=given)
    if answer.status != 0:
        raise GitTrouble(complained(answer, folder))
    return answer.out


def complained(answer: Answer, folder: AnyPath) -> str:
    """Turn git's complaint into a sentence."""
    said = answer.complaint.strip().split("\n")[0].removeprefix("fatal: ").removeprefix("error: ").rstrip(".")
    if "not a git repository" in said:
        return f"{_named(folder)} is in no git repository. Compare two files instead: toc diff OLD NEW"
    if "must be run in a work tree" in said:
        return f"{_named(folder)} {_BARE}"
    if "dubious ownership" in said:
        return f"{_named(folder)} belongs to somebody else, so git does not look into it; see git’s safe.directory."
    return f"git says: {said}." if said else f"git gave up with status {answer.status}."


def _named(folder: AnyPath) -> str:
    return "This folder" if os.fspath(folder) in ("", ".") else f"The folder {shown(folder)}"
