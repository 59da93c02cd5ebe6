import pytest
from running import BROKEN

from toc.cli.manual import UnknownWordError, about, overview, summary
from toc.rules.catalogue import RULES
from toc.rules.reading import COMPARING, READING
from toc.vocabulary import KEYS, KINDS

NAMES = [rule.name for rule in (*READING, *RULES, *COMPARING)]


def _page(word):
    return "\n".join([row.text for row in about(word)])


LOUDNESS = {rule.name: "told by toc diff --breaking" for rule in COMPARING}


@pytest.mark.parametrize("name", NAMES)
def test_every_check_is_explained_with_examples_and_its_severities(name):
    page = _page(name)
    assert page.startswith(f"{name}\n{LOUDNESS.get(name, 'live: ')}")
    assert "```" not in page
    assert len(page) > 200
    assert 10 < len(summary(name)) < 120


@pytest.mark.parametrize("name", [*KINDS, *KEYS])
def test_every_kind_and_key_is_explained(name):
    assert _page(name).startswith(name)


PAGES = [
    ("[unknown-name]", "unknown-name\nlive: advice, draft: error, agreed: error, running: error\n"),
    ("Assuming", "assumption: believed true, and needed by a step\n"),
    ("by", "by: what a partner brings, does or holds\n"),
    ("->", "arrow: one thing leads to, feeds back to or works against another\n  ->  leads to\n"),
    ("better", "better\n  under indicator: which way is better (up, down)"),
    ("tag", "tag\n  under everything: a word to find it by; may repeat"),
]


@pytest.mark.parametrize(("word", "start"), PAGES)
def test_words_are_found_as_people_type_them(word, start):
    assert _page(word).startswith(start)


UNKNOWN = [
    ("unknwon-name", "Did you mean unknown-name?"),
    ("result", "Did you mean outcome?"),
    ("xylophone", "To see them all: toc explain"),
]


@pytest.mark.parametrize(("word", "says"), UNKNOWN)
def test_a_word_nobody_knows_is_said(word, says):
    with pytest.raises(UnknownWordError) as trouble:
        _page(word)
    assert str(trouble.value) == f"There is no check, kind or detail called ‘{word}’. {says}"


def test_the_overview_has_every_kind_check_and_detail():
    rows = [row.text.split() for row in overview() if row.text.startswith("  ")]
    shown = [*[row[0] for row in rows[:-1]], *rows[-1]]
    assert shown[: -len(KEYS)] == [*KINDS, "by", "->", *NAMES]
    assert [name.rstrip(",") for name in shown[-len(KEYS) :]] == sorted(KEYS)


def test_explain_from_the_command_line(toc):
    assert toc("explain", "no-goal", "due").stdout.startswith("no-goal\n")
    assert toc("explain", "->").stdout.startswith("arrow: ")
    done = toc("explain", "no-gaol")
    assert (done.stdout, done.returncode) == ("", 2)
    assert "Did you mean no-goal?" in done.stderr


def test_toc_alone_tells_how_the_only_plan_is_doing(toc, folder):
    (folder / "plan.toc").write_text(BROKEN)
    done = toc()
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.startswith(
        "Clean air\nplan.toc (draft): 1 goal, 1 outcome, 1 activity, 1 partner, 2 arrows\nOne error"
    )
    assert "toc render plan.toc -o plan.svg" in done.stdout


def test_toc_alone_with_several_plans_or_none(toc, folder):
    (folder / "other.toc").touch()
    (folder / "-our other.toc").touch()
    assert "\n  toc render './-our other.toc' -o './-our other.svg'  draw it\n" in toc().stdout
    (folder / "-our other.toc").unlink()
    (folder / "OTHER.TOC").touch()
    assert "\n  toc render OTHER.TOC -o OTHER.svg " in toc().stdout
    (folder / "OTHER.TOC").unlink()
    assert toc().stdout.startswith("There are 2 theories in this folder:\n  other.toc\n  plan.toc\n")
    (folder / "other.toc").unlink()
    (folder / "plan.toc").unlink()
    said = toc().stdout
    assert said.startswith("There is no theory of change in this folder yet.")
    example = "\n".join([line[2:] for line in said.split("\n") if line.startswith("  ") and "toc " not in line])
    assert "error" not in toc("check", "-", given=example).stdout


def test_help_and_version(toc):
    assert toc("--version").stdout.startswith("toc ")
    for arguments in (("--help",), ("-h",), ("check", "--help"), ("render", "-h"), ("fmt", "-h"), ("explain", "-h")):
        done = toc(*arguments)
        assert (done.stderr, done.returncode) == ("", 0)
        assert done.stdout.startswith("Usage: toc")
