"""Editing what a plan's heading says."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.ports import Storage
from ui.dialogs.plan_info import PlanInfoDialog
from ui.operations import Operations


def opened(qtbot: QtBot, operations: Operations, plan_id: int) -> PlanInfoDialog:
    dialog = PlanInfoDialog(operations, plan_id)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.do.isEnabled)
    return dialog


def test_what_is_typed_is_saved_as_one_step(
    qtbot: QtBot, operations: Operations, storage: Storage, plan_id: int
) -> None:
    dialog = opened(qtbot, operations, plan_id)
    dialog.name.setText("Kế hoạch sửa tên")
    dialog.lines["symbol"].setText("12/KH-UBND")
    dialog.recipients.setPlainText("- Như trên;\n\n- Lưu: VT.")
    dialog.level.setCurrentIndex(1)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    info = storage.read(lambda work: work.get_plan(plan_id)).info
    assert (info.title, info.symbol, info.level) == ("Kế hoạch sửa tên", "12/KH-UBND", "commune")
    assert info.recipients == ("- Như trên;", "- Lưu: VT.")
    assert info.issuing_body == "UBND xã Mẫu"
    assert len(storage.history().undo) == 2


def test_an_empty_name_is_not_taken(qtbot: QtBot, operations: Operations, plan_id: int) -> None:
    dialog = opened(qtbot, operations, plan_id)
    dialog.name.clear()
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and dialog.refusal.text() == "Hãy ghi tên kế hoạch."


def test_saving_nothing_new_is_no_step(qtbot: QtBot, operations: Operations, storage: Storage, plan_id: int) -> None:
    dialog = opened(qtbot, operations, plan_id)
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert len(storage.history().undo) == 1
