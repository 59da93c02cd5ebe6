"""The job of `examples/teams/gitlab.yml`, run as a runner of GitLab does: all lines of its script in one shell."""

from __future__ import annotations

import re
import subprocess

import pytest
import yaml
from commands import environment
from forges import ANA, TOKEN, forge
from hostile import TEXTS
from installed import install
from repositories import commit, git, repository
from runner import ROOT

from toc.teams import MARK
from toc.teams.comment import NOTHING_LEFT

PLAN = """\
goal readers: Every child reads for pleasure
  outcome evenings: Families read together
"""
TRAP = "$(touch pwned)`touch pwned`';touch pwned;\"\nx"
EVIL = "import pathlib\npathlib.Path('pwned').touch()\n"
HOSTILE = {
    f"{TRAP}.toc": PLAN,
    "--help.toc": PLAN,
    **{f"{name}.py": EVIL for name in ("toc", "click", "lark", "json", "venv", "pip", "sitecustomize")},
}
INSTALLS = (
    'toc="$(mktemp -d)"',
    'python3 -I -m venv "$toc"',
    '"$toc/bin/python" -I -m pip install --quiet --disable-pip-version-check "$TOC_PACKAGE"',
)
"""The lines of the script for which toc is here already."""


@pytest.fixture
def served():
    with forge("gitlab") as found:
        found.knows_itself = True
        yield found


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    folder = tmp_path_factory.mktemp("toc")
    install(folder)
    return folder


def job():
    return yaml.safe_load((ROOT / "examples/teams/gitlab.yml").read_text(encoding="utf-8"))["toc-review"]


@pytest.fixture
def project(tmp_path):
    folder = repository(tmp_path / "project")
    commit(folder, {"plan.toc": PLAN, "parts/a.toc": PLAN})
    git(folder, "checkout", "-q", "-b", "$(touch${IFS}pwned);\"'")
    return folder


@pytest.fixture
def push(project, served, ready, tmp_path):
    """Push something to the branch of a merge request, and run the job that GitLab starts for it."""

    def run(files, **more):
        commit(project, files, TRAP)
        variables = {
            "CI_API_V4_URL": served.address,
            "CI_COMMIT_MESSAGE": TRAP,
            "CI_COMMIT_SHA": git(project, "rev-parse", "HEAD").strip(),
            "CI_JOB_URL": "https://forge.example/o/r/-/jobs/5",
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": git(project, "merge-base", "main", "HEAD").strip(),
            "CI_MERGE_REQUEST_IID": "7",
            "CI_MERGE_REQUEST_PROJECT_ID": "42",
            "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": "",
            "CI_MERGE_REQUEST_TITLE": TRAP,
            "TOC_TOKEN": TOKEN,
            "toc": str(ready),
        }
        lines = [line for line in job()["script"] if line not in INSTALLS]
        assert len(lines) == len(job()["script"]) - len(INSTALLS)
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", "\n".join(lines)],
            cwd=project, env=environment(tmp_path, **job()["variables"] | variables | more), capture_output=True,
            encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip
        assert list(tmp_path.rglob("pwned*")) == []
        assert TOKEN not in done.stdout + done.stderr
        return done

    return run


def test_one_note_follows_a_merge_request(push, project, served):
    served.add(f"{MARK} written by somebody else", ANA)
    done = push({"plan.toc": PLAN.replace("Families", "Most families")})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("A comment says what changes.\n")
    assert "<del>Families</del> <ins>Most families</ins>" in served.bodies[1]
    assert "](https://forge.example/o/r/-/jobs/5/artifacts/browse/toc-review/)" in served.bodies[1]
    (exposed,) = job()["artifacts"]["paths"]
    names = ["01-plan-after.svg", "01-plan-before.svg", "01-plan-both.svg", "check.xml", "review.md"]
    assert sorted(path.name for path in (project / exposed).iterdir()) == names
    assert (project / job()["artifacts"]["reports"]["junit"]).read_text(encoding="utf-8").startswith("<?xml")
    later = {"plan.toc": PLAN.replace("Families", "All families")}
    assert push(later).stdout.startswith("The comment is up to date.\n")
    push({"plan.toc": PLAN})
    assert served.bodies == [f"{MARK} written by somebody else", NOTHING_LEFT]


def test_of_a_merged_result_only_what_the_branch_did_is_told(push, project, served):
    commit(project, {"plan.toc": PLAN.replace("Families", "Most families")})
    head = git(project, "rev-parse", "HEAD").strip()
    git(project, "checkout", "-q", "-b", "merged")
    push({"parts/a.toc": PLAN.replace("Families", "No")}, CI_MERGE_REQUEST_SOURCE_BRANCH_SHA=head)
    assert "Most families" in served.bodies[0]
    assert "parts/a.toc" not in served.bodies[0]


def test_names_and_words_that_would_like_to_be_commands(push, served):
    texts = "".join([f"goal t{number}: {text}\n  | /close\n" for number, text in enumerate((*TEXTS, "/merge"))])
    done = push({**HOSTILE, "plan.toc": PLAN + texts})
    assert "\x1b" not in done.stdout
    (body,) = served.bodies
    assert body.count("This plan is new.") == 2
    assert re.search(r"^\s*/", body, re.MULTILINE) is None, "an order to GitLab"


def test_without_a_token_the_words_are_beside_the_pictures(push, project, served):
    done = push({"plan.toc": PLAN.replace("Families", "Most families")}, TOC_TOKEN="")
    assert done.returncode == 0
    assert done.stdout.startswith(
        "No comment was written. There is no token to write a note with: the variable TOC_TOKEN"
    )
    assert served.asked == []
    assert "<ins>Most families</ins>" in (project / "toc-review" / "review.md").read_text(encoding="utf-8")


def test_an_error_in_a_plan_fails_the_job_after_the_note(push, served):
    done = push({"plan.toc": PLAN + "    by nobody\n"})
    assert done.returncode == 1
    assert "plan.toc:3:8" in done.stdout
    assert len(served.bodies) == 1


def test_what_the_job_is_made_of():
    assert job()["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    assert job()["variables"]["GIT_DEPTH"] == "0"
    assert job()["artifacts"]["when"] == "always"
    assert re.fullmatch(r"[\w -]{1,100}", job()["artifacts"]["expose_as"])
    assert job()["artifacts"]["paths"] == ["toc-review/"]
    script = "\n".join(job()["script"])
    assert re.search(r"\beval\b|`|-m (?!venv|pip|toc\.teams)", script) is None
    assert "$" not in re.sub(r'"[^"]*"', "", script), "a variable without quotation marks"
