"""A clerk's day in the real window: a plan from a template, blocks from Excel and Word, undo, a restart, an export."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.plan import Appendix, Cell, Plan
from app.exchange.read import read_plan
from app.ports import Storage
from db.storage import open_storage
from tests.end_to_end.hands import CTRL, SHIFT, key, settle, type_words
from tests.windows import bring_forward
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.new_plan import NewPlanDialog
from ui.main_window import MainWindow

_EXCEL = '"Rà soát\nthủ tục"\tBáo cáo\tVăn phòng\tTư pháp\tQuý I\r\nĐối thoại\tKế hoạch\tTư pháp\tVăn phòng\tQuý II\r\n'
_WORD = """<table><tr><td rowspan=2><p>Số hóa hồ sơ</p></td><td>Báo cáo<br>quý</td><td>Trung tâm</td></tr>
<tr><td>Kế hoạch</td><td>Văn phòng</td></tr></table>"""


class Office:
    """The window on a data folder, to be closed and opened again."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.open()

    def open(self) -> None:
        """Start the program and wait for its first page."""
        self.storage: Storage = open_storage(self.folder)
        self.window = MainWindow(self.storage, self.folder, date(2026, 3, 2))
        self.qtbot.addWidget(self.window)
        bring_forward(self.qtbot, self.window)
        self.window.start()
        self.settle()

    def close(self) -> None:
        """Leave the program."""
        self.window.close()
        self.storage.close()

    def settle(self) -> None:
        """Wait until all is on disk and shown."""
        settle(self.qtbot, self.window)

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """The open dialog of ``kind``, once it is there."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        return cast(QWidget, QApplication.activeModalWidget())

    def plan(self) -> Plan:
        """The only plan, as stored."""
        return self.storage.read(lambda work: work.get_plan(work.list_plans()[0].id))

    def appendix(self) -> Appendix:
        """The first appendix, as stored."""
        return self.plan().appendices[0]

    def cells(self) -> list[tuple[Cell, ...]]:
        """The rows of the first appendix, as stored; those on the screen are the same."""
        stored = self.appendix()
        assert self.window.plan_page.table.appendix_model.appendix.rows == stored.rows
        return [row.cells for row in stored.rows]

    def press(self, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key and wait for what it leads to."""
        key(pressed, held)
        self.settle()

    def new_plan(self) -> None:
        """Ctrl+N, then the first layout template, by keys."""
        key(Qt.Key.Key_N, CTRL)
        dialog = cast(NewPlanDialog, self.dialog(NewPlanDialog))
        self.qtbot.waitUntil(lambda: dialog.source() is not None)
        with self.qtbot.waitSignal(dialog.created, timeout=10_000):
            key(Qt.Key.Key_Return)
        self.settle()
        self.to_table()

    def to_table(self) -> None:
        """Into the first row's task column. A screen without a window manager gives no focus back after a dialog."""
        bring_forward(self.qtbot, self.window)
        self.window.plan_page.table.setFocus()
        key(Qt.Key.Key_Home, CTRL)
        key(Qt.Key.Key_Right)

    def paste(self, text: str = "", html: str = "") -> None:
        """Ctrl+V with this on the clipboard."""
        data = QMimeData()
        data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)
        self.press(Qt.Key.Key_V, CTRL)


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Office]:
    opened = Office(qtbot, tmp_path / "dữ liệu")
    yield opened
    opened.close()


def test_a_plan_from_a_template_to_its_word_file(office: Office, tmp_path: Path) -> None:
    office.new_plan()
    assert len(office.plan().appendices) == 7
    assert [column.role for column in office.appendix().columns][1] == "task"

    type_words("Phổ biến pháp luật")
    key(Qt.Key.Key_Tab)
    type_words("- Kế hoạch;\n- Báo cáo.")
    office.press(Qt.Key.Key_Return)
    typed = office.cells()
    assert typed[0][1:3] == ("Phổ biến pháp luật", "- Kế hoạch;\n- Báo cáo.")

    office.press(Qt.Key.Key_F5)
    key(Qt.Key.Key_Left)
    office.paste(_EXCEL)
    pasted = office.cells()
    assert pasted[1][1:] == ("Rà soát\nthủ tục", "Báo cáo", "Văn phòng", "Tư pháp", "Quý I")
    assert pasted[2][0] == "3" and pasted[2][1] == "Đối thoại"
    assert pasted[0] == typed[0] and len(pasted) == 3

    for _ in range(2):
        key(Qt.Key.Key_Down)
    office.press(Qt.Key.Key_F5)
    office.paste("Số hóa hồ sơ", _WORD)
    merged = office.cells()
    assert merged[3][1:4] == ("Số hóa hồ sơ", "Báo cáo\nquý", "Trung tâm")
    assert merged[4][1:4] == (None, "Kế hoạch", "Văn phòng")

    steps = len(office.storage.history().undo)
    for _ in range(4):
        office.press(Qt.Key.Key_Z, CTRL)
    assert office.cells() == typed
    for _ in range(4):
        office.press(Qt.Key.Key_Y, CTRL)
    assert office.cells() == merged and len(office.storage.history().undo) == steps

    office.close()
    office.open()
    assert office.cells() == merged

    key(Qt.Key.Key_E, CTRL)
    dialog = cast(ExportDialog, office.dialog(ExportDialog))
    dialog.formats["docx"].click()
    dialog.file.setText(str(tmp_path / "Kế hoạch năm 2026.docx"))
    with office.qtbot.waitSignal(dialog.background.finished, timeout=20_000):
        dialog.export()
    dialog.close()
    found = read_plan(tmp_path / "Kế hoạch năm 2026.docx").plan.appendices[0]
    assert [row.cells for row in found.rows] == merged


def test_a_row_is_moved_duplicated_and_deleted_by_keys(office: Office) -> None:
    office.new_plan()
    office.paste("A\nB\nC")
    assert [cells[:2] for cells in office.cells()] == [("1", "A"), ("2", "B"), ("3", "C")]
    office.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [cells[:2] for cells in office.cells()] == [("1", "B"), ("2", "A"), ("3", "C")]
    office.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert [cells[1] for cells in office.cells()] == ["B", "A", "A", "C"]
    office.press(Qt.Key.Key_F6)
    assert [cells[:2] for cells in office.cells()] == [("1", "B"), ("2", "A"), ("3", "C")]
    for _ in range(4):
        office.press(Qt.Key.Key_Z, CTRL)
    assert [cells[1] for cells in office.cells()] == [""]
