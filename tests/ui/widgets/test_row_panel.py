"""The panel: three tabs, what was known of another row is gone at once, files are taken anywhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from app.domain.plan import Appendix, Column, Role, Row, RowKind
from ui.widgets.appendix_model import AppendixModel
from ui.widgets.row_panel import LOG, PROGRESS, WORDS, RowPanel

COLUMNS = (Column("TT", Role.ORDINAL, id=1), Column("Việc", Role.TASK, id=2))
ROWS = (
    Row(RowKind.SECTION, ordinal="I", text="MỤC", id=10),
    Row(RowKind.ITEM, ("1.", "Một"), id=11),
    Row(RowKind.ITEM, ("", "Hai"), id=12),
)


@pytest.fixture
def panel(qtbot: QtBot) -> RowPanel:
    """A panel on three rows."""
    model = AppendixModel()
    made = RowPanel(model)
    model.setParent(made)
    qtbot.addWidget(made)
    model.show(Appendix("PL", "Mẫu", COLUMNS, ROWS, id=1))
    made.show()
    return made


def test_the_row_in_use_is_told_and_named(qtbot: QtBot, panel: RowPanel) -> None:
    with qtbot.waitSignal(panel.row_shown) as told:
        panel.show_row(1)
    assert told.args == [11] and panel.heading == "Nhiệm vụ 1"
    assert [editor.toPlainText() for editor in panel.editors] == ["1.", "Một"]
    panel.show_row(2)
    assert panel.heading == "Nhiệm vụ 2" and panel.row_id == 12


def test_a_section_and_no_row_have_no_progress(qtbot: QtBot, panel: RowPanel) -> None:
    for row, heading in ((0, "Đề mục I"), (None, "Chưa chọn dòng nào")):
        panel.show_row(1)
        with qtbot.waitSignal(panel.row_shown) as told:
            panel.show_row(row)
        assert told.args == [None] and panel.row_id is None
        assert panel.heading == heading


def test_another_tab_asks_for_the_row_again(qtbot: QtBot, panel: RowPanel) -> None:
    panel.show_row(1)
    for tab in (PROGRESS, LOG, WORDS):
        with qtbot.waitSignal(panel.row_shown) as told:
            panel.show_tab(tab)
        assert told.args == [11] and panel._stack.currentIndex() == tab
    assert [panel.tabs.tabText(tab) for tab in range(3)] == ["Nội dung", "Tiến độ", "Nhật ký"]


def test_files_are_no_text_for_the_fields(panel: RowPanel, tmp_path: Path) -> None:
    panel.show_row(1)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf"))])
    carried.setText("a.pdf")
    words = QMimeData()
    words.setText("chữ")
    for field in (panel.editors[1], panel.log.field):
        assert not field.canInsertFromMimeData(carried) and field.canInsertFromMimeData(words)
