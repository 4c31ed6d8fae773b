"""A milestone set by hand: every kind comes back as it was shown, and what is missing is said."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.milestone import After, DueRule, Every, Milestone, MilestoneKind
from ui.dialogs.edit_milestone import EditMilestone

TODAY = date(2026, 6, 17)
KINDS = [
    Milestone(MilestoneKind.BY, "Báo cáo", date(2026, 9, 30), date(2026, 3, 1)),
    Milestone(MilestoneKind.BY, None, date(2026, 9, 30)),
    Milestone(MilestoneKind.PERIODIC, "Báo cáo", every=(Every.QUARTERLY, Every.YEARLY)),
    Milestone(MilestoneKind.PERIODIC, every=(Every.MONTHLY,), rule=DueRule(5, 1)),
    Milestone(MilestoneKind.CONTINUOUS),
    Milestone(MilestoneKind.CONTINUOUS, start=date(2026, 8, 1)),
    Milestone(MilestoneKind.CONDITIONAL, text="Kế hoạch của tỉnh"),
    Milestone(MilestoneKind.CONDITIONAL, "Tập huấn", text="Hướng dẫn", after=After(10, "working_day")),
    Milestone(MilestoneKind.DONE, "Danh mục"),
]


def opened(qtbot: QtBot, milestone: Milestone | None = None) -> EditMilestone:
    """The dialog in front."""
    dialog = EditMilestone(TODAY, milestone)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


@pytest.mark.parametrize("milestone", KINDS, ids=lambda one: str(one.kind))
def test_what_is_shown_comes_back(qtbot: QtBot, milestone: Milestone) -> None:
    dialog = opened(qtbot, milestone)
    with qtbot.waitSignal(dialog.agreed) as told:
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert told.args == [milestone]


def test_only_the_fields_of_the_kind_are_there(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    assert dialog.due.isVisible() and not dialog.words.isVisible() and not dialog.every[Every.YEARLY].isVisible()
    dialog.kind.setCurrentIndex(1)
    assert not dialog.due.isVisible() and dialog.every[Every.YEARLY].isVisible() and dialog.has_rule.isVisible()
    assert not dialog.rule_day.isEnabled()
    dialog.has_rule.setChecked(True)
    assert dialog.rule_day.isEnabled()
    dialog.kind.setCurrentIndex(3)
    assert dialog.words.isVisible() and dialog.has_after.isVisible()


def test_what_could_not_be_read_becomes_a_day(qtbot: QtBot) -> None:
    dialog = opened(qtbot, Milestone(MilestoneKind.UNKNOWN, text="31/2/2026"))
    assert dialog.due.isVisible() and dialog.due.day is None
    dialog.due.setText("28/2/2026")
    with qtbot.waitSignal(dialog.agreed) as told:
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert told.args == [Milestone(MilestoneKind.BY, due=date(2026, 2, 28))]


@pytest.mark.parametrize(
    ("kind", "due", "start", "word"),
    [
        (0, "", "", "Ngày đến hạn"),
        (0, "31/2/2026", "", "Ngày đến hạn"),
        (0, "1/3/2026", "1/4", "muộn hơn"),
        (0, "1/3/2026", "45/4", "Ngày bắt đầu"),
        (1, "", "", "Chưa chọn kỳ"),
        (2, "", "x", "Ngày bắt đầu"),
        (3, "", "", "Chưa ghi văn bản"),
    ],
)
def test_what_is_missing_or_wrong_is_said(qtbot: QtBot, kind: int, due: str, start: str, word: str) -> None:
    dialog = opened(qtbot)
    dialog.kind.setCurrentIndex(kind)
    dialog.due.setText(due)
    dialog.start.setText(start)
    with qtbot.assertNotEmitted(dialog.agreed):
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert word in dialog.refusal.text() and dialog.isVisible()


def test_numbers_out_of_range_are_said(qtbot: QtBot) -> None:
    dialog = opened(qtbot, KINDS[3])
    dialog.rule_day.setText("")
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert "từ 1 đến 31" in dialog.refusal.text()
    dialog = opened(qtbot, KINDS[7])
    dialog.after_amount.setText("0")
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert "từ 1 đến 999" in dialog.refusal.text()
