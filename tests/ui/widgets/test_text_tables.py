"""Tables in the text field: made, typed into, grown and cut by keys, pasted from Word and Excel."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from app.domain.body import BodyParagraph, BodyPart, BodyTable, Level, Run
from ui.widgets.part_editor import PartEditor

BEFORE = BodyParagraph((Run("1. Kinh phí dự kiến:"),), Level.ITEM)
AFTER = BodyParagraph((Run("2. Nguồn khác."),), Level.ITEM)
TABLE = BodyTable((("TT", "Nội dung", "Số tiền"), ("1", "Tập huấn", "12,5"), ("2", "Đối thoại\nđịnh kỳ", "")), 1)
TEXTS: tuple[tuple[BodyPart, ...], ...] = (
    (BEFORE, TABLE, AFTER),
    (TABLE,),
    (TABLE, TABLE),
    (BEFORE, TABLE),
    (TABLE, AFTER),
)


@pytest.fixture
def editor(qtbot: QtBot) -> PartEditor:
    """An empty field with the keys."""
    made = PartEditor()
    qtbot.addWidget(made)
    made.show_paragraphs(())
    made.show()
    made.setFocus()
    return made


def _enter_table(editor: PartEditor) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(1)
    editor.setTextCursor(cursor)
    assert editor.tables.inside


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_shown_is_what_is_read(editor: PartEditor, text: tuple[BodyPart, ...]) -> None:
    editor.show_paragraphs(text)
    assert editor.paragraphs == text and not editor.is_dirty


def test_a_table_is_made_and_filled_by_keys(qtbot: QtBot, editor: PartEditor) -> None:
    qtbot.keyClicks(editor, "Bang")
    editor.tables.insert()
    for number, word in enumerate(("TT", "Viec", "Han", "1", "Ra soat", "Quy I", "2", "Kiem tra", "Quy II", "3")):
        if number:
            qtbot.keyClick(editor, Qt.Key.Key_Tab)
        qtbot.keyClicks(editor, word)
    qtbot.keyClick(editor, Qt.Key.Key_Backtab)
    assert editor.textCursor().selectedText() == "Quy II"
    [words, table] = editor.paragraphs
    assert words == BodyParagraph((Run("Bang"),), Level.PLAIN)
    assert table == BodyTable(
        (("TT", "Viec", "Han"), ("1", "Ra soat", "Quy I"), ("2", "Kiem tra", "Quy II"), ("3", "", "")), 1
    )


def test_rows_and_columns_come_and_go(qtbot: QtBot, editor: PartEditor) -> None:
    editor.show_paragraphs((TABLE, AFTER))
    _enter_table(editor)
    editor.tables.insert()
    assert list(editor.paragraphs) == [TABLE, AFTER], "no table within a table"
    editor.tables.add_column()
    qtbot.keyClicks(editor, "x")
    editor.tables.delete_row()
    editor.tables.add_row()
    [table, _] = editor.paragraphs
    assert isinstance(table, BodyTable) and [len(table.rows), len(table.rows[0])] == [3, 4]
    editor.tables.delete_column()
    editor.tables.delete_table()
    assert list(editor.paragraphs) == [AFTER]
    assert not editor.tables.inside


def test_a_table_is_undone_like_a_letter(qtbot: QtBot, editor: PartEditor) -> None:
    editor.show_paragraphs((BEFORE,))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.tables.insert()
    qtbot.keyClicks(editor, "a")
    assert len(editor.paragraphs) == 2
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert list(editor.paragraphs) == [BEFORE]


def test_a_table_from_word_keeps_its_cells_and_drops_its_fonts(editor: PartEditor) -> None:
    mime = QMimeData()
    mime.setHtml(
        "<p>Trước</p><table border=1><tr><td><p style='font-family:Arial'><b>TT</b></p></td><td colspan=2>Nội dung</td>"
        "</tr><tr><td>1</td><td><p>Một</p><p>hai</p></td><td>3</td></tr></table><p>Sau</p>"
    )
    editor.insertFromMimeData(mime)
    table = BodyTable((("TT", "Nội dung", ""), ("1", "Một\nhai", "3")), 1)
    words = [BodyParagraph((Run(word),), Level.PLAIN) for word in ("Trước", "Sau")]
    assert list(editor.paragraphs) == [words[0], table, words[1]]


def test_cells_from_a_spreadsheet_become_a_table(editor: PartEditor) -> None:
    mime = QMimeData()
    mime.setText("TT\tNội dung\n1\tTập huấn\n")
    editor.insertFromMimeData(mime)
    assert editor.paragraphs == (BodyTable((("TT", "Nội dung"), ("1", "Tập huấn")), 1),)


def test_lists_from_another_program_keep_their_ordinals(editor: PartEditor) -> None:
    mime = QMimeData()
    mime.setHtml("<ol><li>Một</li><li>Hai</li></ol><ul><li>Ba</li></ul>")
    editor.insertFromMimeData(mime)
    levels = [
        (part.level, "".join(run.text for run in part.runs))
        for part in editor.paragraphs
        if isinstance(part, BodyParagraph)
    ]
    assert levels == [(Level.ITEM, "1. Một"), (Level.ITEM, "2. Hai"), (Level.DASH, "- Ba")]


def test_pasting_into_a_cell_keeps_the_table(editor: PartEditor) -> None:
    editor.show_paragraphs((TABLE,))
    _enter_table(editor)
    mime = QMimeData()
    mime.setText("a\tb")
    editor.insertFromMimeData(mime)
    [table] = editor.paragraphs
    assert isinstance(table, BodyTable) and table.rows[0][0] == "a bTT"
