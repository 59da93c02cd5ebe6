"""Git made ready for theories: attributes, drivers, and the trap that TeX sets.

Everything that is put in can be recognised, so that it is put in once and taken out exactly. Each step says in a
sentence what it did.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from toc.git import GitTrouble, ask_git, complained, run_git

from .driver import wishes
from .lines import put_in, take_out

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ATTRIBUTES", "HIDDEN", "is_hidden", "root_of", "set_up", "settings", "take_away", "wishes"]

ATTRIBUTES = ("# theories of change: see toc git-setup", "*.toc diff=toc merge=toc text eol=lf linguist-language=Text")
"""What says that files whose names end in .toc are theories, and no tables of contents of TeX."""

HIDDEN = ("# theories of change end like what TeX leaves behind", "!*.toc")
"""What brings theories to light again where a rule made for TeX hides them."""

_NO_REPOSITORY = (
    "This folder is in no git repository. Make it one with: git init. For all of yours: toc git-setup --global"
)
_MERGES, _SHOWS = ("merge.toc.name", "merge.toc.driver"), ("diff.toc.xfuncname", "diff.toc.wordRegex")


def root_of(folder: str) -> str:
    """Give the top folder of the repository; raises GitTrouble where there is none."""
    answer = ask_git(["rev-parse", "--show-toplevel"], folder=folder)
    if answer.status:
        raise GitTrouble(_NO_REPOSITORY if "not a git repository" in answer.complaint else complained(answer, folder))
    return os.fsdecode(answer.out).rstrip("\n")


def settings(folder: str, *, everywhere: bool) -> dict[str, str]:
    """Give which of our settings git has, with their values."""
    asked = ((name, ask_git(["config", _scope(everywhere), "--get", name], folder=folder)) for name in wishes())
    return {name: answer.out.decode("utf-8", "replace").rstrip("\n") for name, answer in asked if answer.status == 0}


def set_up(folder: str, *, everywhere: bool = False) -> Iterator[str]:
    """Make git ready in the repository that a folder is in, or ``everywhere`` for whoever is asking.

    Gives what was done, sentence by sentence. Raises GitTrouble and FileTrouble where it cannot be done.
    """
    top = folder if everywhere else root_of(folder)
    had, wanted = settings(top, everywhere=everywhere), wishes()
    for name, value in wanted.items():
        if had.get(name) != value:
            run_git(["config", _scope(everywhere), "--replace-all", name, value], folder=top)
    yield _said("git merges theories fact by fact, and keeps both sides whatever happens", _same(_MERGES, had, wanted))
    yield _said(
        "git diff and git log -L know the boxes of a theory, and git difftool -t toc tells what changed",
        _same((*_SHOWS, "difftool.toc.cmd"), had, wanted),
    )
    path = _attributes(top, everywhere=everywhere)
    fresh = put_in(path, ATTRIBUTES)
    yield _said(f"{_shown(path, everywhere)} says that *.toc files are theories", not fresh)
    if fresh and not everywhere:
        yield "Commit .gitattributes, so that it holds for everybody; each of them runs toc git-setup once."
    if not everywhere and _kept_with_other_line_ends(top):
        yield (
            "Some plans are kept with the line ends of Windows, so git takes them for changed until they are put in "
            "once more: git add --renormalize . and then git commit"
        )
    if not everywhere and is_hidden(top):
        put_in(os.path.join(top, ".gitignore"), HIDDEN)
        yield "A rule made for TeX hid files that end in .toc; .gitignore lets them through now."
        if is_hidden(top):
            yield "They are still hidden. To see by which rule: git check-ignore -v plan.toc"


def _kept_with_other_line_ends(top: str) -> bool:
    """Say whether git keeps a theory with line ends that our attributes do not allow."""
    names = [name for name in run_git(["ls-files", "-z"], folder=top).split(b"\0") if name.endswith(b".toc")]
    asked = ["ls-files", "--eol", "-z", "--", *map(os.fsdecode, names)]
    rows = run_git(asked, folder=top).split(b"\0") if names else []
    return any(row.startswith((b"i/crlf", b"i/mixed")) for row in rows)


def take_away(folder: str, *, everywhere: bool = False) -> Iterator[str]:
    """Take out what `set_up` put in, and nothing else; gives what was done, sentence by sentence."""
    top = folder if everywhere else root_of(folder)
    had = settings(top, everywhere=everywhere)
    for name in had:
        run_git(["config", _scope(everywhere), "--unset-all", name], folder=top)
    if had:
        yield "git merges and compares theories line by line again, as any text."
    path = _attributes(top, everywhere=everywhere)
    if take_out(path, ATTRIBUTES):
        yield f"{_shown(path, everywhere)} says nothing about theories any more."
    if not everywhere and take_out(os.path.join(top, ".gitignore"), HIDDEN):
        yield ".gitignore is as it was."


def is_hidden(top: str, name: str = "plan.toc") -> bool:
    """Say whether git overlooks a file of that name, because of a rule such as those made for TeX."""
    git = shutil.which("git")
    # Not through `ask_git`: among all commands of git, this one refuses to take names word for word.
    command = [git or "git", "check-ignore", "--no-index", "-q", "--", name]
    return git is not None and subprocess.run(command, cwd=top, check=False, capture_output=True).returncode == 0  # noqa: S603  the list is ours


def _scope(everywhere: bool) -> str:  # noqa: FBT001  a word for git, chosen here only
    return "--global" if everywhere else "--local"


def _attributes(top: str, *, everywhere: bool) -> str:
    if not everywhere:
        return os.path.join(top, ".gitattributes")
    answer = ask_git(["config", "--global", "--type=path", "--get", "core.attributesFile"], folder=top)
    if answer.status == 0:
        return os.fsdecode(answer.out).rstrip("\n")
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return os.path.join(home, "git", "attributes")


def _same(names: tuple[str, ...], had: dict[str, str], wanted: dict[str, str]) -> bool:
    return all(had.get(name) == wanted[name] for name in names)


def _said(what: str, before: bool) -> str:  # noqa: FBT001  the end of the sentence
    return f"{what}, as before." if before else f"From now on, {what}."


def _shown(path: str, everywhere: bool) -> str:  # noqa: FBT001  a word of the sentence
    return path if everywhere else os.path.basename(path)
