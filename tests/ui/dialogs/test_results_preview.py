"""The annex of results before printing."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.line_filter import LineFilter
from tests.ui.dialogs.followed_sample import followed
from ui.dialogs.results_preview import ResultsPreview


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[ResultsPreview]:
    """The sample's annex, drawn."""
    made = ResultsPreview(followed(LineFilter()))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.print.isEnabled, timeout=10_000)
    yield made
    made.reject()


def test_day_and_paper_reach_the_document(qtbot: QtBot, preview: ResultsPreview) -> None:
    preview.annex_choices.paper.setCurrentIndex(1)
    preview.annex_choices.as_of.show_day(date(2026, 3, 31))
    qtbot.waitUntil(lambda: preview.made is not None and round(preview.made.sizes[0][0]) == 420, timeout=10_000)
    assert preview.made is not None and "31/3/2026" in str(preview.made.document)


def test_a_day_that_is_none_is_explained(qtbot: QtBot, preview: ResultsPreview) -> None:
    preview.annex_choices.as_of.setText("99")
    with qtbot.waitSignal(preview.making.refused, timeout=10_000):
        preview.annex_choices.as_of.textEdited.emit("99")
    assert not preview.print.isEnabled()
