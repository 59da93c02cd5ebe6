"""How changes are told in English."""

from toc.rules.words import Means, Results, split

from .work import WORDS

_BEING = split("am are be been being is was were")
_GOING_THROUGH = split(
    """all bought break breaks breathe breathed breathes buy carried come comes communicate cross delivered
    distributed drive drives flow flowing flows get gets go goes going half hear hears listen listens live lived
    lives look looks move moves moving offered pass passed passes passing read reads right run running runs see
    seen sell sells sit sits sleep sleeps slept sold speak speaks travel travels walk walked walking walks wander
    wanders way ways went"""
)
_TIMES_AND_PLACES = split(
    """adolescence adulthood adversity april august autumn border borders caves checkpoints childbirth
        childhood college crises crisis customs day days december difficult dust every february fire flood floods
        forest forests friday gates glass hard heat january july june labour lean life march mask masks may monday
        mud night nights november october old only pain pregnancy primary puberty school schools secondary
        september snow spring storms summer sunday teenage their time town traffic university villages walls war
        water winter working year years"""
)
_PLACE_BEHIND = (WORDS.determiners - split("monthly more new weekly")) | _TIMES_AND_PLACES
_NO_WORK = split(
    """beijing being boeing building ceiling clothing coming earring evening everything farming fishing herring
    housing king leasing meeting meetings mining morning nothing offspring opening passing planning reading roofing
    shipping sibling something spring string thing trading training wedding wing"""
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
        """accept accepts adopt adopts afford affords applies apply arrive arrives ask asks attend attends become
        becomes begin begins bring brings build builds buy buys can carries carry change changes choose chooses
        close closes come comes cost costs could cover covers cut cuts decide decides decline declines decrease
        decreases disappear disappears double doubles drink drinks drive drives drop drops earn earns eat eats end
        ends enjoy enjoys fall falls feel feels find finds finish finishes gain gains get gets give gives go goes
        grow grows halve halves has have hear hears help helps hire hires hold holds improve improves increase
        increases join joins keep keeps know knows last lasts learn learns leave leaves listen listens lose loses
        lower make makes meet meets need needs open opens own owns pay pays play plays raise raises reach reaches
        read reads receive receives recover recovers reduce reduces remain remains report reports respect respects
        return returns rise rises save saves sell sells send sends share shares show shows shrink shrinks sign
        signs sing sings sit sits sleep sleeps speak speaks spend spends stand stands start starts stay stays stop
        stops support supports survive survives take takes talk talks teach teaches treat treats trust trusts turn
        turns understand understands use uses visit visits vote votes wait waits walk walks want wants wear wears
        win wins work works write writes"""
    ),
    verb_endings=(),
    no_verbs=frozenset(),
    nouns_too=split(
        """build cause change close cost cover cut decline decrease double drink drive drop end fall gain help hire
        increase lead need open pay play report rise share sign sleep spend stand start stop support treat trust
        turn use visit vote walk work"""
    ),
    states=split(
        """able accessible affordable alive aware better brighter busier calm cheaper clean cleaner clear close
        closer cool cosier decent deeper diverse dry earlier easier empowered enough equal fair fairer faster fewer
        free friendlier full fuller good greener growing happier happy healthier healthy higher improved improving
        increased informed joint just kinder larger less lighter liveable longer louder lower more no open poorer
        quiet quieter ready recovering reduced resilient richer rising rotating safe safer secure shorter shrinking
        skilled slower smaller sober stable strengthened strong stronger taller thriving trusted visible warm
        warmer welcome well zero"""
    ),
    clause=split("how if that what when where which while who whom whose why whether until as because"),
    not_before_verbs=WORDS.determiners
    | WORDS.prepositions
    | split(
        """better fewer good her his into its less more no not or our own social than that this to which who whose
        without your"""
    ),
    before_infinitives=split("to"),
    infinitive_endings=("",),
    joining=("and", "as well as", ";"),
    changes=split(
        """cleaner decreased diminished enhanced expanded fewer greater happier healthier heightened improved
        increased lowered raised reduced rising safer strengthened warmer widened"""
    ),
    more=split("better deeper higher less lower more stronger wider"),
    of_goods=split("""cleaner enhanced expanded improved raised reduced safer strengthened warmer widened"""),
    changes_of=split("decline decrease drop fall increase improvement improvements reduction rise"),
    of=split("in of"),
    changed=frozenset(),
    imperatives=split(
        """accelerate achieve alleviate boost combat contribute coordinate diversify eliminate empower enable
        encourage end enhance ensure eradicate fight foster guarantee improve leverage mainstream maintain make
        maximise maximize minimise minimize mitigate mobilise mobilize optimise optimize preserve prevent reduce
        safeguard strengthen sustain tackle"""
    ),
    maybe_imperatives=split("address cut decrease grow increase protect raise reach restore scale"),
    means=(
        Means(
            "through",
            _GOING_THROUGH,
            not_before=(WORDS.determiners - split("monthly more new weekly")) | _TIMES_AND_PLACES,
        ),
        Means(
            "via",
            split(
                """apply back call calls come comes communicate flies fly go goes home learn money paid pass passes
                pay pays receive receives sell sells send sends sent sold travel travels work"""
            ),
            not_with=split(
                """app apps bridge bridges cable email gate gates internet line lines machines mobile phone phones
                port radio road roads route routes satellite sms station stations street streets text video
                website"""
            ),
        ),
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
            not_with=split("app apps card cards form forms phone phones tablet tablets"),
            verb_first=True,
        ),
        Means("by", _DONE_BY, ("ed",), _WORKED_ON, not_before=_NO_WORK, ending="ing"),
    ),
    small=split("a an and for in of on the to with"),
    labels=split(
        """access accountability advice agriculture areas biodiversity campaigns capacity care centers centres
        clubs coverage culture data demand democracy diversity economy energy environment equity evidence finance
        food football forests funding gender governance groups growth health healthcare heritage hours housing
        hygiene income incomes infrastructure innovation jobs justice knowledge law leadership levels literacy
        livelihood livelihoods management markets networks nutrition order participation peace places plans
        policies policy poverty power practice practices prevention privacy productivity programmes programs
        projects quality reefs reserves resilience resources rights rules safety sanitation security services
        sharing skills solidarity sovereignty spaces standards stories sustainability systems technology tourism
        training trust violence welfare wellbeing work youth"""
    ),
    label_endings=("ness", "ment", "tion", "sion", "ity", "ance", "ence", "ship", "ism", "acy"),
    quantities=split(
        """arrears attendance bills cases costs cover crime crimes deaths debt debts emissions incomes infections
        injuries interest losses marks number numbers prices pride prosperity rates rents sales trust use wages
        waste yields"""
    ),
    people=(WORDS.people - {"health"})
    | split(
        """adult adults all anybody anyone apprentices artists athlete athletes audiences babies boy brothers
        businesses carer child citizen communities community companies consumers cooperatives councillors councils
        couples customers deaf detainees driver drivers employee everybody everyone factories family farmer fathers
        firms fisher fishers folk friends gangs girl governments graduates herders homeless hospital hospitals
        household humankind immigrants infants inmates institutions judges kids landlords learner locals man
        migrants minorities mother mums nations neighbour newborn newborns newcomers nobody none nurse parent
        partners passengers patient peasants pensioners person police poor prisoners public pupil recruits resident
        schools shops sisters somebody someone student survivors teacher teenagers tenant they those toddlers
        tribes user veterans victims visitors voter voters who whoever widows wives woman worker young"""
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
    habits=split(
        """adopt adopts applies apply attend attends breastfeed buy buys choose chooses compost consult consults
        cook cooks join joins practise practises recycle recycles refer refers register registers report reports
        rotate rotates seek test tests use uses vaccinate visit visits vote votes wash washes wear wears"""
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
