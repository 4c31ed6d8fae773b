"""A periodic report: its text in the parts of an outline, and its way from draft to what was sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.domain.body import BodyPart, Level
from app.domain.errors import Refused
from app.domain.official import OfficialDocument
from app.domain.reporting_period import ReportingPeriod
from app.domain.statistics_form import Figure


class ReportState(StrEnum):
    """From "signed" on, text and figures stay as they are."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SIGNED = "signed"
    SENT = "sent"


FROZEN_STATES = frozenset({ReportState.SIGNED, ReportState.SENT})


@dataclass(frozen=True, slots=True)
class ReportPart:
    """One part below its heading. ``to_read`` says that its words were carried over from another period and nobody
    has read them since."""

    key: str
    level: Level
    title: str
    paragraphs: tuple[BodyPart, ...] = ()
    to_read: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """What happened to a signed report: its day of signature, the proof that holds its scan, to whom and when it was
    sent, and what shows that it arrived."""

    signed_on: date | None = None
    scan: int | None = None
    sent_to: str = ""
    sent_on: date | None = None
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """``head`` is everything around the text: bodies, number, title, recipients, signer. ``figures`` are what the
    statistics forms say, by "form/row". ``amends`` is the id of the report that this one puts right, and ``replaces``
    the sentence that says so. ``outline`` and ``forms`` are the keys of what it was begun with and keeps (``forms`` ""
    in a report of an older version: those its outline names). ``id`` is None until stored."""

    plan_id: int
    period: ReportingPeriod
    outline: str
    head: OfficialDocument
    parts: tuple[ReportPart, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    state: ReportState = ReportState.DRAFT
    delivery: Delivery = Delivery()
    amends: int | None = None
    replaces: str = ""
    forms: str = ""
    id: int | None = None

    @property
    def is_frozen(self) -> bool:
        """Whether its text and figures must not change any more."""
        return self.state in FROZEN_STATES


def must_be_open(report: Report) -> Report:
    """``report``. Raises Refused once it is signed."""
    if report.is_frozen:
        raise Refused("report.frozen", number=report.head.number)
    return report


def must_be_signed(report: Report) -> Report:
    """``report``. Raises Refused before it is signed."""
    if not report.is_frozen:
        raise Refused("report.not_signed")
    return report
