"""How work is told in English."""

from toc.rules.words import Link, Words, split

_PEOPLE = split(
    """adolescents beneficiaries boys caregivers carers children citizens clinicians coaches doctors educators
    elders employees entrepreneurs facilitators families farmers girls growers guards health households leaders
    learners managers marshals members men mentors midwives mothers neighbors neighbours nurses officers officials
    owners parents participants patients peers people pupils refugees residents schoolchildren staff students
    teachers tenants traders trainers users villagers volunteers women workers youth"""
)
_EVENTS = split(
    """assemblies assembly bootcamp bootcamps campaign campaigns class classes conference conferences course
    courses fairs festival festivals forum forums hackathon hackathons seminar seminars session sessions talks
    training trainings webinar webinars workshop workshops"""
)
_THINGS = split(
    """booklet booklets books brochure brochures flyer flyers guide guidelines guides handbook handbooks kit kits
    leaflet leaflets manual manuals materials nets newsletter newsletters pamphlets parcels poster posters report
    reports seedlings seeds toolkit toolkits trees vouchers"""
)
_HELP = split(
    "advice assistance bursaries coaching counselling grants loans mentoring prizes scholarships support training"
)
_PLACES_TO_GO = split("door doors lane lanes path paths road roads route routes stairs street streets way")

WORDS = Words(
    skipped=split("to we will shall"),
    determiners=split(
        """a all an another at each eight eighty every fifty five forty four half hundred many monthly more new
        nine ninety one our seven seventy several six sixty some ten the their these thirty three twelve twenty two
        weekly"""
    ),
    prepositions=split(
        """about across after among and at before between by during for from in of on per since to under with
        within"""
    ),
    verbs=split(
        """advise analyse analyze assist build collect compile convene create deliver develop disseminate
        distribute educate equip establish expand facilitate identify implement inform install introduce organise
        organize prepare promote provide publish teach undertake write"""
    )
    | {"carry out", "hand out", "put on", "raise awareness", "roll out", "set up", "strengthen capacity"}
    | {"creation of", "delivery of", "distribution of", "establishment of", "implementation of", "launch of"}
    | {"organisation of", "organization of", "production of", "provision of", "publication of"},
    object_verbs=split("conduct hold interview offer print produce recruit run survey train"),
    noun_verbs=split(
        """advocate campaign coach design draft fund hire host launch lead lobby map mentor monitor open pay pilot
        plan plant research screen send stage supply support test translate visit"""
    ),
    goal_verbs=split(
        """assist build create develop educate equip establish expand fund identify inform introduce offer open
        promote provide support teach"""
    ),
    people=_PEOPLE,
    events=_EVENTS,
    gatherings=split(
        """advocacy camp camps coaching counselling lobbying meeting meetings mentoring outreach research visit
        visits"""
    ),
    things=_THINGS,
    done=(
        (split("conducted completed delivered facilitated held hosted organised organized run"), _EVENTS),
        (
            split("advised coached interviewed mentored reached recruited sensitised sensitized surveyed trained"),
            _PEOPLE,
        ),
        (split("delivered developed distributed planted printed produced published"), _THINGS),
        (split("awarded given granted offered provided"), _HELP),
    ),
    change=split(
        """able access accessible adopt afford affordable are available be become becomes been better bring brings
        can change changed changes cost costs could decline declines decrease decreased decreases did do does
        double doubles draw draws drop drops earn earns empty end ends enjoy enough fall falls feel feels fewer
        find finds free full gain gains get gets give gives grow grown grows had halve halves has have having
        healthier help helps higher improve improved improves increase increased increases is keep keeps know knows
        last lasts lead leads learn learns less live lives longer lose loses lower make makes may meet meets might
        more no not open opens pay pays reach reduce reduced reduces remain remains rise rises run runs safe safer
        shorter shrink shrinks start starts stay stays stop stops take takes trust trusts understand understands
        use uses want wants was were will win wins without work works worse would"""
    ),
    joining=(
        Link("in order to"),
        Link("in order that"),
        Link("so that"),
        Link("leading to", not_after=_PLACES_TO_GO),
        Link("resulting in"),
        Link("thereby"),
        Link("which will", not_after=split("about agree choose decide for in know knows of on say see to with")),
        Link("enabling", comma=True),
        Link("allowing", comma=True),
    ),
)
