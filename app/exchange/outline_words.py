"""What stands in an outline's file in words that a person can change: places in sentences, and what is offered."""

import re
from string import Formatter

from app.documents.report_offers import OFFERS
from app.domain.errors import Refused
from app.domain.text import fold
from app.texts import text

_PLACES = ("period", "next", "office", "title", "NEXT")
_BRACES = re.compile(r"\{([^{}]*)\}")


def shown_places(template: str) -> str:
    """A sentence of an outline with its places in words: "{kỳ}" for "{period}"."""
    for place in _PLACES:
        template = template.replace(f"{{{place}}}", f"{{{_place(place)}}}")
    return template


def read_places(words: str) -> str:
    """The sentence that ``shown_places`` shows as ``words``. Raises Refused for a place that there is not."""
    named = {_place(place): place for place in _PLACES}
    found = _BRACES.sub(lambda match: f"{{{named.get(match[1].strip(), match[1])}}}", words)
    check_places(found)
    return found


def check_places(template: str) -> None:
    """Raises Refused where a sentence of an outline has a place that nothing fills."""
    known = ", ".join(f"{{{_place(place)}}}" for place in _PLACES)
    try:
        parts = list(Formatter().parse(template))
    except ValueError as error:
        raise Refused("kits.place_unknown", words=template, known=known) from error
    for _, name, form, conversion in parts:
        if name is not None and (name not in _PLACES or form or conversion):
            raise Refused("kits.place_unknown", words=template, known=known)


def _place(name: str) -> str:
    """ "NEXT" is the same as "next", in capitals."""
    return text("kits.place_next").upper() if name == "NEXT" else text(f"kits.place_{name}")


def offer_words(offer: str) -> str:
    """What an offer takes from the register."""
    return text(f"kits.offer_{offer}")


def read_offers(words: str) -> tuple[str, ...]:
    """The offers named in ``words``, one a line. Raises Refused for one that there is not."""
    named = {fold(offer_words(offer)): offer for offer in OFFERS}
    lines = [line.strip(" -;.") for line in re.split(r"[\n;]", words) if line.strip(" -;.")]
    for line in lines:
        if fold(line) not in named:
            raise Refused("kits.offer_unknown", words=line)
    return tuple(named[fold(line)] for line in lines)
