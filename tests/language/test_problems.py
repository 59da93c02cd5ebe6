"""Each mistake gives one finding, on its place, with the nearest name; text in, findings out."""

import textwrap

import pytest
from telling import noticed, told

import toc

PROBLEMS = {
    "an unknown name after an arrow": ("outcome cars: C\n  -> bikes\noutcome bike: B", ["2:6 unknown-name"]),
    "used often, said once": ("outcome a: A\n  -> x\n  by x\noutcome b: B\n  -> x", ["2:6 unknown-name"]),
    "an unknown partner": ("partner council: C\nactivity a: A\n  by coucil", ["3:6 unknown-name"]),
    "a misspelt kind": ("outcom a: A\n  activity b: B\n  due: 2030", ["1:1 unknown-kind"]),
    "a word of the field": ("vision: more", ["1:1 unknown-kind"]),
    "a word of the field that is a key elsewhere": ("impact: more", ["1:1 unknown-kind"]),
    "a misspelt key": ("outcome a: A\n  becuase: x", ["2:3 unknown-key"]),
    "an unknown key below an element": ("outcome a: A\n  Maria: x", ["2:3 unknown-key"]),
    "the same at the margin is a note": ("outcome a: A\nMaria: x", []),
    "times and addresses are notes": ("outcome a: A\n  10:30 coffee\n  https://example.org", []),
    "a key in the wrong place": ("outcome a: A\n  baseline: 3", ["2:3 misplaced-key"]),
    "a duplicate": ("outcome a: A\noutcome a: B", ["2:9 duplicate-id"]),
    "a duplicate does not take a name that is written": (
        "outcome a: A\noutcome a: B\noutcome a-2: C",
        ["2:9 duplicate-id"],
    ),
    "an arrow without a target": ("outcome a: A\n  ->", ["2:3 unfinished-line"]),
    "an arrow to words": ("outcome a: A b\noutcome b: B\n  -> A b", ["3:6 unfinished-line"]),
    "an arrow at the margin": ("outcome a: A\n-> a", ["2:1 misplaced-line"]),
    "an arrow on one line": ("outcome a: A\noutcome b: B\na -> b", ["3:1 misplaced-line"]),
    "a contribution at the margin": ("partner p: P\nby p: money", ["2:1 misplaced-line"]),
    "a detail at the margin": ("because: x", ["1:1 misplaced-line"]),
    "a kind without its colon": ("outcome Fewer cars drive", ["1:1 missing-colon"]),
    "a key without its colon": ("indicator i: I\n  baseline 48", ["2:3 missing-colon"]),
    "a contribution without its colon": ("partner p: P\nactivity a: A\n  by p the money", ["3:3 missing-colon"]),
    "a kind alone": ("goal", ["1:1 unfinished-line"]),
    "a kind with a colon alone": ("goal:", ["1:1 no-words"]),
    "prose that starts like a mention": ("outcome a: A\n  risk assessment", ["2:3 missing-colon"]),
    "a mention of a result nobody declared": ("goal g: G\n  outcome nothing", ["2:11 unknown-name"]),
    "an element without words is fine": ("outcome quiet:", []),
    "a bullet": ("- outcome: O", ["1:1 misplaced-line"]),
    "a bullet before words is a note": ("- bring cake", []),
    "a partner by its full name": ("partner p: Park Trust\nactivity a: A\n  by Park Trust", ["3:3 partner-by-name"]),
    "somebody who is no partner yet": ("activity a: A\n  by Old Mill: flour", ["2:3 partner-by-name"]),
    "somebody who is no partner yet, alone": ("activity a: A\n  by Friends of the River", ["2:3 partner-by-name"]),
    "by and a day": ("activity a: A\n  by Friday we should know", []),
    "by alone": ("activity a: A\n  by", ["2:3 unfinished-line"]),
    "prose with by": ("activity a: A\n  by the way, no", []),
    "by with a colon": ("partner p: P\nactivity a: A\n  by: p", ["3:3 unknown-key"]),
    "a contribution of something else": ("activity a: A\n  by b\noutcome b: B", ["2:6 wrong-kind"]),
    "a mention of the wrong kind": ("goal g: G\n  activity o\noutcome o: O", ["2:3 wrong-kind"]),
    "an arrow that cannot end there": ("outcome o: O\n  -> p\npartner p: P", ["2:3 odd-end"]),
    "an arrow that nobody drew": ("outcome a: A\n  -> b\noutcome b: B\nrisk r: R\n  on: b -> a", ["5:7 undrawn-arrow"]),
    "both kinds of arrow": ("outcome a: A\n  -> b\n  ~> b\noutcome b: B", ["3:3 double-arrow"]),
    "a pair that means nothing": ("goal g: G\n  partner p: P", ["2:3 no-arrow"]),
    "one level too deep": ("goal g: G\n  due: 2030\n    outcome o: O", ["3:5 no-arrow"]),
    "an unknown value": ("activity a: A\n  status: activ", ["2:11 unknown-value"]),
    "a date nobody can read": ("goal g: G\n  due: next year", ["2:8 unknown-value"]),
    "values in another case": ("activity a: A\n  status: Active", []),
    "a detail twice": ("goal g: G\n  due: 2030\n  due: 2031", ["3:3 repeated-detail"]),
    "the same twice": ("goal g: G\n  due: 2030\n  due: 2030", []),
    "a detail without words": ("goal g: G\n  due:", ["2:3 unfinished-line"]),
    "an id with an invisible character": ("outcome a\u200bb: A", ["1:9 invisible-character"]),
    "joiners at home are fine": ("outcome نمی\u200cخواهم: A", []),
    "a control character": ("outcome a: A\x1b[31m", ["1:13 control-character"]),
    "a mark that turns the direction": ("outcome a: A\u202eB", ["1:13 bidi-control"]),
    "a paired one is fine": ("outcome a: \u2067أ\u2069 B", []),
    "look-alikes": ("outcome car: C\noutcome c\u0430r: D", ["2:1 look-alike"]),
    "twins": ("outcome car: C\noutcome Car: D", ["2:1 case-twins"]),
    "tabs and spaces": ("goal g: G\n  outcome o: O\n\t\toutcome p: P", ["3:3 mixed-indent"]),
    "a made name that was taken": ("outcome: A\noutcome: A", ["2:1 made-id-collision"]),
    "an include in a text alone": ("include: more.toc\noutcome a: A\n  -> elsewhere", ["1:1 include-failed"]),
    "git's conflict": (
        "<<<<<<< ours\noutcome a: A\n  due: 2030\n=======\noutcome a: B\n>>>>>>> theirs\n  activity b: C\noutcome c: D",
        ["1:1 conflict-marker"],
    ),
    "half a conflict": ("outcome a: A\n>>>>>>> theirs", ["2:1 conflict-marker"]),
    "too deep": ("\n".join("  " * depth + f"outcome o{depth}: O" for depth in range(70)), ["65:129 too-large"]),
    "a title twice": ("theory: One\ntheory: Two", ["2:1 repeated-detail"]),
}


@pytest.mark.parametrize("name", PROBLEMS)
def test_problem(name):
    text, expected = PROBLEMS[name]
    assert noticed(text) == expected


@pytest.mark.parametrize("name", PROBLEMS)
def test_messages_are_sentences(name):
    for finding in toc.loads(PROBLEMS[name][0]).findings:
        assert finding.message[0].isupper() or finding.message[0] == "‘"
        assert finding.message[-1] in ".?"
        assert not {"token", "parse", "node", "edge", "undefined", "None"} & set(finding.message.split())


SUGGESTIONS = [
    ("outcome cars: C\noutcome b: B\n  -> car", "cars"),
    ("outcome fewer-cars: C\noutcome b: B\n  -> fewer", "fewer-cars"),
    ("outcome: There is enough food\noutcome b: B\n  -> food", "there-is-enough-food"),
    ("outcome Cars: C\noutcome b: B\n  -> cars", "Cars"),
    ("partner council: C\nactivity b: B\n  by concil", "council"),
    ("outcom b: B", "outcome"),
    ("outcome b: B\n  becuase: x", "because"),
    ("activity b: B\n  status: plannd", "planned"),
]


@pytest.mark.parametrize(("text", "meant"), SUGGESTIONS)
def test_did_you_mean(text, meant):
    (finding,) = toc.loads(text).findings
    edit = finding.fixes[0].edits[0]
    mended = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert edit.text == meant
    assert not toc.loads(mended).findings


def test_a_heading_for_a_list_is_told_that_each_has_a_line_of_its_own():
    finding, *parked = toc.loads("Partners:\n- Old Mill\n- The school").findings
    assert "Each partner has a line of its own: ‘partner NAME: …’." in finding.message
    assert [one.rule for one in parked] == ["parked-note", "parked-note"]


@pytest.mark.parametrize(
    ("text", "is_title"),
    [
        ("\nFood for Westmere\ngoal g: G", True),
        ("goal g: G\nFood for Westmere", False),
        ("Food for Westmere\ntheory: Food\ngoal g: G", False),
    ],
)
def test_words_at_the_top_of_a_text_without_a_title_may_be_the_title(text, is_title):
    (finding,) = toc.loads(text).findings
    assert [fix.label for fix in finding.fixes] == ["Make it the title"] * is_title
    for fix in finding.fixes:
        (edit,) = fix.edits
        mended = toc.loads(text[: edit.span.start] + edit.text + text[edit.span.end :])
        assert (mended.theory.title, mended.findings) == ("Food for Westmere", ())


def test_nothing_typed_is_lost():
    text = textwrap.dedent("""
        goal g: We win
          outcom o: misspelt
            activity a: below it
          - outcome: bullet
          -> words that are no name
          unknown: key
        <<<<<<< ours
        by p: theirs
        =======
        by q: ours
        >>>>>>> theirs
        just words
        """)
    said = "\n".join(told(text))
    for words in ("We win", "misspelt", "below it", "bullet", "words that are no name", "key", "theirs", "just words"):
        assert words in said
