"""The ways in which people bring work together with git, each run for real, most of them into a conflict."""

from __future__ import annotations

import pytest
from clones import git, merged, repository, save

PLAN = """\
theory: Reading

partner school: Lantern Street School

goal readers: Children read for pleasure
  outcome evenings: Families read together
    due: 2030
    by school: 100 EUR
      status: offered
    activity bags: Send a bag of books home
"""
OURS, THEIRS = PLAN.replace("2030", "2031"), PLAN.replace("2030", "2032")
GIFT = "    by school: 100 EUR\n      status: offered\n"
MARKED = PLAN.replace("    due: 2030\n", "<<<<<<< {}\n    due: 2031\n=======\n    due: 2032\n>>>>>>> {}\n")
SAYS = "One conflict is left in plan.toc: choose between the wordings at the marks <<<<<<<, then delete the marks."


@pytest.fixture
def plan(tmp_path):
    return repository(tmp_path / "plan", PLAN)


def text(folder, name="plan.toc"):
    return (folder / name).read_text(encoding="utf-8")


def settled(folder, side):
    """Take the wording of one side wherever there is a conflict, and say that it is settled."""
    kept, within = [], None
    for line in text(folder).splitlines(keepends=True):
        if line.startswith(("<<<<<<< ", "=======", ">>>>>>> ")):
            within = {"<": 0, "=": 1, ">": None}[line[0]]
        elif within in (None, side):
            kept.append(line)
    (folder / "plan.toc").write_text("".join(kept), encoding="utf-8")
    git(folder, "add", "plan.toc")


def test_what_was_stashed_collides(plan):
    (plan / "plan.toc").write_text(THEIRS)
    git(plan, "stash", "-q")
    save(plan, OURS, "ours")
    done = git(plan, "stash", "pop", fine=(1,))
    assert SAYS in done.stderr
    assert text(plan) == MARKED.format("ours", "theirs")
    assert git(plan, "status", "--porcelain").stdout == "UU plan.toc\n"
    assert git(plan, "stash", "list").stdout
    settled(plan, 1)
    assert text(plan) == THEIRS
    git(plan, "commit", "-q", "-m", "settled")
    assert git(plan, "status", "--porcelain").stdout == ""


def test_a_rebase_stops_and_goes_on(plan):
    git(plan, "checkout", "-q", "-b", "other")
    save(plan, THEIRS, "theirs")
    save(plan, THEIRS.replace("a bag", "a sack"), "and more")
    git(plan, "checkout", "-q", "main")
    save(plan, OURS, "ours")
    git(plan, "checkout", "-q", "other")
    done = git(plan, "rebase", "main", fine=(1,))
    assert SAYS in done.stderr
    assert text(plan) == MARKED.format("ours", "theirs")
    settled(plan, 1)
    git(plan, "-c", "core.editor=true", "rebase", "--continue")
    assert text(plan) == THEIRS.replace("a bag", "a sack")
    assert git(plan, "log", "--format=%s").stdout.split("\n")[:3] == ["and more", "theirs", "ours"]


def crossed(folder, one, other):
    """Merge main and a branch, each with the other as it was before, and take the wording of ``one`` and ``other``."""
    git(folder, "checkout", "-q", "-b", "other")
    save(folder, THEIRS, "theirs")
    git(folder, "checkout", "-q", "main")
    save(folder, OURS, "ours")
    git(folder, "tag", "before")
    git(folder, "merge", "-q", "other", fine=(1,))
    settled(folder, one)
    git(folder, "commit", "-q", "-m", "settled here")
    git(folder, "checkout", "-q", "other")
    git(folder, "merge", "-q", "before", fine=(1,))
    settled(folder, other)
    git(folder, "commit", "-q", "-m", "settled there")
    git(folder, "checkout", "-q", "main")


def test_histories_that_cross_and_settled_it_alike(plan):
    crossed(plan, 0, 1)
    save(plan, text(plan).replace("Families", "All families"), "more")
    git(plan, "checkout", "-q", "other")
    save(plan, text(plan).replace(GIFT, ""), "less")
    done = git(plan, "merge", "--no-edit", "main")
    assert "conflict" not in (done.stdout + done.stderr).lower()
    assert text(plan) == OURS.replace("Families", "All families").replace(GIFT, "")


def test_histories_that_cross_and_settled_it_each_in_its_own_way(plan):
    """The common version that git makes up has both dates in it; taking both out again would be clean, and a loss."""
    crossed(plan, 0, 0)
    assert SAYS in git(plan, "merge", "other", fine=(1,)).stderr
    assert text(plan) == MARKED.format("ours", "theirs")


BAGS = "    activity bags: Send a bag of books home\n"
MOVED = PLAN.replace(BAGS, "").replace("  outcome", f"  outcome talk: They talk about books\n{BAGS}  outcome")
WAYS = {
    "a conflict inside a contribution": (
        PLAN.replace("status: offered", "status: pledged"),
        PLAN.replace("status: offered", "status: confirmed"),
        PLAN.replace(
            "      status: offered\n",
            "<<<<<<< ours\n      status: pledged\n=======\n      status: confirmed\n>>>>>>> theirs\n",
        ),
    ),
    "a block that one moved and the other changed": (
        MOVED,
        PLAN.replace("a bag", "a sack"),
        MOVED.replace("a bag", "a sack"),
    ),
    "a new name, and an arrow to the old one": (
        PLAN.replace("evenings", "together"),
        PLAN + "activity club: A club\n  -> evenings\n",
        PLAN.replace("evenings", "together") + "activity club: A club\n  -> together\n",
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_two_branches_did(plan, way):
    ours, theirs, expected = WAYS[way]
    assert merged(plan, ours, theirs) == (int("<<<<<<<" in expected), expected)


def test_line_ends_of_another_system_on_one_side(tmp_path):
    """Where nothing was said about line ends, a side may have others; then ours stay."""
    folder = repository(tmp_path / "plan", PLAN)
    (folder / ".gitattributes").write_text("*.toc merge=toc -text\n")
    git(folder, "commit", "-q", "-a", "-m", "nothing about line ends")
    more = PLAN.replace("a bag", "a sack").replace("\n", "\r\n")
    git(folder, "checkout", "-q", "-b", "other")
    (folder / "plan.toc").write_bytes(more.encode())
    git(folder, "commit", "-q", "-a", "-m", "theirs")
    git(folder, "checkout", "-q", "main")
    save(folder, OURS, "ours")
    git(folder, "merge", "-q", "--no-edit", "other")
    assert (folder / "plan.toc").read_bytes() == OURS.replace("a bag", "a sack").encode()
    git(folder, "checkout", "-q", "other")
    git(folder, "reset", "-q", "--hard", "main^2")
    git(folder, "merge", "-q", "--no-edit", "main^1")
    assert (folder / "plan.toc").read_bytes() == OURS.replace("a bag", "a sack").replace("\n", "\r\n").encode()


PARTS = {
    "plan.toc": "theory: T\ninclude: people.toc\ninclude: parts/*.toc\n\ngoal readers: Children read\n  by school\n",
    "people.toc": "partner school: The school\n  ring: core\npartner library: The library\n  ring: wider\n",
    "parts/measures.toc": "indicator loans: Books lent\n  on: readers\n  target: 30\n",
}


@pytest.fixture
def parts(tmp_path):
    folder = repository(tmp_path / "plan", "")
    (folder / "parts").mkdir()
    for name, said in PARTS.items():
        (folder / name).write_text(said)
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "in parts")
    return folder


def changed(folder, message, *changes, moved=()):
    """Rename files, change words in them, and commit."""
    for old, new in moved:
        (folder / new).parent.mkdir(exist_ok=True)
        git(folder, "mv", old, new)
    for name, was, now in changes:
        (folder / name).write_text(text(folder, name).replace(was, now))
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def test_a_part_that_one_renamed_and_both_changed(parts):
    git(parts, "checkout", "-q", "-b", "other")
    changed(
        parts, "theirs",
        ("plan.toc", "people.toc", "partners/all.toc"), ("partners/all.toc", "The school", "Lantern Street School"),
        moved=[("people.toc", "partners/all.toc"), ("parts/measures.toc", "parts/numbers.toc")],
    )  # fmt: skip
    git(parts, "checkout", "-q", "main")
    changed(
        parts, "ours",
        ("people.toc", "ring: core", "ring: observer"), ("parts/measures.toc", "30", "35"),
        ("plan.toc", "  by school\n", "  by school: books\n"),
    )  # fmt: skip
    git(parts, "merge", "-q", "--no-edit", "other")
    people = PARTS["people.toc"].replace("The school", "Lantern Street School").replace("core", "observer")
    assert text(parts, "partners/all.toc") == people
    assert text(parts, "parts/numbers.toc") == PARTS["parts/measures.toc"].replace("30", "35")
    assert text(parts) == PARTS["plan.toc"].replace("people", "partners/all").replace("by school", "by school: books")


def test_a_box_that_one_put_into_another_file_while_the_other_changed_it(parts):
    git(parts, "checkout", "-q", "-b", "other")
    changed(parts, "theirs", ("people.toc", "wider", "core"))
    git(parts, "checkout", "-q", "main")
    library = "partner library: The library\n  ring: wider\n"
    (parts / "parts" / "library.toc").write_text(library)
    changed(parts, "ours", ("people.toc", library, ""))
    done = git(parts, "merge", "other", fine=(1,))
    assert "in people.toc" in done.stderr
    kept = "partner library: The library\n  ring: core\n"
    assert text(parts, "people.toc").endswith(f"<<<<<<< ours\n=======\n{kept}>>>>>>> theirs\n")
    assert text(parts, "parts/library.toc") == library


def test_the_difftool_tells_each_part_by_itself(parts):
    changed(parts, "more", ("plan.toc", "  by school\n", "  by school\n    status: offered\n"))
    (parts / "parts" / "more.toc").write_text("indicator visits: Visits\n")
    changed(parts, "and more", ("parts/measures.toc", "30", "35"), moved=[("people.toc", "parts/people.toc")])
    git(parts, "rm", "-q", "parts/people.toc")
    done = git(parts, "difftool", "-y", "-t", "toc", "HEAD~2")
    assert done.stderr == ""
    assert [line for line in done.stdout.split("\n") if line.startswith("  ")] == [
        "  ~ The indicator ‘Books lent’: target: 30 → 35",
        "  + New indicator ‘Visits’",
        "  - The partner ‘The school’ is gone",
        "  - The partner ‘The library’ is gone",
        "  ~ school offers what it brings to ‘Children read’",
    ]


def test_the_history_and_the_authors_of_one_box(plan):
    save(plan, OURS, "later")
    save(plan, OURS.replace("a bag", "a sack"), "sacks")
    told = git(plan, "log", "-L", ":outcome evenings:plan.toc", "--format=said %s", "-s").stdout
    assert [line for line in told.split("\n") if line] == ["said later", "said the plan"]
    lines = git(plan, "blame", "-s", "-L", ":outcome evenings", "plan.toc").stdout.split("\n")
    assert [line.partition(") ")[2].strip() for line in lines if line] == [
        "outcome evenings: Families read together", "due: 2031", "by school: 100 EUR", "status: offered",
    ]  # fmt: skip
