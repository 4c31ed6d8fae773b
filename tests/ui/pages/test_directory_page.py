"""Units, reporting calendar and staff, as a clerk enters them."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QTableWidget
from pytestqt.qtbot import QtBot

from app.domain.milestone import Every
from app.domain.occurrence import Period
from app.domain.staff import Person
from app.exchange.calendars import default_calendar
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.calendars import calendar_of_year
from app.services.units import add_unit
from ui.clock import Clock
from ui.dialogs.ask_first import AskFirst
from ui.dialogs.ask_name import AskName
from ui.dialogs.choose_one import ChooseOne
from ui.dialogs.holiday import HolidayDialog
from ui.dialogs.merge_unit import MergeUnit
from ui.dialogs.person import PersonDialog
from ui.dialogs.unit_name import UnitName
from ui.operations import Operations
from ui.pages.directory_page import CALENDAR, STAFF, DirectoryPage

TODAY = date(2026, 6, 17)


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, storage: Storage) -> DirectoryPage:
    """The page on the sample plan, with nothing in the directory."""
    storage.write("nhập", lambda work: work.add_plan(sample_plan()))
    made = DirectoryPage(operations)
    made.clock = Clock(TODAY)
    qtbot.addWidget(made)
    operations.changed.connect(made.show_changes)
    made.resize(1160, 700)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: operations.idle)
    return made


@pytest.fixture
def settled(qtbot: QtBot, operations: Operations) -> Callable[[], None]:
    """Waits until everything is on disk and shown."""
    return lambda: qtbot.waitUntil(lambda: operations.idle)


def press(qtbot: QtBot, dialog: QDialog) -> None:
    """Press the dialog's primary button."""
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]


def names(page: DirectoryPage) -> list[str]:
    return [unit.name for unit in page.units.listed.units]


def words_at(table: QTableWidget, row: int, column: int) -> str:
    """What a cell says."""
    item = table.item(row, column)
    assert item is not None
    return item.text()


def type_at(table: QTableWidget, row: int, column: int, words: str) -> None:
    """Type ``words`` over a cell."""
    item = table.item(row, column)
    assert item is not None
    item.setText(words)


def dialog_of(page: DirectoryPage, kind: type[QDialog]) -> QDialog:
    """The open dialog of this kind."""
    found = [one for one in page.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def choose(page: DirectoryPage, *spellings: str) -> None:
    """Select these spellings."""
    shown = [name for name, _, _ in page.units.listed.unknown]
    page.units.unknown.choose([shown.index(spelling) for spelling in spellings])


def test_spellings_are_listed_and_nothing_is_made_by_itself(page: DirectoryPage) -> None:
    assert names(page) == [] and len(page.units.listed.unknown) > 3
    counts = [count for _, count, _ in page.units.listed.unknown]
    assert counts == sorted(counts, reverse=True)
    assert not page.units.spelling_buttons["take"].isEnabled()
    assert not page.units.unit_buttons["rename"].isEnabled()


def test_a_unit_is_made_of_spellings_and_enter_takes_a_proposal(
    qtbot: QtBot, page: DirectoryPage, settled: Callable[[], None], operations: Operations
) -> None:
    operations.write("mẫu", lambda work: add_unit(work, "Phòng VH-XH"))
    settled()
    proposed = [name for name, _, unit in page.units.listed.unknown if unit]
    assert proposed == ["Phòng Văn hóa - Xã hội"]
    choose(page, proposed[0])
    qtbot.keyClick(page.units.unknown, Qt.Key.Key_Return)
    settled()
    assert page.units.listed.units[0].aliases == (proposed[0],)
    choose(page, *[name for name, _, _ in page.units.listed.unknown[:2]])
    page.units.commands.make()
    dialog = dialog_of(page, AskName)
    assert isinstance(dialog, AskName)
    dialog.field.setText("Đơn vị chung")
    press(qtbot, dialog)
    settled()
    assert names(page) == ["Phòng VH-XH", "Đơn vị chung"] and len(page.units.listed.units[1].aliases) == 2
    operations.undo()
    settled()
    assert names(page) == ["Phòng VH-XH"]


def test_enter_without_a_proposal_asks_for_the_unit(
    qtbot: QtBot, page: DirectoryPage, settled: Callable[[], None], operations: Operations
) -> None:
    operations.write("mẫu", lambda work: add_unit(work, "Đội mẫu"))
    settled()
    spelling = next(name for name, _, unit in page.units.listed.unknown if unit is None)
    choose(page, spelling)
    qtbot.keyClick(page.units.unknown, Qt.Key.Key_Return)
    press(qtbot, dialog_of(page, ChooseOne))
    settled()
    assert page.units.listed.units[0].aliases == (spelling,)
    page.units.commands.unlink()
    press(qtbot, dialog_of(page, ChooseOne))
    settled()
    assert not page.units.listed.units[0].aliases


def test_all_are_made_only_after_asking(qtbot: QtBot, page: DirectoryPage, settled: Callable[[], None]) -> None:
    count = len(page.units.listed.unknown)
    page.units.commands.make_all()
    dialog = dialog_of(page, AskFirst)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settled()
    assert names(page) == []
    page.units.commands.make_all()
    press(qtbot, dialog_of(page, AskFirst))
    settled()
    assert page.units.listed.unknown == () and len(names(page)) == count
    assert str(count) in page.news.text()


def test_a_unit_is_renamed_merged_parted_and_removed(
    qtbot: QtBot, page: DirectoryPage, settled: Callable[[], None], operations: Operations
) -> None:
    for name in ("Tổ A", "Tổ B"):
        operations.write("mẫu", partial(add_unit, name=name))
    settled()
    page.units.units.setFocus()
    qtbot.keyClick(page.units.units, Qt.Key.Key_F2)
    rename = dialog_of(page, UnitName)
    assert isinstance(rename, UnitName)
    rename.field.setText("Tổ B")
    press(qtbot, rename)
    settled()
    assert rename.isVisible() and "Tổ B" in rename.refusal.text()
    rename.field.setText("Tổ C")
    rename.changed.setChecked(True)
    rename.since.setText("1/7")
    press(qtbot, rename)
    settled()
    assert names(page) == ["Tổ C", "Tổ B"]
    assert "trước 01/7/2026: Tổ A" in words_at(page.units.units, 0, 2)
    page.units.commands.merge()
    press(qtbot, dialog_of(page, MergeUnit))
    settled()
    assert page.units.listed.units[0].merged_into == page.units.listed.units[1].id
    assert page.units.unit_buttons["part"].isVisible() and not page.units.unit_buttons["merge"].isVisible()
    page.units.commands.part()
    settled()
    assert page.units.listed.units[0].merged_into is None
    qtbot.keyClick(page.units.units, Qt.Key.Key_Delete)
    press(qtbot, dialog_of(page, AskFirst))
    settled()
    assert names(page) == ["Tổ B"]


@pytest.fixture
def calendar(page: DirectoryPage, settled: Callable[[], None]) -> DirectoryPage:
    """The page with the calendar in front."""
    page.show_tab(CALENDAR)
    settled()
    return page


def test_a_typed_day_is_stored_and_moves_what_is_open(
    calendar: DirectoryPage, settled: Callable[[], None], storage: Storage, operations: Operations
) -> None:
    table = calendar.calendar.periods
    assert table.rowCount() == 19
    row = [words_at(table, row, 0) for row in range(19)].index("Quý III")
    type_at(table, row, 2, "25/9")
    settled()
    assert words_at(table, row, 2) == "25/9/2026" and "khác mặc định" in words_at(table, row, 4)
    assert "đổi hạn" in calendar.news.text()
    dates = storage.read(lambda work: calendar_of_year(work, 2026, default_calendar())).periods
    assert dates[Period(Every.QUARTERLY, 3)].due == date(2026, 9, 25)
    operations.undo()
    settled()
    assert words_at(table, row, 2) == "20/9/2026"


def test_a_day_is_typed_at_the_keyboard(
    qtbot: QtBot, calendar: DirectoryPage, settled: Callable[[], None], operations: Operations
) -> None:
    table = calendar.calendar.periods
    table.setCurrentCell(2, 2)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = table.findChild(QLineEdit)
    assert editor is not None and editor.text() == "20/3/2026"
    editor.selectAll()
    qtbot.keyClicks(editor, "25/3")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: words_at(table, 2, 2) == "25/3/2026")
    settled()
    assert (table.currentRow(), table.currentColumn()) == (2, 2)
    assert len(operations.history().undo) == 2
    table.setCurrentCell(2, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert table.state() != table.State.EditingState, "the name of a period is not typed over"


def test_what_is_no_day_or_out_of_order_is_said_and_the_cell_is_as_before(
    qtbot: QtBot, calendar: DirectoryPage, settled: Callable[[], None], operations: Operations
) -> None:
    table = calendar.calendar.periods
    for column, words, said in ((1, "31/2", "31/2"), (1, "25/01/2026", "sớm hơn"), (2, "hôm nay", "hôm nay")):
        with qtbot.waitSignal(operations.refused) as caught:
            type_at(table, 0, column, words)
        assert said in caught.args[0]
        settled()
        assert (words_at(table, 0, 1), words_at(table, 0, 2)) == ("14/01/2026", "20/01/2026")


def test_delete_and_an_emptied_cell_go_back_to_the_default(
    qtbot: QtBot, calendar: DirectoryPage, settled: Callable[[], None], storage: Storage
) -> None:
    table = calendar.calendar.periods
    type_at(table, 0, 3, "Phòng Nội vụ")
    type_at(table, 0, 2, "22/1")
    settled()
    assert (words_at(table, 0, 2), words_at(table, 0, 3)) == ("22/01/2026", "Phòng Nội vụ")
    type_at(table, 0, 2, "")
    settled()
    assert words_at(table, 0, 2) == "20/01/2026"
    table.setCurrentCell(0, 3)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    settled()
    assert storage.read(lambda work: work.calendar(2026)) is None


def test_holidays_are_added_and_removed_and_the_year_goes_back(
    qtbot: QtBot, calendar: DirectoryPage, settled: Callable[[], None]
) -> None:
    tab = calendar.calendar
    before = tab.holidays.rowCount()
    tab.add_holiday()
    dialog = dialog_of(calendar, HolidayDialog)
    assert isinstance(dialog, HolidayDialog)
    dialog.name.setText("Nghỉ bù")
    dialog.day.setText("20/3/2027")
    press(qtbot, dialog)
    assert "2026" in dialog.refusal.text()
    dialog.day.setText("20/3")
    press(qtbot, dialog)
    settled()
    assert tab.holidays.rowCount() == before + 1
    march = [words_at(tab.periods, row, 4) for row in range(19) if words_at(tab.periods, row, 0) == "Tháng 3"]
    assert "gửi: Nghỉ bù" in march[0]
    tab.holidays.choose([0])
    qtbot.keyClick(tab.holidays, Qt.Key.Key_Delete)
    settled()
    assert words_at(tab.holidays, 0, 2) != "Tết Dương lịch"
    qtbot.mouseClick(tab.year_default, Qt.MouseButton.LeftButton)
    settled()
    assert tab.holidays.rowCount() == before and words_at(tab.holidays, 0, 2) == "Tết Dương lịch"


def test_another_year_has_a_calendar_of_its_own(calendar: DirectoryPage, settled: Callable[[], None]) -> None:
    tab = calendar.calendar
    type_at(tab.periods, 0, 2, "22/1")
    settled()
    tab.year.setCurrentText("2027")
    settled()
    assert words_at(tab.periods, 0, 2) == "20/01/2027"
    tab.year.setCurrentText("2026")
    settled()
    assert words_at(tab.periods, 0, 2) == "22/01/2026"


def test_people_are_added_changed_refused_and_removed(
    qtbot: QtBot, page: DirectoryPage, settled: Callable[[], None], storage: Storage
) -> None:
    page.show_tab(STAFF)
    settled()

    def fill(name: str, post: str, until: str = "") -> PersonDialog:
        dialog = dialog_of(page, PersonDialog)
        assert isinstance(dialog, PersonDialog)
        dialog.name.setText(name)
        dialog.post.setText(post)
        dialog.active_to.setText(until)
        press(qtbot, dialog)
        settled()
        return dialog

    page.staff.add_person()
    assert fill("", "Chuyên viên").refusal.text()
    fill("Người thứ nhất", "Chuyên viên", "31/12/2026")
    qtbot.keyClick(page.staff.table, Qt.Key.Key_Return)
    fill("Người thứ nhất", "Phó phòng")
    (stored,) = storage.read(lambda work: work.staff())
    assert stored == Person("Người thứ nhất", "Phó phòng", id=stored.id)
    page.staff.table.setFocus()
    qtbot.keyClick(page.staff.table, Qt.Key.Key_Delete)
    press(qtbot, dialog_of(page, AskFirst))
    settled()
    assert storage.read(lambda work: work.staff()) == []
