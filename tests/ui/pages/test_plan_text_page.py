"""The page of a plan's own text, driven by keys."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.body import Body, BodyTable, words_of
from app.domain.plan_text import Section
from app.exchange.plan_skeletons import read_skeleton
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.plan_texts import TextPlace, take_text
from ui.dialogs.plan_info import PlanInfoDialog
from ui.dialogs.print_preview import PrintPreview
from ui.operations import Operations
from ui.pages.plan_text_page import EDITOR, EMPTY, NO_PLAN, PlanTextPage
from ui.widgets.plain_list import PLACE

CONTROL = Qt.KeyboardModifier.ControlModifier


def _made(qtbot: QtBot, operations: Operations) -> PlanTextPage:
    made = PlanTextPage(operations)
    qtbot.addWidget(made)
    operations.changed.connect(made.show_changes)
    made.resize(1160, 740)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: operations.idle)
    return made


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, storage: Storage) -> PlanTextPage:
    """The page with the sample plan and the usual text."""
    plan_id = storage.write("nhập", lambda work: work.add_plan(sample_plan())).result
    storage.write("lời văn", partial(take_text, plan_id=plan_id, skeleton=read_skeleton()))
    return _made(qtbot, operations)


def body_of(storage: Storage) -> Body:
    """The text as it lies on disk."""
    body = storage.read(lambda work: work.body(1))
    assert body is not None
    return body


def settle(qtbot: QtBot, page: PlanTextPage) -> None:
    """Store what is typed and wait until nothing is under way."""
    page.finish_editing()
    qtbot.waitUntil(lambda: page.operations.idle)


def test_no_plan_and_a_plan_without_text(qtbot: QtBot, operations: Operations, storage: Storage) -> None:
    page = _made(qtbot, operations)
    assert page.part == NO_PLAN
    storage.write("nhập", lambda work: work.add_plan(sample_plan()))
    page.enter()
    qtbot.waitUntil(lambda: operations.idle)
    assert page.part == EMPTY
    qtbot.mouseClick(page.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.part == EDITOR)
    assert "Ủy ban nhân dân xã An Phú Mẫu ban hành" in words_of(body_of(storage).parts[0])
    assert page.editor.editor.hasFocus() or QApplication.focusWidget() is None


def test_every_section_can_be_opened_and_written(qtbot: QtBot, page: PlanTextPage, storage: Storage) -> None:
    editor = page.editor
    for section in (Section.BASES, Section.RECIPIENTS, Section.SIGNER_TITLES, Section.SIGNER_NAME):
        editor.open_section(section)
        assert editor.heading.text() and editor.tools.table.isHidden()
        editor.editor.moveCursor(QTextCursor.MoveOperation.End)
        qtbot.keyClicks(editor.editor, "Xx")
        settle(qtbot, page)
    body = body_of(storage)
    assert all(words.endswith("Xx") for words in (body.bases[-1], body.recipients[-1], body.signer_titles[-1]))
    info = storage.read(lambda work: work.get_plan(1)).info
    assert (info.legal_bases, info.recipients, info.signer_name) == (body.bases, body.recipients, "Xx")


def test_typing_is_stored_and_taken_back_step_by_step(qtbot: QtBot, page: PlanTextPage, storage: Storage) -> None:
    before = body_of(storage)
    editor = page.editor.editor
    editor.setFocus()
    qtbot.keyClicks(editor, "Moi ")
    with qtbot.waitSignal(page.operations.saved, timeout=5000):
        pass
    qtbot.waitUntil(lambda: page.operations.idle)
    assert words_of(body_of(storage).parts[0]).startswith("Moi ")
    page.operations.undo()
    qtbot.waitUntil(lambda: page.operations.idle)
    assert body_of(storage) == before and editor.paragraphs == before.parts


def test_a_table_by_keys(qtbot: QtBot, page: PlanTextPage, storage: Storage) -> None:
    editor = page.editor.editor
    editor.setFocus()
    page.editor.tools.actions_["insert_table"].trigger()
    for words in ("TT", "Viec", "Han"):
        qtbot.keyClicks(editor, words)
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    settle(qtbot, page)
    table = body_of(storage).parts[1]
    assert isinstance(table, BodyTable) and table.rows[0] == ("TT", "Viec", "Han")


def test_find_goes_through_all_sections_and_replaces_in_one_step(
    qtbot: QtBot, page: PlanTextPage, storage: Storage
) -> None:
    before, editor, bar = body_of(storage), page.editor.editor, page.editor.find_bar
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_F, CONTROL)
    assert bar.isVisible()
    qtbot.keyClicks(bar.words, "so noi vu")
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert page.editor.section is Section.RECIPIENTS
    assert editor.textCursor().selectedText() == "Sở Nội vụ"
    bar.words.setText("phong van hoa - xa hoi")
    count = int(bar.count.text().split()[0])
    assert count >= 3
    bar.by.setText("Phòng Nội vụ")
    bar.replace_all.click()
    qtbot.waitUntil(lambda: page.operations.idle)
    after = body_of(storage)
    said = "\n".join((*map(words_of, after.parts), *after.bases))
    assert "Phòng Văn hóa - Xã hội" not in said and said.count("Phòng Nội vụ") == count
    page.operations.undo()
    qtbot.waitUntil(lambda: page.operations.idle)
    assert body_of(storage) == before
    qtbot.keyClick(bar.words, Qt.Key.Key_Escape)
    assert not bar.isVisible() and page.part == EDITOR


def test_one_place_is_replaced_after_the_other(qtbot: QtBot, page: PlanTextPage) -> None:
    editor, bar = page.editor.editor, page.editor.find_bar
    editor.setFocus()
    qtbot.keyClick(editor, Qt.Key.Key_F, CONTROL)
    bar.words.setText("1. mục đích")
    qtbot.keyClick(bar.words, Qt.Key.Key_F3)
    bar.by.setText("1. Mục tiêu")
    bar.replace.click()
    words = [words_of(part) for part in editor.paragraphs]
    assert "1. Mục tiêu" in words and sum("Mục tiêu" in one for one in words) == 1
    settle(qtbot, page)


def test_a_level_is_chosen_from_the_menu(page: PlanTextPage) -> None:
    editor = page.editor
    editor.editor.go_to_part(1)
    editor.tools.levels.actions()[3].trigger()
    assert words_of(editor.editor.paragraphs[1]) == "- MỤC ĐÍCH, YÊU CẦU"
    editor.tools.levels.actions()[0].trigger()
    assert words_of(editor.editor.paragraphs[1]) == "I. MỤC ĐÍCH, YÊU CẦU"


def test_findings_lead_to_their_places(qtbot: QtBot, page: PlanTextPage) -> None:
    findings = page.editor.found.findings
    places = [findings.item(row).data(PLACE) for row in range(findings.count())]
    unread = next(place for place in places if place.section is Section.BASES)
    findings.place_chosen.emit(unread)
    assert page.editor.section is Section.BASES
    page.editor.found.read.click()
    qtbot.waitUntil(lambda: page.operations.idle)
    assert not page.editor.found.read.isEnabled()
    blank = next(place for place in places if place.section is Section.PARTS and place.index)
    findings.place_chosen.emit(blank)
    assert words_of(page.editor.editor.paragraphs[blank.index]).startswith(
        page.editor.editor.textCursor().block().text()
    )
    findings.place_chosen.emit(TextPlace(None))
    dialog = page.findChild(PlanInfoDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: page.operations.idle)
    dialog.reject()


def test_indicators_are_read_again_and_the_print_is_shown(qtbot: QtBot, page: PlanTextPage, storage: Storage) -> None:
    page.editor.found.propose.click()
    qtbot.waitUntil(lambda: page.operations.idle)
    assert len(storage.read(lambda work: work.indicators(1))) >= 5
    assert page.editor.found.news.text()
    page.preview.click()
    qtbot.waitUntil(lambda: page.findChild(PrintPreview) is not None)
    preview = page.findChild(PrintPreview)
    assert preview is not None
    qtbot.waitUntil(lambda: preview.made is not None, timeout=20_000)
    preview.reject()
    with qtbot.waitSignal(page.page_wanted) as told:
        page.back.click()
    assert told.args == ["plan"]


def test_a_decision_is_added_and_opened_like_another_part(qtbot: QtBot, page: PlanTextPage, storage: Storage) -> None:
    assert page.decide.isVisible()
    qtbot.mouseClick(page.decide, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.operations.idle and not page.decide.isVisible())
    assert "Điều 1." in words_of(body_of(storage).decision[1])
    page.editor.open_section(Section.DECISION)
    assert "Điều 2." in page.editor.editor.toPlainText()
    page.operations.undo()
    qtbot.waitUntil(lambda: page.operations.idle and page.decide.isVisible())
