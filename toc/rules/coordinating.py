"""Who keeps a partnership going: the words by which groups call it, and whom they named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from toc.logic import listed

if TYPE_CHECKING:
    from toc.model import Element, Theory

# Patterns over several scripts are dear to make, and so are made when the first role is looked at.
_BACKBONE = r"backbone|co-?ordina|secretar|secrétar|convenor|convener|convoca|animat|pilotage|تنسيق|منسق|أمانة"
_HELPING = r"facilit|broker|moderat|médiat|ميسر|تيسير"

LANGUAGES_KNOWN = frozenset({"en", "fr", "es", "ar"})
"""The languages in which the words for it are known here."""


def is_backbone(partner: Element) -> bool:
    """Say whether the role of a partner is to keep the partnership going."""
    return bool(re.search(_BACKBONE, (partner.get("role") or "").casefold()))


def is_helping(partner: Element) -> bool:
    """Say whether the role of a partner is to help the others work together, as a backbone or a facilitator."""
    return is_backbone(partner) or bool(re.search(_HELPING, (partner.get("role") or "").casefold()))


def backbones(theory: Theory) -> tuple[Element, ...]:
    """Give the partners who keep the partnership going, by their role or as the agreement names them."""
    named = {name for agreement in theory.of_kind("agreement") for name in listed(agreement.get("backbone") or "")}
    return tuple([one for one in theory.of_kind("partner") if is_backbone(one) or one.id in named])


def somebody_coordinates(theory: Theory) -> bool:
    """Say whether a partner, a person or a rota keeps it going, or a role that cannot be read here may say so."""
    if backbones(theory) or any(one.get("backbone") for one in theory.of_kind("agreement")):
        return True
    language = (theory.language or "en").strip().casefold()[:2]
    roles = [one for one in theory.of_kind("partner") if one.get("role")]
    return any(is_helping(one) for one in roles) or bool(roles and language not in LANGUAGES_KNOWN)
