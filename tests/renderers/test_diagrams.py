"""Mermaid and DOT as text: what stands in them, and that Graphviz reads the texts back as they were typed."""

from __future__ import annotations

import html
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hostile import TEXTS, UNSEEN
from hypothesis import given, settings
from strategies import theories
from toc.renderers import dot, mermaid
from toc.renderers.escape import clean
from toc.renderers.loops import loops_first
from toc.renderers.sketch import sketch

import toc
from toc.model import Contribution, Detail, Element, Link, LinkKind, Note, Theory

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
FILES = {path.stem: path for path in sorted(EXAMPLES.glob("*.toc"))} | {"basin": EXAMPLES / "river-basin" / "basin.toc"}
FORMATS = {"mmd": mermaid.render, "dot": dot.render}


def theory(text: str) -> Theory:
    return toc.loads(textwrap.dedent(text)).theory


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", ["clean-air", "loops", "workshop", "sindyan-ar"])
def test_the_diagrams_of_the_examples(name, ending, golden):
    golden(HERE / "goldens" / f"{name}.{ending}", FORMATS[ending](toc.load(FILES[name]).theory))


SMALL = """\
    theory: Air
    partner council: City Council
    pathway bikes: By bike
      -> air
      outcome lanes: Lanes are safe
    pathway empty: Later
    goal air: Clean air
      due: 2030
      ~> lanes
      <- missing
    activity paint: Paint lanes
      by council
      -> lanes: paint is cheap
        assuming: it lasts
      -| habit
    barrier habit: Habit
    not yet sorted
"""


@pytest.mark.parametrize(
    "line",
    [
        'n_air(["Goal · by 2030\nClean air"]):::goal',
        'n_paint["Activity\nPaint lanes\ncouncil"]:::activity',
        'n_habit[/"Barrier\nHabit"\\]:::barrier',
        'n_missing["not written yet\nmissing"]:::stub',
        'subgraph n_bikes["By bike"]\n    n_lanes("Outcome\nLanes are safe"):::outcome\n  end',
        'n_empty[["Pathway\nLater"]]:::pathway',
        "n_bikes --> n_air",
        'n_paint -->|"1, A1"| n_lanes',
        'n_paint --x|"−"| n_habit',
        "n_air -.-> n_lanes",
        'legend_0["1 because paint is cheap\nA1 assuming it lasts"]:::legend',
        'parked["Parked notes\nnot yet sorted"]:::parked',
        "stroke-dasharray:5 4",
    ],
)
def test_what_mermaid_says(line):
    assert line in mermaid.render(theory(SMALL))


@pytest.mark.parametrize(
    "line",
    [
        'label="Goal · by 2030\\nClean air"',
        'label="Activity\\nPaint lanes\\ncouncil"',
        "subgraph cluster_n_bikes {",
        "n_lanes -> n_air [ltail=cluster_n_bikes];",
        'n_paint -> n_lanes [label=" 1, A1 ", tooltip="because paint is cheap\\nassuming it lasts"];',
        "arrowhead=tee",
        "style=dashed, constraint=false",
        'label="not written yet\\nmissing"',
        'label="Parked notes\\lnot yet sorted\\l"',
    ],
)
def test_what_dot_says(line):
    assert line in dot.render(theory(SMALL))


@pytest.mark.parametrize(("direction", "said"), [("up", "BT"), ("right", "LR"), ("left", "RL"), (None, "BT")])
def test_where_the_goals_are(direction, said):
    assert mermaid.render(theory(SMALL), direction=direction).startswith(f"flowchart {said}\n")
    assert f"rankdir={said}," in dot.render(theory(SMALL), direction=direction)


def test_a_large_diagram_lies_on_its_side_and_an_arabic_one_on_the_other():
    many = "goal g: G\n" + "\n".join([f"outcome o{number}: O\n  -> g" for number in range(31)])
    assert sketch(theory(many)).direction == "right"
    assert sketch(theory("theory: T\n  language: ar\n" + many)).direction == "left"


def test_what_is_too_long_for_mermaid_is_told_without_its_legend():
    many = "goal g: G\n" + "\n".join(
        [f"outcome o{number}: O\n  -> g: {'because ' * 20}{number}" for number in range(600)]
    )
    told = mermaid.render(theory(many))
    assert "%% GitHub draws at most 500 arrows" in told
    assert "%% The legend is left out" in told
    assert "legend_0" not in told


def test_texts_come_in_the_language_that_is_asked_for():
    told = mermaid.render(toc.load(FILES["aubrelle-fr"]).theory, lang="en")
    assert "Adults in the valley make their own decisions, papers in hand" in told


def test_pathways_in_pathways_in_circles_and_very_deep_are_drawn():
    deep = [f"pathway p{number}: P\n  in: p{number + 1}" for number in range(300)]
    told = theory("\n".join([*deep, "pathway p300: P\n  in: p0", "outcome o: O\n  in: p0\n  <- p7\n  -> p200"]))
    for render in FORMATS.values():
        assert render(told).count("subgraph") == 12


def test_what_belongs_to_two_pathways_stands_in_the_innermost_and_names_the_other():
    told = theory(
        """\
        pathway p: Outer
          pathway q: Inner
        pathway r: Other
        outcome a: A
          in: p, q, r
        """
    )
    drawn = sketch(told)
    assert [(frame.key, frame.outer) for frame in drawn.frames] == [("p", None), ("q", "p")]
    assert [(box.key, box.frame, box.below) for box in drawn.boxes] == [("r", None, ""), ("a", "q", "Part of: Other")]


def test_arrows_between_a_pathway_and_its_own_are_left_out():
    told = theory(
        """\
        pathway p: P
          -> p
          outcome a: A
            -> p, a, q
          pathway q: Q
            -> p
            outcome b: B
              -> p
        """
    )
    kept = [(arrow.source, arrow.target) for arrow in sketch(told).arrows]
    assert kept == [("a", "a"), ("a", "q")]


@pytest.mark.parametrize(
    ("links", "first"),
    [
        (("a>b", "b>c", "c~a"), ["a"]),
        (("a>b", "b>c", "c>d", "d~c", "d~b"), ["c", "b"]),
        (("a>b",), []),
    ],
)
def test_boxes_where_feedback_arrives_are_met_first(links, first):
    kinds = {">": LinkKind.LEADS_TO, "~": LinkKind.FEEDS_BACK}
    elements = tuple([Element(name, "outcome", name) for name in "dcba"])
    drawn = sketch(Theory(elements=elements, links=tuple([Link(a, b, kinds[kind]) for a, kind, b in links])))
    met = [box.key for box in loops_first(drawn)]
    assert sorted(met[: len(first)]) == sorted(first)
    assert met[len(first) :] == [name for name in "dcba" if name not in first]


READ = """
import sys, pygraphviz
graph = pygraphviz.AGraph(string=sys.stdin.buffer.read().decode("utf-8"))
sys.stdout.buffer.write(graph.draw(format="svg", prog="dot"))
"""


def drawn(source: str) -> str:
    """Let Graphviz draw, in a process of its own."""
    pytest.importorskip("pygraphviz")
    return subprocess.run(
        [sys.executable, "-c", READ], input=source.encode("utf-8"), capture_output=True, check=True, timeout=60
    ).stdout.decode("utf-8")


def test_graphviz_shows_hostile_texts_as_they_were_typed():
    elements = [Element(f"o{number}", "outcome", text) for number, text in enumerate([*TEXTS, UNSEEN])]
    links = [Link(element.id, "o0", details=(Detail("because", element.text),)) for element in elements[1:]]
    told = Theory(
        title=TEXTS[0], elements=tuple(elements), links=tuple(links), notes=tuple([Note(text) for text in TEXTS])
    )
    picture = drawn(dot.render(told))
    assert "<script" not in picture
    assert "xlink:href" not in picture.replace('xlink:title="', "")
    shown = "".join(html.unescape(picture).replace("\u00a0", " ").split())
    missing = [text for text in TEXTS if "".join(_written(text).split()) not in shown]
    assert missing == []


def _written(text: str) -> str:
    return clean(text)


@pytest.mark.parametrize("name", FILES)
def test_graphviz_draws_every_example(name):
    source = dot.render(toc.load(FILES[name]).theory)
    assert max(len(line.encode()) for line in source.split("\n")) < 16_384
    assert drawn(source).rstrip().endswith("</svg>")


def test_no_name_and_no_text_of_a_user_is_written_past_the_writers():
    evil = 'x" URL="javascript:alert(1)'
    told = Theory(
        elements=(
            Element(evil, "goal", evil, (Detail("due", evil),)),
            Element("p" + evil, "pathway", evil),
            Element("q" + evil, "outcome", evil, pathways=("p" + evil,)),
            Element("a" + evil, "assumption", evil, about=(evil,)),
        ),
        links=(Link("p" + evil, evil), Link("r" + evil, evil)),
        contributions=(Contribution(evil, evil),),
    )
    for render in FORMATS.values():
        assert '" URL' not in render(told).replace('\\"', "")


@settings(max_examples=60)
@given(theories())
def test_every_theory_becomes_a_diagram(told):
    for render in FORMATS.values():
        text = render(told)
        assert text.endswith("\n")
        assert text == render(told)
    inside = sketch(told)
    keys = [box.key for box in inside.boxes] + [frame.key for frame in inside.frames]
    assert len(keys) == len(set(keys))
    assert {end for arrow in inside.arrows for end in (arrow.source, arrow.target)} <= set(keys)
