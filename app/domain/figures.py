"""Figures as offices print them: percentages to two decimals with a comma, nothing over nothing as a dash."""

from decimal import ROUND_HALF_UP, Decimal

NO_FIGURE = "-"
"""What stands where a percentage has an empty denominator."""
_CENT = Decimal("0.01")


def percent_text(part: int, whole: int) -> str:
    """``part`` of ``whole`` in percent, "22,45%"; "-" where ``whole`` is 0, never 0 or 100."""
    if whole == 0:
        return NO_FIGURE
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(_CENT, ROUND_HALF_UP)
    return f"{share}%".replace(".", ",")
