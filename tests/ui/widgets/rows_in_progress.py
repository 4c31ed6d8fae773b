"""Rows with what was noted of them, for tests of the panel."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from app.domain.correction import Correction
from app.domain.mark import Mark
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.domain.proof import Proof
from app.domain.row_states import RowState, RowStatus
from app.domain.tracking import Noted, tracked_rows
from app.exchange.calendars import default_calendar
from app.services.row_progress import RowProgress
from ui.widgets.row_entries import entries_of
from ui.widgets.row_entry import Entry, EntryKind

TODAY = date(2026, 6, 17)
NOW = datetime(2026, 6, 17, 8, 30)


def progress_of(
    deadline: str,
    product: str = "",
    marks: Sequence[Mark] = (),
    corrected: Correction | None = None,
    proofs: Mapping[str, tuple[Proof, ...]] | None = None,
) -> RowProgress:
    """A row with these cells and notes."""
    columns = (Column("Việc", Role.TASK), Column("Sản phẩm", Role.PRODUCT), Column("Thời gian", Role.DEADLINE))
    row = Row(RowKind.ITEM, ("Rà soát", product, deadline), id=1)
    plan = Plan(PlanInfo("Kế hoạch", 2026), (Appendix("PL", "Mẫu", columns, (row,)),))
    noted = Noted({(1, mark.occurrence): mark for mark in marks}, {1: corrected} if corrected else {})
    calendar = default_calendar()
    tracked = tracked_rows(plan, calendar, noted)[0]
    return RowProgress(
        1, 2026, TODAY, tracked, deadline, RowState(RowStatus.NOT_DUE), {date(2026, 9, 2): "Quốc khánh"}, proofs or {}
    )


def of_kind(progress: RowProgress, kind: EntryKind) -> list[Entry]:
    """The entries of one kind."""
    return [entry for entry in entries_of(progress) if entry.kind is kind]
