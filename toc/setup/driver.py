"""What git is told: how to merge and compare theories, as the words of its configuration.

The merge driver never leaves a side behind. toc works on a copy; only when it exits with 0 (clean) or 3 (a conflict is
left) and the copy is as long as it says does the copy take the place of our version. Whatever else happens (toc is not
there, it fails, it is killed, the disk is full, the copy is torn or empty), git's own merge by lines steps in, on
versions that nobody has touched.
"""

from __future__ import annotations

import shlex
import sys

from toc.vocabulary import KINDS

_DRIVER = (
    't="$2.toc"; x=${6#%%X}; y=${7#%%Y}; '
    'n=$(cp "$2" "$t" && "$0" -P -m toc merge --driver --marker-size "$4" --name "$5" '
    '--labels "${x:-ours}" "${y:-theirs}" "$1" "$t" "$3"); r=$?; '
    'case $r in 0|3) test "$n" -eq "$(wc -c <"$t")" 2>/dev/null && test -s "$t" && mv -f "$t" "$2" && exit $((r!=0));; '
    'esac; rm -f "$t"; echo "toc could not merge $5, so git merges it line by line." >&2; '
    'exec git merge-file --marker-size="$4" -L "${x:-ours}" -L base -L "${y:-theirs}" "$2" "$1" "$3"'
)
"""Base, ours, theirs, the size of the marks, the name of the plan, and from git 2.44 on what the sides are called."""

_DECLARING = f"^([[:space:]]*({'|'.join((*KINDS, 'assuming'))})([[:space:]]|:).*)$"
_WORD = "[^[:space:]:,]+|[:,]"


def wishes() -> dict[str, str]:
    """Give the settings of git that make it merge and compare theories as theories, with their values.

    The Python that runs now is named, so that git finds toc also where no environment is active; -P keeps it from
    running what happens to be called toc in the repository.
    """
    python = sys.executable.replace("\\", "/")
    named = shlex.quote(python).replace("%", "%%")
    return {
        "merge.toc.name": "theories of change, fact by fact",
        "merge.toc.driver": f"sh -c {shlex.quote(_DRIVER)} {named} %O %A %B %L %P %X %Y",
        "diff.toc.xfuncname": _DECLARING,
        "diff.toc.wordRegex": _WORD,
        "difftool.toc.cmd": f'{shlex.quote(python)} -P -m toc diff --of "$MERGED" "$LOCAL" "$REMOTE"',
    }
