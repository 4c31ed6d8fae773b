"""Titles stand in bold in the editor as on paper, and stay plain words."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.domain.body import BodyParagraph, BodyTable, Level, Run
from ui.widgets.part_editor import PartEditor

TEXT = (
    BodyParagraph((Run("I. MỤC ĐÍCH"),), Level.PART),
    BodyParagraph((Run("1. Yêu cầu"),), Level.ITEM),
    BodyParagraph((Run("a) Đúng hạn."),), Level.POINT),
    BodyParagraph((Run("2. Các phòng gửi báo cáo."),), Level.ITEM),
    BodyTable((("1. Cột", "II. Cột"), ("1. Chi", "2. Thu")), 1),
)


@pytest.fixture
def editor(qtbot: QtBot) -> PartEditor:
    """The field with a text of titles and sentences."""
    made = PartEditor()
    qtbot.addWidget(made)
    made.show_paragraphs(TEXT)
    return made


def bold_lines(editor: PartEditor) -> list[str]:
    """The lines that are shown in bold beyond their own look."""
    found = []
    block = editor.document().begin()
    while block.isValid():
        if any(part.format.fontWeight() > 500 for part in block.layout().formats()):
            found.append(block.text())
        block = block.next()
    return found


def test_titles_are_bold_and_their_words_are_not(editor: PartEditor) -> None:
    assert bold_lines(editor) == ["I. MỤC ĐÍCH", "1. Yêu cầu"]
    assert editor.paragraphs == TEXT
    assert not editor.document().isUndoAvailable()


def test_a_line_that_becomes_a_title_is_shown_as_one(qtbot: QtBot, editor: PartEditor) -> None:
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    cursor.insertText("II. ")
    assert bold_lines(editor)[0] == "II. I. MỤC ĐÍCH"
    cursor.insertBlock()
    cursor.insertText("Lời văn")
    assert "Lời vănI. MỤC ĐÍCH" not in bold_lines(editor)


def test_a_label_whose_following_line_changes_is_looked_at_again(qtbot: QtBot, editor: PartEditor) -> None:
    point = editor.document().findBlockByNumber(2)
    cursor = QTextCursor(point)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("2. Việc khác.")
    qtbot.waitUntil(lambda: bold_lines(editor) == ["I. MỤC ĐÍCH"])
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("a) Đúng hạn.")
    qtbot.waitUntil(lambda: bold_lines(editor) == ["I. MỤC ĐÍCH", "1. Yêu cầu"])
