"""The preview before printing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.documents.model import Table
from app.documents.state_column import PlanStates
from app.domain.body import Body, BodyParagraph, Level, Run
from app.domain.plan import Plan
from app.domain.settings import Settings
from app.exchange.read import read_plan
from ui.dialogs import document_preview
from ui.dialogs.print_preview import PlanPrintOptions, PrintPreview


@pytest.fixture
def preview(qtbot: QtBot, small_plan: Plan) -> Iterator[PrintPreview]:
    made = PrintPreview(small_plan, PlanStates({}, False))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.print.isEnabled, timeout=10_000)
    yield made
    made.reject()


def test_pages_are_shown_and_appendices_can_be_left_out(qtbot: QtBot, preview: PrintPreview) -> None:
    assert preview.made is not None and len(preview.made.sizes) == 2
    preview.plan_choices.appendices.item(1).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: preview.made is not None and len(preview.made.sizes) == 1, timeout=10_000)


def test_columns_and_paper_reach_the_writer(qtbot: QtBot, preview: PrintPreview) -> None:
    preview.plan_choices.columns.item(2).setCheckState(Qt.CheckState.Unchecked)
    preview.plan_choices.paper.setCurrentIndex(1)
    options = preview.plan_choices.options()
    assert options.hidden == {0: frozenset({2}), 1: frozenset({2})}
    qtbot.waitUntil(lambda: preview.made is not None and round(preview.made.sizes[0][0]) == 420, timeout=10_000)


def test_nothing_to_print_is_said(qtbot: QtBot, preview: PrintPreview) -> None:
    for line in range(2):
        preview.plan_choices.appendices.item(line).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(preview.making.refused, timeout=10_000):
        pass
    assert not preview.print.isEnabled()


def test_the_plan_can_be_exported_from_here_and_imported_again(
    qtbot: QtBot, preview: PrintPreview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_preview, "ask_target", lambda *_: tmp_path / "in.docx")
    with qtbot.waitSignal(preview.writer.background.finished, timeout=20_000):
        qtbot.mouseClick(preview.export, Qt.MouseButton.LeftButton)
    assert read_plan(tmp_path / "in.docx").plan.info.year == 2026


def heading(preview: PrintPreview) -> list[str]:
    """The headings of the first table."""
    assert preview.made is not None
    (table,) = (block for block in preview.made.document.sections[0].blocks if isinstance(block, Table))
    return [cell.text for cell in table.heading if cell]


def test_the_states_are_a_last_column_when_asked_for(qtbot: QtBot, preview: PrintPreview) -> None:
    assert "Tình trạng" not in heading(preview)
    preview.plan_choices.states.click()
    qtbot.waitUntil(lambda: preview.made is not None and heading(preview)[-1] == "Tình trạng", timeout=10_000)


@pytest.mark.parametrize("is_followed", [True, False])
def test_the_states_are_offered_where_the_plan_is_followed(qtbot: QtBot, small_plan: Plan, is_followed: bool) -> None:
    choices = PlanPrintOptions(small_plan, PlanStates({1: "Hoàn thành"}, is_followed))
    qtbot.addWidget(choices)
    assert choices.options().states == ({1: "Hoàn thành"} if is_followed else None)


def test_the_text_of_the_plan_goes_before_its_appendices(qtbot: QtBot, small_plan: Plan) -> None:
    body = Body((BodyParagraph((Run("I. MỤC ĐÍCH"),), Level.PART), BodyParagraph((Run("Nâng cao."),), Level.PLAIN)))
    made = PrintPreview(small_plan, PlanStates({}, False), None, body)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.made is not None, timeout=10_000)
    assert made.made is not None and len(made.made.sizes) == 2
    made.plan_choices.body.setChecked(True)
    qtbot.waitUntil(lambda: made.made is not None and len(made.made.sizes) == 3, timeout=10_000)
    assert made.made is not None and [round(size[0]) for size in made.made.sizes] == [210, 297, 297]
    made.reject()


def test_without_a_text_nothing_is_offered(preview: PrintPreview) -> None:
    assert not preview.plan_choices.body.isVisible()


@pytest.mark.parametrize(
    ("states", "followed", "printed"),
    [("followed", True, True), ("followed", False, False), ("always", False, True), ("never", True, False)],
)
def test_a_preview_begins_with_what_is_set(
    qtbot: QtBot, small_plan: Plan, states: str, followed: bool, printed: bool
) -> None:
    body = Body((BodyParagraph((Run("Căn cứ"),), Level.PLAIN),))
    usual = Settings(paper="A3", states=states, heading_block=False, attached_to=False, whole_text=True)
    choices = PlanPrintOptions(small_plan, PlanStates({}, followed), body, usual)
    qtbot.addWidget(choices)
    options = choices.options()
    assert (options.paper, options.heading_block, options.attached_to) == ("A3", False, False)
    assert (options.states is not None, options.body) == (printed, body)
