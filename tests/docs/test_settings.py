"""The settings that the README shows are settings that toc takes."""

import tomllib
from importlib import import_module

import pytest
from fences import fences

BLOCKS = [fence for fence in fences("README.md") if fence.language == "toml" and not fence.file]


@pytest.mark.parametrize("fence", BLOCKS, ids=lambda fence: f"line {fence.line}")
def test_settings(fence):
    settings = import_module("toc.exchange.config_shape").settings_from(tomllib.loads(fence.text), "toc.toml")
    assert settings.stage == "agreed"
    assert settings.severities == (("single-cause", None),)
    assert settings.thresholds.notes_on_one_picture == 40


def test_there_is_one():
    assert len(BLOCKS) == 1
