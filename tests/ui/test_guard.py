"""The window under guard, also where it cannot be opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.last_run import MARK_NAME
from app.program_log import log_text
from app.restart import RESTART
from ui.dialogs.crash import CrashDialog
from ui.guard import Guard, guarded


def fails(guard: Guard) -> int:
    del guard
    raise ValueError("Đối thoại với bà Mật")


def press(name: str) -> None:
    """Press a button of the dialog that is open."""
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible()]
    assert "chưa làm việc được" in dialog.words
    getattr(dialog, name).click()


@pytest.mark.parametrize(("button", "status"), [("go_on", 1), ("restart", RESTART)])
def test_a_start_that_fails_is_said_and_can_be_tried_again(
    qtbot: QtBot, tmp_path: Path, button: str, status: int
) -> None:
    del qtbot
    QTimer.singleShot(50, lambda: press(button))
    assert guarded(tmp_path, fails) == status
    assert "ValueError" in log_text(tmp_path) and "Mật" not in log_text(tmp_path)
    assert not (tmp_path / MARK_NAME).exists()


def test_a_refusal_is_no_fault(tmp_path: Path) -> None:
    def refuses(guard: Guard) -> int:
        del guard
        raise Refused("import.bomb", file="x")

    with pytest.raises(Refused):
        guarded(tmp_path, refuses)
    assert not log_text(tmp_path)


def test_while_the_window_runs_its_mark_is_there(tmp_path: Path) -> None:
    assert guarded(tmp_path, lambda guard: 3 if guard and (tmp_path / MARK_NAME).exists() else 0) == 3
