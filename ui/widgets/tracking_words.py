"""Words and colours for milestones: states, periods, appendices."""

import re
from datetime import date

from app.documents.progress_words import period_words as period_words
from app.domain.dates import date_text
from app.domain.milestone_lines import Line, LineState
from app.domain.plan import Appendix
from app.texts import text
from ui.widgets.tone import Tone

_COMMON = re.compile(r"^nhiệm vụ\s+|\s+năm \d{4}$", re.IGNORECASE)
_NUMBER = re.compile(r"\d+|\b[IVX]+\b")

TONES = {
    LineState.OVERDUE: Tone("bad", "bad_soft", "warning"),
    LineState.DUE_SOON: Tone("warn", "warn_soft", "clock"),
    LineState.NOT_DUE: Tone("quiet", "head", "dot"),
    LineState.DONE_ON_TIME: Tone("good", "good_soft", "check"),
    LineState.DONE_LATE: Tone("good", "warn_soft", "check-late"),
    LineState.CANCELLED: Tone("quiet", "head", "crossed"),
    LineState.WAITING: Tone("quiet", "head", "document"),
    LineState.CONTINUOUS: Tone("primary", "primary_soft", "redo"),
    LineState.NO_DATE: Tone("quiet", "head", "help"),
    LineState.TO_ASK: Tone("primary", "primary_soft", "ask"),
    LineState.CARRIED_OUT: Tone("good", "good_soft", "check"),
    LineState.NOT_CARRIED_OUT: Tone("bad", "bad_soft", "close"),
}


def state_words(line: Line, today: date) -> str:
    """The state of ``line`` in words; days late or left where that matters."""
    days = abs((line.due - today).days) if line.due else 0
    if line.state is LineState.DUE_SOON and days == 0:
        return text("tracking_page.state_due_today")
    return text(f"tracking_page.state_{line.state}", days=days)


def short_state_words(line: Line, today: date) -> str:
    """The same for a list of what comes: how many days are left."""
    days = (line.due - today).days if line.due else 0
    if line.state in (LineState.DUE_SOON, LineState.NOT_DUE) and days > 0:
        return text("tracking_page.days_left", days=days)
    return state_words(line, today)


def line_title(line: Line) -> str:
    """What a line is about in one line: what is due, and of which task."""
    what = period_words(line.period) if line.asks else line.what
    return ": ".join(part for part in (what, line.name) if part)


def line_tip(line: Line, today: date) -> str:
    """All that matters of a line, for a tooltip."""
    begins = text("tracking_page.tip_start", day=date_text(line.start)) if line.start else ""
    due = text("tracking_page.tip_due", day=date_text(line.due)) if line.due else ""
    cut_off = text("tracking_page.tip_cut_off", day=date_text(line.cut_off)) if line.cut_off else ""
    first = (line.name, line.what, period_words(line.period), begins, due, cut_off, "; ".join(line.units))
    return "\n".join(part for part in (*first, state_words(line, today), *noted_words(line)) if part)


def noted_words(line: Line) -> tuple[str, ...]:
    """Document, reason and note of a line, each in a line of its own."""
    reason = line.mark.reason if line.mark else None
    why = text("tracking_page.tip_reason", reason=reason) if reason else ""
    return tuple(part for part in (line.document, why, line.note) if part)


def appendix_words(appendix: Appendix, position: int) -> str:
    """An appendix in a narrow column: "PL 01"; counted from 1 where its label has no number."""
    found = _NUMBER.search(appendix.label)
    return text("tracking_page.appendix_short", number=found[0] if found else position + 1)


def full_appendix_words(appendix: Appendix, position: int) -> str:
    """An appendix by its label and title."""
    return ": ".join(part for part in (appendix.label, appendix.title) if part) or appendix_words(appendix, position)


def field_words(appendix: Appendix, position: int) -> str:
    """What an appendix is about, without the words that all titles have: "Cải cách thể chế"."""
    title = _COMMON.sub("", appendix.title)
    return title[:1].upper() + title[1:] or full_appendix_words(appendix, position)
