"""A plan with a past, and asking for it as people do."""

from __future__ import annotations

import pytest
from lantern_plan import FIRST, NOW, REWORDED, WITHOUT
from repositories import repository, write
from signing import save

from toc.cli.app import run


@pytest.fixture(scope="session")
def lantern(tmp_path_factory):
    """Four steps, two commits that changed nothing in it, another name of its file, and something not committed."""
    folder = repository(tmp_path_factory.mktemp("lantern") / "plans")
    save(folder, {"plan.toc": FIRST}, who="Ana Lopez", day="03-01", message="First evening")
    save(folder, {"plan.toc": REWORDED}, who="Ben Okri", day="03-08", message="Second evening")
    save(folder, {"plan.toc": REWORDED.replace("\n\n", "\n\n\n")}, who="Cleo", day="03-09", message="More air")
    save(folder, {"other.toc": FIRST}, who="Cleo", day="03-10", message="Another plan")
    (folder / "plan.toc").unlink()
    save(folder, {"lantern.toc": WITHOUT}, who="Cleo", day="03-15", message="No talk")
    write(folder, {"lantern.toc": NOW})
    return folder


@pytest.fixture
def told(capfd, monkeypatch):
    """Run a command line in a folder; give its status and what it wrote to the two outputs."""

    def tell(folder, *arguments):
        monkeypatch.chdir(folder)
        status = run(list(arguments))
        out, err = capfd.readouterr()
        return status, out, " ".join(err.split())

    return tell
