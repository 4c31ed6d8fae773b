"""The log of the whole register on the directory page."""

from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from sqlite3 import connect

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from app.domain.log_filter import LogFilter, LogTopic
from app.domain.plan import Plan
from app.ports import CellEdit, Storage, Work
from app.services.log import SLICE
from ui.dialogs.log_preview import LogPreview
from ui.operations import Operations
from ui.pages.directory_page import LOG, DirectoryPage
from ui.pages.log_tab import LogTab
from ui.widgets.figures_export import FiguresExport
from ui.widgets.log_model import COLUMNS

Settled = Callable[[], None]


def _type(work: Work, edit: CellEdit) -> None:
    work.save_cells([edit])


@pytest.fixture
def settled(qtbot: QtBot, operations: Operations) -> Settled:
    """Waits until all that was asked for is shown."""
    return lambda: qtbot.waitUntil(lambda: operations.idle)


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, storage: Storage, plan_id: int, settled: Settled) -> DirectoryPage:
    """The page at the log: a plan, then 300 changes of a cell by "Một", the newest taken back."""
    part = storage.read(lambda work: work.get_plan(plan_id)).appendices[0]
    place = (part.rows[1].id or 0, part.columns[1].id or 0)
    storage.work_as("Một")
    for number in range(300):
        edit = CellEdit(*place, f"Lần {number}")
        storage.write("Gõ", partial(_type, edit=edit))
    storage.undo()
    made = DirectoryPage(operations)
    qtbot.addWidget(made)
    operations.changed.connect(made.show_changes)
    made.resize(1160, 700)
    made.show()
    made.show_tab(LOG)
    settled()
    return made


@pytest.fixture
def tab(page: DirectoryPage) -> LogTab:
    return page.log


def shown(tab: LogTab, column: str, row: int = 0) -> str:
    return str(tab.table.log.index(row, COLUMNS.index(column)).data())


def test_the_newest_line_comes_first_and_stands_below_in_full(tab: LogTab) -> None:
    assert tab.table.log.rowCount() == SLICE
    assert (shown(tab, "who"), shown(tab, "step"), shown(tab, "thing")) == (
        "Một",
        "Hoàn tác: Gõ",
        "Ô “Nội dung thực hiện”",
    )
    assert (shown(tab, "old"), shown(tab, "new")) == ("Lần 299", "Lần 298")
    assert tab.detail.old.toPlainText() == "Lần 299" and tab.detail.new.toPlainText() == "Lần 298"
    assert "Kế hoạch CCHC xã Mẫu năm 2026" in tab.detail.head.text()


def test_scrolling_down_reads_on_and_never_the_same_line_twice(tab: LogTab, settled: Settled) -> None:
    while tab.table.log.rowCount() < tab.count:
        before = tab.table.log.rowCount()
        tab.table.scrollToBottom()
        tab.table.log.fetchMore(tab.table.rootIndex())
        settled()
        assert before < tab.table.log.rowCount() <= before + SLICE
    ids = [line.id for line in tab.table.log.lines]
    assert ids == sorted(set(ids), reverse=True) and len(ids) == tab.count
    assert tab.counted.text() == f"{tab.count} dòng, mới nhất ở trên"


def test_each_field_narrows(qtbot: QtBot, tab: LogTab, settled: Settled) -> None:
    filters = tab.filters
    qtbot.keyClicks(filters.words, "lan 17")
    qtbot.waitUntil(lambda: tab.wanted.words == "lan 17")
    settled()
    assert tab.count == 17, "17, 117, 170 to 179 and 217, and the four changes that leave them"
    qtbot.mouseClick(filters.clear, Qt.MouseButton.LeftButton)
    settled()
    assert tab.wanted == LogFilter() and tab.count > 300
    filters.topic.setCurrentIndex(filters.topic.findText("Hoàn tác, làm lại"))
    filters.topic.activated.emit(filters.topic.currentIndex())
    settled()
    assert tab.wanted == LogFilter(topic=LogTopic.TAKEN_BACK) and tab.count == 1
    filters.clear_all()
    filters.who.setCurrentIndex(filters.who.findText("(chưa chọn người)"))
    filters.who.activated.emit(filters.who.currentIndex())
    settled()
    assert tab.wanted.who == "" and 0 < tab.count < 100
    filters.clear_all()
    filters.until.setText("01/01/2020")
    filters.until.textEdited.emit("01/01/2020")
    qtbot.waitUntil(lambda: tab.wanted.until == date(2020, 1, 1))
    settled()
    assert tab.count == 0 and tab.counted.text() == "Không có dòng nào đúng với điều kiện lọc."
    assert not tab.prints.button.isEnabled() and not tab.detail.go.isEnabled()


def test_what_is_no_day_is_said(qtbot: QtBot, page: DirectoryPage, settled: Settled) -> None:
    page.log.filters.since.setText("hôm kia")
    page.log.filters.since.textEdited.emit("hôm kia")
    qtbot.waitUntil(lambda: bool(page.news.text()))
    settled()
    assert "hôm kia" in page.news.text() and page.log.count > 300


def test_a_day_is_picked_from_the_calendar(qtbot: QtBot, tab: LogTab, settled: Settled) -> None:
    tab.filters.since.open_calendar()
    assert tab.filters.since.calendar is not None
    tab.filters.since.calendar.clicked.emit(QDate(2999, 1, 1))
    qtbot.waitUntil(lambda: tab.wanted.since == date(2999, 1, 1))
    settled()
    assert tab.count == 0


def test_enter_goes_to_the_row_and_says_where_it_is_gone(
    qtbot: QtBot, page: DirectoryPage, settled: Settled, storage: Storage, plan_id: int, stored: Callable[[], object]
) -> None:
    del stored
    with qtbot.waitSignal(page.plan_wanted) as told:
        qtbot.keyClick(page.log.table, Qt.Key.Key_Return)
    assert told.args is not None and told.args[0] == plan_id
    settled()
    storage.write("Xóa", lambda work: work.remove_plan(plan_id))
    qtbot.mouseClick(page.log.detail.go, Qt.MouseButton.LeftButton)
    settled()
    assert page.news.text() == "Dòng này không còn trong kế hoạch."


def test_a_change_made_meanwhile_is_shown(
    tab: LogTab, settled: Settled, operations: Operations, small_plan: Plan
) -> None:
    operations.write("Thêm kế hoạch", lambda work: work.add_plan(small_plan))
    settled()
    assert "Thêm kế hoạch" in {shown(tab, "step", row) for row in range(5)}
    assert tab.chain.words.text() == f"✓ Nhật ký nguyên vẹn ({tab.count} dòng)"


def test_a_line_changed_outside_is_found(tab: LogTab, settled: Settled, tmp_path: Path) -> None:
    assert tab.chain.words.text() == f"✓ Nhật ký nguyên vẹn ({tab.count} dòng)"
    with closing(connect(tmp_path / "so" / "so-cchc.db")) as connection, connection:
        connection.execute("UPDATE log SET new = 'khác' WHERE id = 100")
    tab.chain.again.click()
    settled()
    assert tab.chain.words.text() == "⚠ Nhật ký không còn nguyên vẹn từ dòng số 100"


def test_what_is_filtered_is_printed(qtbot: QtBot, tab: LogTab, settled: Settled) -> None:
    tab.prints.open_preview()
    settled()
    preview = tab.findChild(LogPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.made is not None, timeout=20_000)
    boxes = preview.log_choices.lines
    assert [boxes.itemText(place) for place in range(boxes.count())] == [
        "100 dòng mới nhất",
        "200 dòng mới nhất",
        f"Tất cả {tab.count} dòng",
    ]
    boxes.setCurrentIndex(1)
    qtbot.waitUntil(lambda: preview.made is None)
    qtbot.waitUntil(lambda: preview.made is not None, timeout=20_000)
    preview.close()


def test_all_that_is_filtered_goes_to_excel(qtbot: QtBot, tab: LogTab, settled: Settled, tmp_path: Path) -> None:
    tab.prints.write(tmp_path / "nhat ky.xlsx")
    dialog = tab.findChild(FiguresExport)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.writer.background.running, timeout=20_000)
    sheet = load_workbook(tmp_path / "nhat ky.xlsx").active
    assert sheet.max_row >= tab.count
    dialog.close()
    settled()
