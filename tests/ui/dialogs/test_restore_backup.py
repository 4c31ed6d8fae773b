"""What a backup holds beside what is there now."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.ports import DataSummary
from ui.dialogs.restore_backup import RestoreBackup, warnings

NOW = DataSummary(2, 240, ("Kế hoạch 2025", "Kế hoạch 2026"), None, 5, office="UBND xã An Phú",
                  changed_at=datetime(2026, 6, 17, 9, 30))  # fmt: skip
COPY = DataSummary(1, 120, ("Kế hoạch 2025",), date(2026, 6, 1), 3, office="UBND xã An Phú",
                   changed_at=datetime(2026, 5, 31, 16, 5))  # fmt: skip


def test_everything_is_shown_beside_what_is_there(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = RestoreBackup(NOW, COPY, Path("/e/a.zip"), window)
    dialog.show()
    words = [label.text() for label in dialog.findChildren(QLabel)]
    for shown in (
        "01/6/2026",
        "09:30 ngày 17/6/2026",
        "16:05 ngày 31/5/2026",
        "240",
        "120",
        "5",
        "3",
        "• Kế hoạch 2025",
    ):
        assert shown in words, shown
    assert words.count("UBND xã An Phú") == 2
    assert "sau 16:05 ngày 31/5/2026 sẽ không còn trong sổ" in dialog.refusal.text()
    assert dialog.do.isEnabled() and not dialog.do.isDefault() and dialog.cancel.text() == "Hủy"


@pytest.mark.parametrize(
    ("now", "copy", "said"),
    [
        (COPY, NOW, []),
        (COPY, COPY, []),
        (DataSummary(0, 0), COPY, []),
        (NOW, DataSummary(1, 1, made_on=date(2026, 3, 1)), ["thay đổi sau 01/3/2026"]),
        (COPY, DataSummary(1, 1, office="UBND xã Khác", changed_at=NOW.changed_at), ["là của UBND xã Khác"]),
        (COPY, DataSummary(1, 1, office="Ubnd Xã an phú", changed_at=NOW.changed_at), []),
    ],
)
def test_newer_work_and_another_office_are_warned_of(now: DataSummary, copy: DataSummary, said: list[str]) -> None:
    found = warnings(now, copy)
    assert len(found) == len(said)
    assert all(words in sentence for words, sentence in zip(said, found, strict=True))
