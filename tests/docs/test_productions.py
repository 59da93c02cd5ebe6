"""Every shape that a line can have is shown in the language reference."""

from fences import fences

from toc.lines import Line, Shape
from toc.source import Source
from toc.syntax import parse


def shapes(lines: tuple[Line, ...]) -> set[Shape]:
    waiting, found = [*lines], set()
    while waiting:
        line = waiting.pop()
        found.add(line.shape)
        waiting += line.children
    return found


def test_every_shape_is_shown():
    texts = [fence.text for fence in fences("grammar/README.md") if fence.language == "toc"]
    shown = set().union(*[shapes(parse(Source("x.toc", text)).lines) for text in texts])
    assert sorted(set(Shape) - shown) == []
