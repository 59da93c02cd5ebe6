"""`.pre-commit-hooks.yaml`: as pre-commit calls what it says, and by pre-commit itself where it is installed."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from commands import environment
from installed import install
from repositories import commit, git, repository, write
from runner import ROOT

HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
PLAN = "include: parts/*.toc\n\ngoal g: Children read\n  outcome o: Families read\n    by school: time\n"
PART = "partner school: School\n"
STRANGE = "-rf $(touch pwned) `x` 'y' \"z\".toc"


@pytest.fixture(scope="module")
def programs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("toc")
    install(folder)
    return folder / "bin"


@pytest.fixture
def folder(tmp_path):
    """Give a repository with a plan and a part of it, and no settings but its own."""
    folder = repository(tmp_path / "plans")
    commit(folder, {"plan.toc": PLAN, "parts/school.toc": PART, "notes.md": "x\n"})
    return folder


def around(folder, programs):
    """Give an environment in which the programs are found."""
    return environment(folder.parent, PATH=f"{programs}{os.pathsep}{os.environ['PATH']}")


@pytest.fixture
def hook(folder, programs):
    """Call a hook with files, as pre-commit does: entry, arguments, names."""

    def call(name, *files):
        about = HOOKS[name]
        done = subprocess.run(
            [*shlex.split(about["entry"]), *about["args"], *files], cwd=folder, env=around(folder, programs),
            capture_output=True, encoding="utf-8", check=False, timeout=60,
        )  # fmt: skip
        assert not (folder / "pwned").exists()
        return done

    return call


def test_the_hooks_are_what_pre_commit_wants():
    assert set(HOOKS) == {"toc-check", "toc-fmt"}
    for about in HOOKS.values():
        assert (about["language"], about["files"], about["args"]) == ("python", r"\.toc$", ["--"])
        assert shlex.split(about["entry"])[0] == "toc"


def test_the_page_names_hooks_that_there_are():
    page = (ROOT / "examples/teams/README.md").read_text(encoding="utf-8")
    blocks = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)]
    named = [hook["id"] for block in blocks for repo in block.get("repos", ()) for hook in repo["hooks"]]
    assert named == list(HOOKS)
    assert [list(block) for block in blocks] == [["repos"], ["include"]]


def test_a_part_that_is_committed_is_checked_in_its_plan(hook, folder):
    assert hook("toc-check", "parts/school.toc").returncode == 0
    write(folder, {"parts/school.toc": PART.replace("school:", "college:")})
    done = hook("toc-check", "parts/school.toc")
    assert done.returncode == 1
    assert "plan.toc:5:8" in done.stdout


def test_a_file_with_a_strange_name_is_a_file(hook, folder):
    write(folder, {STRANGE: "Goal  g:G\n"})
    assert hook("toc-check", STRANGE).returncode == 0
    assert hook("toc-fmt", STRANGE).returncode == 0
    assert (folder / STRANGE).read_text() == "goal g: G\n"


def test_fmt_writes_only_what_is_not_tidy(hook, folder):
    before = (folder / "plan.toc").stat().st_mtime_ns
    done = hook("toc-fmt", "plan.toc", "parts/school.toc")
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "plan.toc").stat().st_mtime_ns == before


@pytest.fixture
def pre_commit(folder, programs, tmp_path):
    """Let pre-commit itself run the hooks of this checkout, without building an environment for them."""
    pytest.importorskip("pre_commit")
    ours = repository(tmp_path / "hooks")
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", ours)
    commit(ours, {})
    hooks = [{"id": name, "language": "system"} for name in HOOKS]
    config = {"repos": [{"repo": str(ours), "rev": git(ours, "rev-parse", "HEAD").strip(), "hooks": hooks}]}
    commit(folder, {".pre-commit-config.yaml": yaml.safe_dump(config)})

    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", *arguments], cwd=folder,
            env=around(folder, programs) | {"PRE_COMMIT_HOME": str(tmp_path / "home")},
            capture_output=True, encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip

    return run


def test_pre_commit_runs_the_hooks(pre_commit, folder):
    assert pre_commit("validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")).returncode == 0
    done = pre_commit("run", "--all-files")
    assert (done.returncode, done.stdout.count("Passed")) == (0, 2), done.stdout
    write(folder, {STRANGE: "Goal  g:G\n", "parts/school.toc": PART.replace("school:", "college:")})
    git(folder, "add", "-A")
    done = pre_commit("run")
    assert done.returncode == 1
    assert "plan.toc:5:8" in done.stdout
    assert "- files were modified by this hook" in done.stdout
    assert Path(folder / STRANGE).read_text() == "goal g: G\n"
    assert not (folder / "pwned").exists()
