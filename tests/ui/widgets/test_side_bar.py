"""The side bar says whose register it is and what is saved."""

from datetime import datetime

import pytest
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
