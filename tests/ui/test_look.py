"""The look of the program: kept, changed while it runs, and followed by what is on the screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.icons import icon
from ui.look import change_look, keep_look, look_kept_in, nearest_size, stored_look
from ui.theme import Look, apply_theme, base_font, colour, kept_for_look, look_now, measured, px, some_px, style_sheet


@pytest.fixture(autouse=True)
def usual_look_at_the_end(qapp: QApplication) -> Iterator[None]:
    apply_theme(qapp, Look())
    yield
    change_look(Look())


@pytest.mark.parametrize("look", [Look(), Look(120), Look(150, True)])
def test_a_look_is_kept_beside_the_data(tmp_path: Path, look: Look) -> None:
    keep_look(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat), look)
    assert look_kept_in(tmp_path) == look


@pytest.mark.parametrize(
    ("stored", "size"), [("150", 150), ("900", 150), ("1", 100), ("-120", 100), ("x", 100), ("", 100), ("124", 120)]
)
def test_a_size_that_cannot_be_is_the_nearest_or_the_usual(tmp_path: Path, stored: str, size: int) -> None:
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("text_size", stored)
    assert stored_look(settings) == Look(size)


def test_sizes_go_in_steps_of_ten() -> None:
    assert [nearest_size(size) for size in (90, 100, 110, 114, 150, 160)] == [100, 100, 110, 110, 150, 150]


def test_measures_and_letters_grow_with_the_text(qtbot: QtBot) -> None:
    label = QLabel("Kế hoạch")
    qtbot.addWidget(label)
    measured(label, lambda widget: widget.setFixedWidth(px(200)))
    label.show()
    change_look(Look(150))
    assert (px(100), some_px(100), base_font().pixelSize()) == (150, 125, 20)
    assert label.width() == 300
    assert label.font().pixelSize() == 20
    change_look(Look())
    assert label.width() == 200
    assert label.font().pixelSize() == 13


def test_a_widget_that_is_gone_is_measured_no_more(qapp: QApplication) -> None:
    label = QLabel()
    calls: list[int] = []
    measured(label, lambda widget: calls.append(widget.width()))
    delete(label)
    change_look(Look(110))
    assert len(calls) == 1


def test_icons_of_buttons_follow_the_colours(qtbot: QtBot) -> None:
    button = QPushButton(icon("add", "primary"), "Thêm")
    qtbot.addWidget(button)
    before = button.icon().pixmap(24).toImage()
    change_look(Look(100, True))
    assert button.icon().pixmap(24).toImage() != before
    assert colour("text").name() == "#000000"
    change_look(Look())
    assert button.icon().pixmap(24).toImage() == before


def test_what_is_kept_for_a_look_is_forgotten_with_it() -> None:
    calls: list[int] = []

    @kept_for_look(10)
    def doubled(number: int) -> int:
        calls.append(number)
        return 2 * number

    assert [doubled(2), doubled(2)] == [4, 4]
    change_look(Look(130))
    assert doubled(2) == 4
    assert calls == [2, 2]


@pytest.mark.parametrize("size", range(100, 151, 10))
@pytest.mark.parametrize("contrast", [False, True])
def test_the_style_sheet_is_whole_at_every_look(size: int, contrast: bool) -> None:
    change_look(Look(size, contrast))
    assert "$" not in style_sheet()
    assert look_now() == Look(size, contrast)
