"""The side bar says whose register it is and what is saved."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ui.widgets.side_bar import SideBar, short_office


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("ỦY BAN NHÂN DÂN XÃ AN PHÚ", "UBND xã An Phú"),
        ("Ủy ban nhân dân phường Mẫu", "UBND phường Mẫu"),
        ("UBND xã Mẫu", "UBND xã Mẫu"),
        ("SỞ NỘI VỤ", "Sở Nội Vụ"),
    ],
)
def test_short_office(name: str, shown: str) -> None:
    assert short_office(name) == shown


def test_saved_is_said_with_its_time(qtbot: QtBot) -> None:
    bar = SideBar([("plan", "plan")])
    qtbot.addWidget(bar)
    bar.show_saved(datetime(2026, 6, 17, 9, 41))
    assert bar.saved_line == "✓ Đã lưu 09:41"


def test_the_name_the_office_gives_itself_comes_before_that_of_a_plan(qtbot: QtBot) -> None:
    bar = SideBar([("plan", "plan")])
    qtbot.addWidget(bar)
    bar.show_office("UBND xã Khác")
    assert bar.office == "UBND xã Khác"
    bar.show_own_office("ỦY BAN NHÂN DÂN XÃ AN PHÚ")
    assert bar.office == "UBND xã An Phú"
    bar.show_own_office("")
    bar.show_office(None)
    assert bar.office == "Cải cách hành chính"


def test_a_page_without_a_button_marks_none(qtbot: QtBot) -> None:
    bar = SideBar([("plan", "plan"), ("plans", "list")])
    qtbot.addWidget(bar)
    bar.show_page("plans")
    assert [button.isChecked() for button in bar.findChildren(QToolButton)] == [False, True]
    bar.show_page("first_run")
    assert not any(button.isChecked() for button in bar.findChildren(QToolButton))
