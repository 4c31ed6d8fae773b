"""The next start comes back to where the clerk was."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from app.domain.plan import Plan
from app.ports import Storage
from ui.main_window import MainWindow
from ui.place_keeper import Place

_TODAY = date(2026, 6, 17)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where the window keeps what it remembers."""
    yield tmp_path


def opened(qtbot: QtBot, storage: Storage, folder: Path) -> MainWindow:
    """The window as a start opens it."""
    made = MainWindow(storage, folder, _TODAY)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.started):
        made.start()
    qtbot.waitUntil(lambda: made.operations.idle)
    return made


def kept(folder: Path) -> dict[str, str]:
    """What the file says."""
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    return {name: str(settings.value(name)) for name in ("page", "plan", "appendix", "row") if settings.contains(name)}


def test_page_plan_appendix_and_row_come_back(
    qtbot: QtBot, storage: Storage, plan_id: int, small_plan: Plan, folder: Path
) -> None:
    storage.write("", lambda work: work.add_plan(small_plan))
    first = opened(qtbot, storage, folder)
    first.ways.open_plan(plan_id)
    first.plan_page.table.go_to(3, 1)
    row = first.plan_page.spot[2]
    # written down without an orderly end
    qtbot.waitUntil(lambda: kept(folder).get("row") == str(row))
    qtbot.waitUntil(lambda: first.operations.idle)
    second = opened(qtbot, storage, folder)
    assert second.page_name == "plan" and second.plan_page.spot == first.plan_page.spot
    assert second.plan_page.plan_id == plan_id
    second.show_page("tracking")
    qtbot.waitUntil(lambda: first.operations.idle and second.operations.idle)
    second.close()
    first.close()


def test_another_page_comes_back_with_its_plan(qtbot: QtBot, storage: Storage, plan_id: int, folder: Path) -> None:
    first = opened(qtbot, storage, folder)
    first.show_page("home")
    qtbot.waitUntil(lambda: first.operations.idle)
    first.close()
    assert kept(folder)["page"] == "home" and kept(folder)["plan"] == str(plan_id)
    second = opened(qtbot, storage, folder)
    assert second.page_name == "home" and second.plan_page.plan_id == plan_id
    second.close()


@pytest.mark.parametrize(
    "written", ["page=x\nplan=9999\nappendix=7\nrow=1", "page=import\nplan=-1\nrow=abc", "plan=99999999999999999999"]
)
def test_a_place_that_is_gone_or_nonsense_leads_to_the_newest_plan(
    qtbot: QtBot, storage: Storage, plan_id: int, folder: Path, written: str
) -> None:
    (folder / "window.ini").write_text(f"[General]\n{written}\n")
    window = opened(qtbot, storage, folder)
    assert window.page_name == "plan" and window.plan_page.plan_id == plan_id
    window.close()


def test_the_first_start_has_no_place(qtbot: QtBot, storage: Storage, folder: Path) -> None:
    window = MainWindow(storage, folder, _TODAY)
    qtbot.addWidget(window)
    assert window.care.place.last() == Place()
    window.close()
