import os
import sys

import pytest
from running import PLAN
from toc.renderers.reports import REPORTS

TWO = PLAN.replace(
    "partner council: City council\n", "partner council: City council\npartner Council: Parish council\n"
)


def names(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_the_ending_says_how_to_write_and_standard_output_gets_the_usual_one(toc, folder):
    done = toc("report", "calendar", "plan.toc", "-o", "days.md")
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    assert (folder / "days.md").read_text().startswith("# ")
    assert toc("report", "calendar").stdout.startswith("BEGIN:VCALENDAR")
    assert toc("report", "calendar", "-", "--to", "md", given=PLAN).stdout == (folder / "days.md").read_text()


def test_a_pack_tells_what_changed_for_its_partner_and_nothing_about_the_inside_of_others(toc, folder):
    new = (
        "partner a: Anna\n  gets: new pans\npartner b: Bert\n  gets: new pots\n  champion: new face\n"
        "  aim fame: new fame\ngoal g: New goal\n  activity x: Work\n    by a: new tins\n    by b: new cups\n"
        "disagreement d: Soup?\n  on: x\n  by a: new yes\n  by b: new no\n"
    )
    (folder / "new.toc").write_text(new)
    (folder / "spring").mkdir()
    (folder / "spring" / "old.toc").write_text(new.replace("new ", "old ").replace("New", "Old"))
    made = toc("report", "pack", "new.toc", "--partner", "a", "--since", "spring/old.toc", "--to", "md").stdout
    changed = made.partition("## What changed for us since old.toc\n")[2].partition("\n## ")[0]
    assert [word for word in ("new pans", "new tins", "New goal", "new yes") if word not in changed] == []
    assert [word for word in ("pots", "face", "fame", "cups", "new no") if word in changed] == []


def test_a_folder_gets_one_page_for_each_partner_and_no_two_are_called_alike(toc, folder):
    (folder / "plan.toc").write_text(TWO)
    done = toc("report", "pack", "plan.toc", "--to", "html", "-o", "pages/")
    assert (done.stdout, done.stderr) == ("pages/pack-council.html\npages/pack-Council-2.html\n", "")
    assert names(folder / "pages") == ["pack-Council-2.html", "pack-council.html"]
    assert "Parish council" in (folder / "pages" / "pack-Council-2.html").read_text()


def test_of_all_reports_each_gets_the_wishes_that_it_heeds(toc, folder):
    (folder / "old.toc").write_text(PLAN.replace("signs", "ribbons"))
    done = toc("report", "all", "plan.toc", "--to", "md", "-o", "out/", "--since", "old.toc", "--columns", "eu")
    assert (done.stderr, done.returncode) == ("", 0)
    made = {path.name: path.read_text() for path in (folder / "out").glob("*.md")}
    assert len(made) == len(REPORTS)
    assert "ribbons" in made["pack-council.md"]
    assert "Results chain" in made["logframe.md"]


def test_without_a_partner_there_is_everything_but_their_pages(toc, folder):
    (folder / "plan.toc").write_text("goal air: Clean air\n")
    done = toc("report", "all", "plan.toc", "--to", "md", "-o", "out/")
    assert (done.stderr, done.returncode) == ("", 0)
    assert len(names(folder / "out")) > 10
    assert not list((folder / "out").glob("pack*"))
    done = toc("report", "pack", "plan.toc", "-o", "pages/")
    assert "This plan names no partner yet. Add a line to it, such as: partner council: City Council" in done.stderr


REFUSED = [
    (("matrx", "plan.toc"), "There is no report matrx. Did you mean matrix?"),
    (("matrix", "plan.toc", "-o", "out"), "out has no ending that says how to write it. Add one, such as .xlsx."),
    (("matrix", "plan.toc", "-o", "out.jpg"), "The report matrix is not made as jpg. It comes as xlsx"),
    (("matrix", "plan.toc", "--since", "plan.toc"), "matrix does not tell what changed. For that, ask for pack."),
    (("matrix", "plan.toc", "--partner", "council"), "matrix is not for one partner. For that, ask for pack."),
    (("gap", "plan.toc", "--columns", "eu"), "gap has no columns to choose from. For that, ask for logframe."),
    (("pack", "plan.toc", "--to", "md"), "Whose page shall it be? Say --partner council, or name a folder"),
    (("pack", "plan.toc", "-o", "out/", "--partner", "counsil"), "There is no partner counsil. Did you mean council?"),
    (("plan.toc",), "Which report? Name it before the plan, as in toc report gap plan.toc."),
    (("all", "plan.toc", "-o", "out/", "--to", "doc"), "None of these comes as doc. To see how each does"),
    (("all", "plan.toc"), "Several files need a folder. Name one, as in -o for-everybody/"),
    (("gap", "gone.toc", "--to", "md"), "There is no file gone.toc"),
    (("gap", "plan.toc", "-o", "plan.toc", "--to", "md"), "plan.toc is the theory itself, and would be lost."),
    (("logframe", "plan.toc", "--template", "plan.toc", "-o", "out.toc"), "A template is a file that ends in"),
    (("gap", "plan.toc", "--as-of", "soon", "--to", "md"), "soon"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "says"), REFUSED)
def test_what_cannot_be_made_is_one_sentence_and_nothing_is_written(toc, folder, arguments, says):
    before = names(folder)
    done = toc("report", *arguments)
    assert (done.stdout, done.returncode) == ("", 2)
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert names(folder) == before
    assert (folder / "plan.toc").read_text() == PLAN


def test_the_settings_of_the_project_hold_for_what_is_still_open(toc, folder):
    said = toc("report", "gap", "plan.toc", "--to", "md").stdout
    assert "enough, on its own" in said
    (folder / "toc.toml").write_text('[rules]\nsingle-cause = "off"\n')
    assert "enough, on its own" not in toc("report", "gap", "plan.toc", "--to", "md").stdout
    (folder / "toc.toml").write_text("[rules\n")
    done = toc("report", "gap", "plan.toc", "--to", "md")
    assert (done.stdout, done.returncode) == ("", 2)
    assert "toc.toml is no TOML" in done.stderr


def test_where_parts_are_missing_all_reports_are_there_all_the_same_and_why_is_said_once(toc, folder):
    hidden = folder / "hidden"
    hidden.mkdir()
    for module in ("docx", "xlsxwriter"):
        (hidden / f"{module}.py").write_text("raise ImportError")
    path = os.pathsep.join([str(hidden), *[path for path in sys.path if path]])
    done = toc("report", "all", "plan.toc", "-o", "out/", PYTHONPATH=path)
    assert done.returncode == 0
    assert {path.split(".")[-1] for path in done.stdout.split()} == {"html", "ics"}
    assert len(names(folder / "out")) == len(REPORTS) == len(done.stdout.split())
    assert done.stderr == (
        "Word, Excel and PowerPoint need a few more packages: pip install 'theory-of-change[office]'\n"
        "Until then, pages for a browser stand there: gap.html, narrative.html, review.html and 11 more\n"
    )
    done = toc("report", "all", "plan.toc", "-o", "named/", "--to", "docx", PYTHONPATH=path)
    assert (done.stdout, done.returncode) == ("", 2)
    assert not (folder / "named").exists()
