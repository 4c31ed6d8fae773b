"""The office's name is told at the start and after a change."""

from pytestqt.qtbot import QtBot

from app.domain.office import Office
from app.ports import Storage
from ui.office_name import OfficeName
from ui.operations import Operations


def test_the_name_is_told_when_it_changes_and_when_that_is_undone(
    qtbot: QtBot, storage: Storage, operations: Operations
) -> None:
    told: list[str] = []
    name = OfficeName(operations)
    name.changed.connect(told.append)
    operations.changed.connect(name.show_changes)
    name.read()
    qtbot.waitUntil(lambda: told == [""])
    operations.write("ghi", lambda work: work.save_office(Office(("Ủy ban nhân dân", "xã Mẫu"))))
    qtbot.waitUntil(lambda: told[1:] == ["Ủy ban nhân dân xã Mẫu"])
    operations.undo()
    qtbot.waitUntil(lambda: told[2:] == [""])
    assert storage.read(lambda work: work.office()) == Office()
