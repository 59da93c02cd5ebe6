"""What a text means: text in, theory out."""

import pytest
from telling import told

import toc

MEANINGS = {
    "nesting draws the arrow, deeper is earlier": (
        """
        goal g: Goal
          outcome o: Outcome
            activity a: Act
        """,
        ["goal g 'Goal'", "outcome o 'Outcome'", "activity a 'Act'", "o -> g", "a -> o"],
    ),
    "the same as arrows": (
        """
        activity a: Act
          -> o
        outcome o: Outcome
        goal g: Goal
          <- o
        """,
        ["activity a 'Act'", "outcome o 'Outcome'", "goal g 'Goal'", "a -> o", "o -> g"],
    ),
    "four arrows": (
        """
        outcome a: A
          -> b
          ~> c
          -| d
          <- e
        outcome b: B
        outcome c: C
        outcome d: D
        outcome e: E
        """,
        ["outcome a 'A'", "outcome b 'B'", "outcome c 'C'", "outcome d 'D'", "outcome e 'E'"]
        + ["a -> b", "a ~> c", "a -| d", "e -> a"],
    ),
    "one link for each pair and sign, reasons add up in reading order, equal ones once": (
        """
        goal g: G
          <- o: from the effect
          outcome o: O
            because: nested
            -> g: from the cause
            -> g: nested
        """,
        ["goal g 'G'", "outcome o 'O'"]
        + ["o -> g because='from the effect' because='nested' because='from the cause'"],
    ),
    "leads to and works against are two links": (
        """
        outcome a: A
          -> b
          -| b
        outcome b: B
        """,
        ["outcome a 'A'", "outcome b 'B'", "a -> b", "a -| b"],
    ),
    "leads to and feeds back are one": (
        """
        outcome a: A
          -> b
          ~> b: in time
        outcome b: B
        """,
        ["outcome a 'A'", "outcome b 'B'", "a ~> b because='in time'"],
    ),
    "lines under two targets hold for each": (
        """
        activity a: A
          -> b, c: both
            assuming: people come
            strength: strong
        outcome b: B
        outcome c: C
        """,
        ["activity a 'A'", "assumption people-come 'people come' about=a -> b about=a -> c"]
        + ["outcome b 'B'", "outcome c 'C'"]
        + ["a -> b because='both' strength='strong'", "a -> c because='both' strength='strong'"],
    ),
    "a mention draws the same arrow": (
        """
        goal g: G
          outcome o
        goal h: H
          outcome o
            because: here too
        outcome o: O
        """,
        ["goal g 'G'", "goal h 'H'", "outcome o 'O'", "o -> g", "o -> h because='here too'"],
    ),
    "a barrier in a result works against it": (
        """
        outcome o: O
          barrier b: B
            because: it does
        """,
        ["outcome o 'O'", "barrier b 'B'", "b -| o because='it does'"],
    ),
    "a pathway is transparent for arrows, and everything in it belongs to it": (
        """
        goal g: G
          pathway p: P
            outcome o: O
              activity a: A
              assuming s: S
        """,
        ["goal g 'G'", "pathway p 'P'", "outcome o 'O' in=p", "activity a 'A' in=p"]
        + ["assumption s 'S' in=p about=o -> g", "o -> g", "a -> o"],
    ),
    "members of a pathway belong to the one around it": (
        """
        pathway p: P
          pathway q: Q
            outcome o: O
        outcome r: R
          in: q
        """,
        ["pathway p 'P'", "pathway q 'Q' in=p", "outcome o 'O' in=q in=p", "outcome r 'R' in=q in=p"],
    ),
    "in: is not passed on to what is nested below": (
        """
        pathway p: P
        outcome o: O
          in: p
          activity a: A
        """,
        ["pathway p 'P'", "outcome o 'O' in=p", "activity a 'A'", "a -> o"],
    ),
    "an empty pathway in a result, and an arrow to one, are one link": (
        """
        goal g: G
          pathway p: P
        activity a: A
          -> p
        """,
        ["goal g 'G'", "pathway p 'P'", "activity a 'A'", "p -> g", "a -> p"],
    ),
    "a written contribution covers the one that nesting implies": (
        """
        partner p: P
          activity a: A
            by p: signs
          activity b: B
        """,
        ["partner p 'P'", "activity a 'A'", "activity b 'B'", "p > a 'signs'", "p > b"],
    ),
    "who contributes what, to what": (
        """
        theory: T
          by council
        partner council: Council
          activity b: B
          activity a
        activity a: A
          by council: signs
            role: lead
            status: pledged
          lead: council, Maria
        goal g: G
          partner council
          -> h
            by council: we believe it
          indicator i: I
            by council: counts
        goal h: H
        """,
        ["theory 'T'", "partner council 'Council'", "activity b 'B'", "activity a 'A' lead='Maria'", "goal g 'G'"]
        + ["indicator i 'I' about=g", "goal h 'H'", "g -> h"]
        + ["council > theory", "council > b", "council > a 'signs' status='pledged' role='lead'"]
        + ["council > a role='lead'", "council > g", "council > g -> h 'we believe it'", "council > i 'counts'"],
    ),
    "reasons under an element nested in nothing are about every arrow it starts": (
        """
        activity a: A
          because: it works
          assuming s: S
          -> b
        outcome b: B
        outcome c: C
          <- a
          ~> b
        """,
        ["activity a 'A'", "assumption s 'S' about=a -> b about=a -> c", "outcome b 'B'", "outcome c 'C'"]
        + ["a -> b because='it works'", "a -> c because='it works'", "c ~> b"],
    ),
    "else about its other arrows, else about itself": (
        """
        outcome a: A
          because: one
          ~> b
        outcome b: B
          because: two
          risk r: R
        theory: T
          assuming s: S
        """,
        ["theory 'T'", "outcome a 'A'", "outcome b 'B' because='two'", "risk r 'R' about=b", "assumption s 'S' whole"]
        + ["a ~> b because='one'"],
    ),
    "on: names elements and arrows, however they were written": (
        """
        goal g: G
          outcome o: O
            barrier b: B
        assumption s: S
          on: o, o -> g
          on: b -| o
        evidence e: E
          on: s
        """,
        ["goal g 'G'", "outcome o 'O'", "barrier b 'B'"]
        + ["assumption s 'S' about=o about=o -> g about=b -| o", "evidence e 'E' about=s", "o -> g", "b -| o"],
    ),
    "a nested mention of an assumption attaches it there too": (
        """
        goal g: G
          outcome o: O
            assuming s
          outcome p: P
            assuming s
            assuming funding
        assumption s: S
        """,
        ["goal g 'G'", "outcome o 'O'", "outcome p 'P'", "assumption funding 'funding' about=p -> g"]
        + ["assumption s 'S' about=o -> g about=p -> g", "o -> g", "p -> g"],
    ),
    "aims, actions, questions, disagreements have their place": (
        """
        partner p: P
          aim m: M
            -> g
          gets: money
          gets: friends
        goal g: G
          question: why?
          disagreement d: cash or vouchers
            by p: cash
        session 2026-03-12: First
          action: write it up
            by p
        """,
        ["partner p 'P' gets='money' gets='friends'", "aim m 'M' owner=p", "goal g 'G'"]
        + ["question why 'why?' about=g", "disagreement d 'cash or vouchers' about=g", "session 2026-03-12 'First'"]
        + ["action write-it-up 'write it up' owner=2026-03-12", "m -> g", "p > d 'cash'", "p > write-it-up"],
    ),
    "terms and sessions have names of their own": (
        """
        outcome NO2: Less of it
        term NO2: nitrogen dioxide
          not: smoke
        term carbon monoxide: CO
        """,
        ["outcome NO2 'Less of it'", "term NO2 'nitrogen dioxide' not='smoke'", "term carbon monoxide 'CO'"],
    ),
    "ids are made from the first four words, at most 30 characters": (
        """
        outcome: Fewer cars drive past schools at drop-off
        outcome: Fewer cars drive past
        outcome: L'école  É·T
        outcome: Internationalisation administrative procedures
        outcome: 学校 变好
        """,
        ["outcome fewer-cars-drive-past 'Fewer cars drive past schools at drop-off'"]
        + ["outcome fewer-cars-drive-past-2 'Fewer cars drive past'", 'outcome l-école-é-t "L\'école  É·T"']
        + ["outcome internationalisation-administr 'Internationalisation administrative procedures'"]
        + ["outcome 学校-变好 '学校 变好'"],
    ),
    "the declaration wins over mentions, then the first": (
        """
        outcome o
          due: 2029
          note: one
        outcome o: O
          due: 2030
          note: two
          due: 2031
        """,
        ["outcome o 'O' note='one' note='two' due='2030' due='2031' due='2029'"],
    ),
    "reading is forgiving": (
        """
        GOAL g： we win
          Outcome o : O
            Because it does
            ASSUMING people come
            → g because we say so
            By p， q: money
        Partner p: P
        partner q: Q
        """,
        ["goal g 'we win'", "outcome o 'O'", "assumption people-come 'people come' about=o -> g"]
        + ["partner p 'P'", "partner q 'Q'", "o -> g because='it does' because='we say so'"]
        + ["p > o 'money'", "q > o 'money'"],
    ),
    "a text may go on, and have paragraphs": (
        """
        goal g: One
          | two
          |
          | three
          because: x
            | y
        """,
        ["goal g 'One\\ntwo\\n\\nthree' because='x\\ny'"],
    ),
    "words behind a mention are parked once": (
        """
        goal g: G
          risk zzz
            | now
        goal g
          | then
        """,
        ["goal g 'G'", "note 'risk zzz\\nnow'", "note 'then'"],
    ),
    "comments and notes are kept word for word": (
        """
        # first
        goal g: G
        #1 priority
        10:30 coffee
        Maria: what about the buses?
        #
        """,
        ["goal g 'G'", "note '#1 priority'", "note '10:30 coffee'", "note 'Maria: what about the buses?'"]
        + ["comment '# first'", "comment '#'"],
    ),
    "an arrow to a name nobody declared stays": (
        """
        activity a: A
          -> nowhere
          by nobody: help
        """,
        ["activity a 'A'", "a -> nowhere", "nobody > a 'help'"],
    ),
    "labels, ignored checks, display names": (
        """
        theory: T
          call outcome: Result
          ceiling: o
        outcome o: O
          label.fr: Le O
          ignore single-cause: one is enough
        """,
        ["theory 'T' ceiling='o' call.outcome='Result'"]
        + ["outcome o 'O' ignore.single-cause='one is enough' label.fr='Le O'"],
    ),
    "an element under a detail or a contribution belongs to the element above": (
        """
        goal g: G
          due: 2030
            outcome o: O
          by p
            outcome q: Q
        partner p: P
        """,
        ["goal g 'G' due='2030'", "outcome o 'O'", "outcome q 'Q'", "partner p 'P'", "o -> g", "q -> g", "p > g"],
    ),
    "a column never used before is no error": (
        """
        goal g: G
              outcome a: A
           outcome b: B
             outcome c: C
         outcome d: D
        """,
        ["goal g 'G'", "outcome a 'A'", "outcome b 'B'", "outcome c 'C'", "outcome d 'D'"]
        + ["a -> g", "b -> g", "c -> b", "d -> g"],
    ),
}


@pytest.mark.parametrize("name", MEANINGS)
def test_meaning(name):
    text, expected = MEANINGS[name]
    assert told(text) == expected


def test_an_outline_and_a_list_of_arrows_are_equal():
    outline, arrows = (MEANINGS[name][0] for name in list(MEANINGS)[:2])
    assert toc.loads(outline).theory == toc.loads(arrows).theory
