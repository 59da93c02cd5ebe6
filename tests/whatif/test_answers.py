"""What follows from what is supposed: a table of theories, suppositions and answers in `answers.txt`."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

import toc
from toc.whatif import Supposed, WhatIfTrouble, suppose, tell, title

TABLE = Path(__file__).parent / "answers.txt"
HEAD, *BLOCKS = TABLE.read_text(encoding="utf-8").split("\n== ")
PARTNERS = "partner hall: Town Hall\npartner school: Mill School\ngoal g: G\n  outcome cars: C\n    assuming air: A\n"


def supposed(words):
    """Read what is supposed as it is typed."""
    without, broken, late = [], [], []
    left = shlex.split(words)
    while left:
        option = left.pop(0)
        if option == "--late":
            late.append((left.pop(0), left.pop(0)))
        else:
            {"--without": without, "--broken": broken}[option].append(left.pop(0))
    return Supposed(tuple(without), tuple(broken), tuple(late))


def answered(text, words):
    """Give the answer as the terminal shows it."""
    what_if = suppose(toc.loads(text).theory, supposed(words))
    lines = [title(what_if)]
    for group in tell(what_if):
        lines += [group.title, *[f"  {group.sign or '-'} {sentence}" for sentence in group.told]]
    return "\n".join(lines)


def _answered_block(block):
    name, _, rest = block.partition("\n")
    theory, *asked = rest.split("\n>> ")
    words = [each.partition("\n")[0] for each in asked]
    return "\n".join([name, theory, *[f">> {each}\n{answered(theory, each)}" for each in words]])


def test_every_answer_is_the_one_in_the_table(request):
    wanted = "\n== ".join([HEAD, *[_answered_block(block) + "\n" for block in BLOCKS]])
    if request.config.getoption("--update"):
        TABLE.write_text(wanted, encoding="utf-8")
    assert TABLE.read_text(encoding="utf-8") == wanted, "stale: run pytest --update"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("--without hal", "There is no partner ‘hal’. Did you mean ‘hall’?"),
        ("--without 'Town Hull'", "There is no partner ‘Town Hull’. Did you mean ‘Town Hall’?"),
        ("--without air", "‘air’ is an assumption, not a partner. To suppose that it is not so: --broken air"),
        ("--without cars", "‘cars’ is an outcome, not a partner."),
        ("--broken aire", "There is no assumption ‘aire’. Did you mean ‘air’?"),
        (
            "--broken hall",
            "‘hall’ is a partner; --broken takes an assumption, a risk, a condition or an input. To suppose",
        ),
        ("--broken g", "‘g’ is a goal; --broken takes an assumption"),
        ("--broken rents", "There is no assumption ‘rents’. There is only air ‘A’."),
        ("--without bakery", "There is no partner ‘bakery’. There are hall ‘Town Hall’ and school ‘Mill School’."),
        ("--late car 2030", "There is no box ‘car’. Did you mean ‘cars’?"),
        ("--late hall 2030", "‘hall’ is a partner, and its date does not travel along arrows."),
        ("--late cars soon", "‘soon’ is no date. Write a year, a month or a day: 2030, 2030-06 or 2030-06-15."),
    ],
)
def test_what_cannot_be_supposed_is_said(words, says):
    with pytest.raises(WhatIfTrouble) as trouble:
        answered(PARTNERS, words)
    assert str(trouble.value).startswith(says)


def test_of_many_assumptions_a_few_are_listed_with_the_ids_that_were_made():
    with pytest.raises(WhatIfTrouble, match=r"^There is no assumption ‘rents’\. There is none yet\.$"):
        answered("goal g: G", "--broken rents")
    risks = "".join([f"  risk: The rent of house {number} rises next year, and again\n" for number in range(1, 8)])
    with pytest.raises(WhatIfTrouble) as trouble:
        answered(f"goal g: G\n{risks}", "--broken floods")
    first = "There are the-rent-of-house ‘The rent of house 1 rises next year, an…’, the-rent-of-house-2 ‘The rent"
    assert first in str(trouble.value)
    assert str(trouble.value).endswith("‘The rent of house 5 rises next year, an…’ and 2 more.")


def test_a_partner_can_be_called_by_name_and_stands_for_what_nobody_declared():
    theory = toc.loads(PARTNERS).theory
    assert suppose(theory, supposed("--without 'town hall' --without hall")).supposed.without == ("hall",)
    undeclared = "goal g: G\n  activity a: A\n    by nobody\n"
    assert [one.at for one in suppose(toc.loads(undeclared).theory, supposed("--without nobody")).breaks] == ["a"]
