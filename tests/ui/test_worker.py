"""Who works: asked only where several may, and told with what is written."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.staff import Person
from app.ports import Storage, Work
from app.services.people import note_worker
from ui.clock import Clock
from ui.dialogs.choose_person import ChoosePerson
from ui.operations import Operations
from ui.worker import Worker

FIRST, SECOND = Person("Người thứ nhất"), Person("Người thứ hai", "Chuyên viên")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window for the dialog to stand over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def begin(
    qtbot: QtBot, storage: Storage, operations: Operations, window: QWidget
) -> Callable[[list[Person]], tuple[Worker, list[str]]]:
    """Starts with this staff list; answers the worker and every name it told."""

    def start(people: list[Person]) -> tuple[Worker, list[str]]:
        for person in people:
            storage.write("mẫu", partial(_save, person=person))
        worker = Worker(operations, Clock(date(2026, 6, 17)), window)
        told: list[str] = []
        worker.changed.connect(told.append)
        operations.changed.connect(worker.show_changes)
        worker.start()
        qtbot.waitUntil(lambda: operations.idle)
        return worker, told

    return start


Begin = Callable[[list[Person]], tuple[Worker, list[str]]]


def _save(work: Work, person: Person) -> None:
    work.save_person(person)


def writer(qtbot: QtBot, operations: Operations, storage: Storage) -> str:
    """Who the log says wrote something now."""
    operations.write("Thử", lambda work: work.add_template("mẫu", work.get_plan(work.list_plans()[0].id)))
    qtbot.waitUntil(lambda: operations.idle)
    return storage.read(lambda work: work.log(limit=1))[0].who


def asked(window: QWidget) -> ChoosePerson | None:
    """The open question."""
    return next((one for one in window.findChildren(ChoosePerson) if one.isVisible()), None)


def test_nobody_there_asks_nothing(begin: Begin, window: QWidget) -> None:
    worker, told = begin([])
    assert worker.person is None and told == [] and asked(window) is None


def test_the_only_person_is_taken_silently(
    qtbot: QtBot, begin: Begin, window: QWidget, operations: Operations, storage: Storage, plan_id: int
) -> None:
    gone = Person("Người đã nghỉ", active_to=date(2025, 12, 31))
    _, told = begin([gone, FIRST])
    assert told == [FIRST.name] and asked(window) is None and plan_id
    assert writer(qtbot, operations, storage) == FIRST.name


def test_several_are_asked_with_the_last_one_selected(
    qtbot: QtBot, begin: Begin, window: QWidget, operations: Operations, storage: Storage, plan_id: int
) -> None:
    storage.write("", lambda work: note_worker(work, SECOND.name))
    _, told = begin([FIRST, SECOND])
    dialog = asked(window)
    assert dialog is not None and told == [] and plan_id
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: operations.idle)
    assert told == [SECOND.name]
    assert writer(qtbot, operations, storage) == SECOND.name


def test_the_question_can_be_passed_over(
    qtbot: QtBot, begin: Begin, window: QWidget, operations: Operations, storage: Storage, plan_id: int
) -> None:
    worker, _ = begin([FIRST, SECOND])
    dialog = asked(window)
    assert dialog is not None and plan_id
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: operations.idle)
    assert worker.person is None and writer(qtbot, operations, storage) == ""


def test_another_name_is_followed_and_a_removed_person_no_longer_works(
    qtbot: QtBot, begin: Begin, operations: Operations, storage: Storage
) -> None:
    worker, told = begin([FIRST])
    (stored,) = storage.read(lambda work: work.staff())
    operations.write("sửa", partial(_save, person=Person("Tên mới", id=stored.id)))
    qtbot.waitUntil(lambda: operations.idle)
    operations.write("xóa", lambda work: work.remove_person(stored.id or 0))
    qtbot.waitUntil(lambda: operations.idle)
    assert told == [FIRST.name, "Tên mới", ""] and worker.person is None


def test_choosing_without_any_staff_leads_to_the_list(qtbot: QtBot, begin: Begin) -> None:
    worker, _ = begin([])
    with qtbot.waitSignal(worker.nobody_there):
        worker.choose()
