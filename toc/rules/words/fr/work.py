"""How work is told in French."""

from toc.rules.words import Link, Words, split

_PEOPLE = split(
    """adolescentes adolescents agents agriculteurs agricultrices aidants animateurs animatrices apprenants
    bénéficiaires bénévoles citoyennes citoyens élèves élus employés encadrants enfants enseignantes enseignants
    entrepreneurs étudiants familles femmes filles formateurs garçons habitantes habitants hommes infirmières
    infirmiers jeunes locataires médecins membres ménages mères parents participantes participants patients
    paysannes paysans pères personnes producteurs productrices professeurs réfugiés relais responsables soignants
    stagiaires travailleurs usagers volontaires"""
)
_EVENTS = split(
    """assemblée assemblées atelier ateliers campagne campagnes colloque colloques conférence conférences festival
    festivals foires formation formations forum forums séance séances séminaire séminaires stage stages webinaire
    webinaires"""
)
_THINGS = split(
    """affiche affiches bons brochure brochures bulletin bulletins dépliant dépliants guide guides kit kits livres
    livret livrets manuel manuels matériel moustiquaires plants prospectus rapport rapports semences supports
    trousses"""
)
_PLACES_TO_GO = split("chemin chemins escalier porte portes route routes rue rues sentier sentiers voie")

WORDS = Words(
    skipped=split("le la les l des de d une un nos notre nous"),
    determiners=split(
        """cent chaque cinq d de des deux dix douze du l la le les leur leurs nos notre plusieurs quatre tous
        toutes trois un une vingt"""
    ),
    prepositions=split("""à après au aux avant avec chez d dans de depuis des du en entre et lors par pour sur"""),
    verbs=split(
        """accompagner acheter animer appuyer conseiller construire créer développer diffuser dispenser distribuer
        élaborer embaucher enseigner équiper former fournir imprimer informer installer interroger lancer mener
        organiser plaider planter produire promouvoir publier réaliser recruter rédiger sensibiliser soutenir"""
    )
    | {"conduire une", "mettre en place", "mettre en œuvre", "mettre en oeuvre", "tenir des", "tenir une", "tenir un"}
    | {"création d", "création de", "mise en place", "mise en œuvre", "organisation d", "organisation de"}
    | {"distribution de", "élaboration d", "élaboration de", "production de", "réalisation d", "réalisation de"},
    object_verbs=frozenset(),
    noun_verbs=frozenset(),
    goal_verbs=split("accompagner construire créer développer enseigner équiper fournir informer promouvoir soutenir"),
    people=_PEOPLE,
    events=_EVENTS,
    gatherings=split(
        """enquête enquêtes plaidoyer recherche recherches rencontre rencontres réunion réunions sensibilisation
        visite visites"""
    ),
    things=_THINGS,
    done=(
        (split("animés animées dispensées dispensés organisées organisés réalisées réalisés tenues tenus"), _EVENTS),
        (
            split(
                """accompagnées accompagnés atteintes atteints formées formés recrutés sensibilisées sensibilisés
                touchées touchés"""
            ),
            _PEOPLE,
        ),
        (
            split(
                """diffusées diffusés distribuées distribués élaborés imprimées imprimés produits publiées
                publiés"""
            ),
            _THINGS,
        ),
        (
            split("accordées accordés attribuées attribués octroyées octroyés versées versés"),
            split("aides bourses prêts prix subventions"),
        ),
    ),
    change=split(
        """a accès accessible accessibles adoptent ai amélioration améliore améliorée assez attire attirent
        augmentation augmente augmentent aussi baisse baissent change changement changent connaissent coûte coûtent
        diminue diminuent disponible disponibles dure durent est été font gagnent gratuit gratuite gratuits hausse
        meilleur meilleure meilleurs mieux moins montent ne ont ouvert ouverte ouverts peut peuvent plus porte
        portent possible prend prennent progresse progressent recule réduction réduite reste restent réussissent s
        sait sans savent se sent sentent sert servent sont suivent sûr sûre sûrs trouvent utilisent va vit vivent
        vont"""
    ),
    joining=(
        Link("afin de"),
        Link("afin d"),
        Link("afin que"),
        Link("afin qu"),
        Link("pour que"),
        Link("pour qu"),
        Link("de sorte que"),
        Link("de sorte qu"),
        Link("de façon à"),
        Link("de manière à"),
        Link("en vue de"),
        Link("en vue d"),
        Link("dans le but de"),
        Link("dans le but d"),
        Link("ce qui permet"),
        Link("ce qui permettra"),
        Link("ce qui entraîne"),
        Link("menant à", not_after=_PLACES_TO_GO),
        Link("conduisant à", not_after=_PLACES_TO_GO),
        Link("permettant", comma=True),
        Link("entraînant", comma=True),
    ),
    head_comes_first=True,
)
