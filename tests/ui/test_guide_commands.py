"""The guide from the menu: seen before printing, written to a file."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.exchange.render_pdf import PdfPages
from ui.dialogs.guide_preview import GuidePreview
from ui.guide_commands import GuideCommands, as_pdf
from ui.main_window import MainWindow


def test_the_guide_is_written_off_the_window_s_thread(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    commands = GuideCommands(window)
    with qtbot.waitSignal(commands.work.finished, timeout=20_000):
        commands.write_to(as_pdf(tmp_path / "huong dan"))
        assert "Đang dựng" in window.banner.sentence
    file = tmp_path / "huong dan.pdf"
    assert str(file) in window.banner.sentence
    with PdfPages(file) as pages:
        assert len(pages) == 12


def test_a_folder_that_is_not_there_is_said(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    commands = GuideCommands(window)
    with qtbot.waitSignal(commands.work.refused, timeout=20_000):
        commands.write_to(tmp_path / "khong-co" / "huong-dan.pdf")
    assert "Không tìm thấy thư mục" in window.banner.sentence


def test_the_preview_shows_the_pages(qtbot: QtBot, window: MainWindow) -> None:
    preview = GuidePreview(window)
    qtbot.addWidget(preview)
    preview.show()
    qtbot.waitUntil(lambda: preview.made is not None, timeout=20_000)
    assert preview.made is not None
    assert len(preview.made.sizes) >= 10
    qtbot.waitUntil(lambda: not preview.making.running, timeout=20_000)
    assert preview.print.isEnabled()
    preview.close()
