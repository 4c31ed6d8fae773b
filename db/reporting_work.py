"""The part of one transaction that is about reports: ``app.ports.reporting.ReportingWork`` over an open connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.late_module import LateModule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from app.domain.body import Body
    from app.domain.office import Office
    from app.domain.proof import ValueProof
    from app.domain.report import Report
    from app.domain.report_kits import KitFile
    from app.ports.reporting import FigurePlace, ReportSummary, StoredIndicator
    from db import form_figures, indicators, kit_files, reports, value_evidence
else:
    form_figures = LateModule("db.form_figures")
    indicators = LateModule("db.indicators")
    kit_files = LateModule("db.kit_files")
    reports = LateModule("db.reports")
    value_evidence = LateModule("db.value_evidence")


class ReportingDatabaseWork:
    """Carries out each wish at once; whoever made it commits or rolls back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def office(self) -> Office:
        """What the office says of itself; an empty one where nothing was entered."""
        return reports.get_office(self._connection)

    def save_office(self, office: Office) -> None:
        """Write what the office says of itself."""
        reports.save_office(self._connection, office)

    def body(self, plan_id: int) -> Body | None:
        """The text of a plan around its appendices; None where there is none."""
        return reports.get_body(self._connection, plan_id)

    def save_body(self, plan_id: int, body: Body | None) -> None:
        """Write that text; None takes it away."""
        reports.save_body(self._connection, plan_id, body)

    def indicators(self, plan_id: int) -> list[StoredIndicator]:
        """The indicators of a plan in their order, proposed ones included."""
        return indicators.indicators(self._connection, plan_id)

    def get_indicator(self, indicator_id: int) -> StoredIndicator:
        """One indicator."""
        return indicators.get_indicator(self._connection, indicator_id)

    def save_indicator(self, indicator: StoredIndicator) -> int:
        """Store a new indicator (its id is None) behind the others, or another version of it; answers its id."""
        return indicators.save_indicator(self._connection, indicator)

    def remove_indicator(self, indicator_id: int) -> None:
        """Remove an indicator and its values."""
        indicators.remove_indicator(self._connection, indicator_id)

    def figures(self, period: str, form_set: str) -> dict[FigurePlace, str]:
        """What was entered in the forms of a set for a period, as kept text ("-" for not available)."""
        return form_figures.figures(self._connection, period, form_set)

    def save_figures(self, figures: Mapping[FigurePlace, str]) -> None:
        """Write figures; "" takes one away."""
        form_figures.save_figures(self._connection, figures)

    def list_reports(self, plan_ids: Sequence[int] | None = None) -> list[ReportSummary]:
        """Reports, the newest first; of some plans or of all."""
        return reports.list_reports(self._connection, plan_ids)

    def get_report(self, report_id: int) -> Report:
        """A whole report."""
        return reports.get_report(self._connection, report_id)

    def save_report(self, report: Report) -> int:
        """Store a new report (its id is None) or another version of it; answers its id."""
        return reports.save_report(self._connection, report)

    def remove_report(self, report_id: int) -> None:
        """Remove a report."""
        reports.remove_report(self._connection, report_id)

    def frozen(self, report_id: int) -> str | None:
        """What was kept when a report was signed; None where it never was."""
        return reports.frozen(self._connection, report_id)

    def freeze(self, report_id: int, content: str | None) -> None:
        """Keep what a report says and looks like from now on; None forgets it."""
        reports.freeze(self._connection, report_id, content)

    def kit_files(self) -> list[KitFile]:
        """Outlines and statistics forms that the office has loaded, in the order it did."""
        return kit_files.kit_files(self._connection)

    def save_kit_file(self, kit_file: KitFile) -> int:
        """Store a loaded file (its id is None) or another version of it; answers its id."""
        return kit_files.save_kit_file(self._connection, kit_file)

    def remove_kit_file(self, kit_file_id: int) -> None:
        """Remove a loaded file."""
        kit_files.remove_kit_file(self._connection, kit_file_id)

    def value_notes(self, plan_id: int) -> dict[tuple[int, str], str]:
        """Notes on values of a plan's indicators, by the indicator's id and the code of the period."""
        return value_evidence.notes(self._connection, plan_id)

    def save_value_note(self, indicator_id: int, period: str, words: str) -> None:
        """Write the note on a value; "" takes it away."""
        value_evidence.save_note(self._connection, indicator_id, period, words)

    def value_proofs(self, plan_id: int) -> list[ValueProof]:
        """What proves which values of a plan's indicators, in the order it was said."""
        return value_evidence.proofs(self._connection, plan_id)

    def use_value_proof(self, use: ValueProof) -> None:
        """Say that a proof proves a value; twice is once."""
        value_evidence.use_proof(self._connection, use)

    def drop_value_proof(self, use: ValueProof) -> None:
        """Take that back."""
        value_evidence.drop_proof(self._connection, use)
