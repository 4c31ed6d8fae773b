"""The month's page: days, badges, holidays, keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.domain.milestone_lines import Line, LineState
from app.domain.status import TaskState
from ui.widgets.tracking_month import MonthGrid
from ui.widgets.tracking_month_paint import ENTRY, NUMBER

TODAY = date(2026, 4, 15)
HOLIDAYS = {date(2026, 4, 30): "Ngày Chiến thắng"}


def line(number: int, due: date) -> Line:
    """A milestone of that day."""
    return Line(
        row_id=number,
        key=f"k{number}",
        appendix=0,
        appendix_id=1,
        number=number,
        ordinal=str(number),
        name=f"Nhiệm vụ {number}",
        what="Báo cáo",
        units=("Văn phòng",),
        due=due,
        period=None,
        state=LineState.NOT_DUE,
        task=TaskState.NOT_DUE,
    )


@pytest.fixture
def grid(qtbot: QtBot) -> MonthGrid:
    """April 2026, with eight milestones on the 20th and one on the 30th."""
    made = MonthGrid()
    qtbot.addWidget(made)
    made.resize(800, 460)
    many, last = date(2026, 4, 20), date(2026, 4, 30)
    made.show_lines({many: [line(n, many) for n in range(8)], last: [line(9, last)]}, HOLIDAYS, TODAY)
    made.go_to(TODAY)
    made.show()
    return made


def test_weeks_begin_on_monday_and_fill_the_page(grid: MonthGrid) -> None:
    cells = list(grid.cells())
    assert len(cells) == 35 and cells[0].day == date(2026, 3, 30) and cells[0].day.weekday() == 0
    assert cells[-1].place.right() == grid.width() - 1 and cells[-1].place.bottom() == grid.height() - 1
    assert not any(one.place.intersects(other.place) for one, other in zip(cells, cells[1:], strict=False))


def test_what_finds_no_room_is_counted(grid: MonthGrid) -> None:
    cell = next(one for one in grid.cells() if one.day == date(2026, 4, 20))
    assert 0 < len(cell.lines) < 8 and len(cell.lines) + cell.more == 8
    assert NUMBER + (len(cell.lines) + 1) * ENTRY <= cell.place.height()


def test_a_holiday_has_its_name_and_is_told(qtbot: QtBot, grid: MonthGrid) -> None:
    assert next(one for one in grid.cells() if one.day == date(2026, 4, 30)).holiday == "Ngày Chiến thắng"
    grid.go_to(date(2026, 4, 30))
    assert grid.accessibleDescription() == "30/4/2026, Ngày Chiến thắng, 1 mốc"


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (Qt.Key.Key_Left, date(2026, 4, 14)),
        (Qt.Key.Key_Down, date(2026, 4, 22)),
        (Qt.Key.Key_PageDown, date(2026, 5, 15)),
        (Qt.Key.Key_PageUp, date(2026, 3, 15)),
    ],
)
def test_keys_walk_over_days_and_months(qtbot: QtBot, grid: MonthGrid, key: Qt.Key, day: date) -> None:
    with qtbot.waitSignal(grid.day_chosen) as caught:
        qtbot.keyClick(grid, key)
    assert caught.args == [day] and grid.day == day
    qtbot.keyClick(grid, Qt.Key.Key_Home)
    assert grid.day == TODAY


def test_a_shorter_month_ends_on_its_last_day(grid: MonthGrid) -> None:
    grid.go_to(date(2026, 1, 31))
    grid.go_months(1)
    assert grid.day == date(2026, 2, 28)
    grid.go_months(-14)
    assert grid.day == date(2024, 12, 28)


def test_a_click_chooses_the_day_and_a_double_click_the_badge(qtbot: QtBot, grid: MonthGrid) -> None:
    cell = next(one for one in grid.cells() if one.day == date(2026, 4, 20))
    second = cell.place.topLeft() + QPoint(20, NUMBER + ENTRY + 4)
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=second)
    assert grid.day == cell.day
    with qtbot.waitSignal(grid.line_chosen) as caught:
        qtbot.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=second)
    assert caught.args == [cell.lines[1]]
    with qtbot.assertNotEmitted(grid.line_chosen):
        qtbot.mouseDClick(grid, Qt.MouseButton.LeftButton, pos=cell.place.topLeft() + QPoint(20, 4))


def test_every_month_is_drawn(grid: MonthGrid) -> None:
    for month in range(12):
        grid.go_to(date(2026, 1, 1) + timedelta(days=31 * month))
        assert not grid.grab().isNull()
