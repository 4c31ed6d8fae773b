"""A file being written, and what can be done with it then."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from ui.background import Progress
from ui.dialogs.file_writer import FileWriter


@pytest.fixture
def writer(qtbot: QtBot) -> FileWriter:
    """A narrow one, as at the side of a preview."""
    made = FileWriter()
    qtbot.addWidget(made)
    made.resize(246, 120)
    made.show()
    return made


def write(path: Path, progress: Progress) -> Path:
    """Writes a word, unless the name says that another program holds the file."""
    progress.check()
    if path.stem == "mở":
        raise Refused("export.target_open", name=path.name, other="tên dài " * 9 + "(2).pdf")
    path.write_text("x", encoding="utf-8")
    return path


def test_what_was_written_can_be_opened(
    qtbot: QtBot, writer: FileWriter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) > 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    with qtbot.waitSignal(writer.background.finished):
        writer.write(tmp_path / "thư.pdf", write)
    assert "thư.pdf" in writer.words.text() and not writer.bar.isVisible()
    qtbot.mouseClick(writer.open_file, Qt.MouseButton.LeftButton)
    assert str(tmp_path / "thư.pdf") in writer.words.text()  # no program for it: where it lies
    qtbot.mouseClick(writer.open_folder, Qt.MouseButton.LeftButton)
    assert opened == [(tmp_path / "thư.pdf").as_posix(), tmp_path.as_posix()]


def test_a_file_held_open_is_written_under_another_name(qtbot: QtBot, writer: FileWriter, tmp_path: Path) -> None:
    sentences: list[str] = []
    writer.refused.connect(sentences.append)
    with qtbot.waitSignal(writer.background.refused):
        writer.write(tmp_path / "mở.pdf", write)
    assert "đang được mở" in sentences[-1] and writer.use_other.isVisible()
    assert "…" in writer.use_other.text() and writer.use_other.sizeHint().width() <= writer.width()
    with qtbot.waitSignals([writer.moved, writer.background.finished]):
        qtbot.mouseClick(writer.use_other, Qt.MouseButton.LeftButton)
    assert len(list(tmp_path.iterdir())) == 1 and not writer.use_other.isVisible()


def test_a_mistake_of_our_own_is_said_without_its_details(
    qtbot: QtBot, writer: FileWriter, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(path: Path, progress: Progress) -> Path:
        raise ZeroDivisionError(path, progress)

    sentences: list[str] = []
    writer.refused.connect(sentences.append)
    with qtbot.waitSignal(writer.background.failed):
        writer.write(tmp_path / "a.pdf", fail)
    assert "Phần mềm gặp lỗi khi xuất" in sentences[-1] and "ZeroDivisionError" in caplog.text
