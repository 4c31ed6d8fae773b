"""Words for reports: their state, and how far away their due day is."""

from datetime import date

from app.domain.dates import date_text
from app.domain.milestone import Every
from app.domain.report import FROZEN_STATES, ReportState
from app.services.report_views import ReportLine
from app.texts import text

_SOON = 7
"""Days before a report is due from which on that is pointed out."""


def state_words(state: ReportState | None) -> str:
    """A report's state; None is a report that nobody has begun."""
    return text(f"reports_page.state_{state or 'none'}")


def remaining(line: ReportLine, today: date) -> str:
    """How long until a report is due, or how late it is; "" once it is signed or has no due day."""
    if line.dates is None or (line.report and line.report.state in FROZEN_STATES):
        return ""
    days = (line.dates.due - today).days
    if days == 0:
        return text("reports_page.due_today")
    return text("reports_page.left" if days > 0 else "reports_page.late", days=abs(days))


def state_sign(state: ReportState | None) -> tuple[str, str]:
    """The icon of a report's state and its colour."""
    if state is None:
        return "dot", "quiet"
    return ("check", "good") if state in FROZEN_STATES else ("edit", "primary")


def remaining_sign(line: ReportLine, today: date) -> tuple[str, str] | None:
    """The icon of how long there is until a report is due, and its colour; None while there is plenty of time."""
    days = (line.dates.due - today).days if line.dates and remaining(line, today) else _SOON + 1
    if days > _SOON:
        return None
    return ("clock", "warn") if days >= 0 else ("warning", "bad")


def row_words(line: ReportLine, today: date, numbers: dict[int, str]) -> list[str]:
    """The cells of a report in the list. ``numbers`` are those of reports by id."""
    report, dates = line.report, line.dates
    note = remaining(line, today)
    if report and report.amends:
        note = text("reports_page.amends", number=numbers.get(report.amends, ""))
    is_ad_hoc = line.period.every is Every.AD_HOC
    name = line.period.name[:1].upper() + line.period.name[1:]
    return [
        text("reports_page.ad_hoc_line", title=report.title, period=name) if report and is_ad_hoc else name,
        date_text(dates.cut_off if dates else line.period.last_day) if dates or is_ad_hoc else "",
        date_text(dates.due) if dates else "",
        state_words(report.state if report else None),
        report.number if report else "",
        date_text(report.signed_on) if report and report.signed_on else "",
        note,
    ]
