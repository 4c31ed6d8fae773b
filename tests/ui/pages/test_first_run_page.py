"""The page of the first start: everything optional, stored once, three ways on."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ports import Storage
from ui.clock import Clock
from ui.operations import Operations
from ui.pages.first_run_page import FirstRunPage

TODAY = date(2027, 1, 5)


@pytest.fixture
def page(qtbot: QtBot, operations: Operations) -> FirstRunPage:
    """The page over an empty register."""
    made = FirstRunPage(operations)
    made.clock = Clock(TODAY)
    qtbot.addWidget(made)
    made.show()
    made.enter()
    return made


def settle(qtbot: QtBot, page: FirstRunPage) -> None:
    qtbot.waitUntil(lambda: page.operations.idle)


def click(qtbot: QtBot, page: FirstRunPage, way: str) -> None:
    qtbot.mouseClick(page.ways[way], Qt.MouseButton.LeftButton)
    settle(qtbot, page)


def test_nothing_filled_in_writes_nothing(qtbot: QtBot, page: FirstRunPage, storage: Storage) -> None:
    with qtbot.waitSignal(page.file_wanted):
        click(qtbot, page, "file")
    assert storage.history().undo == ()


def test_what_is_filled_in_is_stored_once(qtbot: QtBot, page: FirstRunPage, storage: Storage) -> None:
    assert page.year.year == 2027
    qtbot.keyClicks(page.fields["name"], "UBND xa Mau")
    page.year.show_year(2028)
    with qtbot.waitSignal(page.template_wanted) as asked:
        click(qtbot, page, "template")
    assert asked.args == [2028, "UBND xa Mau"]
    with qtbot.waitSignal(page.file_wanted):
        click(qtbot, page, "file")
    assert storage.history().undo == ("Ghi thông tin cơ quan",)
    qtbot.keyClicks(page.fields["place"], "Mau")
    click(qtbot, page, "file")
    assert storage.read(lambda work: work.office()).place == "Mau"


def test_the_sample_comes_for_the_chosen_year(qtbot: QtBot, page: FirstRunPage, storage: Storage) -> None:
    with qtbot.waitSignal(page.plan_wanted) as shown:
        click(qtbot, page, "sample")
    (plan,) = storage.read(lambda work: work.list_plans())
    assert (shown.args, plan.year) == ([plan.id, None, None], 2027) and "2027" in plan.title


def test_a_refusal_is_said_and_gone_once_put_right(qtbot: QtBot, page: FirstRunPage, storage: Storage) -> None:
    qtbot.keyClicks(page.fields["post"], "Chu tich")
    click(qtbot, page, "sample")
    assert page.refusal.isVisible() and "Họ tên người ký" in page.refusal.text()
    qtbot.keyClicks(page.fields["signer"], "Nguoi ky")
    click(qtbot, page, "sample")
    assert not page.refusal.isVisible()
    assert len(storage.history().undo) == 2
