"""The mistakes people make while a room talks: one finding each, in plain words, and the picture is still drawn."""

import pytest

import toc

THEORY = """\
partner council: City Council
partner clinic: Clinic
goal air: Children breathe clean air
  outcome traffic: Fewer cars drive past schools
    because: the school run is most of it
    enough: yes
    activity streets: Close streets at drop-off
      because: nobody drives where the street is closed
      by council: signs
      by clinic: counts the cars
  enough: yes
"""
MISTAKES = {
    "an unknown name after an arrow": ("  -> trafic: two rush hours\n", "unknown-name", "traffic"),
    "an unknown partner": ("      by coucil: posts\n", "unknown-name", "council"),
    "a misspelt kind": ("  outcom buses: Buses run on time\n", "unknown-kind", "outcome"),
    "a misspelt key": ("      becuase: it is safe\n", "unknown-key", "because"),
    "a duplicate": ("  outcome traffic: Something else\n    unintended: yes\n", "duplicate-id", None),
    "a circle": ("      <- traffic: it spreads\n", "causal-cycle", None),
    "an arrow without a target": ("      ->\n", "unfinished-line", None),
}


def written(mistake: str) -> tuple[str, int]:
    """Put the mistake below the activity, or behind the goal where it starts there; give the text and its line."""
    lines = THEORY.splitlines(keepends=True)
    at = len(lines) if mistake.startswith(("  ->", "  out")) else len(lines) - 1
    return "".join([*lines[:at], mistake, *lines[at:]]), at + 1


def test_without_a_mistake_there_is_nothing_to_say():
    assert toc.check(toc.loads(THEORY)) == ()


@pytest.mark.parametrize("name", MISTAKES)
def test_one_finding_on_its_line_and_a_picture(name):
    mistake, rule, meant = MISTAKES[name]
    text, line = written(mistake)
    loaded = toc.loads(text)
    findings = [found for found in toc.check(loaded) if found.severity != "advice"]
    assert [found.rule for found in findings] == [rule]
    (found,) = findings
    if rule != "causal-cycle":
        assert loaded.sources[0].position(found.span.start).line == line
    if meant:
        assert f"‘{meant}’" in found.message
    picture = toc.render(loaded, "svg", engine=None)
    assert all(words in picture for words in ("Children breathe", "Fewer cars", "Close streets"))
