"""Abbreviations that everybody knows in English, and words that sound like more than they say."""

from toc.rules.words import Terms, split

TERMS = Terms(
    known=split(
        """AD AI AIDS AM ATM BBC BC CCTV CD CEO CO COVID CV DIY DJ DNA DVD EU EV FAQ FIFA FM GDP GP GPS HIV HQ HR
        ID IQ IT LED LGBT LGBTI LGBTQ MBA MP MPS MSC NATO NGO NHS OECD OK PA PC PDF PHD PIN PM PPE PR QR RSVP SIM
        SMS SOS SPF TB TV UFO UK UN UNESCO UNHCR UNICEF US USA USB VAT VIP WC WHO WI WIFI WWF ZIP"""
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
