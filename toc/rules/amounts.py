"""Amounts as people write them, as the rules know them; they stand with the logic because reports ask for them too."""

from toc.logic.amounts import Amount, amount, numbers, surely_less, unit_named

__all__ = ["Amount", "amount", "numbers", "surely_less", "unit_named"]
