"""Paragraphs and tables of a text as blocks of an editor's document, and back."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from app.domain.body import BodyParagraph, BodyPart, BodyTable, Level, Run
from app.domain.body_table import table_of
from app.domain.body_text import TypedLine, paragraph_of
from ui.theme import colour, px

_INDENT = 28
_AFTER = 8
_CELL_PAD = 4
_SHOWN = int(QTextFormat.Property.UserProperty) + 1
"""The property of a block that says which of the paragraphs shown at first it is."""
_BREAK = "\u2028"


def parts_of(document: QTextDocument, shown: Sequence[BodyParagraph] = ()) -> tuple[BodyPart, ...]:
    """What ``document`` says; ``shown`` are the paragraphs that ``insert_parts`` has put into it."""
    return tuple(_parts(document.rootFrame(), shown))


def _parts(frame: QTextFrame, shown: Sequence[BodyParagraph]) -> Iterator[BodyPart]:
    places = frame.begin()
    while not places.atEnd():
        child = places.currentFrame()
        if child is None:
            paragraph = paragraph_of(line_of(places.currentBlock(), shown))
            if paragraph is not None:
                yield paragraph
        elif isinstance(child, QTextTable):
            table = _table_of(child)
            if table is not None:
                yield table
        else:
            yield from _parts(child, shown)
        places += 1


def line_of(block: QTextBlock, shown: Sequence[BodyParagraph] = ()) -> TypedLine:
    """The words of ``block`` with the paragraph that it showed at first."""
    number = block.blockFormat().property(_SHOWN)
    before = shown[number] if isinstance(number, int) and number < len(shown) else None
    return TypedLine([*_listed(block), *_runs(block)], before)


def _listed(block: QTextBlock) -> Iterator[Run]:
    """The ordinal of a line that another program keeps as an item of a list."""
    in_list = block.textList()
    if in_list is not None:
        ordinal = in_list.itemText(block).strip()
        yield Run(f"{ordinal if any(map(str.isalnum, ordinal)) else '-'} ")


def _runs(block: QTextBlock) -> Iterator[Run]:
    places = block.begin()
    while not places.atEnd():
        fragment = places.fragment()
        look = fragment.charFormat()
        yield Run(fragment.text(), look.fontWeight() > QFont.Weight.Medium, look.fontItalic())
        places += 1


def _table_of(table: QTextTable) -> BodyTable | None:
    rows = [[_cell(table, row, column) for column in range(table.columns())] for row in range(table.rows())]
    return table_of(rows, table.format().headerRowCount() or 1)


def _cell(table: QTextTable, row: int, column: int) -> str:
    """The words of a cell; what it covers besides its first place is empty."""
    cell = table.cellAt(row, column)
    if (cell.row(), cell.column()) != (row, column):
        return ""
    cursor = cell.firstCursorPosition()
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u2029", "\n").replace(_BREAK, "\n")


def insert_parts(cursor: QTextCursor, parts: Sequence[BodyPart], shown: list[BodyParagraph] | None = None) -> None:
    """Put ``parts`` where ``cursor`` is, the first of them into its block. With ``shown`` every paragraph is noted
    there, so that ``parts_of`` finds its level and mark again."""
    is_fresh = True
    for part in parts:
        if isinstance(part, BodyTable):
            # the cursor itself knows of no table before an edit block has ended
            cursor.setPosition(insert_table(cursor, part).lastPosition() + 1)
            is_fresh = not cursor.block().text()
            continue
        if not is_fresh:
            cursor.insertBlock()
        _insert_paragraph(cursor, part, shown)
        is_fresh = False


def _insert_paragraph(cursor: QTextCursor, paragraph: BodyParagraph, shown: list[BodyParagraph] | None) -> None:
    look = block_format(paragraph.level)
    if shown is not None:
        look.setProperty(_SHOWN, len(shown))
        shown.append(paragraph)
    if not cursor.currentTable():
        cursor.setBlockFormat(look)
    for run in paragraph.runs:
        cursor.insertText(run.text.replace("\n", _BREAK), _run_format(run))


def insert_table(cursor: QTextCursor, table: BodyTable) -> QTextTable:
    """Put ``table`` where ``cursor`` is and go to its first cell."""
    made = cursor.insertTable(len(table.rows), len(table.rows[0]), _table_format(table.heading_rows))
    for number, row in enumerate(table.rows):
        for column, words in enumerate(row):
            look = cell_format(number < table.heading_rows)
            at = made.cellAt(number, column).firstCursorPosition()
            at.setBlockFormat(look)
            at.insertText(words.replace("\n", _BREAK), _run_format(Run("", bold=number < table.heading_rows)))
    cursor.setPosition(made.firstPosition())
    return made


def _table_format(heading_rows: int) -> QTextTableFormat:
    look = QTextTableFormat()
    look.setBorder(1)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderCollapse(True)
    look.setBorderBrush(colour("line_strong"))
    look.setCellPadding(_CELL_PAD)
    look.setCellSpacing(0)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    look.setBottomMargin(_AFTER)
    look.setHeaderRowCount(heading_rows)
    return look


def cell_format(is_heading: bool) -> QTextBlockFormat:
    """The look of a line in a table."""
    look = QTextBlockFormat()
    look.setAlignment(Qt.AlignmentFlag.AlignHCenter if is_heading else Qt.AlignmentFlag.AlignLeft)
    return look


def block_format(level: Level = Level.PLAIN) -> QTextBlockFormat:
    """The look of a paragraph; a heading stands in the middle."""
    look = QTextBlockFormat()
    is_heading = level is Level.HEADING
    look.setAlignment(Qt.AlignmentFlag.AlignHCenter if is_heading else Qt.AlignmentFlag.AlignJustify)
    look.setTextIndent(0 if is_heading else px(_INDENT))
    look.setBottomMargin(_AFTER)
    return look


def _run_format(run: Run) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
    look.setFontItalic(run.italic)
    return look
