"""What use cases of reports and statistics ask of the storage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from app.domain.body import Body
    from app.domain.indicator import Indicator
    from app.domain.office import Office
    from app.domain.proof import ValueProof
    from app.domain.report import Report, ReportState
    from app.domain.report_kits import KitFile


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report in a list; ``period`` is its code, ``number`` as on paper."""

    id: int
    plan_id: int
    period: str
    title: str
    state: ReportState
    number: str = ""
    signed_on: date | None = None
    amends: int | None = None


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """Where a figure stands: a form of a set in a period (by its code), the row or column ``code``, and the ``line``
    (from 1) of a form of columns, 0 otherwise."""

    period: str
    form_set: str
    form: str
    code: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class StoredIndicator:
    """An indicator of a plan; not ``accepted`` it is only proposed. ``id`` is None for a new one, whose ``position``
    is then behind all others."""

    id: int | None
    plan_id: int
    position: int
    accepted: bool
    indicator: Indicator


class ReportingWork(Protocol):
    """The part of one transaction that is about the office, its figures and its reports."""

    def office(self) -> Office:
        """What the office says of itself; an empty one where nothing was entered."""
        ...

    def save_office(self, office: Office) -> None:
        """Write what the office says of itself."""
        ...

    def body(self, plan_id: int) -> Body | None:
        """The text of a plan around its appendices; None where there is none."""
        ...

    def save_body(self, plan_id: int, body: Body | None) -> None:
        """Write that text; None takes it away."""
        ...

    def indicators(self, plan_id: int) -> list[StoredIndicator]:
        """The indicators of a plan in their order, proposed ones included."""
        ...

    def get_indicator(self, indicator_id: int) -> StoredIndicator:
        """One indicator."""
        ...

    def save_indicator(self, indicator: StoredIndicator) -> int:
        """Store a new indicator (its id is None) behind the others, or another version of it; answers its id."""
        ...

    def remove_indicator(self, indicator_id: int) -> None:
        """Remove an indicator and its values."""
        ...

    def figures(self, period: str, form_set: str) -> dict[FigurePlace, str]:
        """What was entered in the forms of a set for a period, as kept text ("-" for not available)."""
        ...

    def save_figures(self, figures: Mapping[FigurePlace, str]) -> None:
        """Write figures; "" takes one away."""
        ...

    def list_reports(self, plan_ids: Sequence[int] | None = None) -> list[ReportSummary]:
        """Reports, the newest first; of some plans or of all."""
        ...

    def get_report(self, report_id: int) -> Report:
        """A whole report."""
        ...

    def save_report(self, report: Report) -> int:
        """Store a new report (its id is None) or another version of it; answers its id."""
        ...

    def remove_report(self, report_id: int) -> None:
        """Remove a report."""
        ...

    def frozen(self, report_id: int) -> str | None:
        """What was kept when a report was signed; None where it never was."""
        ...

    def freeze(self, report_id: int, content: str | None) -> None:
        """Keep what a report says and looks like from now on; None forgets it."""
        ...

    def kit_files(self) -> list[KitFile]:
        """Outlines and statistics forms that the office has loaded, in the order it did."""
        ...

    def save_kit_file(self, kit_file: KitFile) -> int:
        """Store a loaded file (its id is None) or another version of it; answers its id."""
        ...

    def remove_kit_file(self, kit_file_id: int) -> None:
        """Remove a loaded file."""
        ...

    def value_notes(self, plan_id: int) -> dict[tuple[int, str], str]:
        """Notes on values of a plan's indicators, by the indicator's id and the code of the period."""
        ...

    def save_value_note(self, indicator_id: int, period: str, words: str) -> None:
        """Write the note on a value; "" takes it away."""
        ...

    def value_proofs(self, plan_id: int) -> list[ValueProof]:
        """What proves which values of a plan's indicators, in the order it was said."""
        ...

    def use_value_proof(self, use: ValueProof) -> None:
        """Say that a proof proves a value; twice is once."""
        ...

    def drop_value_proof(self, use: ValueProof) -> None:
        """Take that back."""
        ...
