"""What is answered when things were met: day, document, why late, note, and the file that shows it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.mark import Mark
from app.services.tracking import Result
from ui.dialogs.mark_done import Agreed, MarkDone

TODAY = date(2026, 6, 17)


def opened(qtbot: QtBot, dues: Sequence[date] = (), before: Mark | None = None) -> MarkDone:
    """The dialog in front, asking about one thing for each due day."""
    dialog = MarkDone(max(len(dues), 1), TODAY, None, dues, before)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def agree(qtbot: QtBot, dialog: MarkDone) -> Agreed:
    """Press the button; what the dialog tells."""
    with qtbot.waitSignal(dialog.agreed) as told:
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert isinstance(told.args[0], Agreed)
    return told.args[0]


def type_over(qtbot: QtBot, dialog: MarkDone, words: str) -> None:
    """Type another day."""
    dialog.day.selectAll()
    qtbot.keyClicks(dialog.day, words)


def test_today_is_proposed_and_everything_else_may_stay_empty(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    assert agree(qtbot, dialog) == Agreed(Result(TODAY))


def test_all_fields_are_told(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(qtbot, [date(2026, 6, 1)])
    type_over(qtbot, dialog, "5/6")
    dialog.document.setText(" 12/BC-UBND ")
    dialog.document_day.setText("4/6/2026")
    dialog.content.setText("Báo cáo quý")
    dialog.reason.setText("Chờ số liệu")
    dialog.note.setText("Đã gửi")
    dialog.file.take([tmp_path / "bao-cao.pdf"])
    told = agree(qtbot, dialog)
    day, document_day = date(2026, 6, 5), date(2026, 6, 4)
    assert told.result == Result(day, "12/BC-UBND", document_day, "Báo cáo quý", "Đã gửi", "Chờ số liệu")
    assert told.file == tmp_path / "bao-cao.pdf"


def test_the_reason_is_asked_for_only_where_the_day_is_late(qtbot: QtBot) -> None:
    dialog = opened(qtbot, [date(2026, 6, 14)])
    assert dialog.reason.isVisible() and "chậm 3 ngày" in dialog.lateness.text()
    dialog.reason.setText("Chờ số liệu")
    type_over(qtbot, dialog, "14/6")
    assert not dialog.reason.isVisible() and not dialog.lateness.isVisible()
    assert agree(qtbot, dialog).result.reason == ""


def test_of_several_it_says_how_many_are_late(qtbot: QtBot) -> None:
    dialog = opened(qtbot, [date(2026, 6, 14), date(2026, 6, 16), date(2026, 7, 1)])
    assert "2 trong 3" in dialog.lateness.text()


@pytest.mark.parametrize("words", ["", "31/2/2026", "18/6/2026", "1/1/2027"])
def test_a_day_that_is_none_or_still_to_come_is_refused(qtbot: QtBot, words: str) -> None:
    dialog = opened(qtbot)
    dialog.day.setText(words)
    with qtbot.assertNotEmitted(dialog.agreed):
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and "Ngày hoàn thành" in dialog.refusal.text()


def test_the_day_of_the_document_must_be_one_too(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.document_day.setText("4/13")
    with qtbot.assertNotEmitted(dialog.agreed):
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert "Ngày văn bản" in dialog.refusal.text()


def test_what_was_noted_stands_there_already(qtbot: QtBot) -> None:
    before = Mark(1, "k", date(2026, 6, 3), "3/BC", "Ghi chú", date(2026, 6, 2), "Trích\nyếu", reason="Chậm")
    dialog = opened(qtbot, [date(2026, 6, 1)], before)
    expected = Result(date(2026, 6, 3), "3/BC", date(2026, 6, 2), "Trích yếu", "Ghi chú", "Chậm")
    assert agree(qtbot, dialog).result == expected


def test_a_file_is_dropped_anywhere_chosen_and_taken_away(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(qtbot)
    file = tmp_path / "Báo cáo quý.pdf"
    file.write_bytes(b"%PDF")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    held, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    over = dialog.document.mapTo(dialog, dialog.document.rect().center())
    QApplication.sendEvent(dialog, QDragEnterEvent(over, copy, carried, held, none))
    QApplication.sendEvent(dialog, QDropEvent(QPointF(over), copy, carried, held, none))
    assert dialog.file.path == file and dialog.file.name.text() == "Báo cáo quý.pdf"
    qtbot.mouseClick(dialog.file.remove, Qt.MouseButton.LeftButton)
    assert dialog.file.path is None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    qtbot.mouseClick(dialog.file.choose, Qt.MouseButton.LeftButton)
    assert agree(qtbot, dialog).file == file
