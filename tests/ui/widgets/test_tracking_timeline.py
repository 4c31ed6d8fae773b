"""The timeline: places of the signs, keys, mouse, and only what is in sight is painted."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.domain.milestone_lines import Line, LineState
from app.domain.plan import Appendix
from app.domain.status import TaskState
from ui.widgets.tracking_timeline import Timeline
from ui.widgets.tracking_timeline_paint import HEAD, ROW

TODAY = date(2026, 6, 17)
APPENDICES = (Appendix("Phụ lục số 01", "", ()),)


def line(number: int, due: date | None, key: str = "") -> Line:
    """A milestone of a task."""
    return Line(
        row_id=number,
        key=key or f"{due}",
        appendix=0,
        appendix_id=1,
        number=number,
        ordinal=str(number),
        name=f"Nhiệm vụ {number}",
        what="Báo cáo",
        units=(),
        due=due,
        period=None,
        state=LineState.NOT_DUE if due else LineState.WAITING,
        task=TaskState.NOT_DUE,
        start=date(2026, 2, 1) if number == 2 else None,
    )


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    """A hundred tasks; the first has two milestones on one day and one next year."""
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(1000, 400)
    first = [line(1, date(2026, 3, 31), "a"), line(1, date(2026, 3, 31), "b"), line(1, date(2027, 1, 5), "c")]
    others = [line(number, date(2026, 1 + number % 12, 10)) for number in range(2, 100)]
    made.show()
    made.show_lines([*first, *others, line(100, None)], APPENDICES, 2026, TODAY)
    return made


def test_signs_stand_at_their_days_and_hide_no_other(timeline: Timeline) -> None:
    scale = timeline.scale()
    months = scale.months()
    assert len(months) == 13 and months == sorted(months)
    (march, _), (beside, _), (after, _) = scale.marks(timeline.rows[0])
    assert months[2] < march < months[3] + 2 and beside - march >= 10
    assert after > months[12]
    assert not list(scale.marks(timeline.rows[99]))


def test_only_rows_in_sight_are_painted(timeline: Timeline) -> None:
    shown = dict(timeline.visible_rows())
    assert min(shown) == 0 and len(shown) <= timeline.viewport().height() // ROW + 1
    timeline.verticalScrollBar().setValue(50 * ROW)
    assert min(timeline.visible_rows())[0] == 50
    assert not timeline.grab().isNull()
    timeline.verticalScrollBar().setValue(timeline.verticalScrollBar().maximum())
    rows = dict(timeline.visible_rows())
    assert max(rows) == 99 and rows[99] + ROW <= timeline.viewport().height()
    assert not timeline.grab().isNull()


def test_keys_walk_over_tasks_and_milestones(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.go_to(0)
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert [one.key for one in timeline.selected] == ["b"]
    qtbot.keyClick(timeline, Qt.Key.Key_End)
    assert timeline.row == 99 and timeline.verticalScrollBar().value() == timeline.verticalScrollBar().maximum()
    qtbot.keyClick(timeline, Qt.Key.Key_Home)
    qtbot.keyClick(timeline, Qt.Key.Key_PageDown)
    assert 1 < timeline.row < 20
    with qtbot.waitSignal(timeline.line_chosen) as caught:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert caught.args == [timeline.rows[timeline.row][0]]
    assert "Nhiệm vụ" in timeline.accessibleDescription() and "Hạn:" in timeline.accessibleDescription()


def test_the_mouse_takes_the_sign_below_it(qtbot: QtBot, timeline: Timeline) -> None:
    places = [x for x, _ in timeline.scale().marks(timeline.rows[0])]
    point = QPoint(places[2], HEAD + ROW // 2)
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert [one.key for one in timeline.selected] == ["c"]
    with qtbot.waitSignal(timeline.line_chosen) as caught:
        qtbot.mouseDClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert caught.args == [timeline.rows[0][2]]
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, HEAD + ROW + 4))
    assert timeline.row == 1


def test_the_current_milestone_outlives_a_filter(timeline: Timeline) -> None:
    timeline.go_to(0, 1)
    kept = timeline.selected
    timeline.show_lines([line(0, TODAY), *timeline.rows[0]], APPENDICES, 2026, TODAY)
    assert timeline.selected == kept and timeline.row == 1
    timeline.show_lines([line(0, TODAY)], APPENDICES, 2026, TODAY)
    assert timeline.selected == []
    timeline.show_lines([], APPENDICES, 2026, TODAY)
    assert timeline.selected == [] and not timeline.grab().isNull()
