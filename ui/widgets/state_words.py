"""Words, signs and colours for the state of a row."""

from datetime import date

from app.documents.progress_words import occurrence_words
from app.domain.dates import date_text
from app.domain.row_states import RowState, RowStatus
from app.domain.status import Tracked
from app.texts import text
from ui.widgets.tone import Tone

ROW_TONES = {
    RowStatus.DONE: Tone("good", "good_soft", "check"),
    RowStatus.OVERDUE: Tone("bad", "bad_soft", "warning"),
    RowStatus.DUE_SOON: Tone("warn", "warn_soft", "clock"),
    RowStatus.IN_PROGRESS: Tone("primary", "primary_soft", "right"),
    RowStatus.NOT_DUE: Tone("quiet", "head", "dot"),
    RowStatus.CONTINUOUS: Tone("primary", "card", "redo"),
    RowStatus.WAITING: Tone("quiet", "head", "document"),
}
"""How a state is drawn; no two share a sign, so that colour is never alone."""


def row_words(state: RowState, today: date) -> str:
    """The state in a few words: "Quá hạn 12 ngày"."""
    return text(f"plan_states.status_{state.status}", days=state.days_late(today))


def row_tip(state: RowState, today: date) -> str:
    """The state, what is late, what is due next, and how many milestones are met, one below the other."""
    count = text("plan_states.tip_done", done=state.done, dated=state.dated)
    lines = (
        row_words(state, today),
        _due_words("late", state.late),
        _due_words("coming", state.coming),
        count if state.dated else text("plan_states.tip_no_date"),
        text("plan_states.tip_open"),
    )
    return "\n".join(line for line in lines if line)


def _due_words(key: str, one: Tracked | None) -> str:
    if one is None:
        return ""
    day, what = date_text(one.occurrence.due), occurrence_words(one.occurrence)
    if not what:
        return text(f"plan_states.tip_{key}_plain", day=day)
    return text(f"plan_states.tip_{key}", day=day, what=what)
