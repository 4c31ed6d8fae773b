"""Exporting from the window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.documents.options import PrintOptions
from app.documents.state_column import PlanStates
from app.domain.body import Body, BodyParagraph, Level, Run
from app.domain.errors import Refused
from app.domain.plan import Plan
from app.exchange import export
from app.exchange.plan_json import read_json
from app.exchange.read import read_plan
from ui.dialogs.export_dialog import FORMATS, ExportDialog


@pytest.fixture
def dialog(qtbot: QtBot, small_plan: Plan, tmp_path: Path) -> Iterator[ExportDialog]:
    made = ExportDialog(small_plan, PlanStates({}, True), None, tmp_path)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written_and_can_be_opened(qtbot: QtBot, dialog: ExportDialog, name: str) -> None:
    dialog.formats[name].click()
    with qtbot.waitSignal(dialog.background.finished, timeout=20_000):
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert dialog.path.suffix == f".{name}" and dialog.path.is_file()
    assert dialog.writer.open_file.isVisible() and dialog.writer.open_folder.isVisible()


def test_only_the_ticked_appendices_are_written(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.formats["json"].click()
    dialog.appendices.item(0).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.background.finished, timeout=10_000):
        dialog.export()
    assert [appendix.label for appendix in read_json(dialog.path).plan.appendices] == ["Phụ lục số 02"]


def test_nothing_ticked_is_refused(dialog: ExportDialog) -> None:
    for line in range(2):
        dialog.appendices.item(line).setCheckState(Qt.CheckState.Unchecked)
    dialog.export()
    assert dialog.refusal.text() == "Hãy chọn ít nhất một phụ lục."


def test_a_file_that_is_open_elsewhere_gets_another_name(
    qtbot: QtBot, dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = export.export_plan

    def locked(plan: Plan, format: str, path: Path, options: PrintOptions) -> None:
        if "(2)" not in path.name:
            raise Refused("export.target_open", name=path.name, other=f"{path.stem} (2){path.suffix}")
        real(plan, format, path, options)

    monkeypatch.setattr(export, "export_plan", locked)
    with qtbot.waitSignal(dialog.background.refused, timeout=10_000):
        dialog.export()
    assert dialog.writer.use_other.isVisible() and not dialog.writer.open_file.isVisible()
    with qtbot.waitSignal(dialog.background.finished, timeout=20_000):
        qtbot.mouseClick(dialog.writer.use_other, Qt.MouseButton.LeftButton)
    assert dialog.path.name.endswith("(2).docx") and dialog.path.is_file()


def test_the_states_are_a_last_column_but_never_data(qtbot: QtBot, dialog: ExportDialog) -> None:
    assert dialog.states.isChecked()
    dialog.formats["json"].click()
    assert not dialog.states.isEnabled()
    with qtbot.waitSignal(dialog.background.finished, timeout=10_000):
        dialog.export()
    assert "Tình trạng" not in dialog.path.read_text(encoding="utf-8")
    dialog.formats["xlsx"].click()
    assert dialog.states.isEnabled()
    with qtbot.waitSignal(dialog.background.finished, timeout=20_000):
        dialog.export()
    sheet = load_workbook(dialog.path).worksheets[0]
    assert "Tình trạng" in [cell.value for row in sheet.iter_rows() for cell in row]


def test_the_text_of_the_plan_is_exported_with_it(qtbot: QtBot, small_plan: Plan, tmp_path: Path) -> None:
    body = Body((BodyParagraph((Run("Nâng cao chất lượng phục vụ."),), Level.PLAIN),))
    made = ExportDialog(small_plan, PlanStates({}, False), None, tmp_path, body)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    made.formats["xlsx"].click()
    assert not made.body_text.isEnabled()
    made.formats["docx"].click()
    made.body_text.setChecked(True)
    with qtbot.waitSignal(made.background.finished, timeout=20_000):
        made.export()
    read = read_plan(made.path)
    assert read.body is not None and "Nâng cao chất lượng phục vụ" in str(read.body.parts[0])
    assert len(read.plan.appendices) == 2
    made.reject()
