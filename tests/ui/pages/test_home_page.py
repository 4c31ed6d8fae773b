"""The overview: numbers, bars, what comes; each leads to the milestones behind it."""

import re
from datetime import date, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.line_filter import LineFilter, filtered
from app.domain.milestone_lines import LineState
from app.domain.status import TaskState
from app.exchange.calendars import default_calendar
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.milestone_lists import note_opened
from app.services.tracking import Result, mark_all
from ui.clock import Clock
from ui.operations import Operations
from ui.pages.home_page import HomePage
from ui.widgets.home_cards import FigureCard

TODAY = date(2026, 6, 17)


@pytest.fixture
def plan_id(storage: Storage) -> int:
    """The sample plan in the register."""
    return storage.write("nhập", lambda work: work.add_plan(sample_plan())).result


def opened(qtbot: QtBot, operations: Operations) -> HomePage:
    """The page in front, its figures read."""
    made = HomePage(operations)
    made.clock = Clock(TODAY)
    qtbot.addWidget(made)
    operations.changed.connect(made.show_changes)
    made.resize(1160, 740)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: operations.idle and made.home is not None)
    return made


def wanted_by(qtbot: QtBot, page: HomePage, card: FigureCard) -> LineFilter:
    """What pressing the number of ``card`` asks for."""
    with qtbot.waitSignal(page.milestones_wanted) as caught:
        qtbot.mouseClick(card.number, Qt.MouseButton.LeftButton)
    assert caught.args is not None
    wanted = caught.args[0]
    assert isinstance(wanted, LineFilter)
    return wanted


def test_an_empty_register_says_what_to_do(qtbot: QtBot, operations: Operations) -> None:
    page = opened(qtbot, operations)
    assert page._stack.currentIndex() == 1
    assert page.title.text() == "Tổng quan: thứ Tư, 17/6/2026"


@pytest.mark.usefixtures("plan_id")
def test_every_number_leads_to_as_many_rows(qtbot: QtBot, operations: Operations) -> None:
    page = opened(qtbot, operations)
    assert page.home is not None
    lines, frame = page.home.listed.lines, page.frame
    for card in (frame.late, frame.soon, frame.waiting, frame.to_ask):
        assert len(filtered(lines, wanted_by(qtbot, page, card))) == int(card.number.text())
    done = filtered(lines, wanted_by(qtbot, page, frame.done))
    assert f"{len({line.number for line in done})}/26" == frame.done.number.text()
    for part in frame.progress.parts:
        assert isinstance(part.value, LineFilter)
        assert len({line.number for line in filtered(lines, part.value)}) == part.count
    for part in frame.units.parts:
        assert isinstance(part.value, LineFilter)
        assert len(filtered(lines, part.value)) == part.count


@pytest.mark.usefixtures("plan_id")
def test_parts_of_bars_are_taken_with_mouse_and_keys(qtbot: QtBot, operations: Operations) -> None:
    page = opened(qtbot, operations)
    bars = page.frame.progress
    places = bars.places()
    boxes = [place for place, _ in places]
    assert not any(one.intersects(other) for one, other in zip(boxes, boxes[1:], strict=False))
    assert max(place.right() for place, _ in places) <= bars.width()
    place, part = places[1]
    with qtbot.waitSignal(bars.part_chosen) as caught:
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=place.center())
    assert caught.args == [part.value]
    with qtbot.waitSignal(bars.part_chosen) as caught:
        qtbot.keyClick(bars, Qt.Key.Key_Right)
        qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert caught.args == [bars.parts[2].value]


def test_figures_follow_what_is_marked(qtbot: QtBot, operations: Operations, plan_id: int) -> None:
    page = opened(qtbot, operations)
    assert page.home is not None
    late = page.home.overview.late
    places = [(line.row_id, line.key) for line in late]
    mark = partial(mark_all, plan_id=plan_id, places=places, result=Result(TODAY), calendar=default_calendar())
    operations.write("ghi", mark)
    qtbot.waitUntil(lambda: operations.idle and page.frame.late.number.text() == "0")
    assert not page.frame.units.isVisible() and page.frame.no_units.isVisible()
    assert page.home.overview.tasks[TaskState.OVERDUE] == 0
    assert not page.frame.look.isEnabled()
    operations.undo()
    qtbot.waitUntil(lambda: operations.idle and page.frame.late.number.text() == str(len(late)))


@pytest.mark.usefixtures("plan_id")
def test_news_since_the_day_of_use_before(qtbot: QtBot, operations: Operations, storage: Storage) -> None:
    storage.write("", partial(note_opened, today=date(2026, 5, 15)))
    page = opened(qtbot, operations)
    assert page.home is not None
    newly = [line for line in page.home.overview.late if line.due and line.due >= date(2026, 5, 15)]
    words = re.sub("<[^>]*>", "", page.frame.news.text())
    assert words.startswith(f"Từ lần mở trước (15/5/2026): {len(newly)} mốc vừa quá hạn")
    with qtbot.waitSignal(page.milestones_wanted) as caught:
        qtbot.mouseClick(page.frame.look, Qt.MouseButton.LeftButton)
    assert caught.args == [LineFilter(frozenset({LineState.OVERDUE}), since=date(2026, 5, 15) if newly else None)]
    again = opened(qtbot, operations)
    assert again.frame.news.text() == page.frame.news.text()


@pytest.mark.usefixtures("plan_id")
def test_what_is_late_and_what_comes_leads_to_its_row(qtbot: QtBot, operations: Operations) -> None:
    page = opened(qtbot, operations)
    shown = page.frame.upcoming.lines.lines
    assert all(line.due is not None and line.due <= TODAY + timedelta(days=30) for line in shown)
    with qtbot.waitSignal(page.plan_wanted) as caught:
        page.frame.upcoming.setCurrentIndex(page.frame.upcoming.lines.index(0))
        qtbot.keyClick(page.frame.upcoming, Qt.Key.Key_Return)
    assert caught.args is not None
    assert caught.args[1:] == [shown[0].appendix_id, shown[0].row_id]
