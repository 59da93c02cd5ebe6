"""Abbreviations that everybody knows in English, and words that sound like more than they say."""

from toc.rules.words import Terms, split

TERMS = Terms(
    known=split(
        """AIDS AM ATM BBC CD CEO CO COVID CV DIY DJ DNA DVD EU FAQ FM GDP GP GPS HIV ID IQ IT LED MBA MP MPS MSC
        NATO NGO NHS OECD OK PA PC PDF PHD PIN PM PR QR RSVP SIM SMS SOS TB TV UK UN UNESCO UNHCR UNICEF US USA USB
        VAT VIP WC WHO WIFI WWF ZIP"""
    ),
    vague=(
        "best practice",
        "best practices",
        "buy-in",
        "capacity building",
        "capacity of",
        "empower*",
        "enabling environment",
        "holistic*",
        "impactful",
        "innovative",
        "leverag*",
        "mainstream*",
        "optimis*",
        "paradigm",
        "robust",
        "scalable",
        "sensitis*",
        "stakeholders",
        "strengthen capacity",
        "synerg*",
    ),
)
