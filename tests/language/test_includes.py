"""Several files, one theory."""

import pytest
from telling import tell

import toc
from toc.files import FileTrouble


@pytest.fixture
def folder(tmp_path):
    def write(**files):
        for name, text in files.items():
            path = tmp_path / f"{name.replace('__', '/')}.toc"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return write


def rules(loaded):
    return [(found.span.file.rsplit("/", 1)[-1], found.rule) for found in loaded.findings]


def test_files_are_read_where_the_line_stands(folder):
    here = folder(
        main="theory: Main\ngoal g: G\ninclude: parts/*.toc\noutcome o: O\n  -> g",
        parts__b="partner b: B\noutcome o\n  by b: help\n",
        parts__a="theory: Not this\n  stage: agreed\npartner a: A\n  -> g\n",
    )
    loaded = toc.load(here / "main.toc")
    assert list(tell(loaded.theory)) == [
        "theory 'Main'",
        "goal g 'G'",
        "partner a 'A'",
        "partner b 'B'",
        "outcome o 'O'",
        "a -> g",
        "o -> g",
        "b > o 'help'",
    ]
    assert rules(loaded) == [("a.toc", "odd-end")]
    assert [source.name.rsplit("/", 1)[-1] for source in loaded.sources] == ["main.toc", "a.toc", "b.toc"]


def test_a_file_named_twice_counts_once(folder):
    here = folder(main="include: a.toc\ninclude: a.toc\n", a="goal g: G\n")
    loaded = toc.load(here / "main.toc")
    assert [element.id for element in loaded.theory.elements] == ["g"]
    assert loaded.findings == ()


def test_a_circle_is_one_finding(folder):
    here = folder(main="include: a.toc\n", a="include: b.toc\ngoal a: A", b="include: a.toc\ngoal b: B")
    loaded = toc.load(here / "main.toc")
    assert rules(loaded) == [("b.toc", "include-failed")]
    assert {element.id for element in loaded.theory.elements} == {"a", "b"}


@pytest.mark.parametrize(
    "pattern", ["missing.toc", "../hidden.toc", "/etc/passwd", "none*.toc", "http://x.org/a.toc", ""]
)
def test_what_cannot_be_included_is_a_finding_on_its_line(folder, pattern):
    here = folder(main=f"goal g: G\ninclude: {pattern}\noutcome o: O\n  -> elsewhere\n", hidden="goal h: H")
    inner = here / "inner"
    inner.mkdir()
    (here / "main.toc").rename(inner / "main.toc")
    loaded = toc.load(inner / "main.toc")
    (found,) = loaded.findings
    assert found.rule == "include-failed"
    assert loaded.sources[0].position(found.span.start).line == 2
    assert [element.id for element in loaded.theory.elements] == ["g", "o"]


def test_includes_end(folder):
    files = {f"f{number}": f"include: f{number + 1}.toc\ngoal g{number}: G" for number in range(30)}
    here = folder(**files, f30="goal last: L")
    loaded = toc.load(here / "f0.toc")
    assert [rule for _, rule in rules(loaded)] == ["include-failed"]
    assert len(loaded.theory.elements) == 17


def test_a_file_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(FileTrouble, match="nothing"):
        toc.load(tmp_path / "nothing.toc")
