"""The texts that a new plan can begin with, as data in ``resources/templates/texts``."""

import json
from functools import cache
from typing import Any

from app.domain.body import Body, BodyParagraph, BodyPart, BodyTable, Run
from app.domain.body_text import level_of
from app.domain.plan_skeleton import Skeleton
from app.domain.text import nfc
from app.paths import RESOURCES

USUAL = "ke-hoach"
"""The file of the text that a new plan gets."""
DECISION = "quyet-dinh"
"""The file of the decision that issues a plan."""
_LINES = ("heading", "plan_heading", "bases", "recipients", "signer_titles", "to_read")


@cache
def read_skeleton(key: str = USUAL) -> Skeleton:
    """The text ``key``, a file's name without its ending."""
    file = RESOURCES / "templates" / "texts" / f"{key}.json"
    content = json.loads(nfc(file.read_text(encoding="utf-8")))
    lines = {name: tuple(content.get(name, ())) for name in _LINES}
    body = Body(
        parts=tuple(_part(one) for one in content.get("parts", ())),
        decision=tuple(_part(one) for one in content.get("decision", ())),
        heading=lines["heading"],
        plan_heading=lines["plan_heading"],
        bases=lines["bases"],
        recipients=lines["recipients"],
        signer_titles=lines["signer_titles"],
        to_read=lines["to_read"],
    )
    return Skeleton(key, content["title"], body)


def _part(content: Any) -> BodyPart:  # noqa: ANN401 - JSON values have no type of their own
    if isinstance(content, str):
        return _paragraph(content, False)
    if "table" in content:
        return BodyTable(tuple(map(tuple, content["table"])), 1)
    return _paragraph(content["to_read"], True)


def _paragraph(words: str, to_read: bool) -> BodyParagraph:
    return BodyParagraph((Run(words),), level_of(words), to_read)
