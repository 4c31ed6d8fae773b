"""Real storage in a folder of its own, and the road to it; nothing may be under way when a test ends."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.ports import Storage
from db.storage import open_storage
from ui.main_window import MainWindow
from ui.operations import Operations


@pytest.fixture(scope="session", autouse=True)
def clipboard_is_empty_at_the_end() -> Iterator[None]:
    """Without a screen, what Python put on the clipboard ends the process with a crash once Python is gone."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """An empty register."""
    opened = open_storage(tmp_path / "so")
    yield opened
    opened.close()


@pytest.fixture
def operations(storage: Storage, qtbot: QtBot) -> Iterator[Operations]:
    """Threads for reading and writing, empty at the end."""
    made = Operations(storage)
    yield made
    qtbot.waitUntil(lambda: made.idle)
    made.close()


@pytest.fixture
def small_plan() -> Plan:
    """Two appendices: one with a section, four rows and a merged block; one without rows."""
    columns = (
        Column("TT", Role.ORDINAL),
        Column("Nội dung thực hiện", Role.TASK),
        Column("Chủ trì", Role.LEAD),
        Column("Thời gian", Role.DEADLINE),
    )
    rows = (
        Row(RowKind.SECTION, ordinal="I", text="CẢI CÁCH THỂ CHẾ", numbered=True),
        Row(RowKind.ITEM, ("1", "Rà soát văn bản", "Tư pháp", "Quý I"), numbered=True),
        Row(RowKind.ITEM, ("2", "Đối thoại với người dân", None, "Quý II"), numbered=True),
        Row(RowKind.ITEM, ("3", "Số hóa hồ sơ", "Văn phòng", ""), numbered=True),
    )
    first = Appendix("Phụ lục số 01", "Cải cách thể chế", columns, rows)
    second = Appendix("Phụ lục số 02", "Thủ tục hành chính", columns)
    return Plan(PlanInfo("Kế hoạch CCHC xã Mẫu năm 2026", 2026, issuing_body="UBND xã Mẫu"), (first, second))


@pytest.fixture
def plan_id(storage: Storage, small_plan: Plan) -> int:
    """``small_plan`` in the register."""
    return storage.write("nhập", lambda work: work.add_plan(small_plan)).result


@pytest.fixture
def stored(storage: Storage, plan_id: int) -> Callable[[], Appendix]:
    """Reads the first appendix of ``small_plan`` as it lies on disk."""
    return lambda: storage.read(lambda work: work.get_plan(plan_id)).appendices[0]


@pytest.fixture
def window(qtbot: QtBot, storage: Storage, plan_id: int, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a register with one plan."""
    assert plan_id
    made = MainWindow(storage, tmp_path, date(2026, 6, 17))
    qtbot.addWidget(made)
    made.show_page("plan")
    made.show()
    qtbot.waitUntil(lambda: made.operations.idle)
    yield made
    qtbot.waitUntil(lambda: made.operations.idle)
    made.close()
