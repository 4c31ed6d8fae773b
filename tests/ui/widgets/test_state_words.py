"""Words and signs for the state of a row."""

from datetime import date

import pytest

from app.domain.milestone import Every, MilestoneKind
from app.domain.occurrence import Occurrence, Period
from app.domain.row_states import RowState, RowStatus
from app.domain.status import Tracked
from ui.widgets.state_words import ROW_TONES, row_tip, row_words

TODAY = date(2026, 6, 17)


def due(day: date, what: str | None, period: Period | None = None) -> Tracked:
    """An open occurrence."""
    return Tracked(Occurrence(0, what, MilestoneKind.BY, day, period=period))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (RowStatus.DONE, "Hoàn thành"),
        (RowStatus.DUE_SOON, "Sắp đến hạn"),
        (RowStatus.IN_PROGRESS, "Đang thực hiện"),
        (RowStatus.NOT_DUE, "Chưa đến hạn"),
        (RowStatus.CONTINUOUS, "Thường xuyên"),
        (RowStatus.WAITING, "Chờ văn bản"),
    ],
)
def test_short_words(status: RowStatus, words: str) -> None:
    assert row_words(RowState(status), TODAY) == words


def test_days_late_are_said() -> None:
    late = due(date(2026, 6, 5), None)
    assert row_words(RowState(RowStatus.OVERDUE, late), TODAY) == "Quá hạn 12 ngày"


def test_the_tip_says_what_is_late_what_comes_and_how_many_are_met() -> None:
    coming = due(date(2026, 9, 14), "Báo cáo", Period(Every.QUARTERLY, 3))
    state = RowState(RowStatus.OVERDUE, due(date(2026, 6, 14), "Kế hoạch"), coming, 1, 4)
    assert row_tip(state, TODAY).splitlines()[:4] == [
        "Quá hạn 3 ngày",
        "Quá hạn từ ngày 14/6/2026: Kế hoạch",
        "Đến hạn tiếp theo ngày 14/9/2026: Báo cáo quý III",
        "Đã hoàn thành 1/4 mốc",
    ]


def test_every_state_has_a_sign_of_its_own() -> None:
    assert set(ROW_TONES) == set(RowStatus)
    assert len({tone.icon for tone in ROW_TONES.values()}) == len(RowStatus)
