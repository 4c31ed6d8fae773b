"""A fault in the real window: one dialog, and the program comes back where it was, with what was being typed."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.exchange.samples import sample_plan
from app.program_log import log_text
from app.restart import RESTART
from db.storage import open_storage
from ui.main_window import MainWindow

_ROOT = Path(__file__).resolve().parents[2]
_WORDS = "Làm việc với bà Mật Ngữ về hồ sơ"


def test_after_a_fault_the_program_comes_back_where_it_was(qtbot: QtBot, tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    for _ in range(2):
        storage.write("nhập", lambda work: work.add_plan(sample_plan()))
    storage.close()
    command = [sys.executable, "-m", "tests.end_to_end.crashing_window", str(tmp_path), _WORDS]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
    ended = subprocess.run(command, cwd=_ROOT, env=environment, capture_output=True, timeout=60, check=False)
    assert ended.returncode == RESTART, ended.stderr.decode()
    assert "ValueError" in log_text(tmp_path) and "Mật Ngữ" not in log_text(tmp_path)
    assert b"Traceback" not in ended.stderr and "Mật Ngữ".encode() not in ended.stderr

    storage = open_storage(tmp_path)
    window = MainWindow(storage, tmp_path, date(2026, 6, 17))
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.started):
        window.start()
    page = window.plan_page
    assert window.page_name == "plan" and page.table.place is not None and page.table.place[0] == 1
    assert page.table.appendix_model.row(1).cells[1] == _WORDS
    qtbot.waitUntil(lambda: window.operations.idle)
    window.close()
    storage.close()
