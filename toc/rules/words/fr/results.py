"""How changes are told in French."""

from toc.rules.words import Means, Results, split

from .work import WORDS

_DETERMINERS = split("l la le les des du un une leur leurs son sa ses nos notre ces cette ce plusieurs")
_GOING_THROUGH = split(
    """aller allés arrive arrivent commence commencent coule coulent entre entrent finissent finit passe passent
    passer passés sort sortent va voit vont voyage voyagent"""
)
_PLACES = split(
    """administration bus but eau est fenêtre force foule froid gare main mains mauvais mer moitié nord nuit océan
    ouest passé pluie poste route routes rue saison station sud suite temps train vent village ville voie"""
)
_BY_THEMSELVES = split("eux elles lui elle nous soi vous")
_LEARNING = split("apprend apprenant apprenne apprennent apprendre grandir grandissent tout vivant")
_NO_WORK = split(
    """allant amont argent avant cependant chant couchant courant croissant devant enfant instant levant maintenant
    montant pendant restant tant"""
)

RESULTS = Results(
    verbs=split(
        """a adoptent ai améliore améliorent apprend apprennent arrive arrivent augmente augmentent avance avancent
        baisse baissent boivent cesse cessent change changent comprend comprennent connaissent connaît consomment
        coûte coûtent cuisinent décident deviennent devient diminue diminuent disparaissent disparaît disposent
        dorment dort double doublent dure durent est étaient était éteignent fait ferment font gagne gagnent garde
        gardent grandissent grandit lisent lit mange mangent monte montent obtiennent obtient ont osent ouvre
        ouvrent paient parlent partagent passent paye perd perdent peut peuvent porte portent prend prennent
        progresse progressent quitte quittent reçoit reçoivent recule reculent respectent respirent reste restent
        retiennent retient réussissent reviennent revient sait savent sert servent sont suit suivent survit
        survivent tiennent tient travaille travaillent trouve trouvent utilise utilisent va viennent vient vit
        vivent voient voit vont"""
    ),
    verb_endings=tuple(f"{letter}ent" for letter in "abcdefghijklnopqrstuvwxyzéèêîûïç"),
    no_verbs=split(
        """absent accent accident adolescent agent apparent argent cent client cohérent compétent content continent
        convalescent différent efficient émergent équivalent évident excellent fréquent imminent impertinent
        incident innocent intelligent intermittent latent lent occident orient parent patient permanent pertinent
        précédent présent président prudent récent régent résident résilient serpent souvent talent torrent
        transparent urgent vent violent"""
    ),
    nouns_too=frozenset(),
    states=split(
        """abordable abordables accessible accessibles accru accrue amélioré améliorée améliorées améliorés apaisé
        aucun aucune autonome autonomes bon bonne bons calme chaud chauds claire décent décente décents digne
        durable égal égale égaux équitable équitables fiable fiables formé formée formés gratuit gratuite gratuites
        gratuits juste justes libre libres meilleur meilleure meilleures meilleurs mieux moins ouvert ouverte
        ouverts plus premier propre propres réduit réduite réduits renforcé renforcée s sain saine sains sans se
        sec solide solides stable stables sûr sûre sûres sûrs vivant vivante zéro"""
    ),
    clause=split("qui que qu dont où quand lorsque si comment pourquoi quoi comme car parce"),
    not_before_verbs=_DETERMINERS
    | split("à au aux avec chez d dans de des du en par pour sans sur entre et moins plus pas tout toute très"),
    before_infinitives=split("à d de pour"),
    infinitive_endings=("er", "ir", "oir", "re"),
    joining=("et", "ainsi que", ";"),
    changes=split("moins"),
    more=split("meilleur meilleure meilleurs meilleures plus"),
    of_goods=frozenset(),
    changes_of=split(
        "accroissement amélioration améliorations augmentation baisse diminution hausse progression recul réduction"
    ),
    of=split("d de des du"),
    changed=split(
        """accru accrue accrues améliorée améliorées améliorés diminuée élargi élargie plus réduit réduite réduites
        réduits renforcée renforcées renforcés"""
    ),
    imperatives=split(
        """accélérer accroître aider améliorer assurer atténuer augmenter autonomiser combattre contribuer
        coordonner diminuer diversifier éliminer encourager éradiquer faciliter favoriser garantir intégrer lutter
        maintenir maximiser mobiliser optimiser pérenniser permettre préserver prévenir protéger réduire rendre
        renforcer restaurer valoriser"""
    ),
    maybe_imperatives=frozenset(),
    means=(
        Means("grâce à"),
        Means("grâce au"),
        Means("grâce aux"),
        Means("à l aide de"),
        Means("à l aide d"),
        Means("à l aide des"),
        Means("à l aide du"),
        Means("au moyen de"),
        Means("au moyen d"),
        Means("au moyen des"),
        Means("au moyen du"),
        Means("par le biais de"),
        Means("par le biais d"),
        Means("par le biais des"),
        Means("par le biais du"),
        Means("par l intermédiaire de"),
        Means("par l intermédiaire d"),
        Means("par l intermédiaire des"),
        Means("par l intermédiaire du"),
        Means("à travers", _GOING_THROUGH, only_before=_DETERMINERS, nouns=("tion", "sion", "ment", "age", "ateliers")),
        Means(
            "via",
            _GOING_THROUGH,
            not_with=split(
                """application autoroute internet mobile pont radio réseau route routes site sms téléphone vidéo"""
            ),
        ),
        Means("en", _LEARNING, not_before=_NO_WORK, ending="ant"),
        Means(
            "par",
            _GOING_THROUGH,
            (
                "é",
                "ée",
                "és",
                "ées",
                "i",
                "ie",
                "is",
                "ies",
                "u",
                "ue",
                "us",
                "ues",
                "ert",
                "erts",
                "erte",
                "ertes",
                "it",
            ),
            not_before=_BY_THEMSELVES,
            only_before=_DETERMINERS,
            nouns=("tion", "sion", "ment", "age", "ouilles", "sport", "ateliers", "campagnes"),
        ),
    ),
    small=split("à au aux d dans de des du en et l la le les par pour sur un une"),
    labels=split(
        """accueil agricoles agriculture aide alimentaire appui artistique capacités climat climatique commerce
        compétences connaissances couverture culture démocratie droit droits eau école écoles économie économique
        économiques égalité emploi emplois énergie environnement équité financement foncier forêts formation genre
        gouvernance hygiène information infrastructures insertion jeunesse justice leadership lecture locataires
        logement logements marchés maternelle mentale nutrition paix pauvreté politique potable prévention
        professionnelle publique ressources revenus santé sécurité services social sociale sociales sols tourisme
        transport transports travail violence violences"""
    ),
    label_endings=(
        "tion",
        "sion",
        "ité",
        "ance",
        "ence",
        "isme",
        "ement",
        "ique",
        "iques",
        "aire",
        "aires",
        "elle",
        "ale",
        "ales",
    ),
    quantities=split(
        """bruit chômage confiance consommation coûts couverture décès dépenses dettes émissions factures fierté
        fuites loyers mortalité nombre notes pertes prix rendements revenus taux usage utilisation ventes"""
    ),
    people=WORDS.people
    | split(
        """adolescent adulte adultes aînés amis anciens apprenti apprentis artistes bébés chacun chacune chômeurs
        citadins citoyen client clients collégiens comités communautés conducteurs consommateurs coopératives
        couples danseurs décideurs détenus élève éleveurs elles enfant enseignant entreprises equipes équipes
        étudiantes famille femme fille foyer foyers garçon gens gouvernement groupes habitant homme hommes humains
        ils institutions jeune juges lycéennes lycéens mairie malades migrants monde musiciens nourrissons nouveau
        nouveaux on ouvrières ouvriers parents partenaires passagers patients pauvres paysan paysanne paysannes
        pêcheurs personne peuple police policières policiers population populations proches propriétaires public
        publics quiconque salariés sourds spectateurs survivantes touristes tous toutes tribunaux usagères vendeurs
        vendeuses veufs veuves victimes vieux villageois villageoises villages visiteurs voisines voisins"""
    ),
    no_people=split(
        """affluents ascenseurs bâtiments capteurs chantiers chênes couleurs courants croissants dossiers fleurs
        frontières glaciers heures indicateurs lumières machines manières matières meilleurs métiers moteurs
        ordinateurs papiers peurs plusieurs poussières premières premiers prières quartiers restaurants rivières
        sentiers tracteurs valeurs vapeurs"""
    ),
    people_endings=("eurs", "euses", "iers", "ières", "istes", "iens", "iennes", "ants", "antes", "trices"),
    knowing=split(
        """capables compétences comprend comprennent confiance connaissances connaissent connaît conscient
        consciente conscientes conscients informé informée informées informés maîtrisent peuvent sait savent
        savoir"""
    ),
    practice=split(
        """achètent adoptent appellent appliquent apportent boivent changent choisissent consultent cultivent
        décident déclarent demandent donnent envoient font gardent inscrivent investissent laissent lavent mangent
        paient partagent participent plantent portent pratiquent prennent quittent recyclent respectent signalent
        suivent trient utilisent vaccinent vendent viennent votent"""
    ),
    habits=split(
        """achètent adoptent appliquent choisissent compostent consultent cuisinent déclarent inscrivent lavent
        participent portent pratiquent recyclent signalent trient utilise utilisent vaccinent votent"""
    ),
    doing=split(
        """accompagne accompagné accompagnent anime animé animent appuie appuient appuyé coordonne coordonné
        dispense dispensé distribue distribué distribuent élabore élaboré finance financé financent forme formé
        forment fourni fournissent fournit lance lancé lancent mené mène mènent organise organisé organisent
        produit publie publié réalise réalisé réalisent recrute recruté sensibilise sensibilisé sensibilisent
        soutenu soutiennent soutient"""
    ),
    before_doing=split("a ont aura va vont également aussi"),
    articles=split("l la le les notre nos"),
    moves=split(
        """augmente augmenté augmentent baisse baissé baissent croissent croît diminue diminué diminuent grandit
        monte monté montent progresse progressent recule reculé reculent réduit réduites réduits"""
    ),
    moves_by="de",
    percent=("%", "pour cent", "pourcent", "points"),
    endings=("ées", "ée", "és", "es", "e", "s", "x"),
)
