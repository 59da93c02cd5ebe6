"""Abbreviations that everybody knows in French, and words that sound like more than they say."""

from toc.rules.words import Terms, split

TERMS = Terms(
    known=split(
        """ADN BD CD CDD CDI CV DJ DVD EDF EU FM FR GPS HLM ID ISO IVG LED MP OCDE OK OMS ONG ONU OTAN PC PDF PDG
        PIB PME QR RDC RER RN SAMU SIDA SIM SMS SNCF SOS TGV TNT TV TVA UE UNESCO UNICEF US USA USB VIH VIP VTT WC
        WIFI"""
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
