"""Documents in folders: what `toc sync` writes into them, what it leaves, and what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hostile import TEXTS

from toc.cli.app import run
from toc.files import FileTrouble
from toc.load import load
from toc.render import render, start_engine, stop_engine
from toc.report import reports
from toc.sync import Plans, settle, synced
from toc.sync.marks import blocks_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "clean-air.toc"
PLAN = """\
theory: Clean air
partner council: City council
goal clean-air: Children breathe clean air
  activity close: Close streets at drop-off
    because: the school run is most of the traffic
    by council: signs
"""
END = "<!-- toc:end -->"


@pytest.fixture(scope="module")
def engine():
    started = start_engine("embedded")
    yield started
    stop_engine(started)


@pytest.fixture
def plans(engine):
    return Plans(engine)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "plan.toc").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def document(folder, *blocks, before="# Report\n\n", after="\nOurs.\n", name="report.md"):
    path = folder / name
    path.write_bytes(
        (before + "\n".join([f"<!-- toc:begin {words} -->\n{END}\n" for words in blocks]) + after).encode()
    )
    return path


def told(done):
    return [(each.line, each.sort) for each in done.told]


def test_a_picture_is_drawn_beside_and_shown(folder, plans):
    path = document(folder, "plan.toc", 'plan.toc partner=council alt="Our *part*" theme=print picture=img/ours.svg')
    settle(synced(str(path), plans))
    text = path.read_text()
    assert "\n\n![Diagram of the theory of change “Clean air”" in text
    assert "(report-plan.svg)" in text
    assert r"![Our \*part\*](img/ours.svg)" in text
    assert "Close streets" in re.sub(r"<[^>]+>", "", (folder / "report-plan.svg").read_text())
    assert (folder / "img" / "ours.svg").read_text().startswith("<svg")
    assert text.startswith("# Report\n\n<!-- toc:begin plan.toc -->\n")
    assert text.endswith(" -->\n\nOurs.\n")
    again = synced(str(path), plans)
    assert again.is_fine
    assert again.after == again.before


def test_every_report_can_stand_in_a_document_and_headings_fit_their_place(folder, plans):
    (folder / "plan.toc").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    words = [f"plan.toc report={one.name}{' partner=council' if one.for_one else ''}" for one in reports()]
    path = document(folder, *words, "plan.toc show=story", before="## Part\n\n")
    done = synced(str(path), plans)
    assert [each.sort for each in done.told] == ["new"] * len(done.told)
    assert [each.later for each in done.told] == [block.line for block in blocks_of(done.after.decode())[0]]
    assert len(done.told) == len(words) + 1
    settle(done)
    text = path.read_text(encoding="utf-8")
    assert {len(found) for found in re.findall(r"^(#+) ", text, re.MULTILINE)} == {2, 3, 4, 5}
    shown = re.findall(r"\]\(([^)#:]+\.svg)\)", text)
    assert shown
    assert all((folder / name).exists() for name in shown)
    assert synced(str(path), plans).is_fine


def test_headings_go_no_deeper_than_there_are(folder, plans):
    path = document(folder, "plan.toc show=story", before="###### Deep\n\n")
    settle(synced(str(path), plans))
    assert "\n###### Clean air\n" in path.read_text()
    assert "#######" not in path.read_text()


def test_findings_are_a_table_with_lines_seen_from_the_document(folder, plans, monkeypatch):
    (folder / "docs").mkdir()
    (folder / ".git").mkdir()
    (folder / "plan.toc").write_text("goal air: Clean air\n  outcome: Buses\n  -> nowhere\n")
    path = document(folder, "../plan.toc show=findings", "../plan.toc show=story", name="docs/report.md")
    here = synced(str(path.relative_to(folder)), plans).after
    monkeypatch.chdir(folder / "docs")
    assert synced("report.md", plans).after == here
    assert b"| ../plan.toc, line 3 | error | " in here
    assert b"| unknown-name |" in here
    assert b"> Not all of ../plan.toc could be read:\n>\n> - ../plan.toc, line 3: " in here


def test_a_plan_as_json_is_a_plan(folder, plans):
    json = str(render(load("plan.toc"), "json"))
    (folder / "plan.json").write_text(json, encoding="utf-8")
    (folder / "toc.toml").write_text("")
    (folder / "docs").mkdir()
    words = [f"../plan.json{more}" for more in (" show=findings", "", " report=gap")]
    path = document(folder, *words, name="docs/report.md")
    done = synced(str(path), plans)
    assert [each.sort for each in done.told] == ["new"] * 3
    assert b"| plan.toc, line 4 | " in done.after


def test_no_findings_are_a_sentence_and_no_empty_table(folder):
    (folder / "toc.toml").write_text('[rules]\nno-goal = "off"\n')
    (folder / "plan.toc").write_text("")
    path = document(folder, "plan.toc show=findings")
    settle(synced(str(path), Plans()))
    assert "No gaps found in the map." in path.read_text()
    assert "|" not in path.read_text()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_outside_of_blocks_no_byte_changes(folder, plans, newline, mark):
    before, after = f"{mark}# Ünder \t\n\n```\n<!-- toc:begin plan.toc -->\n```\n\n", "\n\n\nlast  \n\x0b\u2028 end"
    path = document(folder, "plan.toc show=story", before=before.replace("\n", newline), after=after)
    path.write_bytes(path.read_bytes().replace(b"-->\n", b"-->" + newline.encode()))
    old = path.read_bytes()
    settle(synced(str(path), plans))
    new = path.read_bytes()
    at = old.index(b"<!-- toc:end")
    assert new.startswith(old[:at])
    assert new.endswith(old[at:].partition(b"-->")[2])
    inside = new[at:].partition(b"<!-- toc:end")[0].decode()
    assert inside.count(newline) == len(re.findall("\r\n|\r|\n", inside)) > 5
    assert synced(str(path), plans).is_fine


def test_a_changed_plan_makes_the_block_stale_and_the_picture_new(folder, plans, engine):
    path = document(folder, "plan.toc", "plan.toc show=story")
    settle(synced(str(path), plans))
    (folder / "plan.toc").write_text(PLAN.replace("signs", "bollards"))
    done = synced(str(path), Plans(engine))
    assert told(done) == [(3, "new"), (9, "new")]
    settle(done)
    assert "bollards" in path.read_text()
    assert "signs" not in path.read_text()
    assert "bollards" in (folder / "report-plan.svg").read_text()


def test_words_written_into_a_block_are_told_and_kept(folder, plans):
    path = document(folder, "plan.toc show=story", "plan.toc show=findings")
    settle(synced(str(path), plans))
    path.write_text(path.read_text().replace("Children breathe", "All children breathe", 1))
    edited = path.read_bytes()
    done = synced(str(path), plans)
    assert told(done) == [(3, "edited")]
    settle(done)
    assert path.read_bytes() == edited
    settle(synced(str(path), plans, force=True))
    assert "All children" not in path.read_text()
    assert "All children" in (folder / "report.kept.md").read_text()
    path.write_bytes(edited)
    settle(synced(str(path), plans, force=True))
    assert "All children" in (folder / "report.kept-2.md").read_text()


def test_words_that_stood_between_the_markers_from_the_start_are_not_overwritten(folder, plans):
    path = folder / "report.md"
    path.write_text(f"<!-- toc:begin plan.toc show=story -->\nMine.\n{END}\n")
    assert told(synced(str(path), plans)) == [(1, "edited")]


def test_an_editor_that_takes_spaces_away_changes_nothing(folder, plans):
    path = document(folder, "plan.toc report=review")
    settle(synced(str(path), plans))
    path.write_text("\n".join([line.rstrip() for line in path.read_text().split("\n")]))
    assert synced(str(path), plans).is_fine


def test_a_picture_that_is_not_ours_is_not_overwritten(folder, plans):
    path = document(folder, "plan.toc")
    (folder / "report-plan.svg").write_text("<svg>mine</svg>")
    done = synced(str(path), plans)
    assert told(done) == [(3, "edited")]
    settle(done)
    assert (folder / "report-plan.svg").read_text() == "<svg>mine</svg>"
    settle(synced(str(path), plans, force=True))
    assert "mine" not in (folder / "report-plan.svg").read_text()
    assert (folder / "report-plan.kept.svg").read_text() == "<svg>mine</svg>"


def test_a_picture_that_is_gone_is_drawn_again(folder, plans):
    path = document(folder, "plan.toc")
    settle(synced(str(path), plans))
    (folder / "report-plan.svg").unlink()
    done = synced(str(path), plans)
    assert told(done) == [(3, "new")]
    assert done.after == done.before
    settle(done)
    assert (folder / "report-plan.svg").exists()


def test_two_blocks_do_not_draw_into_one_file(folder, plans):
    path = document(folder, "plan.toc picture=a.svg", "plan.toc theme=dark picture=a.svg")
    assert told(synced(str(path), plans)) == [(3, "new"), (6, "trouble")]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("gone.toc", "gone.toc"),
        ("../secret.toc", "leads out of this project"),
        ("link.toc", "leads out of this project"),
        ("/etc/passwd", "from the folder of this document"),
        ("~/plan.toc", "from the folder of this document"),
        ("https://example.org/plan.toc", "from the folder of this document"),
        (r"plans\plan.toc", "with / between folders"),
        ("plan.toc picture=../out.svg", "leads out of this project"),
        ("plan.toc picture=plan.toc", "ends with .svg"),
        ("plan.toc picture=out/ours.svg", "leads out of this project"),
        ("plan.toc partner=counsil", "Did you mean council?"),
        ("plan.toc report=pack partner=counsil", "Did you mean council?"),
        ("plan.toc theme=drak", "drak"),
        ("plan.toc direction=sideways", "sideways"),
        ("plan.toc page=A9", "A9"),
        ("plan.toc lang=xx show=story", ""),
    ],
)
def test_a_block_in_trouble_stays_and_the_others_are_made(folder, plans, words, says):
    (folder / "in").mkdir()
    (folder / "secret.toc").write_text("goal: nobody may know\n")
    (folder / "in" / "plan.toc").write_text(PLAN)
    (folder / "in" / "link.toc").symlink_to(folder / "secret.toc")
    (folder / "in" / "out").symlink_to(folder)
    path = document(folder, words, "plan.toc show=findings", name="in/report.md")
    done = synced(str(path), plans)
    settle(done)
    assert told(done)[1:] == [(6, "new")]
    assert says in done.told[0].sentence
    if says:
        assert done.told[0].sort == "trouble"
        assert f"<!-- toc:begin {words} -->\n{END}\n" in path.read_text()
    assert "nobody may know" not in path.read_text()
    assert sorted(one.name for one in folder.iterdir()) == ["in", "plan.toc", "secret.toc"]


def test_a_document_with_a_marker_that_cannot_be_used_is_not_changed(folder, plans):
    path = document(folder, "plan.toc", after="<!-- toc:begin plan.toc -->\n")
    done = synced(str(path), plans)
    assert told(done) == [(5, "trouble")]
    assert done.after == done.before
    assert done.pictures == ()


def test_what_people_typed_is_no_marker_and_no_markup(folder, plans):
    texts = [*TEXTS, "<!-- toc:end -->", "<!-- toc:begin plan.toc -->"]
    lines = [f"  outcome o{at}: {text}" for at, text in enumerate(texts)]
    (folder / "plan.toc").write_text("\n".join(["goal g: Good", *lines]) + "\n", encoding="utf-8")
    path = document(
        folder, "plan.toc", *[f"plan.toc show={show}" for show in ("story", "findings")], "plan.toc report=gap"
    )
    settle(synced(str(path), plans))
    blocks, faults = blocks_of(path.read_bytes().decode())
    assert (len(blocks), faults) == (4, ())
    assert re.search(r"(?<!\\)<(?!!-- toc:)", path.read_text(encoding="utf-8")) is None
    assert synced(str(path), plans).is_fine


def test_a_document_that_changed_meanwhile_is_left(folder, plans):
    path = document(folder, "plan.toc show=story")
    done = synced(str(path), plans)
    path.write_text("Somebody else was quicker.\n")
    with pytest.raises(FileTrouble, match="changed while"):
        settle(done)
    assert path.read_text() == "Somebody else was quicker.\n"


def test_the_command_says_what_it_did_and_what_would_change(folder, capsys):
    document(folder, "plan.toc show=story", name="our report.md")
    assert run(["sync", "--check", "our report.md"]) == 1
    assert capsys.readouterr().err.endswith(" would change. To do it: toc sync 'our report.md'\n")
    document(folder, "plan.toc show=story")
    assert run(["sync", "--check", "report.md"]) == 1
    assert "‘plan.toc show=story’ would change. To do it: toc sync report.md" in capsys.readouterr().err
    assert run(["sync", "report.md"]) == 0
    assert capsys.readouterr().err == "report.md:3: ‘plan.toc show=story’ is up to date now.\n"
    assert run(["sync", "--check", "report.md"]) == 0
    assert capsys.readouterr() == ("", "")
    (folder / "report.md").write_text((folder / "report.md").read_text().replace("Children", "Some children"))
    assert run(["sync", "--check", "report.md"]) == 1
    assert run(["sync", "report.md"]) == 1
    assert "by hand" in capsys.readouterr().err
    assert run(["sync", "--force", "report.md"]) == 0
    assert capsys.readouterr().err.endswith("What was overwritten is kept in report.kept.md.\n")


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        ([], 2, "Which document?"),
        (["gone.md"], 2, "gone.md"),
        (["--check", "--force", "plain.md"], 2, "Choose one"),
        (["plain.md"], 0, "No block found."),
        (["twice.md", "plain.md", "twice.md"], 0, "twice.md:3: ‘plan.toc show=story’ is up to date now."),
        (["broken.md"], 1, "broken.md:1: The block that begins here has no end."),
    ],
)
def test_wrong_use_is_told(folder, capsys, arguments, status, says):
    (folder / "plain.md").write_text("Words.\n")
    document(folder, "plan.toc show=story", name="twice.md")
    (folder / "broken.md").write_text("<!-- toc:begin plan.toc -->\n")
    assert run(["sync", *arguments]) == status
    assert says in capsys.readouterr().err


def test_two_runs_of_the_program_give_the_same_bytes(folder):
    results = []
    for _ in range(2):
        document(folder, "plan.toc", "plan.toc report=gap", "plan.toc report=interdependency")
        for picture in folder.glob("*.svg"):
            picture.unlink()
        subprocess.run([sys.executable, "-m", "toc", "sync", "report.md"], check=True, capture_output=True)
        results.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert results[0] == results[1]
