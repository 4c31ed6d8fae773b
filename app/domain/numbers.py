"""Numbers as a Vietnamese reader sees them."""


def whole_text(number: int) -> str:
    """``number`` with its thousands parted by dots: 20.000."""
    return f"{number:,}".replace(",", ".")
