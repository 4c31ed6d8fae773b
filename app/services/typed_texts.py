"""What is being typed into a plan's text or a report and not stored yet, kept so that a power cut does not lose it.

It is no step: nothing of it can be undone, and the log says nothing of it.
"""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from app.domain.access import Right, may
from app.domain.body import BodyPart
from app.domain.plain import from_plain, to_plain
from app.ports import Work
from app.services.access import needs


class TypedIn(StrEnum):
    """What kind of document is typed into."""

    PLAN = "plan"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class TypedText:
    """The words of one ``section`` (its key within the document) as they stand in the editor."""

    section: str
    parts: tuple[BodyPart, ...]


@needs(Right.WHOLE)
def keep_typed(work: Work, kind: TypedIn, document: int, typed: TypedText) -> None:
    """Keep what is being typed into the plan or report with this id, in place of what was kept of it before."""
    work.save_setting(_name(kind, document), json.dumps(to_plain(typed), ensure_ascii=False))


@needs(Right.WHOLE)
def store_typed(work: Work, kind: TypedIn, document: int, store: Callable[[Work], object]) -> None:
    """Do what stores the text, and forget what was kept of it: both, or neither where it is refused."""
    store(work)
    if work.get_setting(_name(kind, document)):
        work.save_setting(_name(kind, document), "")


@needs(Right.READ)
def typed_before(work: Work, kind: TypedIn, document: int) -> TypedText | None:
    """What was typed into this document and never stored; None where there is none, or for those who may not store
    it."""
    kept = work.get_setting(_name(kind, document))
    if kept and may(work.actor, Right.WHOLE):
        with suppress(KeyError, TypeError, ValueError):
            return from_plain(TypedText, json.loads(kept))
    return None


def _name(kind: TypedIn, document: int) -> str:
    return f"typed_{kind}_{document}"
