"""How changes are told in English."""

from toc.rules.words import Means, Results, split

from .work import WORDS

_BEING = split("am are be been being is was were")
_GOING_THROUGH = split(
    """all break breaks carried come comes cross drive drives flow flowing flows get gets go goes going half live
    lived lives look looks move moves moving pass passed passes passing read reads right run running runs see seen
    sit sits sleep sleeps slept travel travels walk walked walking walks wander wanders way ways went"""
)
_TIMES_AND_PLACES = split(
    """adolescence adulthood adversity autumn border borders caves checkpoints childbirth childhood college crises
    crisis customs day days difficult dust every fire flood floods forest forests gates glass hard heat labour lean
    life mud night nights old only pain pregnancy primary puberty school schools secondary snow spring storms
    summer teenage their time town traffic university villages walls war water winter working year years"""
)
_NO_WORK = split(
    """beijing being boeing building ceiling clothing coming earring evening everything farming fishing following
    herring housing king leasing meeting meetings mining morning nothing offspring opening passing planning reading
    roofing shipping sibling something spring string thing trading training wedding wing"""
)
_WORKED_ON = split(
    """accelerated avoided boosted cut decreased doubled ended halved improved increased lowered prevented
    protected raised reduced restored secured strengthened sustained"""
)
_DONE_BY = split(
    """bought brought built chosen driven fed given grown held kept known led made met paid put run seen sent set
    shown sold spent taken taught told understood won written"""
)

RESULTS = Results(
    verbs=_BEING
    | split(
        """adopt adopts afford affords arrive arrives ask asks attend attends become becomes begin begins can
        change changes close closes come comes cost costs could cover covers cut cuts decide decides decline
        declines decrease decreases disappear disappears double doubles drop drops earn earns eat eats end ends
        enjoy enjoys fall falls feel feels find finds finish finishes gain gains get gets give gives go goes grow
        grows halve halves has have help helps hold holds improve improves increase increases join joins keep keeps
        know knows last lasts learn learns leave leaves lose loses lower make makes meet meets need needs open
        opens own owns pay pays raise raises reach reaches receive receives recover recovers reduce reduces remain
        remains report reports return returns rise rises send sends share shares show shows shrink shrinks speak
        speaks spend spends start starts stay stays stop stops support supports survive survives take takes talk
        talks trust trusts understand understands use uses visit visits wait waits want wants win wins work
        works"""
    ),
    states=split(
        """able accessible affordable alive aware better calm cheaper clean cleaner clear close closer cool decent
        diverse dry earlier empowered enough equal fair fairer faster fewer free full fuller good greener growing
        happier happy healthier healthy higher improved improving increased informed joint just larger less
        liveable longer lower more no open quiet ready recovering reduced resilient rising rotating safe safer
        secure shorter shrinking skilled smaller sober stable strengthened strong stronger thriving trusted visible
        warm warmer welcome well zero"""
    ),
    clause=split("how if that what when where which while who whom whose why whether until as because"),
    not_before_verbs=WORDS.determiners
    | WORDS.prepositions
    | split(
        """better fewer good her his into its less more no not or our own social than that this to which who whose
        without your"""
    ),
    before_infinitives=split("to"),
    infinitive_endings=(),
    joining=("and", "as well as", ";"),
    changes=split(
        """cleaner decreased diminished enhanced expanded fewer greater happier healthier heightened improved
        increased lowered raised reduced safer strengthened warmer widened"""
    ),
    more=split("better deeper higher less lower more stronger wider"),
    of_goods=split("cleaner enhanced expanded improved increased raised reduced safer strengthened warmer widened"),
    changes_of=split("decline decrease drop fall increase improvement improvements reduction rise"),
    of=split("in of"),
    changed=frozenset(),
    imperatives=split(
        """accelerate achieve alleviate boost combat contribute coordinate diversify eliminate empower enable
        encourage end enhance ensure eradicate foster guarantee improve leverage mainstream maximise maximize
        minimise minimize mitigate mobilise mobilize optimise optimize reduce strengthen tackle"""
    ),
    maybe_imperatives=split("address cut decrease grow increase protect raise reach restore scale"),
    means=(
        Means("through", _GOING_THROUGH, not_before=WORDS.determiners | _TIMES_AND_PLACES),
        Means("via", split("come comes fly flies go goes pass passes travel travels")),
        Means("by means of"),
        Means("thanks to", not_after=split("give gives say says")),
        Means("with the help of"),
        Means(
            "using",
            _BEING
            | WORDS.people
            | split(
                """about after and avoid before begin begins by children continue continues for from home homes
                hospitals keep keeps of or schools start starts stop stopped stops than that those when while who
                without"""
            ),
            verb_first=True,
        ),
        Means("by", _DONE_BY, ("ed",), _WORKED_ON, not_before=_NO_WORK, ending="ing"),
    ),
    small=split("a an and for in of on the to with"),
    labels=split(
        """access accountability advice agriculture biodiversity capacity care coverage culture demand democracy
        diversity economy energy environment equity evidence finance food forests funding gender governance growth
        health healthcare heritage housing hygiene income incomes infrastructure innovation jobs justice knowledge
        law leadership literacy livelihood livelihoods management markets networks nutrition order participation
        peace policy poverty power practice practices prevention privacy productivity quality reefs resilience
        resources rights safety sanitation security services sharing skills solidarity sovereignty standards
        stories sustainability systems technology tourism training trust violence welfare wellbeing work youth"""
    ),
    label_endings=("ness", "ment", "tion", "sion", "ity", "ance", "ence", "ship", "ism", "acy"),
    quantities=split(
        """arrears attendance bills cases costs cover crime crimes deaths debt debts emissions incomes infections
        injuries interest losses marks number numbers prices pride prosperity rates rents sales trust use wages
        waste yields"""
    ),
    people=(WORDS.people - {"health"})
    | split(
        """adult adults all anybody anyone apprentices artists audiences babies boy brothers businesses carer child
        citizen communities community companies consumers cooperatives councillors councils couples customers deaf
        detainees drivers everybody everyone factories family farmer fathers firms fishers folk friends gangs girl
        governments graduates herders homeless hospital hospitals household humankind immigrants infants inmates
        institutions judges kids landlords learner locals man migrants minorities mother mums nations neighbour
        newborn newborns newcomers nobody none nurse parent partners passengers patient peasants pensioners person
        police poor prisoners public pupil recruits resident schools shops sisters somebody someone student
        survivors teacher teenagers tenant they those toddlers tribes user veterans victims visitors voters who
        whoever widows wives woman worker young"""
    ),
    people_endings=("ers", "ors", "ists", "ants", "ians", "ees", "folk", "men"),
    no_people=split(
        """answers bees boilers borders cancers centers chambers coffees colours computers containers corridors
        covers degrees disasters doors elephants elevators factors fees fertilisers fevers fibers filters fires
        flavours floors flowers grants gutters harbours heaters hours indicators indoors layers letters levers
        markers matters meters mirrors motors numbers offers orders others outdoors papers pillars plants
        pollutants powers printers quarters radiators reactors regimen restaurants rivers rumours sectors sensors
        sewers shelters showers stickers summers timers toilers towers tractors transformers trees vapours variants
        vouchers waters winters"""
    ),
    knowing=split(
        """able aware awareness can confidence confident familiar informed know knowledge knows skills understand
        understanding understands"""
    ),
    practice=split(
        """adopt adopts applies apply ask asks attend attends breastfeed buy buys call calls change changes choose
        chooses come comes cook cooks decide decides do does eat eats give gives go goes hand hands hold holds
        invest invests join joins keep keeps leave leaves let lets make makes pay pays plan plans plant plants
        practise practises put puts refer refers register registers report reports return returns rotate rotates
        seek seeks sell sells send sends share shares speak speaks start starts stay stays stop stops take takes
        talk talks teach teaches test tests treat treats tries try use uses visit visits vote votes wash washes
        wear wears work works write writes"""
    ),
    doing=split(
        """coached conducted conducts coordinated coordinates delivered delivers developed develops distributed
        distributes established establishes facilitated facilitates financed funded funds helped hosted hosts
        implemented implements launched launches lobbied mentored mentors organised organises organized organizes
        produced produces promoted promotes provided provides published ran runs sensitised strengthened
        strengthens supported supports surveyed trained trains"""
    ),
    before_doing=split("also has have successfully will"),
    articles=split("a an our the"),
    moves=split(
        """cut decline declined declines decrease decreased decreases down drop dropped drops fall fallen falls
        fell grew grow grown grows improve improved improves increase increased increases lower lowered reduce
        reduced reduces rise risen rises shrink shrinks shrunk up"""
    ),
    moves_by="by",
    percent=("%", "percent", "per cent", "percentage points"),
    endings=("ing", "ies", "ed", "es", "s"),
)
