"""The shipped sample plan as the previews of what is followed get it."""

from datetime import date

from app.domain.line_filter import LineFilter, periods_in, units_in_lines
from app.domain.milestone_lines import lines_of
from app.domain.tracking import tracked_rows
from app.exchange.calendars import default_calendar
from tests.app.documents.progress_sample import stored_sample
from ui.dialogs.reminder_preview import Followed

TODAY = date(2026, 6, 17)


def followed(shown: LineFilter) -> Followed:
    """The sample, followed on a day in June."""
    plan = stored_sample()
    rows = tracked_rows(plan, default_calendar())
    dated = [line for line in lines_of(plan, rows, TODAY) if line.due]
    return Followed(plan, rows, units_in_lines(dated), periods_in(dated), TODAY, shown)
