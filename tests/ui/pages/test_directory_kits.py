"""The tab of outlines and forms, over the real storage: look, export, load, another year, drop."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.exchange.kit_files import write_kit_file
from app.exchange.outlines import report_kit
from app.ports import Storage
from ui.clock import Clock
from ui.dialogs.kit_preview import KitPreview
from ui.operations import Operations
from ui.pages.directory_kits import KitsTab
from ui.pages.directory_page import KITS, DirectoryPage
from ui.widgets.figures_export import FiguresExport

KIT = report_kit()
NEW = replace(KIT.forms, title="Biểu của tỉnh", forms=KIT.forms.forms[:2], year=2027)
D = TypeVar("D", bound=QDialog)


@pytest.fixture
def tab(qtbot: QtBot, operations: Operations, storage: Storage) -> Iterator[KitsTab]:
    """The tab in its page."""
    del storage
    page = DirectoryPage(operations)
    qtbot.addWidget(page)
    page.clock = Clock(date(2026, 6, 17))
    operations.changed.connect(page.show_changes)
    page.show()
    page.show_tab(KITS)
    qtbot.waitUntil(lambda: operations.idle and bool(page.kits.lines))
    yield page.kits


def rows(tab: KitsTab) -> list[tuple[str, ...]]:
    """The list: title, purpose, years, origin."""
    items = [[tab.table.item(row, column) for column in (0, 1, 3, 4)] for row in range(tab.table.rowCount())]
    return [tuple(item.text() if item else "" for item in line) for line in items]


def dialog(qtbot: QtBot, kind: type[D]) -> D:
    """The open dialog of this kind."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def load(qtbot: QtBot, tab: KitsTab, file: Path) -> None:
    """Load a file by Enter, from the year it names."""
    tab.read_file(file)
    shown = dialog(qtbot, KitPreview)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.operations.idle and QApplication.activeModalWidget() is None)


def test_what_is_there_is_listed(tab: KitsTab) -> None:
    assert rows(tab) == [
        ("Báo cáo đột xuất, chuyên đề", "Đề cương báo cáo", "Mọi năm", "Có sẵn"),
        ("Báo cáo cải cách hành chính định kỳ", "Đề cương báo cáo", "Mọi năm", "Có sẵn"),
        (KIT.forms.title, "Biểu thống kê của báo cáo", "Mọi năm", "Có sẵn"),
        (KIT.extras[0].title, "Biểu nhập riêng", "Mọi năm", "Có sẵn"),
    ]
    assert not tab.drop.isEnabled()


def test_a_set_is_loaded_moved_to_another_year_dropped_and_taken_back(
    qtbot: QtBot, tab: KitsTab, tmp_path: Path
) -> None:
    write_kit_file(NEW, tmp_path / "bieu.xlsx")
    load(qtbot, tab, tmp_path / "bieu.xlsx")
    assert rows(tab)[2][2] == "Đến hết năm 2026"
    assert rows(tab)[3] == ("Biểu của tỉnh", "Biểu thống kê của báo cáo", "Từ năm 2027", "Đã nạp")
    tab.table.choose([3])
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    shown = dialog(qtbot, KitPreview)
    assert shown.form.count() == 2 and shown.table.rowCount() == len(NEW.forms[0].rows)
    qtbot.keyClick(shown.year, Qt.Key.Key_Up)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.operations.idle and QApplication.activeModalWidget() is None)
    assert rows(tab)[3][2] == "Từ năm 2028"
    tab.table.choose([3])
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: tab.operations.idle and len(rows(tab)) == 4)
    tab.operations.undo()
    qtbot.waitUntil(lambda: tab.operations.idle and len(rows(tab)) == 5)


def test_the_same_again_is_refused_in_the_dialog(qtbot: QtBot, tab: KitsTab, tmp_path: Path) -> None:
    write_kit_file(KIT.forms, tmp_path / "bieu.xlsx")
    tab.read_file(tmp_path / "bieu.xlsx")
    shown = dialog(qtbot, KitPreview)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.operations.idle and shown.refusal.isVisible())
    assert "đã có trong sổ" in shown.refusal.text()
    shown.reject()


def test_what_is_exported_can_be_changed_and_loaded(qtbot: QtBot, tab: KitsTab, tmp_path: Path) -> None:
    tab.table.choose([1])
    tab.write_file(tmp_path / "de cuong.xlsx")
    written = dialog(qtbot, FiguresExport)
    qtbot.waitUntil(lambda: not written.writer.background.running)
    written.reject()
    assert (tmp_path / "de cuong.xlsx").stat().st_size > 3000


def test_a_file_that_is_none_of_both_is_refused(qtbot: QtBot, tab: KitsTab, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    with qtbot.waitSignal(tab.operations.refused) as told:
        tab.read_file(tmp_path / "x.json")
    assert "không phải là đề cương" in told.args[0]
