"""The bank: the 24 questions of the catalogue, in the order in which a group would want them.

First what there is to look back at, then what it is for, then how one thing leads to another, then what that rests
on, and then who is in it. The sources are those of the catalogue of checks.
"""

from __future__ import annotations

from typing import Final

from .company import boss_knows, differing, means, power, together, unsaid_needs
from .footing import shown_wrong, sinking, stopping
from .looking_back import changed_minds, still_matters
from .outside import anyway, harmed, missing_view, outsider
from .purpose import ceiling, mirror, worth_it
from .question import Question, Theme
from .steps import believable, enough, order, reach, time, why_change

_BACK, _PURPOSE, _STEPS = Theme.BACK, Theme.PURPOSE, Theme.STEPS
_FOOTING, _COMPANY = Theme.FOOTING, Theme.COMPANY
_PRACTICE: Final = "practice of partnerships"
_CENTRE: Final = "Center for Theory of Change"

BANK: Final = (
    Question(22, "minds", _BACK, "What changed our minds since last time?", "Aston 2021", changed_minds),
    Question(24, "matter", _BACK, "Does it still matter? Is the goal too big?", _PRACTICE, still_matters),
    Question(4, "worth", _PURPOSE, "Is it worth it? Is it what the people affected want?", _CENTRE, worth_it),
    Question(12, "mirror", _PURPOSE, "Is this just a mirror of what we already do?", "Forti 2012", mirror),
    Question(11, "ceiling", _PURPOSE, "Up to where do we answer for results?", "De Silva et al. 2014", ceiling),
    Question(
        6, "anyway", _PURPOSE, "Would it happen anyway? Who else causes this?", "contribution analysis (Mayne)", anyway
    ),
    Question(
        1, "bet", _STEPS, "If all of these happened, would you bet on the next?", "Taplin and Clark 2012", believable
    ),
    Question(5, "enough", _STEPS, "Is the list of causes enough?", _CENTRE, enough),
    Question(7, "change", _STEPS, "Why would people change: able, the chance, want to?", "Mayne 2016", why_change),
    Question(8, "reach", _STEPS, "Will it reach the people we mean, and will they want it?", "Mayne 2019", reach),
    Question(9, "order", _STEPS, "Does the order make sense in this place?", "Mayne 2017", order),
    Question(10, "time", _STEPS, "How long does each step really take?", "Mayne 2019", time),
    Question(23, "outsider", _STEPS, "Could someone who was not here follow it?", "Davies 2012", outsider),
    Question(13, "sink", _FOOTING, "Which belief, if wrong, sinks us?", "Guijt 2013", sinking),
    Question(3, "doubt", _FOOTING, "Could we be shown wrong? What would we see?", "Davies 2012", shown_wrong),
    Question(15, "harm", _FOOTING, "Who could be harmed?", "Funnell and Rogers 2011", harmed),
    Question(20, "stop", _FOOTING, "What would make us stop?", _PRACTICE, stopping),
    Question(2, "means", _COMPANY, "Do we have the people, money, power and time?", "Taplin and Clark 2012", means),
    Question(19, "together", _COMPANY, "What can we do only together?", "Huxham and Vangen 2004", together),
    Question(18, "need", _COMPANY, "What do we need that we have not said?", "Vangen and Huxham 2012", unsaid_needs),
    Question(17, "boss", _COMPANY, "Does each boss know and agree?", _PRACTICE, boss_knows),
    Question(16, "power", _COMPANY, "Who holds the money, the data, the veto?", "van Es, Guijt and Vogel 2015", power),
    Question(14, "missing", _COMPANY, "Whose view of the problem is missing?", "Davies 2012", missing_view),
    Question(21, "differ", _COMPANY, "Where do we agree to disagree?", _PRACTICE, differing),
)
"""Every question, in the order of a sheet."""

LAST: Final = 24
"""The highest number in the bank."""
