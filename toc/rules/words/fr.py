"""French."""

from . import Link, Words, split

_PEOPLE = split(
    """adolescents adolescentes agents agricultrices agriculteurs aidants animateurs animatrices apprenants
    bénéficiaires bénévoles citoyens citoyennes élèves élus employés encadrants enfants enseignants enseignantes
    entrepreneurs étudiants familles femmes filles formateurs garçons habitants habitantes hommes infirmières
    infirmiers jeunes locataires médecins membres ménages mères parents participants participantes patients paysans
    paysannes personnes pères producteurs productrices professeurs réfugiés relais responsables soignants stagiaires
    travailleurs usagers volontaires"""
)
_EVENTS = split(
    """assemblée assemblées atelier ateliers campagne campagnes colloque colloques conférence conférences formation
    formations forum forums foires séance séances séminaire séminaires stage stages webinaire webinaires"""
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
        """un une des les le la l d du de nos notre leurs leur chaque deux trois quatre cinq dix douze vingt cent
        plusieurs toutes tous"""
    ),
    prepositions=split("à au aux avec chez d dans de des du en et lors par pour sur"),
    verbs=split(
        """accompagner acheter animer appuyer construire créer développer diffuser dispenser distribuer élaborer
        embaucher enseigner équiper fournir former imprimer informer installer lancer mener organiser planter plaider
        produire promouvoir publier réaliser recruter rédiger sensibiliser soutenir"""
    )
    | {"conduire une", "mettre en place", "mettre en œuvre", "mettre en oeuvre", "tenir des", "tenir une", "tenir un"},
    object_verbs=frozenset(),
    noun_verbs=frozenset(),
    goal_verbs=split("accompagner construire créer développer enseigner équiper fournir informer promouvoir soutenir"),
    people=_PEOPLE,
    events=_EVENTS,
    gatherings=split("rencontre rencontres réunion réunions visite visites"),
    things=_THINGS,
    done=(
        (split("animés animées dispensées dispensés organisées organisés réalisées réalisés tenues tenus"), _EVENTS),
        (
            split(
                """accompagnés accompagnées atteintes atteints formées formés recrutés sensibilisées sensibilisés
                touchées touchés"""
            ),
            _PEOPLE,
        ),
        (
            split(
                """diffusés diffusées distribuées distribués élaborés imprimées imprimés produits publiées
                publiés"""
            ),
            _THINGS,
        ),
    ),
    change=split(
        """a accessible accessibles accès adoptent ai améliore améliorée amélioration assez attire attirent augmente
        augmentent augmentation aussi baisse baissent change changent changement connaissent coûte coûtent diminue
        diminuent disponible disponibles dure durent est été font gagnent gratuit gratuite gratuits hausse meilleur
        meilleure meilleurs mieux moins montent ne ouvert ouverte ouverts ont peut peuvent plus porte portent
        possible prennent prend progresse progressent recule réduction réduite réussissent reste restent sait sans
        savent se sent sentent sert servent s sont suivent sûr sûre sûrs trouvent utilisent vit vivent va vont"""
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
