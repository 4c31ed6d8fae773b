"""The one model that every appendix layout lives in."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

Cell = str | None
"""NFC text with lines separated by "\\n"; "" is an empty cell, None a cell merged with the cell above it."""
YEARS = range(1945, 2200)
"""The years that a plan can be of; any other is a slip."""


class Role(StrEnum):
    """What a column means, whatever its heading says. Values are those of the plan format ``cchc-plan/1``."""

    ORDINAL = "ordinal"
    OBJECTIVE = "objective"
    TASK = "task"
    ACTIVITY = "activity"
    PRODUCT = "product"
    LEAD = "lead"
    COORDINATION = "coordination"
    DEADLINE = "deadline"
    BUDGET = "budget"
    NOTE = "note"
    OTHER = "other"


class RowKind(StrEnum):
    """A section heading over the whole width, or an item with one cell per column."""

    SECTION = "section"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an appendix, in the document's own order and wording.

    ``width`` is in millimetres on landscape A4, None where nobody has set one. ``id`` is None until stored.
    """

    heading: str
    role: Role
    width: float | None = None
    hidden: bool = False
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A section (``ordinal`` and ``text``) or an item (``cells``, one per column of its appendix).

    ``numbered`` says that the program keeps the row's ordinal; it is False once a person has typed one by hand.
    """

    kind: RowKind
    cells: tuple[Cell, ...] = ()
    ordinal: str = ""
    text: str = ""
    numbered: bool = False
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Appendix:
    """A table of the plan with its label ("Phụ lục số 01") and title."""

    label: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    id: int | None = None

    def with_rows(self, rows: "tuple[Row, ...]") -> "Appendix":
        """The same appendix with other rows."""
        return replace(self, rows=rows)

    def column_of(self, role: Role) -> int | None:
        """Position of the first column with ``role``, or None."""
        return next((i for i, column in enumerate(self.columns) if column.role is role), None)


@dataclass(frozen=True, slots=True)
class PlanInfo:
    """What the document's heading and signature say; None where the file does not say it."""

    title: str
    year: int
    level: str | None = None
    issuing_body: str | None = None
    document_type: str | None = None
    symbol: str | None = None
    place_date: str | None = None
    signer_title: str | None = None
    signer_name: str | None = None
    recipients: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A yearly plan and its appendices, in the document's order."""

    info: PlanInfo
    appendices: tuple[Appendix, ...] = field(default=())
    id: int | None = None
