"""Names on tabs."""

import pytest
from pytestqt.qtbot import QtBot

from app.ports import AppendixSummary
from ui.widgets.appendix_tabs import AppendixTabs, short_label


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("Phụ lục số 02", "PL 02"),
        ("PHỤ LỤC II", "PL II"),
        ("Phụ lục 3a", "PL 3a"),
        ("", "Bảng 1"),
        ("Biểu tổng hợp", "Biểu tổng hợp"),
        ("Biểu tổng hợp nhiệm vụ cả năm", "Biểu tổng hợp nhi…"),
    ],
)
def test_short_label(label: str, shown: str) -> None:
    assert short_label(label, 0) == shown


def test_late_tasks_are_told_in_words_and_by_a_mark(qtbot: QtBot) -> None:
    tabs = AppendixTabs()
    qtbot.addWidget(tabs)
    shown = [AppendixSummary(3, "Phụ lục số 01", "Thể chế", 4), AppendixSummary(5, "Phụ lục số 02", "Thủ tục", 2)]
    tabs.show_appendices(shown)
    calm = tabs.tabRect(1).width()
    tabs.show_overdue({5: 2})
    assert (tabs.late_at(0), tabs.late_at(1)) == (0, 2)
    assert tabs.tabToolTip(0) == "Phụ lục số 01: Thể chế"
    assert tabs.tabToolTip(1) == "Phụ lục số 02: Thủ tục\n2 nhiệm vụ quá hạn"
    assert tabs.accessibleTabName(1) == "Phụ lục số 02: Thủ tục, 2 nhiệm vụ quá hạn"
    assert tabs.tabText(1) == "PL 02 · 2" and tabs.tabRect(1).width() > calm
    tabs.grab()
    tabs.show_appendices(shown[::-1])
    assert (tabs.late_at(0), tabs.late_at(1)) == (2, 0)
    tabs.show_overdue({})
    assert tabs.tabRect(0).width() == calm and "quá hạn" not in tabs.tabToolTip(0)
