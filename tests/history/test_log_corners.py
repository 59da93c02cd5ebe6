"""The past in its corners: no git, no history, files that came and went, versions nobody can read, hostile names."""

from __future__ import annotations

import json
import os

from lantern_plan import FIRST, REWORDED
from repositories import git, repository, write
from signing import save, signed, without_ids

LATER = "Perhaps it had another name then, or was added later."


def test_outside_of_every_history(tmp_path, told, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(tmp_path, {"plan.toc": FIRST})
    assert "is in no git repository" in told(tmp_path, "log", "plan.toc")[2]
    repository(tmp_path)
    assert "Nothing is committed in this repository yet" in told(tmp_path, "log", "plan.toc")[2]
    (tmp_path / "plan.toc").rename(tmp_path / "plan.txt")
    save(tmp_path, {}, who="Ana", day="03-01")
    (tmp_path / "plan.txt").rename(tmp_path / "new.toc")
    status, out, err = told(tmp_path, "log", "new.toc")
    assert (status, out) == (2, "")
    assert "git does not know new.toc yet, so it has no history. To begin one: git add new.toc" in err
    (tmp_path / "new.toc").rename(tmp_path / "-my plan.toc")
    assert "To begin one: git add './-my plan.toc', then git commit" in told(tmp_path, "log", "--", "-my plan.toc")[2]
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "There is no git on this machine." in told(tmp_path, "log", "new.toc")[2]


def test_a_plan_that_was_taken_out_and_came_back(tmp_path, told):
    folder = repository(tmp_path / "plans")
    save(folder, {"plan.toc": FIRST}, who="Ana", day="03-01")
    (folder / "plan.toc").unlink()
    _, out, _ = told(folder, "log", "plan.toc")
    assert out.startswith("not committed yet\n  - The plan is gone: its file was taken out.\n\n2026-03-01  Ana")
    save(folder, {}, who="Ben", day="03-02")
    _, out, _ = told(folder, "log", "plan.toc")
    assert out.startswith("2026-03-02  Ben")
    assert "  - The plan is gone: its file was taken out.\n" in out
    assert "- The outcome ‘Children talk about books’ is gone" in told(folder, "log", "plan.toc", "talk")[1]
    write(folder, {"plan.toc": FIRST})
    assert told(folder, "log", "plan.toc")[1].startswith("not committed yet\n  + The plan begins, with 1 goal")


def test_versions_that_cannot_be_read_are_named_and_left_out(tmp_path, told):
    folder = repository(tmp_path / "plans")
    save(folder, {"plan.toc": FIRST}, who="Ana", day="03-01")
    save(folder, {"plan.toc": FIRST.encode("utf-16")}, who="Ben", day="03-02", message="Broken")
    save(folder, {"note.txt": "Still broken"}, who="Ben", day="03-03")
    save(folder, {"plan.toc": REWORDED.replace("offered", "pledged")}, who="Cleo", day="03-04", message="Mended")
    _, out, _err = told(folder, "log", "plan.toc")
    assert [row.strip() for row in without_ids(folder, out).splitlines()] == [
        "2026-03-04  Cleo  ID  Mended",
        "~ Lantern Street Library confirmed what it brings to ‘Send a bag of books home’ (it was offered)",
        "~ The outcome ‘Families read together{+ at home+}’ (a guess: the same as families-read-together)",
        "",
        "2026-03-02  Ben  ID  Broken",
        (
            "! This version cannot be read, and is left out. plan.toc is saved as UTF-16, and toc reads UTF-8. "
            "Save it again and choose UTF-8 as its encoding."
        ),
        "",
        "2026-03-01  Ana  ID  x",
        "+ The plan begins, with 1 goal, 2 outcomes, 1 activity, 1 partner, 3 arrows.",
    ]
    assert "This version cannot be read" in told(folder, "log", "plan.toc", "bags")[1]
    write(folder, {"plan.toc": b"\xff"})
    assert told(folder, "log", "plan.toc")[1].startswith("not committed yet\n  ! This version cannot be read")


def test_what_a_plan_includes_is_followed_and_what_is_missing_is_said_once(tmp_path, told):
    folder = repository(tmp_path / "plans")
    plan = {
        "plans/plan.toc": "goal g: G\ninclude: parts/*.toc\ninclude: late.toc\n",
        "plans/parts/a.toc": "outcome a: A\n",
    }
    save(folder, plan, who="Ana", day="03-01")
    save(folder, {"plans/parts/a.toc": "outcome a: A and more\n"}, who="Ben", day="03-02")
    save(folder, {"plans/parts/b.toc": "outcome b: B\n", "plans/c.toc": "outcome c: C\n"}, who="Cleo", day="03-03")
    save(folder, {"plans/late.toc": "outcome d: D\n"}, who="Dan", day="03-04")
    _, out, err = told(folder / "plans", "log", "plan.toc")
    assert [row for row in without_ids(folder, out).splitlines() if row.startswith(" ")] == [
        "  + New outcome ‘D’",
        "  + New outcome ‘B’",
        "  ~ The outcome ‘A{+ and more+}’",
        f"  ! This version is not whole. plans/late.toc is not in ‘ID’. {LATER}",
        "  + The plan begins, with 1 goal, 1 outcome, 0 activities, 0 partners, 0 arrows.",
    ]
    assert err == ""


def test_a_shallow_clone_says_where_it_begins(lantern, tmp_path, told):
    git(tmp_path, "clone", "-q", "--depth", "2", f"file://{lantern}", "shallow")
    folder = tmp_path / "shallow"
    _, out, _ = told(folder, "log", "lantern.toc")
    assert "  ! This clone begins here, where the plan had 1 goal, 2 outcomes, 1 activity" in out
    assert "To fetch what came before: git fetch --unshallow\n" in out
    assert "Ben" not in out
    _, out, _ = told(folder, "log", "lantern.toc", "bags")
    assert out.count("It was there already where this clone begins.") == 1
    err = told(folder, "log", "lantern.toc", "something-else")[2]
    assert "never had one as far as git knows. To fetch what came before: git fetch --unshallow" in err


def test_names_of_people_are_those_of_the_mailmap_and_do_no_harm(tmp_path, told):
    folder = repository(tmp_path / "plans")
    save(folder, {"plan.toc": FIRST}, who="Ana L", day="03-01", message="\x1b[2J\x9bnews \u202etxt")
    save(
        folder,
        {"plan.toc": REWORDED},
        who="Bo\x1b[31m *x* <b>\u202e".replace("<b>", "b"),
        day="03-02",
        message="[x](y)",
    )
    write(folder, {".mailmap": "Ana Lopez <lopez@example.org> <ana@example.org>\n"})
    for form in ("text", "md"):
        out = told(folder, "log", "plan.toc", "--format", form)[1]
        assert "Ana Lopez" in out
        assert not {"\x1b", "\x9b", "\u202e"} & set(out)
    assert "\\*x\\*" in out
    assert "\\[x\\]" in out
    blamed = told(folder, "blame", "plan.toc")[1]
    assert "Bo�[31m *x* b" in blamed
    assert "\x1b" not in blamed
    row = json.loads(told(folder, "blame", "plan.toc", "talk", "--format", "json")[1])["elements"][0]
    assert (row["author"], row["email"]) == ("Ana Lopez", "lopez@example.org")


def test_a_model_as_json_has_a_life_too(tmp_path, told):
    folder = repository(tmp_path / "plans")
    for number, text in enumerate((FIRST, REWORDED), 1):
        write(folder, {"plan.toc": text})
        assert told(folder, "render", "plan.toc", "-o", "plan.json")[0] == 0
        save(folder, {}, who="Ana", day=f"03-0{number}")
    out = told(folder, "log", "plan.json")[1]
    assert "confirmed what it brings" in out
    assert "The plan begins" in out


def test_a_long_history_starts_no_more_gits_than_a_short_one(tmp_path, told, monkeypatch):
    folder = repository(tmp_path / "plans")
    real = next(os.path.join(place, "git") for place in os.environ["PATH"].split(":") if os.path.exists(f"{place}/git"))
    counting = tmp_path / "bin" / "git"
    write(tmp_path, {"bin/git": f'#!/bin/sh\necho >> "{tmp_path}/count"\nexec "{real}" "$@"\n'})
    counting.chmod(0o755)
    path = os.environ["PATH"]
    counts = []
    for number in range(1, 25):
        save(
            folder,
            {"plan.toc": f"goal g: G {number}\ninclude: *.part\n", "a.part": f"outcome a: {number}\n"},
            who="Ana",
            day="03-01",
        )
        if number in (2, 24):
            (tmp_path / "count").unlink(missing_ok=True)
            monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{path}")
            assert told(folder, "log", "plan.toc")[1].count("2026-03-01") == number
            monkeypatch.setenv("PATH", path)
            counts.append(len((tmp_path / "count").read_text().splitlines()))
    assert counts[0] == counts[1] <= 6


def test_a_commit_of_nothing_but_the_past(tmp_path, told):
    folder = repository(tmp_path / "plans")
    signed(folder, "Ana", "03-01")
    assert "There is no file plan.toc." in told(folder, "log", "plan.toc")[2]


def test_a_new_name_that_is_not_committed_yet(tmp_path, told):
    folder = repository(tmp_path / "plans")
    save(folder, {"plan.toc": FIRST}, who="Ana", day="03-01")
    git(folder, "mv", "plan.toc", "air.toc")
    assert told(folder, "log", "air.toc")[1].startswith(
        "not committed yet\n  ! The file was called plan.toc before.\n\n2026-03-01  Ana"
    )
    assert "2026-03-01  Ana" in told(folder, "blame", "air.toc", "talk")[1]


def test_a_repository_with_a_part_missing(tmp_path, told):
    folder = repository(tmp_path / "plans")
    save(folder, {"plan.toc": FIRST}, who="Ana", day="03-01")
    save(folder, {"plan.toc": REWORDED}, who="Ben", day="03-02")
    blob = git(folder, "rev-parse", "HEAD~1:plan.toc").strip()
    (folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    status, out, err = told(folder, "log", "plan.toc", "talk")
    assert (status, err) == (0, "")
    assert f"A part of the history ({blob[:10]}) is missing in this repository. To look for the damage: git fsck" in out


def test_a_repository_with_long_hashes(tmp_path, told):
    folder = tmp_path / "plans"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main", "--object-format=sha256")
    save(
        folder,
        {"a/plan.toc": "goal g: G\ninclude: parts/*.toc\n", "a/parts/p.toc": "outcome p: P\n"},
        who="A",
        day="03-01",
    )
    save(folder, {"a/parts/p.toc": "outcome p: P and Q\n"}, who="B", day="03-02")
    assert "~ The outcome ‘P{+ and Q+}’" in told(folder, "log", "a/plan.toc")[1]
