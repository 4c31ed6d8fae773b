"""A new plan from every kind of source."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused
from app.domain.plan import Plan, RowKind
from app.ports import Storage
from app.ports.backups import Risk
from app.services.templates import keep_as_template
from ui.dialogs.new_plan import NewPlanDialog, Source
from ui.operations import Operations
from ui.widgets.plain_list import PLACE


def opened(qtbot: QtBot, operations: Operations, copy_of: int | None = None) -> NewPlanDialog:
    dialog = NewPlanDialog(operations, None, copy_of)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.sources.count() > 0)
    return dialog


def create(qtbot: QtBot, dialog: NewPlanDialog, storage: Storage) -> Plan:
    with qtbot.waitSignal(dialog.created) as caught:
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    plan_id: int = caught.args[0]
    return storage.read(lambda work: work.get_plan(plan_id))


def test_from_a_layout_that_comes_with_the_program(qtbot: QtBot, operations: Operations, storage: Storage) -> None:
    dialog = opened(qtbot, operations)
    dialog.year.show_year(2027)
    dialog.office.setText("UBND xã Mẫu")
    plan = create(qtbot, dialog, storage)
    assert (plan.info.year, plan.info.issuing_body, len(plan.appendices)) == (2027, "UBND xã Mẫu", 7)


def test_a_copy_offers_the_next_year_and_refuses_the_same(
    qtbot: QtBot, operations: Operations, storage: Storage, plan_id: int
) -> None:
    dialog = opened(qtbot, operations, plan_id)
    assert dialog.year.year == 2027
    dialog.year.show_year(2026)
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert dialog.refusal.isVisible()
    dialog.year.show_year(2027)
    plan = create(qtbot, dialog, storage)
    assert plan.info.title == "Kế hoạch CCHC xã Mẫu năm 2027"
    assert len(plan.appendices[0].rows) == 4


def test_the_next_year_begins_only_after_a_backup(
    qtbot: QtBot, operations: Operations, storage: Storage, plan_id: int
) -> None:
    def refuse(risk: Risk) -> None:
        raise Refused(f"backup_before.{risk}", why="Ổ đĩa đã đầy.")

    operations.back_up_first = refuse
    dialog = opened(qtbot, operations, plan_id)
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: operations.idle)
    assert "Chưa lập kế hoạch cho năm sau" in dialog.refusal.text() and dialog.do.isEnabled()
    assert len(storage.read(lambda work: work.list_plans())) == 1
    asked: list[Risk] = []
    operations.back_up_first = asked.append
    assert create(qtbot, dialog, storage).info.year == 2027
    assert asked == [Risk.YEAR]


def test_from_a_template_of_the_office_and_removing_it(
    qtbot: QtBot, operations: Operations, storage: Storage, plan_id: int
) -> None:
    storage.write("mẫu", lambda work: keep_as_template(work, plan_id, "Mẫu xã"))
    dialog = opened(qtbot, operations)
    _choose_own(dialog)
    dialog.year.show_year(2028)
    plan = create(qtbot, dialog, storage)
    assert plan.info.title == "Kế hoạch CCHC xã Mẫu năm 2028"
    assert [row.kind for row in plan.appendices[0].rows] == [RowKind.SECTION, RowKind.ITEM]
    again = opened(qtbot, operations)
    _choose_own(again)
    qtbot.mouseClick(again.delete_template, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: storage.read(lambda work: work.list_templates()) == [])


@pytest.mark.parametrize("typed", ["Kế hoạch riêng", ""])
def test_the_name_may_be_left_to_the_layout(qtbot: QtBot, operations: Operations, storage: Storage, typed: str) -> None:
    dialog = opened(qtbot, operations)
    dialog.name.setText(typed)
    title = create(qtbot, dialog, storage).info.title
    assert title == typed if typed else str(dialog.year.year) in title


def _choose_own(dialog: NewPlanDialog) -> None:
    for line in range(dialog.sources.count()):
        found = dialog.sources.item(line).data(PLACE)
        if isinstance(found, Source) and found.own is not None:
            dialog.sources.setCurrentRow(line)
    assert dialog.delete_template.isVisible()
