"""Lists of filters: filled anew, what was chosen stays chosen."""

import pytest
from pytestqt.qtbot import QtBot

from ui.widgets.filter_combo import choose, fill, filter_combo


@pytest.mark.parametrize(("later", "chosen"), [(("a", "b", "c"), "b"), (("a", "c"), None), (("b",), "b")])
def test_what_was_chosen_stays_as_long_as_it_is_there(qtbot: QtBot, later: tuple[str, ...], chosen: str | None) -> None:
    combo = filter_combo("Đơn vị")
    qtbot.addWidget(combo)
    fill(combo, [("Tất cả", None), ("A", "a"), ("B", "b")])
    choose(combo, "b")
    fill(combo, [("Tất cả", None), *((one.upper(), one) for one in later)])
    assert combo.currentData() == chosen
    assert combo.count() == len(later) + 1


def test_what_is_not_there_chooses_the_first(qtbot: QtBot) -> None:
    combo = filter_combo("Đơn vị")
    qtbot.addWidget(combo)
    fill(combo, [("Tất cả", None), ("A", ("một", 1))])
    choose(combo, ("một", 1))
    assert combo.currentIndex() == 1
    choose(combo, "khác")
    assert combo.currentIndex() == 0
