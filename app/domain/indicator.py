"""Indicators (chỉ tiêu): what is to be measured, and how much of it is to be reached."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Comparator(StrEnum):
    """How a value must stand to the target."""

    AT_LEAST = ">="
    MORE = ">"
    EQUAL = "="
    LESS = "<"
    AT_MOST = "<="


class ReformField(StrEnum):
    """The fields of administrative reform (Nghị quyết 76/NQ-CP of 2021, six fields, and direction as the seventh)."""

    DIRECTION = "direction"
    INSTITUTIONS = "institutions"
    PROCEDURES = "procedures"
    APPARATUS = "apparatus"
    CIVIL_SERVICE = "civil_service"
    PUBLIC_FINANCE = "public_finance"
    DIGITAL = "digital"


PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One indicator as a plan words it.

    ``target`` is in ``unit`` ("%", "cuộc"); both ``comparator`` and ``target`` are None where the plan only asks for
    the figure. ``numerator`` and ``denominator`` are the words of a ratio, where they are said. ``where`` is the place
    in the plan ("II.1.2"), ``source`` the sentence there. ``reporter`` is who reports the figure, ``period`` for when,
    both as written.
    """

    measure: str
    comparator: Comparator | None
    target: Decimal | None
    unit: str
    source: str = ""
    where: str = ""
    field: ReformField | None = None
    numerator: str | None = None
    denominator: str | None = None
    reporter: str | None = None
    period: str | None = None
