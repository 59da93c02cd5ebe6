"""Post a review: ``python -m toc.teams github FILE`` or ``… gitlab FILE``, called by `action.yml` and `gitlab.yml`.

A forge that says no fails nothing: whether a plan is sound does not depend on it. The words then go to the summary of
the run where there is one (GitHub), or are found beside the pictures of the job (GitLab), and a line says why. Status 2
is wrong use, or a file that cannot be read or written.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from toc.files import FileTrouble, read

from . import github, gitlab
from .comment import keep_one
from .web import ForgeTrouble

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FORGES: Final = {"github": github.forge, "gitlab": gitlab.forge}
_WRONG_USE: Final = "toc.teams: say which forge, and the file with the words: github FILE, or gitlab FILE"


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Post the words of a file as the one comment of a request, and give the status."""
    if len(arguments) != 2 or arguments[0] not in _FORGES:  # noqa: PLR2004  a forge and a file
        return _give_up(_WRONG_USE)
    forge, file = arguments
    try:
        text = read(file).text
        said = _posted(forge, text, environment)
    except FileTrouble as trouble:
        return _give_up(f"toc.teams: {trouble}")
    except OSError as trouble:
        return _give_up(f"toc.teams: the summary cannot be written: {trouble.strerror}.")
    sys.stdout.write(said + "\n")
    return 0


def _posted(forge: str, text: str, environment: Mapping[str, str]) -> str:
    try:
        return keep_one(_FORGES[forge](environment), text)
    except ForgeTrouble as trouble:
        said = f"No comment was written. {trouble}"
    if not text.strip():
        return f"{said} No plan changes here anyway."
    summary = environment.get("GITHUB_STEP_SUMMARY") if forge == "github" else None
    if not summary:
        return f"{said} What it would have said is among the files of this job."
    with open(summary, "a", encoding="utf-8") as opened:
        opened.write(text)
    return f"::notice::{said} What changes is told in the summary of this run."


def _give_up(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], os.environ))
