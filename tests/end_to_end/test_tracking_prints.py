"""Marking, then handing round what is still late: Ctrl+P on the tracking page, exported to a PDF that says so."""

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.line_filter import LineFilter
from app.domain.milestone_lines import Line, LineState
from app.ports import Storage
from tests.end_to_end.hands import CTRL, key, settle, type_words
from tests.windows import bring_forward
from ui.dialogs import document_preview
from ui.dialogs.mark_done import MarkDone
from ui.dialogs.reminder_preview import ReminderPreview
from ui.dialogs.results_preview import ResultsPreview
from ui.main_window import MainWindow
from ui.pages.tracking_page import TrackingPage

TODAY = date(2026, 6, 17)


@pytest.fixture
def page(qtbot: QtBot, storage: Storage, tmp_path: Path) -> Iterator[TrackingPage]:
    """The tracking page in the real window, with the late milestones."""
    window = MainWindow(storage, tmp_path, TODAY)
    qtbot.addWidget(window)
    window.show_page("plan")
    bring_forward(qtbot, window)
    settle(qtbot, window)
    window.ways.show_milestones(LineFilter(states=frozenset({LineState.OVERDUE})))
    settle(qtbot, window)
    yield cast(TrackingPage, window.current_page)
    settle(qtbot, window)
    window.close()


def mark_first(qtbot: QtBot, page: TrackingPage) -> Line:
    """Mark the first late milestone as met, by keys; the milestone as it was."""
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.lines.index(0, 0))
    line = page.table.selected[0]
    key(Qt.Key.Key_Return, CTRL)
    dialog = page.findChild(MarkDone)
    assert dialog is not None
    qtbot.waitUntil(dialog.document.hasFocus)
    type_words("31/BC-UBND")
    key(Qt.Key.Key_Return)
    settle(qtbot, cast(MainWindow, page.window()))
    return line


def words_in(pdf: Path) -> str:
    """All words of a PDF with single blanks between them."""
    found = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    return " ".join(found.stdout.split())


def test_late_tasks_of_the_unit_shown_reach_the_file(
    qtbot: QtBot, page: TrackingPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = mark_first(qtbot, page)
    late = list(page.table.lines.shown)
    assert late and marked.key not in [line.key for line in late if line.row_id == marked.row_id]
    unit = late[0].units[0]
    page.filters.show_filter(LineFilter(states=frozenset({LineState.OVERDUE}), unit=unit))
    bring_forward(qtbot, page.window())
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    key(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: page.findChild(ReminderPreview) is not None)
    preview = cast(ReminderPreview, page.findChild(ReminderPreview))
    qtbot.waitUntil(preview.export.isEnabled, timeout=10_000)
    monkeypatch.setattr(document_preview, "ask_target", lambda *_: tmp_path / "don-doc.pdf")
    with qtbot.waitSignal(preview.writer.background.finished, timeout=20_000):
        qtbot.mouseClick(preview.export, Qt.MouseButton.LeftButton)
    words = words_in(tmp_path / "don-doc.pdf")
    assert f"Đơn vị chủ trì: {unit}" in words
    of_unit = [line for line in late if unit in line.units]
    assert of_unit and words.count("Quá hạn") >= len(of_unit)
    assert all(" ".join(line.name.split()[:3]) in words for line in of_unit)
    with qtbot.waitSignal(preview.finished):
        preview.reject()


def test_what_was_marked_stands_in_the_annex(qtbot: QtBot, page: TrackingPage) -> None:
    mark_first(qtbot, page)
    page.prints.results.trigger()
    qtbot.waitUntil(lambda: page.findChild(ResultsPreview) is not None)
    preview = cast(ResultsPreview, page.findChild(ResultsPreview))
    qtbot.waitUntil(preview.export.isEnabled, timeout=10_000)
    assert preview.made is not None and "31/BC-UBND" in str(preview.made.document)
    with qtbot.waitSignal(preview.finished):
        preview.reject()
