"""Every example as JSON: valid by the schema, and for the rest of the tool the same theory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import toc
from toc.exchange import model_json
from toc.rules.catalogue import RULES
from toc.rules.rule import Family

FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = sorted([*FOLDER.glob("*.toc"), FOLDER / "river-basin" / "basin.toc"])
ABOUT_THE_THEORY = {rule.name for rule in RULES if rule.family is not Family.TEXT}
SCHEMA = Draft202012Validator(json.loads(model_json.schema()))

each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)


@pytest.fixture
def pair(path, tmp_path):
    loaded = toc.load(path)
    file = tmp_path / "model.json"
    file.write_text(model_json.write(loaded.theory, loaded.sources), encoding="utf-8")
    return loaded, toc.load(file), file


@each_example
def test_an_example_is_valid(pair):
    SCHEMA.validate(json.loads(pair[2].read_text(encoding="utf-8")))


@each_example
def test_an_example_comes_back(pair):
    loaded, again, file = pair
    assert again.theory == loaded.theory
    assert model_json.write(again.theory, again.sources) == file.read_text(encoding="utf-8")


@each_example
def test_the_rules_find_the_same_at_the_same_lines(pair):
    """What is wrong with the text itself stays with the text; all else is found again."""

    def found(loaded):
        texts = {source.name: source for source in loaded.sources}
        told = [finding for finding in toc.check(loaded) if finding.rule in ABOUT_THE_THEORY and finding.span.file]
        lines = [texts[finding.span.file].position(finding.span.start).line for finding in told]
        return sorted((one.rule, one.element or "", one.message, line) for one, line in zip(told, lines, strict=True))

    loaded, again, _ = pair
    assert found(again) == found(loaded)


@each_example
@pytest.mark.parametrize("to", ["dot", "mermaid", "md"])
def test_it_is_told_and_drawn_the_same(pair, to):
    loaded, again, _ = pair
    assert toc.render(again, to) == toc.render(loaded, to)
