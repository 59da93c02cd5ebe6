"""`action.yml`: its steps, run as GitHub runs them, on a pull request full of names that would like to be commands."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
import yaml
from commands import environment
from forges import ANA, TOKEN, forge
from hostile import TEXTS
from installed import install
from repositories import commit, git, repository, write
from runner import ROOT, Run, action, bash, steps

from toc.teams import MARK
from toc.teams.comment import NOTHING_LEFT

PLAN = """\
theory: Reading
partner library: Lantern Street Library
goal readers: Every child reads for pleasure
  outcome evenings: Families read together
    because: children copy what they see
    activity bags: Send a bag of books home
      by library: 300 books
"""
TRAP = "$(touch pwned)`touch pwned`';touch pwned;\"\n::error::x"
EVIL = "import pathlib\npathlib.Path('pwned').touch()\n"
MODULES = ("toc", "click", "lark", "yaml", "json", "venv", "pip", "sitecustomize", "usercustomize")
"""What Python would take from the folder it runs in, if we let it."""

HOSTILE = {
    f"{TRAP}.toc": PLAN,
    "-rf --output=pwned.toc": PLAN,
    "--help.toc": PLAN,
    "a b\t'c' \\\\ %0A::set-output name=x::y.toc": PLAN,
    **{f"{name}.py": EVIL for name in MODULES},
    "toc/__init__.py": EVIL,
    "toc.pth": "import pathlib; pathlib.Path('pwned').touch()\n",
}
BRANCH = "$(touch${IFS}pwned);`touch${IFS}pwned`&&\"'"


@pytest.fixture
def served():
    with forge("github") as found:
        yield found


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """Give a folder of a runner in which toc is installed."""
    folder = tmp_path_factory.mktemp("runner")
    install(folder / "toc")
    return folder


@pytest.fixture
def origin(tmp_path):
    folder = repository(tmp_path / "origin")
    commit(folder, {"plan.toc": PLAN, "same.toc": PLAN})
    git(folder, "checkout", "-q", "-b", BRANCH)
    return folder


@pytest.fixture
def pull(origin, served, ready, tmp_path):
    """Push something to the branch of a pull request, and give the run that GitHub starts for it."""

    def run(files, *, depth=1, event="pull_request", **inputs):
        commit(origin, files)
        workspace = _checked_out(origin, tmp_path, depth)
        shas = {"base": {"sha": _sha(origin, "main")}, "head": {"sha": _sha(origin, "HEAD"), "ref": BRANCH}}
        given = {name: about.get("default", "") for name, about in action()["inputs"].items()}
        started = Run(
            {
                "github": {
                    "event_name": event,
                    "event": {"pull_request": {"number": 7, "title": TRAP, "body": TRAP, **shas}},
                    "token": TOKEN,
                },
                "inputs": {**given, "token": TOKEN, **inputs},
                "runner": {"temp": str(ready)},
                "steps": {"python": {"outputs": {"python-path": sys.executable}}},
            },
            environment(
                tmp_path,
                GITHUB_ACTION_PATH=str(ROOT),
                GITHUB_API_URL=served.address,
                GITHUB_HEAD_REF=BRANCH,
                GITHUB_REPOSITORY="o/r",
                GITHUB_RUN_ID="99",
                GITHUB_SERVER_URL="https://forge.example",
                GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"),
                GITHUB_WORKSPACE=str(workspace),
                RUNNER_TEMP=str(ready),
            ),
            workspace,
            ready,
        )
        started.status = steps(started, without="Install toc")
        assert list(tmp_path.rglob("pwned*")) == []
        return started

    return run


def _sha(folder, name):
    return git(folder, "rev-parse", name).strip()


def _checked_out(origin, tmp_path, depth):
    """Check the request out as actions/checkout does: what it would be when merged, with so much of the history."""
    head = _sha(origin, "HEAD")
    git(origin, "checkout", "-q", "--detach", "main")
    git(origin, "merge", "-q", "--no-ff", "-m", TRAP, head)
    git(origin, "update-ref", "refs/pull/7/merge", "HEAD")
    git(origin, "checkout", "-q", BRANCH)
    folder = repository(tmp_path / f"work-{len(list(tmp_path.iterdir()))}")
    git(folder, "remote", "add", "origin", origin.as_uri())
    much = [f"--depth={depth}"] if depth else []
    git(folder, "fetch", "-q", "--no-tags", *much, "origin", "+refs/pull/7/merge:refs/remotes/pull/7/merge")
    git(folder, "checkout", "-q", "--detach", "refs/remotes/pull/7/merge")
    return folder


def test_one_comment_follows_a_pull_request(pull, origin, served):
    served.add(f"{MARK} written by somebody else", ANA)
    first = pull({"plan.toc": PLAN.replace("Families", "Most families")})
    assert (first.status, first.err) == (0, "")
    assert len(served.bodies) == 2
    assert "<del>Families</del> <ins>Most families</ins>" in served.bodies[1]
    assert "](https://forge.example/o/r/actions/runs/99#artifacts)" in served.bodies[1]
    git(origin, "checkout", "-q", "main")
    commit(origin, {"same.toc": PLAN.replace("300", "400")})
    git(origin, "checkout", "-q", BRANCH)
    second = pull({"plan.toc": PLAN.replace("Families", "All families")}, depth=0)
    assert "The comment is up to date.\n" in second.out
    assert "<del>Families</del> <ins>All families</ins>" in served.bodies[1]
    assert "same.toc" not in served.bodies[1], "what main did meanwhile"
    pull({"plan.toc": PLAN})
    assert served.bodies == [f"{MARK} written by somebody else", NOTHING_LEFT]


def test_names_and_words_that_would_like_to_be_commands(pull, served, ready):
    texts = "".join([f"goal t{number}: {text}\n" for number, text in enumerate((*TEXTS, TRAP.replace("\n", " ")))])
    run = pull({**HOSTILE, "plan.toc": f"theory: {TEXTS[1]}\n" + PLAN.partition("\n")[2] + texts})
    assert (run.status, run.err) == (0, "")
    (body,) = served.bodies
    assert body.count("\n## ") == 5
    assert body.count("This plan is new.") == 4
    commands = [line for line in run.out.splitlines() if "::" in line or "##[" in line]
    shape = r"::(error|warning|notice) (file=[^:,]+,line=\d+,[^:]*)?title=[a-z-]+::"
    assert [line for line in commands if not re.match(shape, line)] == []
    assert any(
        "file=$(touch pwned)`touch pwned`';touch pwned;\"%0A%3A%3Aerror%3A%3Ax.toc," in line for line in commands
    )
    (upload,) = [given for name, given in run.used if name.startswith("actions/upload-artifact@")]
    assert upload["path"] == f"{ready}/toc-pictures/*.svg"
    names = sorted(path.name for path in (ready / "toc-pictures").iterdir())
    assert len(names) == 7
    assert [name for name in names if not re.fullmatch(r"\d\d-[\w-]+-(before|after|both)\.svg", name)] == []


def test_a_request_from_a_fork_is_told_of_in_the_summary(pull, served, tmp_path):
    served.says_no["POST"] = 403
    run = pull({"plan.toc": PLAN.replace("Families", "Most families")})
    assert run.status == 0
    assert served.bodies == []
    assert "::notice::No comment was written. The forge said no, with status 403" in run.out
    assert "<ins>Most families</ins>" in (tmp_path / "summary.md").read_text(encoding="utf-8")


def test_an_error_in_a_plan_fails_the_run_after_the_comment(pull, served):
    run = pull({"plan.toc": PLAN.replace("by library", "by libary")})
    assert run.status == 1
    assert len(served.bodies) == 1
    assert "::error file=plan.toc,line=7,endLine=7,col=10,endColumn=15,title=unknown-name::" in run.out


def test_a_push_is_checked_and_nobody_is_asked(pull, served):
    files = {"plan.toc": PLAN.replace("      by library: 300 books\n", "")}
    run = pull(files, event="push")
    assert run.status == 0
    assert "::warning file=plan.toc," in run.out
    assert served.asked == []
    assert [name.partition("@")[0] for name, _ in run.used] == ["actions/setup-python"]
    assert pull(files, event="push", strict="true").status == 1, "with strict, a warning fails it"


def test_nothing_that_somebody_typed_is_put_into_a_script():
    expressions = {"steps.python.outputs.python-path", "github.event.pull_request.base.sha", "inputs.strict"}
    expressions |= {"github.event.pull_request.head.sha", "github.event.pull_request.number", "inputs.token"}
    for step in action()["runs"]["steps"]:
        script = step.get("run", "")
        assert "${{" not in script
        assert re.search(r"\beval\b|\bsource\b|`", script) is None
        assert "$" not in re.sub(r'"[^"]*"', "", script), "a variable without quotation marks"
        used = {
            found.strip() for value in step.get("env", {}).values() for found in re.findall(r"\$\{\{(.*?)\}\}", value)
        }
        assert used <= expressions
        for start in re.findall(r'python"? (-\w+)|\$PYTHON" (-\w+)', script):
            assert "-I" in start


def test_other_actions_are_named_by_their_major_version_and_may_do_little():
    mine = yaml.safe_load((ROOT / "examples/teams/github.yml").read_text(encoding="utf-8"))
    used = [step["uses"] for step in (*action()["runs"]["steps"], *mine["jobs"]["plans"]["steps"]) if "uses" in step]
    assert [name for name in used if not re.fullmatch(r"[\w-]+/[\w-]+@v\d+(\.\d+)?", name)] == []
    assert mine["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert mine[True] == "pull_request", "with pull_request_target, a stranger's files would meet a token that writes"


@pytest.mark.skipif(not os.environ.get("CI"), reason="installs everything from the network; .ci/run does so")
def test_toc_is_installed_from_the_checkout_of_the_action(tmp_path):
    (step,) = [step for step in action()["runs"]["steps"] if step.get("name") == "Install toc"]
    more = {"RUNNER_TEMP": str(tmp_path), "GITHUB_ACTION_PATH": str(ROOT)}
    contexts = {"steps": {"python": {"outputs": {"python-path": sys.executable}}}}
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    write(tmp_path / "work", {f"{name}.py": EVIL for name in MODULES})
    run = Run(contexts, kept | more, tmp_path / "work", tmp_path)
    assert bash(run, 0, step) == 0, run.err
    toc = str(tmp_path / "toc" / "bin" / "toc")
    done = subprocess.run([toc, "schema"], capture_output=True, cwd=tmp_path / "work", check=True, env=kept)
    assert json.loads(done.stdout)
    python = str(tmp_path / "toc" / "bin" / "python")
    done = subprocess.run([python, "-I", "-m", "toc.teams"], capture_output=True, cwd=tmp_path / "work", check=False)
    assert done.returncode == 2
    assert not (tmp_path / "work" / "pwned").exists()
