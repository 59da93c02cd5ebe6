"""Theories inside other people's documents: each host builds a small real document, with the picture in it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from toc.inside.shown import in_html, show
from toc.inside.superfences import fence, options

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = """partner zoo: The Zoo
goal a: Otters & eels <b>live</b> here
  outcome b: The river is clean
    activity c: Plant reeds
      by zoo
"""
BROKEN = "goal a: Otters\n  -> nowhere-at-all\n  outcome b: Clean\n"


@pytest.mark.parametrize(
    ("text", "options", "says"),
    [
        (PLAN, {"colour": "red"}, ("There is no option colour. There are",)),
        (PLAN, {"partner": "zo"}, ("There is no partner zo. Did you mean zoo?",)),
        (PLAN, {"report": "matrx"}, ("There is no report matrx. Did you mean matrix?",)),
        (PLAN, {"theme": "neon"}, ("There is no theme neon.",)),
        (PLAN, {"direction": "sideways"}, ("There is no direction sideways.",)),
        (BROKEN, {}, ("this block, line 2: ",)),
        (PLAN, {}, ()),
    ],
)
def test_what_cannot_be_shown_is_said_and_the_rest_is_shown(text, options, says):
    shown = show(text, None, options)
    assert len(shown.remarks) == len(says)
    assert all(remark.startswith(start) for remark, start in zip(shown.remarks, says, strict=True))
    assert bool(shown.svg) == (not says or text is BROKEN)


def test_no_text_becomes_markup():
    written = in_html(show(PLAN, None, {"alt": '"><script>alert(1)</script>'}))
    assert "<script" not in written
    assert "Otters &amp; eels &lt;b&gt;live&lt;/b&gt;" in written


def test_a_report_stands_in_a_document_without_its_own_page():
    shown = show(PLAN, None, {"report": "matrix"})
    assert "<table>" in shown.html
    assert not {"<html", "<h1", "<main"} & {word for word in ("<html", "<h1", "<main") if word in shown.html}


def test_a_file_is_followed_with_what_it_includes(monkeypatch):
    monkeypatch.chdir(EXAMPLES)
    shown = show(None, str(EXAMPLES / "river-basin" / "basin.toc"), {})
    assert shown.remarks == ()
    assert len(shown.files) > 5
    assert show(None, "not-there.toc", {}).remarks[0].startswith("There is no file not-there.toc")


@pytest.fixture
def shared(tmp_path, monkeypatch):
    """Make a project with documents and plans side by side, a file beside it, and go to its documents."""
    for name in ("ours/docs", "ours/plans", "theirs"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("ours/docs/near.toc", "ours/plans/plan.toc", "theirs/secret.toc"):
        (tmp_path / name).write_text(f"goal a: Words of {name}\n")
    (tmp_path / "ours" / "docs" / "link.toc").symlink_to(tmp_path / "theirs" / "secret.toc")
    monkeypatch.chdir(tmp_path / "ours" / "docs")
    return tmp_path


@pytest.mark.parametrize("mark", [".git", "toc.toml", None])
@pytest.mark.parametrize(
    ("file", "lies"),
    [
        ("near.toc", "beside"),
        ("../docs/near.toc", "beside"),
        ("../plans/plan.toc", "in the project"),
        ("{home}/ours/plans/plan.toc", "in the project"),
        ("../../theirs/secret.toc", "outside"),
        ("{home}/theirs/secret.toc", "outside"),
        ("link.toc", "outside"),
        ("no\0name.toc", "outside"),
    ],
)
def test_a_document_shows_no_file_from_outside_its_project(shared, mark, file, lies):
    if mark:
        (shared / "ours" / mark).touch()
    file = file.format(home=shared)
    shown = show(None, file, {})
    if lies == "beside" or (mark and lies == "in the project"):
        assert (bool(shown.svg), shown.remarks) == (True, ())
    else:
        assert shown.svg == ""
        assert shown.remarks[0].startswith(f"{file} lies outside this project, so it is not shown here.")
    assert ("Words" in fence("", "toc", "toc", {"file": file}, None)) == bool(shown.svg)


@pytest.mark.parametrize("source", ["index.rst", "index.md"])
def test_sphinx_draws_a_file_and_a_block(tmp_path, source):
    pytest.importorskip("sphinx")
    pytest.importorskip("myst_parser")
    (tmp_path / "conf.py").write_text('project = "x"\nextensions = ["toc.inside.sphinx", "myst_parser"]\n')
    (tmp_path / "plan.toc").write_text(PLAN)
    rst = "Report\n======\n\n.. toc:: plan.toc\n   :partner: zoo\n\n.. toc::\n   :alt: Eels\n\n   goal e: Eels\n"
    md = "# Report\n\n```{toc} plan.toc\n:partner: zoo\n```\n\n```{toc}\n:alt: Eels\ngoal e: Eels\n```\n"
    (tmp_path / source).write_text(rst if source.endswith("rst") else md)
    ran = run([sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", ".", "out"], tmp_path)
    assert ran.returncode == 0, ran.stdout
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert page.count("<svg ") == 2
    assert 'aria-label="Eels"' in page
    (tmp_path / "plan.toc").write_text(PLAN.replace("reeds", "willows"))
    run([sys.executable, "-m", "sphinx", "-q", "-b", "html", ".", "out"], tmp_path)
    assert "willows" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_sphinx_puts_a_picture_into_latex_and_words_into_text(tmp_path):
    pytest.importorskip("sphinx")
    pytest.importorskip("typst")
    (tmp_path / "conf.py").write_text('project = "x"\nextensions = ["toc.inside.sphinx"]\n')
    (tmp_path / "index.rst").write_text("Report\n======\n\n.. toc::\n   :alt: Otters live here\n\n   goal a: Otters\n")
    for kind in ("latex", "text"):
        assert run([sys.executable, "-m", "sphinx", "-q", "-b", kind, ".", kind], tmp_path).returncode == 0
    [picture] = (tmp_path / "latex").glob("toc-*.pdf")
    written = "".join([path.read_text(encoding="utf-8") for path in (tmp_path / "latex").glob("*.tex")])
    assert f"\\sphinxincludegraphics[width=\\linewidth]{{{picture.name}}}" in written
    assert "Otters live here" in (tmp_path / "text" / "index.txt").read_text(encoding="utf-8")


def test_sphinx_shows_what_lies_in_its_documents_or_in_their_project(tmp_path):
    pytest.importorskip("sphinx")
    docs = tmp_path / "ours" / "docs"
    (docs / "deep").mkdir(parents=True)
    (docs / "conf.py").write_text('project = "x"\nextensions = ["toc.inside.sphinx"]\nroot_doc = "deep/index"\n')
    for place in (docs, docs.parent, tmp_path):
        (place / "plan.toc").write_text(PLAN)
    names = ("../plan.toc", "/plan.toc", "../../plan.toc", "../../../plan.toc")
    (docs / "deep" / "index.rst").write_text("R\n=\n\n" + "".join([f".. toc:: {name}\n\n" for name in names]))
    for marked, seen in ((False, 2), (True, 3)):
        if marked:
            (docs.parent / ".git").mkdir()
        ran = run([sys.executable, "-m", "sphinx", "-q", "-E", "-b", "html", ".", "out"], docs)
        assert (ran.returncode, ran.stdout.count("lies outside this project")) == (0, 4 - seen)
        assert (docs / "out" / "deep" / "index.html").read_text(encoding="utf-8").count("<svg ") == seen


def test_a_fence_of_markdown_is_drawn(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    markdown = pytest.importorskip("markdown")
    pytest.importorskip("pymdownx")
    (tmp_path / "plan.toc").write_text(PLAN)
    custom = [{"name": "toc", "class": "toc", "format": fence, "validator": options}]
    made = markdown.markdown(
        f'# Report\n\n```toc\n{PLAN}```\n\n```toc {{file="plan.toc" partner="zoo"}}\n```\n',
        extensions=["pymdownx.superfences"],
        extension_configs={"pymdownx.superfences": {"custom_fences": custom}},
    )
    assert made.count("<svg ") == 2
    assert "<b>live" not in made


def pandoc(*words: str, home: Path, text: str) -> subprocess.CompletedProcess:
    pypandoc = pytest.importorskip("pypandoc")
    ours = str(Path(sys.executable).with_name("toc-pandoc"))
    return run([pypandoc.get_pandoc_path(), *words, "--filter", ours], home, text)


@pytest.mark.parametrize(("to", "finds"), [("html", "<svg "), ("docx", None), ("latex", "toc-pictures/")])
def test_pandoc_draws_code_blocks(tmp_path, to, finds):
    text = f'# Report\n\n``` {{.toc alt="Eels"}}\n{PLAN}```\n\n> - deep\n>\n>   ``` toc\n>   goal x: Inside\n>   ```\n'
    ran = pandoc("-f", "markdown", "-t", to, "-o", f"out.{to}", home=tmp_path, text=text)
    assert ran.returncode == 0, ran.stdout
    made = (tmp_path / f"out.{to}").read_bytes()
    if finds:
        assert made.decode("utf-8").count(finds) == 2
    else:
        with zipfile.ZipFile(tmp_path / f"out.{to}") as packed:
            assert len([name for name in packed.namelist() if "media/" in name]) == 2


def test_the_filter_of_pandoc_needs_nothing_but_its_input(tmp_path):
    block = {"t": "CodeBlock", "c": [["", ["toc"], []], PLAN]}
    document = {"pandoc-api-version": [1, 23], "meta": {}, "blocks": [block, {"t": "HorizontalRule"}]}
    ran = run([str(Path(sys.executable).with_name("toc-pandoc")), "html"], tmp_path, json.dumps(document))
    assert ran.returncode == 0
    kinds = [one["t"] for one in json.loads(ran.stdout)["blocks"]]
    assert kinds == ["RawBlock", "HorizontalRule"]


def test_a_notebook_draws_cells_and_shows_theories():
    shells = pytest.importorskip("IPython.core.interactiveshell")
    shell = shells.InteractiveShell()
    shell.run_line_magic("load_ext", "toc.inside.jupyter")
    shell.run_cell("import toc")
    bundle = shown_by(shell, f"%%toc --partner zoo\n{PLAN}")
    assert "<svg " in bundle["text/html"]
    loaded = shown_by(shell, 'toc.loads("goal a: Otters live here")')
    assert loaded["image/svg+xml"].startswith("<svg")
    assert "Otters live here" in loaded["text/markdown"]
    assert "There are" in shown_by(shell, f"%%toc --colour red\n{PLAN}")["text/plain"]


def shown_by(shell, cell: str) -> dict[str, str]:
    result = shell.run_cell(cell).result
    return shell.display_formatter.format(result)[0]


def test_pygments_colours_every_character_of_every_example():
    lexers = pytest.importorskip("pygments.lexers")
    colours = pytest.importorskip("toc.inside.colours")

    for path in EXAMPLES.rglob("*.toc"):
        text = path.read_text(encoding="utf-8")
        pieces = list(colours.TocLexer().get_tokens_unprocessed(text))
        assert "".join(piece for _, _, piece in pieces) == text
        assert len({kind for _, kind, _ in pieces}) > 4
    assert shutil.which("toc") is None or lexers.get_lexer_by_name("toc").name == colours.TocLexer.name


def run(command: list[str], home: Path, text: str | None = None) -> subprocess.CompletedProcess:
    kept = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT if text is None else subprocess.PIPE}
    return subprocess.run(command, cwd=home, input=text, **kept, text=True, check=False, timeout=300)
