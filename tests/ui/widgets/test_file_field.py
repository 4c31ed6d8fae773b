"""A place for one file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ui.widgets.file_field import FileField, file_filter


@pytest.fixture
def field(qtbot: QtBot) -> FileField:
    """An empty field."""
    made = FileField()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_first_of_several_is_taken_and_shown_by_its_name(qtbot: QtBot, field: FileField) -> None:
    assert field.name.text() == "Chưa có tệp" and not field.remove.isVisible()
    with qtbot.waitSignal(field.changed):
        field.take([Path("/tam/Báo cáo.pdf"), Path("/tam/khac.pdf")])
    assert field.path == Path("/tam/Báo cáo.pdf") and field.name.text() == "Báo cáo.pdf"
    field.take([])
    assert field.path is not None
    qtbot.mouseClick(field.remove, Qt.MouseButton.LeftButton)
    assert field.path is None


def test_a_file_dialog_given_up_changes_nothing(
    qtbot: QtBot, field: FileField, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(field.changed):
        qtbot.mouseClick(field.choose, Qt.MouseButton.LeftButton)
    assert field.path is None


def test_the_filter_names_the_types_taken_in() -> None:
    assert "*.pdf" in file_filter() and "*.exe" not in file_filter()
