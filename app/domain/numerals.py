"""Roman numerals, as sections and quarters are counted with."""

_STEPS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """``number`` (1 or more) in Roman numerals."""
    letters = ""
    for worth, sign in _STEPS:
        letters += sign * (number // worth)
        number %= worth
    return letters
