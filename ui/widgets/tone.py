"""How a state is drawn."""

from typing import NamedTuple


class Tone(NamedTuple):
    """How a state is drawn: letters and border, ground, and a sign, so that colour is never alone."""

    colour: str
    ground: str
    icon: str
