"""The three views of one list: what is filtered, what is selected, which is in front."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.line_filter import LineFilter
from app.domain.milestone_lines import LineState
from app.exchange.calendars import default_calendar
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.milestone_lists import MilestoneList, milestone_list
from ui.widgets.tracking_legend import SHOWN, StateLegend
from ui.widgets.tracking_views import CALENDAR, LIST, NOTHING, TIMELINE, TrackingViews

TODAY = date(2026, 6, 17)


@pytest.fixture
def listed(storage: Storage) -> MilestoneList:
    """The milestones of the sample plan."""
    plan_id = storage.write("nhập", lambda work: work.add_plan(sample_plan())).result
    return storage.read(lambda work: milestone_list(work, plan_id, default_calendar(), TODAY))


@pytest.fixture
def views(qtbot: QtBot, listed: MilestoneList) -> TrackingViews:
    """The views, shown."""
    made = TrackingViews()
    qtbot.addWidget(made)
    qtbot.addWidget(made.switch)
    made.resize(1100, 560)
    made.show_list(listed)
    made.show()
    return made


def test_each_view_shows_what_the_filter_lets_through(views: TrackingViews) -> None:
    views.choose(CALENDAR)
    assert views.currentIndex() == CALENDAR and views.calendar.grid.day == TODAY
    views.choose(TIMELINE)
    tasks = {line.number for line in views.table.lines.shown}
    assert len(views.along.timeline.rows) == len(tasks)
    views.table.lines.set_filter(LineFilter(frozenset({LineState.OVERDUE})))
    late = {line.number for line in views.table.lines.shown}
    assert {rows[0].number for rows in views.along.timeline.rows} == late < tasks
    views.choose(LIST)
    assert views.currentIndex() == LIST


def test_nothing_to_show_is_said_in_every_view(views: TrackingViews) -> None:
    views.why_empty("Không có mốc nào.")
    views.choose(CALENDAR)
    views.table.lines.set_filter(LineFilter(words="khong co gi het"))
    assert views.currentIndex() == NOTHING and views.selected == []
    views.table.lines.set_filter(LineFilter())
    assert views.currentIndex() == CALENDAR


def test_a_day_lists_its_milestones_and_enter_goes_into_the_list(qtbot: QtBot, views: TrackingViews) -> None:
    views.choose(CALENDAR)
    day = next(line.due for line in views.table.lines.shown if line.due and line.due > TODAY)
    same = [line for line in views.table.lines.shown if line.due == day]
    calendar = views.calendar
    calendar.go_to(day)
    assert sorted(line.number for line in calendar.day_lines.lines.lines) == sorted(line.number for line in same)
    qtbot.keyClick(calendar.grid, Qt.Key.Key_Return)
    assert [line.due for line in views.selected] == [day]
    with qtbot.waitSignal(views.line_chosen) as caught:
        qtbot.keyClick(calendar.day_lines, Qt.Key.Key_Return)
    assert caught.args == views.selected
    calendar.day_lines.selectAll()
    views.refresh()
    assert len(views.selected) == len(same)


def test_months_are_turned_by_buttons(qtbot: QtBot, views: TrackingViews) -> None:
    views.choose(CALENDAR)
    calendar = views.calendar
    qtbot.mouseClick(calendar.after, Qt.MouseButton.LeftButton)
    assert calendar.month.text() == "Tháng 7 năm 2026"
    qtbot.mouseClick(calendar.before, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(calendar.before, Qt.MouseButton.LeftButton)
    assert calendar.month.text() == "Tháng 5 năm 2026"
    calendar.go_to(date(2026, 5, 1))
    assert "Lao động" in calendar.day_title.text()
    qtbot.mouseClick(calendar.today, Qt.MouseButton.LeftButton)
    assert calendar.grid.day == TODAY


def test_a_plan_of_another_year_begins_with_its_january(views: TrackingViews, listed: MilestoneList) -> None:
    assert listed.plan is not None
    views.show_list(replace(listed, plan=replace(listed.plan, id=99, year=2025)))
    assert views.calendar.grid.day == date(2025, 1, 1)


def test_the_legend_needs_a_second_line_where_it_is_narrow(qtbot: QtBot) -> None:
    legend = StateLegend()
    qtbot.addWidget(legend)
    legend.resize(1200, 22)
    legend.show()
    one = legend.height()
    legend.resize(300, 22)
    assert legend.height() > one and len(legend._places()) == len(SHOWN)
    assert not legend.grab().isNull()
