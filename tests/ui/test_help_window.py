"""The help window: contents, links, search, the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QUrl
from pytestqt.qtbot import QtBot

from app.exchange.help_files import topics
from ui.help_pages import help_pages
from ui.help_window import HelpWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[HelpWindow]:
    """The help at its first page."""
    made = HelpWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(made)
    made.show_topic("tong-quan")
    made.show()
    yield made
    made.close()


def words_of(window: HelpWindow) -> str:
    return window.browser.toPlainText()


@pytest.mark.parametrize("topic", topics())
def test_every_page_shows_its_title_and_no_sign_of_its_spelling(window: HelpWindow, topic: str) -> None:
    window.show_topic(topic)
    words = words_of(window)
    assert words.startswith(help_pages()[topic].title)
    assert not [sign for sign in ("**", "](", "@", "`") if sign in words]
    assert window.list.currentItem().data(Qt.ItemDataRole.UserRole) == topic


def test_a_link_and_the_way_back(window: HelpWindow) -> None:
    assert not window.back.isEnabled()
    window.browser.anchorClicked.emit(QUrl("ke-hoach"))
    assert window.topic == "ke-hoach"
    window.back.click()
    assert window.topic == "tong-quan"
    assert not window.back.isEnabled()


def test_the_contents_open_pages(window: HelpWindow) -> None:
    place = next(n for n in range(window.list.count()) if window.list.item(n).text() == "Sao lưu, khôi phục, USB")
    window.list.setCurrentRow(place)
    assert window.topic == "sao-luu"


def test_typing_finds_without_marks_and_enter_opens_the_best(qtbot: QtBot, window: HelpWindow) -> None:
    qtbot.keyClicks(window.search, "so don doc")
    assert window.topic == ""
    assert "Sổ đôn đốc và các bản in tiến độ" in words_of(window)
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.topic == "don-doc"
    window.back.click()
    assert window.search.text() == "so don doc"
    window.back.click()
    assert window.topic == "tong-quan"
    assert window.search.text() == ""


def test_nothing_found_is_said(qtbot: QtBot, window: HelpWindow) -> None:
    qtbot.keyClicks(window.search, "xyzxyz")
    assert "Không thấy “xyzxyz”" in words_of(window)


def test_an_emptied_search_leads_back(qtbot: QtBot, window: HelpWindow) -> None:
    window.show_topic("nhap")
    qtbot.keyClicks(window.search, "usb")
    window.search.clear()
    assert window.topic == "nhap"


def test_letters_of_another_size_are_followed(window: HelpWindow) -> None:
    window.show_topic("sao-luu")
    before = window.browser.document().size().height()
    larger = window.font()
    larger.setPixelSize(window.fontInfo().pixelSize() * 3 // 2)
    window.setFont(larger)
    assert window.topic == "sao-luu"
    assert window.list.currentItem().data(Qt.ItemDataRole.UserRole) == "sao-luu"
    assert window.browser.document().size().height() > before


def test_every_picture_is_found_and_fits(window: HelpWindow) -> None:
    window.resize(760, 600)
    for topic in topics():
        window.show_topic(topic)
        assert window.browser.document().idealWidth() <= window.browser.viewport().width()
