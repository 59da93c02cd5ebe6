"""What each rule of structure says, and what it keeps to itself."""

from __future__ import annotations

import pytest
from told import told

STRUCTURE = (
    "no-goal",
    "orphan-activity",
    "dead-end-result",
    "unsupported-outcome",
    "goal-not-reachable",
    "causal-cycle",
    "level-reversal",
    "unowned-activity",
)

CASES = {
    "a chain that holds": (
        """
        partner p: P
        goal g: G
          outcome o: O
            activity a: A
              by p
        """,
        [],
    ),
    "an activity on nothing": ("goal g: G\n  condition c: C\nactivity a: A\n  lead: Maria", ["orphan-activity a"]),
    "a result that stops; the work for it is told with it": (
        """
        goal g: G
          condition c: C
        outcome o: O
          activity a: A
            lead: Maria
        """,
        ["dead-end-result o"],
    ),
    "a result that may stop, for a reason, and the work for it": (
        """
        goal g: G
          condition c: C
        outcome o: O
          ignore dead-end-result: it is for next year
          activity a: A
            lead: Maria
        """,
        ["orphan-activity a"],
    ),
    "work for work that leads to nothing": (
        "goal g: G\n  condition c: C\nactivity a: A\n  lead: Maria\n  activity b: B\n    lead: Maria",
        ["orphan-activity a"],
    ),
    "only the last result of a path is a dead end": (
        "goal g: G\n  condition c: C\noutcome o: O\n  outcome o2: O2\n    condition c2: C2",
        ["dead-end-result o"],
    ),
    "a side effect may stop": (
        "goal g: G\n  condition c: C\noutcome o: O\n  unintended: yes\n  condition c2: C2",
        [],
    ),
    "without a goal that is said once": (
        "outcome o: O\n  activity a: A\n    lead: Maria\noutcome o2: O2",
        ["no-goal None", "unsupported-outcome o2"],
    ),
    "feedback leads nowhere": (
        "goal g: G\n  condition c: C\n  ~> o\noutcome o: O\n  condition c2: C2\n  ~> g",
        ["dead-end-result o"],
    ),
    "what works against a result does not support it": (
        "goal g: G\nactivity a: A\n  lead: Maria\n  -| g",
        ["unsupported-outcome g", "orphan-activity a"],
    ),
    "an arrow from its pathway leads on": (
        "goal g: G\npathway p: P\n  outcome o: O\n    condition c: C\n  -> g",
        [],
    ),
    "an arrow from the pathway around its pathway leads on": (
        "goal g: G\npathway p: P\n  pathway q: Q\n    outcome o: O\n      condition c: C\n  -> g",
        [],
    ),
    "an arrow to its pathway supports": (
        "goal g: G\npathway p: P\n  outcome o: O\n    -> g\ncondition c: C\n  -> p",
        [],
    ),
    "an arrow to one's own pathway skips oneself": (
        "goal g: G\n  condition c: C\npathway p: P\n  outcome o: O\n    -> p\ncondition d: D\n  -> o",
        ["dead-end-result o"],
    ),
    "an arrow to one's own pathway reaches the others": (
        "goal g: G\npathway p: P\n  outcome o: O\n    -> p\n  outcome o2: O2\n    -> g\ncondition d: D\n  -> o",
        [],
    ),
    "an empty pathway acts as a result": (
        "goal g: G\npathway p: P\n  -> g\nactivity a: A\n  lead: Maria\n  -> p",
        [],
    ),
    "an empty pathway that nothing leads to breaks the chain": (
        "goal g: G\npathway p: P\n  -> g",
        ["goal-not-reachable p"],
    ),
    "an empty pathway is where a path can stop": (
        "goal g: G\n  condition c: C\npathway p: P\nactivity a: A\n  lead: Maria\n  -> p",
        ["orphan-activity a"],
    ),
    "by without a role does it": ("partner p: P\ngoal g: G\n  activity a: A\n    by p: money", []),
    "who leads does it": ("partner p: P\ngoal g: G\n  activity a: A\n    lead: p", []),
    "who is asked does not do it": (
        "partner p: P\ngoal g: G\n  activity a: A\n    by p\n      role: consulted",
        ["unowned-activity a"],
    ),
    "who withdrew does not do it": (
        "partner p: P\ngoal g: G\n  activity a: A\n    by p\n      status: withdrawn",
        ["unowned-activity a"],
    ),
    "what is stopped is left in peace": (
        "goal g: G\n  condition c: C\nactivity a: A\n  status: stopped",
        [],
    ),
    "what is stopped no longer counts as a cause": (
        "goal g: G\n  condition c: C\n  activity a: A\n    status: stopped",
        [],
    ),
    "a result whose causes were all stopped breaks the chain": (
        "goal g: G\n  outcome o: O\n    activity a: A\n      status: stopped\n      lead: Maria",
        ["goal-not-reachable o"],
    ),
    "all causes are needed": (
        "goal g: G\n  condition c: C\n  activity a: A",
        ["unowned-activity a"],
    ),
    "more causes are needed than there are": (
        "goal g: G\n  needs: 3\n  condition c: C\n  input i: I",
        ["goal-not-reachable g"],
    ),
    "as many causes as needed": ("goal g: G\n  needs: 2\n  condition c: C\n  input i: I", []),
    "what nobody does is told once": (
        "goal g: G\n  outcome o: O\n    activity a: A",
        ["unowned-activity a"],
    ),
    "only an aim leads to it": (
        "partner p: P\n  aim m: M\n    -> g\ngoal g: G",
        ["goal-not-reachable g"],
    ),
    "a circle is told once": (
        "goal g: G\n  outcome o: O\n    condition c: C\n    outcome o2: O2\n      <- o",
        ["causal-cycle o"],
    ),
    "a circle through the goal is told once": (
        "goal g: G\n  outcome o: O\n    condition c: C\n  -> o",
        ["causal-cycle g"],
    ),
    "two circles in one tangle are told once": (
        "goal g: G\n  outcome a: A\n    condition c: C\n    outcome b: B\n      <- a\n      outcome d: D\n        <- b",
        ["causal-cycle a"],
    ),
    "two tangles are told twice": (
        """
        goal g: G
          outcome a: A
            condition c: C
            outcome b: B
              <- a
          outcome d: D
            condition e: E
            outcome f: F
              <- d
        """,
        ["causal-cycle a", "causal-cycle d"],
    ),
    "an arrow to itself is a circle": (
        "goal g: G\n  condition c: C\n  outcome o: O\n    condition d: D\n    -> o",
        ["causal-cycle o"],
    ),
    "a circle through a pathway": (
        "goal g: G\npathway p: P\n  outcome o: O\n    condition c: C\n  -> g\ngoal g\n  -> p",
        ["causal-cycle g"],
    ),
    "an intended loop is no circle": ("goal g: G\n  outcome o: O\n    condition c: C\n  ~> o", []),
    "an arrow back to the work": (
        "goal g: G\n  condition c: C\noutcome o: O\n  condition d: D\n  -> a, g\nactivity a: A\n  lead: Maria\n  -> g",
        ["level-reversal o"],
    ),
    "work may bring in what later work needs": (
        "goal g: G\n  activity a: A\n    lead: Maria\n    input i: I\n      activity b: B\n        lead: Maria",
        [],
    ),
    "long before immediate": (
        "goal g: G\n  outcome o: O\n    level: immediate\n    outcome p: P\n      level: long\n      condition c: C",
        ["level-reversal p"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_told(case):
    text, wanted = CASES[case]
    assert sorted(told(text, STRUCTURE)) == sorted(wanted)


OTHERS = {
    "two goals": ("many-goals", "goal g: G\ngoal h: H", ["many-goals h"]),
    "two goals under one": ("many-goals", "goal g: G\n  goal h: H\n  goal i: I", []),
    "goals that lead to each other": ("many-goals", "goal g: G\n  goal h: H\n    <- g", []),
    "work straight to the goal": (
        "missing-middle",
        "goal g: G\n  activity a: A\n  output o: O",
        ["missing-middle a", "missing-middle o"],
    ),
    "an input is no jump": ("missing-middle", "goal g: G\n  input i: I\n  condition c: C", []),
    "a level left out": (
        "missing-middle",
        "goal g: G\n  outcome o: O\n    level: long\n    outcome p: P\n      level: immediate",
        ["missing-middle p"],
    ),
    "a level left out for a reason": (
        "missing-middle",
        "goal g: G\n  outcome o: O\n    level: long\n    outcome p: P\n      level: immediate\n      because: B",
        [],
    ),
    "a year before": (
        "effect-before-cause",
        "goal g: G\n  due: 2027\n  outcome o: O\n    due: 2028",
        ["effect-before-cause o"],
    ),
    "a month in the same year": ("effect-before-cause", "goal g: G\n  due: 2027\n  outcome o: O\n    due: 2027-12", []),
    "a day after the month": (
        "effect-before-cause",
        "goal g: G\n  due: 2027-05\n  outcome o: O\n    due: 2027-06-01",
        ["effect-before-cause o"],
    ),
    "no date the checks can read": (
        "effect-before-cause",
        "goal g: G\n  due: soon\n  outcome o: O\n    due: later",
        [],
    ),
    "two pieces": (
        "disconnected-pathway",
        "goal g: G\n  outcome o: O\noutcome p: P\n  activity a: A",
        ["disconnected-pathway p"],
    ),
    "a note alone is no piece": ("disconnected-pathway", "goal g: G\n  outcome o: O\noutcome p: P", []),
    "a piece without results is none": (
        "disconnected-pathway",
        "goal g: G\n  outcome o: O\nactivity a: A\n  input i: I",
        [],
    ),
    "a misspelt name may join them": (
        "disconnected-pathway",
        "goal g: G\n  outcome o: O\noutcome p: P\n  activity a: A\n  -> gg",
        [],
    ),
    "one cause": (
        "single-cause",
        "goal g: G\n  outcome o: O\n    condition p: P\n      activity a: A",
        ["single-cause g", "single-cause o"],
    ),
    "one cause, where the map leaves what we control, is asked about once": (
        "single-cause",
        "goal g: G\n  outcome o: O\n    output p: P\n      activity a: A",
        ["single-cause g"],
    ),
    "one cause that jumps straight to the goal is asked about once": ("single-cause", "goal g: G\n  activity a: A", []),
    "one cause in a pathway": (
        "single-cause",
        "goal g: G\npathway p: P\n  outcome o: O\n  -> g\noutcome o\n  <- c, d\ncondition c: C\ncondition d: D",
        ["single-cause g"],
    ),
    "two causes in a pathway": ("single-cause", "goal g: G\npathway p: P\n  outcome o: O\n  outcome q: Q\n  -> g", []),
    "assumed of the arrow from the pathway": (
        "single-cause",
        "goal g: G\npathway p: P\n  outcome o: O\n  -> g\n    assuming: X\ncondition c: C\n  -> o\ninput i: I\n  -> o",
        [],
    ),
    "a shortcut": ("shortcut-link", "goal g: G\n  outcome o: O\n    activity a: A\n      -> g", ["shortcut-link a"]),
    "a name that nobody declared takes no shortcut": (
        "shortcut-link",
        "goal g: G\n  <- ghost\n  outcome o: O\n    <- ghost",
        [],
    ),
    "two ways of the same length": (
        "shortcut-link",
        "goal g: G\n  outcome o: O\n    activity a: A\n  outcome p: P\n    activity a",
        [],
    ),
    "a shortcut past a pathway": (
        "shortcut-link",
        "goal g: G\npathway p: P\n  outcome o: O\n  -> g\nactivity a: A\n  -> o, g",
        ["shortcut-link a"],
    ),
    "too many causes": (
        "tangled-links",
        "goal g: G\n" + "".join(f"  condition c{n}: C{n}\n" for n in range(8)),
        ["tangled-links g"],
    ),
    "just few enough": ("tangled-links", "goal g: G\n" + "".join(f"  condition c{n}: C{n}\n" for n in range(7)), []),
    "a full row": (
        "tangled-links",
        "goal g: G\n"
        + "".join(f"  outcome o{n}: O{n}\n    <- a0, a1, a2\n" for n in range(3))
        + "".join(f"activity a{n}: A{n}\n" for n in range(3)),
        ["tangled-links a0"],
    ),
    "thirty notes": ("map-too-big", "goal g: G\n" + "".join(f"condition c{n}: C\n" for n in range(29)), []),
    "thirty-one notes": (
        "map-too-big",
        "goal g: G\n" + "".join(f"condition c{n}: C\n" for n in range(30)),
        ["map-too-big None"],
    ),
    "many notes in pathways": (
        "map-too-big",
        "goal g: G\n"
        + "".join(f"pathway p{p}: P\n" + "".join(f"  condition c{p}-{n}: C\n" for n in range(25)) for p in range(3)),
        [],
    ),
    "a result of the ceiling beyond another": (
        "ceiling-not-a-cut",
        "theory: T\n  ceiling: o, p\ngoal g: G\n  outcome o: O\n    outcome x: X\n      outcome p: P",
        ["ceiling-not-a-cut o"],
    ),
    "results of the ceiling in a row": (
        "ceiling-not-a-cut",
        "theory: T\n  ceiling: o, p\ngoal g: G\n  outcome o: O\n    outcome p: P",
        [],
    ),
    "a clean cut": ("ceiling-not-a-cut", "theory: T\n  ceiling: o, p\ngoal g: G\n  outcome o: O\n  outcome p: P", []),
    "a barrier": ("barrier-unaddressed", "goal g: G\n  barrier b: B", ["barrier-unaddressed b"]),
    "a barrier somebody works on": ("barrier-unaddressed", "goal g: G\n  barrier b: B\nactivity a: A\n  -| b", []),
    "a barrier only stopped work worked on": (
        "barrier-unaddressed",
        "goal g: G\n  barrier b: B\nactivity a: A\n  status: stopped\n  -| b",
        ["barrier-unaddressed b"],
    ),
    "a barrier behind another": (
        "barrier-unaddressed",
        "goal g: G\n  barrier b: B\nbarrier c: C\n  -> b\nactivity a: A\n  -| c",
        [],
    ),
    "a barrier left for a reason": (
        "barrier-unaddressed",
        "goal g: G\n  barrier b: B\n    ignore barrier-unaddressed: it will pass",
        [],
    ),
    "an idle partner": ("idle-partner", "partner p: P", ["idle-partner p"]),
    "an observer": ("idle-partner", "partner p: P\n  ring: observer", []),
    "not in yet": ("idle-partner", "partner p: P\n  status: invited", []),
    "the backbone": ("idle-partner", "partner p: P\n  role: backbone", []),
    "a contribution to the whole": ("idle-partner", "theory: T\n  by p\npartner p: P", []),
    "a view in a disagreement": ("idle-partner", "disagreement d: D\n  by p: no\npartner p: P", []),
    "who reads an indicator": ("idle-partner", "indicator i: I\n  by p\npartner p: P", []),
    "who stands in": (
        "idle-partner",
        "goal g: G\n  activity a: A\n    by q\n      backup: p\npartner p: P\npartner q: Q",
        [],
    ),
    "a misspelt partner": ("idle-partner", "goal g: G\n  activity a: A\n    by counsil\npartner council: Council", []),
    "a note without words": ("no-words", "goal g:\n  outcome o: O\nsession s:", ["no-words g"]),
}


@pytest.mark.parametrize("case", OTHERS)
def test_what_the_others_tell(case):
    rule, text, wanted = OTHERS[case]
    assert told(text, (rule,), stage="agreed") == wanted


FOLLOWING = {
    "a misspelt goal": "goal clean-air: A\nactivity trees: T\n  lead: Maria\n  -> clean-iar",
    "a misspelt outcome": "goal g: G\n  outcome low-traffic: L\n    <- tres\nactivity trees: T\n  lead: Maria\n  -> g",
    "a misspelt partner": "partner council: C\ngoal g: G\n  activity a: A\n    by counsil",
    "a misspelt pathway": "goal g: G\n  condition c: C\npathway main: M\n  -> g\noutput o: O\n  in: mian\n  input i: I",
    "a misspelt kind": "gaol g: G\n  outcome o: O\n    activity a: A\n      lead: Maria",
    "a goal without its colon": "goal clean air\n  outcome o: O\n    activity a: A\n      lead: Maria",
    "a goal behind a bullet": "- goal: clean air\n  outcome o: O\n    activity a: A\n      lead: Maria",
    "an arrow without its end": "goal g: G\n  condition c: C\noutcome o: O\n  condition d: D\n  ->",
    "a name used twice": "goal g: G\n  outcome o: O\n    condition c: C\noutcome o: P\n",
    "a file that cannot be read": "include: partners.toc\noutcome o: O\n  activity a: A",
}


@pytest.mark.parametrize("case", FOLLOWING)
def test_one_cause_gives_one_finding(case):
    quiet = (*STRUCTURE, "idle-partner", "disconnected-pathway", "many-goals", "no-words")
    assert told(FOLLOWING[case], quiet) == []
    assert len(told(FOLLOWING[case], None, skip=("single-cause", "bare-link", "missing-middle"))) == 1


def test_a_dead_end_names_what_rests_on_it():
    says = told.messages(
        "goal g: G\noutcome o: So\n  activity a: One\n  activity b: Two\n    output c: Three", "dead-end-result"
    )
    assert says == [
        "‘So’ leads nowhere yet, and ‘One’, ‘Two’ and ‘Three’ rest on it. So what: what changes because of it?"
    ]


def test_an_orphan_names_where_its_path_stops():
    says = told.messages("goal g: G\ncondition o: So\n  outcome p: Well\n    activity a: One", "orphan-activity")
    assert says == ["‘One’ leads to ‘So’, and from there no path goes on to a goal. Which result is it for?"]


def test_a_circle_names_every_note_in_it():
    says = told.messages(
        "goal g: G\n  outcome a: A\n    outcome b: B\n      outcome c: C\n        <- a", "causal-cycle"
    )
    assert len(says) == 1
    assert "‘A’ → ‘C’ → ‘B’ → ‘A’" in says[0]


def test_what_was_stopped_is_left_in_peace():
    text = """
        goal g: G
          enough: yes
          due: 2027
          condition c: C
            because: it is so
          activity a: Hold a fair so that people meet
            status: stopped
            due: 2029
            output o: O
              condition d: D
        outcome p: P
          unintended: yes
          condition e: E
            because: it is so
          -> a
    """
    assert told(text, None, stage="agreed") == []
