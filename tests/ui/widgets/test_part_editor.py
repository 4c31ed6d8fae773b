"""The text field of a report's part."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.domain.body import BodyParagraph, Level, Run
from ui.widgets.part_editor import PartEditor

TEXT = (
    BodyParagraph((Run("Đã ban hành "), Run("Kế hoạch", bold=True), Run(" số 05/KH-UBND.")), Level.PLAIN),
    BodyParagraph((Run("- Rà soát xong."),), Level.DASH),
)


@pytest.fixture
def editor(qtbot: QtBot) -> PartEditor:
    """An editor with two paragraphs."""
    made = PartEditor()
    qtbot.addWidget(made)
    made.show_paragraphs(TEXT)
    made.show()
    return made


def test_what_is_shown_is_what_is_read(editor: PartEditor) -> None:
    assert editor.paragraphs == TEXT and not editor.is_dirty
    editor.show_paragraphs(TEXT, to_read=True)
    assert editor.paragraphs == TEXT


def test_typing_is_told_after_a_pause_and_when_the_field_is_left(qtbot: QtBot, editor: PartEditor) -> None:
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(editor.edited, timeout=5000) as told:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.keyClicks(editor, "1. Moi")
    assert [paragraph.level for paragraph in told.args[0]] == [Level.PLAIN, Level.DASH, Level.ITEM]
    qtbot.keyClicks(editor, "x")
    with qtbot.waitSignal(editor.edited):
        editor.store()
    assert not editor.is_dirty


def test_bold_and_slanted_by_keys(qtbot: QtBot, editor: PartEditor) -> None:
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.moveCursor(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
    qtbot.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert editor.paragraphs[1].runs == (Run("- Rà soát xong.", bold=True, italic=True),)


def test_pasted_words_keep_paragraphs_and_drop_fonts(editor: PartEditor) -> None:
    mime = QMimeData()
    mime.setHtml('<p style="font-family:Arial;font-size:30px;color:red">Một <b>hai</b></p><p>- <i>ba</i></p>')
    editor.selectAll()
    editor.insertFromMimeData(mime)
    assert editor.paragraphs == (
        BodyParagraph((Run("Một "), Run("hai", bold=True)), Level.PLAIN),
        BodyParagraph((Run("- "), Run("ba", italic=True)), Level.DASH),
    )
    cursor = QTextCursor(editor.document())
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    assert "Arial" not in str(cursor.charFormat().fontFamilies())


def test_decomposed_words_are_composed(editor: PartEditor) -> None:
    mime = QMimeData()
    mime.setText("Kê\u0301 hoa\u0323ch")
    editor.selectAll()
    editor.insertFromMimeData(mime)
    assert editor.paragraphs == (BodyParagraph((Run("Kế hoạch"),), Level.PLAIN),)
