"""The parser is prepared ahead, so that a small file does not wait for the grammar; this holds it to the grammar."""

from importlib import import_module
from pathlib import Path

from parser_tables import digest, tables

from toc.lines import Line
from toc.source import Source

FOLDER = Path(__file__).parents[2] / "grammar"
GRAMMAR = (FOLDER / "toc.lark").read_text(encoding="utf-8")


def test_prepared_parser_is_the_one_of_the_grammar(request):
    prepared = import_module("toc.grammar.tables")
    if request.config.getoption("--update") and prepared.GRAMMAR != digest(GRAMMAR):
        (FOLDER / "tables.py").write_text(tables(GRAMMAR), encoding="utf-8")
    else:
        assert prepared.GRAMMAR == digest(GRAMMAR), "tables.py is stale: run pytest --update"


def test_another_lark_reads_the_grammar_itself(monkeypatch):
    syntax = import_module("toc.syntax")
    text = "goal a: words\n  outcome b: more\n    by c, d: x\n# e\n  -> f\n"
    prepared = syntax.parse(Source("x.toc", text))
    monkeypatch.setattr(syntax, "_PARSER", [])
    monkeypatch.setattr(syntax, "lark_version", "0")
    made = syntax.parse(Source("x.toc", text))
    assert made == prepared
    assert isinstance(made.lines[0].children[0], Line)
