"""What the window says when something goes wrong, and its start and end."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.errors import MachineTrouble
from app.ports import Storage, Work
from ui.application import run_window
from ui.dialogs.export_dialog import ExportDialog
from ui.dialogs.print_preview import PrintPreview
from ui.main_window import MainWindow

_TODAY = date(2026, 6, 17)


def said(qtbot: QtBot, window: MainWindow) -> QMessageBox:
    """The box that stands over the window."""
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    box = window.findChild(QMessageBox)
    assert box is not None
    return box


def test_trouble_of_the_machine_is_said_in_a_box(qtbot: QtBot, window: MainWindow) -> None:
    def fails(work: Work) -> None:
        del work
        raise MachineTrouble("storage.disk_full")

    window.operations.write("thử", fails)
    box = said(qtbot, window)
    assert box.icon() is QMessageBox.Icon.Warning
    assert box.windowTitle() == "Máy tính đang gặp trở ngại"
    assert "đầy" in box.text()
    box.buttons()[0].click()


@pytest.mark.parametrize(("name", "kind"), [("print", PrintPreview), ("export", ExportDialog)])
def test_printing_and_exporting_open_their_dialog_with_what_was_typed(
    qtbot: QtBot, window: MainWindow, name: str, kind: type[PrintPreview] | type[ExportDialog]
) -> None:
    page = window.plan_page
    page.table.go_to(1, 1)
    page.table.edit_place("Vừa gõ")
    window.actions_[name].trigger()
    qtbot.waitUntil(lambda: page.findChild(kind) is not None)
    assert not page.table.is_editing
    dialog = page.findChild(kind)
    assert dialog is not None
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.finished):
        dialog.reject()


def test_the_program_starts_shows_its_window_and_ends_when_that_is_closed(
    qtbot: QtBot, storage: Storage, plan_id: int, tmp_path: Path
) -> None:
    title = "Kế hoạch CCHC xã Mẫu năm 2026 – Sổ CCHC"
    looks: list[list[str]] = []

    def close() -> None:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
        looks.append([one.windowTitle() for one in shown])
        if looks[-1] == [title] or len(looks) > 1000:
            for one in shown:
                one.close()

    # the plan is read after the window is there, on a busy machine much later
    looking = QTimer()
    looking.timeout.connect(close)
    looking.start(20)
    assert run_window(storage, tmp_path, _TODAY) == 0
    looking.stop()
    assert [title] in looks
    assert f"plan={plan_id}" in (tmp_path / "window.ini").read_text(encoding="utf-8")
    del qtbot
