"""The text field of a report's part."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QTextCursor
from pytestqt.qtbot import QtBot

from app.domain.body import BodyParagraph, Level, Run, words_of
from app.domain.body_text import paragraphs_of
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
    assert editor.paragraphs[1] == BodyParagraph((Run("- Rà soát xong.", bold=True, italic=True),), Level.DASH)


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


def test_a_heading_keeps_its_level_and_what_follows_is_none(qtbot: QtBot, editor: PartEditor) -> None:
    heading = BodyParagraph((Run("QUYẾT ĐỊNH:"),), Level.HEADING)
    editor.show_paragraphs((heading,))
    assert list(editor.paragraphs) == [heading]
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "Dieu 1. a")
    assert list(editor.paragraphs) == [heading, BodyParagraph((Run("Dieu 1. a"),), Level.PLAIN)]


def test_a_paragraph_that_was_changed_counts_as_read(qtbot: QtBot, editor: PartEditor) -> None:
    two = tuple(BodyParagraph((Run(words),), Level.PLAIN, to_read=True) for words in ("Một", "Hai"))
    editor.show_paragraphs(two)
    assert editor.paragraphs == two and len(editor.extraSelections()) == 2
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, "x")
    editor.store()
    assert [isinstance(one, BodyParagraph) and one.to_read for one in editor.paragraphs] == [True, False]
    assert len(editor.extraSelections()) == 1


def test_undo_is_the_fields_own_only_until_it_was_told(qtbot: QtBot, editor: PartEditor) -> None:
    def taken() -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        press = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, control, "")
        press.ignore()
        QCoreApplication.sendEvent(editor, press)
        return press.isAccepted()

    assert not taken()
    editor.setFocus()
    qtbot.keyClicks(editor, "x")
    assert taken()
    editor.store()
    assert not taken()


def test_typing_without_a_pause_is_told_all_the_same(qtbot: QtBot, editor: PartEditor) -> None:
    editor.setFocus()
    with qtbot.waitSignal(editor.edited, timeout=10_000):
        editor._pause.setInterval(60_000)
        editor._longest.setInterval(500)
        qtbot.keyClicks(editor, "x")


def test_unbroken_typing_is_told_several_times_a_second(qtbot: QtBot, editor: PartEditor) -> None:
    editor.setFocus()
    told: list[object] = []
    editor.typed.connect(told.append)
    keys = QTimer(interval=40)
    keys.timeout.connect(lambda: qtbot.keyClicks(editor, "x"))
    keys.start()
    qtbot.waitUntil(lambda: len(told) == 3, timeout=10_000)
    keys.stop()
    assert editor.is_dirty
    assert told[-1] != told[0]


def test_what_is_stored_is_not_told_as_being_typed(qtbot: QtBot, editor: PartEditor) -> None:
    editor.setFocus()
    qtbot.keyClicks(editor, "x")
    editor.store()
    with qtbot.assertNotEmitted(editor.typed, wait=400):
        pass


def test_levels_by_keys_count_on_from_what_stands_above(qtbot: QtBot, editor: PartEditor) -> None:
    lines = ("I. Mot", "1. a", "2. b", "a) c", "d", "e")
    editor.show_paragraphs([BodyParagraph((Run(line),), Level.PLAIN) for line in lines])
    keys = ((4, Qt.Key.Key_3, "b) d"), (5, Qt.Key.Key_2, "3. e"), (2, Qt.Key.Key_5, "b"), (3, Qt.Key.Key_1, "II. c"))
    for place, key, words in keys:
        editor.go_to_part(place)
        qtbot.keyClick(editor, key, Qt.KeyboardModifier.ControlModifier)
        assert words_of(editor.paragraphs[place]) == words


def test_numbers_of_the_register_are_tinted_as_long_as_they_stand_as_offered(qtbot: QtBot, editor: PartEditor) -> None:
    offer = "Đã hoàn thành 11/49 nhiệm vụ, đạt 22,45% kế hoạch."
    editor.show_paragraphs(paragraphs_of([(Run("Năm 2026 có 3 việc."),), (Run(offer),)]))
    editor.show_offers([offer])
    assert [tint.cursor.selectedText() for tint in editor.extraSelections()] == ["11/49", "22,45%"]
    editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor, " them")
    editor.store()
    assert editor.extraSelections() == []
