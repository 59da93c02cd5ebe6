"""Abbreviations that everybody knows in French, and words that sound like more than they say."""

from toc.rules.words import Terms, split

TERMS = Terms(
    known=split(
        """ADN BAC BD BTS CAF CAP CD CDD CDI CHU CV DJ DVD EDF EHPAD EU FM FR GPS HLM IA ID ISO IVG LED LGBT LGBTI
        MP OCDE OK OMS ONG ONU OTAN PC PDF PDG PIB PME PMI QR RDC RER RH RN RSA SA SAMU SARL SDF SIDA SIM SMIC SMS
        SNCF SOS TGV TNT TV TVA UE UNESCO UNICEF US USA USB VIH VIP VTT WC WIFI"""
    ),
    vague=(
        "autonomis*",
        "bonne pratique",
        "bonnes pratiques",
        "changement de paradigme",
        "effet de levier",
        "environnement favorable",
        "environnement propice",
        "holistique*",
        "innovant*",
        "mutualis*",
        "optimis*",
        "parties prenantes",
        "pérennis*",
        "renforcement des capacités",
        "renforcer les capacités",
        "résilien*",
        "robuste*",
        "synergie*",
        "transversal*",
    ),
)
