"""`python -m toc.teams`: one comment, found again, written over, and what happens where a forge says no."""

from __future__ import annotations

import pytest
from forges import ANA, BOT, TOKEN, forge

from toc.teams import MARK, MOST, length
from toc.teams.__main__ import main
from toc.teams.comment import NOTHING_LEFT

WORDS = f"{MARK}\n\n## A plan\n\n- ➕ New\n"


@pytest.fixture(params=["github", "gitlab"])
def served(request):
    with forge(request.param) as found:
        found.knows_itself = request.param == "gitlab"
        yield found


@pytest.fixture
def post(served, tmp_path, capsys):
    def run(text, **more):
        (tmp_path / "review.md").write_text(text, encoding="utf-8")
        surroundings = {
            "TOC_TOKEN": TOKEN,
            "GITHUB_API_URL": served.address,
            "GITHUB_REPOSITORY": "o/r",
            "PULL_REQUEST": "7",
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
            "CI_API_V4_URL": served.address,
            "CI_MERGE_REQUEST_PROJECT_ID": "42",
            "CI_MERGE_REQUEST_IID": "7",
        }
        status = main([served.kind, str(tmp_path / "review.md")], surroundings | more)
        out, err = capsys.readouterr()
        assert (status, err) == (0, "")
        return out

    return run


def test_a_comment_is_made_once_and_then_written_over(served, post):
    served.add("Somebody says something.", ANA)
    assert post(WORDS) == "A comment says what changes.\n"
    assert post(WORDS) == "The comment says so already.\n"
    assert post(WORDS + "- ➖ Old\n") == "The comment is up to date.\n"
    assert served.bodies == ["Somebody says something.", WORDS + "- ➖ Old\n"]


def test_it_is_found_behind_many_others(served, post):
    for number in range(250):
        served.add(f"Remark {number}", ANA)
    post(WORDS)
    served.add("One more", ANA)
    assert post(WORDS + "more\n") == "The comment is up to date.\n"
    assert [body for body in served.bodies if MARK in body] == [WORDS + "more\n"]


def test_what_was_said_is_taken_back_and_nothing_is_said_about_nothing(served, post):
    assert post("") == "No plan changes here, so there is nothing to say.\n"
    assert served.bodies == []
    post(WORDS)
    assert post("") == "The comment is up to date.\n"
    assert post("") == "The comment says so already.\n"
    assert served.bodies == [NOTHING_LEFT]
    post(WORDS)
    assert served.bodies == [WORDS]


def test_what_others_write_stays_even_with_our_mark(served, post):
    theirs = [WORDS, f"  {MARK} mine", f"> {WORDS}"]
    for text in theirs:
        served.add(text, ANA)
    served.add(f"I quote: {MARK}")
    post(WORDS)
    post(WORDS + "more\n")
    assert served.bodies == [*theirs, f"I quote: {MARK}", WORDS + "more\n"]


def test_with_a_token_of_a_person_only_its_own_comment_is_written_over(served, post):
    served.knows_itself, served.author = True, dict(ANA)
    served.add(WORDS, BOT)
    post(WORDS)
    post(WORDS + "more\n")
    assert served.bodies == [WORDS, WORDS + "more\n"]


@pytest.mark.parametrize(
    ("method", "status", "why"),
    [
        ("POST", 403, "status 403: the token may not write comments here, as is always so for a request that comes"),
        ("GET", 401, "status 401: it does not know the token"),
        ("GET", 404, "status 404: it shows nothing of the kind to this token"),
        ("POST", 500, "status 500: it could not"),
        ("GET", 301, "status 301: it sent us elsewhere"),
    ],
)
def test_where_a_forge_says_no_the_words_are_kept(served, post, tmp_path, method, status, why):
    served.says_no[method] = status
    _assert_said_elsewhere(post(WORDS), served.kind, tmp_path, why)
    assert served.bodies == []
    assert "/user" not in {path for _, path in served.asked}


@pytest.mark.parametrize(
    ("missing", "why"),
    [
        ({"TOC_TOKEN": ""}, "There is no token to write a"),
        ({"PULL_REQUEST": "", "CI_MERGE_REQUEST_IID": ""}, "belongs to no"),
        ({"PULL_REQUEST": "7/../8", "CI_MERGE_REQUEST_IID": "7/../8"}, "belongs to no"),
        ({"GITHUB_API_URL": "file:///etc/", "CI_API_V4_URL": "file:///etc/"}, "The address of the forge is none"),
        ({"GITHUB_API_URL": "http://127.0.0.1:1", "CI_API_V4_URL": "http://127.0.0.1:1"}, "did not answer (URLError)"),
    ],
)
def test_where_nobody_can_be_asked_the_words_are_kept(served, post, tmp_path, missing, why):
    _assert_said_elsewhere(post(WORDS, **missing), served.kind, tmp_path, why)
    assert served.asked == []


def _assert_said_elsewhere(out, kind, tmp_path, why):
    assert why in out
    assert out.count("\n") == 1
    if kind == "github":
        assert out.startswith("::notice::No comment was written. ")
        assert (tmp_path / "summary.md").read_text(encoding="utf-8") == WORDS
    else:
        assert out.endswith(" What it would have said is among the files of this job.\n")


def test_where_there_is_nothing_to_say_nobody_has_to_know(served, post, tmp_path):
    served.says_no["GET"] = 403
    assert post("").endswith(" No plan changes here anyway.\n")
    assert not (tmp_path / "summary.md").exists()


@pytest.mark.parametrize("arguments", [[], ["github"], ["sourcehut", "x"], ["github", "nowhere.md"]])
def test_wrong_use_is_said_with_status_2(capsys, arguments):
    assert main(arguments, {}) == 2
    assert capsys.readouterr().err.startswith("toc.teams: ")


def test_the_longest_comment_is_taken(served, post):
    text = MARK + "\n" + "😀é" * ((MOST - length(MARK) - 2) // 3)
    post(text)
    assert served.bodies == [text]
