"""Sổ đôn đốc before printing."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.line_filter import LineFilter
from app.domain.milestone import Every
from app.domain.occurrence import Period
from tests.ui.dialogs.followed_sample import TODAY, followed
from ui.dialogs.reminder_preview import ReminderPreview

Open = Callable[[LineFilter], ReminderPreview]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Open]:
    """Opens the preview of the sample plan and waits for its pages."""
    made: list[ReminderPreview] = []

    def open_preview(shown: LineFilter) -> ReminderPreview:
        preview = ReminderPreview(followed(shown))
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(preview)
        preview.show()
        qtbot.waitUntil(preview.print.isEnabled, timeout=10_000)
        made.append(preview)
        return preview

    yield open_preview
    for preview in made:
        preview.reject()


def names(preview: ReminderPreview) -> list[str]:
    """The units that have pages."""
    assert preview.made is not None
    return [section.name for section in preview.made.document.sections]


def test_all_units_of_today_at_first(opened: Open) -> None:
    preview = opened(LineFilter())
    wanted = preview.list_choices.wanted()
    assert wanted is not None and wanted.units is None and wanted.day == TODAY and wanted.coming_days == 30
    assert len(names(preview)) > 1


def test_the_unit_and_period_shown_on_the_page_are_taken_over(opened: Open) -> None:
    sample = followed(LineFilter())
    unit, period = sample.units[1], Period(Every.QUARTERLY, 1)
    assert period in sample.periods
    preview = opened(LineFilter(unit=unit, period=period))
    assert names(preview) == [unit]
    assert not preview.list_choices.all_units.isChecked()
    assert preview.list_choices.period.currentText() == "Quý I"


def test_days_ahead_and_units_make_other_pages(qtbot: QtBot, opened: Open) -> None:
    preview = opened(LineFilter())
    before = preview.made
    preview.list_choices.coming_days.setCurrentIndex(7)
    qtbot.waitUntil(lambda: preview.made not in (None, before), timeout=10_000)
    assert preview.made is not None and before is not None and preview.made.document != before.document


def test_no_unit_and_no_day_are_explained(qtbot: QtBot, opened: Open) -> None:
    preview = opened(LineFilter())
    choices = preview.list_choices
    choices.all_units.click()
    with qtbot.waitSignal(preview.making.refused, timeout=10_000) as refusal:
        pass
    assert refusal.args is not None and refusal.args[0].key == "print.no_unit"
    assert not choices.units.chosen() and not preview.export.isEnabled()
    choices.all_units.click()
    choices.day.setText("31/2")
    with qtbot.waitSignal(preview.making.refused, timeout=10_000) as refusal:
        choices.day.textEdited.emit("31/2")
    assert refusal.args is not None and refusal.args[0].key == "print.no_day"


def test_another_day_changes_what_is_late(qtbot: QtBot, opened: Open) -> None:
    preview = opened(LineFilter())
    preview.list_choices.day.show_day(date(2026, 1, 2))
    preview.list_choices.day.day_changed.emit(date(2026, 1, 2))
    day = "lập ngày 02/01/2026"
    qtbot.waitUntil(lambda: preview.made is not None and day in str(preview.made.document), timeout=10_000)
    assert preview.made is not None
    words = str(preview.made.document)
    assert "Quá hạn" not in words.replace("quá hạn", "")
