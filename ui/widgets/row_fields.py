"""Every cell of one row in a field with room for long text."""

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.plan import Column
from app.texts import text
from ui.theme import GAP, HALF_GAP
from ui.widgets.appendix_model import AppendixModel

_DRAFT_AFTER_MS = 300
_ORDINAL = -1
"""Stands in place of a column for the ordinal of a section, which need not have one."""


class PanelEditor(QPlainTextEdit):
    """A field as high as its text; what is typed is stored when the field is left."""

    left = Signal(object)
    """This field: the focus has gone elsewhere, or Ctrl+Enter was pressed."""

    def __init__(self, column: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = column
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self.fit)
        self.pause = QTimer(self, singleShot=True, interval=_DRAFT_AFTER_MS)
        self.textChanged.connect(self._typed)

    @Slot()
    def fit(self) -> None:
        """Take the height the text needs."""
        lines = self.document().size().height()
        height = int(lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()) + 8
        if height != self.height():
            self.setFixedHeight(height)

    @Slot()
    def _typed(self) -> None:
        if self.hasFocus() and not self.pause.isActive():
            self.pause.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps otherwise."""
        super().resizeEvent(event)
        self.fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field stores it."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter stores at once."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self.left.emit(self)
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files are no text: dropped here they are the panel's."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Where nothing was typed here, Ctrl+Z and Ctrl+Y mean the whole register."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            undo = event.key() == Qt.Key.Key_Z and not self.document().isUndoAvailable()
            redo = event.key() == Qt.Key.Key_Y and not self.document().isRedoAvailable()
            if held and (undo or redo):
                event.ignore()
                return False
        return super().event(event)


class RowFields(QScrollArea):
    """One field per column. Changes go through the model like those typed in the table."""

    typing_paused = Signal(int, int, str)
    """Row, column and text so far."""
    closed = Signal(int, int)
    """Row and column whose typing was stored."""

    def __init__(self, model: AppendixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._is_writable = True
        self._row_id: int | None = None
        self._columns: tuple[Column, ...] | None = None
        self._section: bool | None = None
        self._fields = QWidget()
        self._form = QVBoxLayout(self._fields)
        self._form.setContentsMargins(0, 0, HALF_GAP, GAP)
        self._form.setSpacing(4)
        self.setWidgetResizable(True)
        self.setWidget(self._fields)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.editors: list[PanelEditor] = []

    def allow_writing(self, allowed: bool) -> None:
        """Let the fields be typed into, or only read."""
        self._is_writable = allowed
        for editor in self.editors:
            editor.setReadOnly(not allowed)

    def show_row(self, row: int | None) -> None:
        """Show a row; None shows nothing. A field in use keeps what is being typed."""
        if row is None:
            self._row_id = None
            self._fields.hide()
            return
        self._fields.show()
        section = self._model.is_section(row)
        if self._columns != self._model.appendix.columns or self._section != section:
            self._build(section)
        same = self._row_id == self._model.row(row).id
        self._row_id = self._model.row(row).id
        for editor in self.editors:
            self._fill(editor, row, same)

    def finish_editing(self) -> None:
        """Store the field being typed in."""
        for editor in self.editors:
            if editor.hasFocus():
                self._store(editor)

    def _fill(self, editor: PanelEditor, row: int, same: bool) -> None:
        place = self._model.anchor(row, editor.column) if editor.column != _ORDINAL else (row, _ORDINAL)
        words = self._text(*place)
        typing = same and editor.hasFocus() and editor.document().isModified()
        if not typing and editor.toPlainText() != words:
            editor.setPlainText(words)
        if not typing:
            editor.document().setModified(False)
        editor.pause.stop()

    def _text(self, row: int, column: int) -> str:
        return self._model.row(row).ordinal if column == _ORDINAL else self._model.edit_text(row, column)

    def _build(self, section: bool) -> None:
        self._columns, self._section = self._model.appendix.columns, section
        while (item := self._form.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.editors = []
        if section:
            self._add(text("plan_page.section_ordinal"), _ORDINAL)
            self._add(text("plan_page.section_text"), self._model.section_column)
        else:
            for place, column in enumerate(self._columns):
                self._add(column.heading, place)
        self._form.addStretch(1)

    def _add(self, heading: str, column: int) -> None:
        label = QLabel(heading)
        label.setObjectName("smallTitle")
        label.setWordWrap(True)
        editor = PanelEditor(column)
        editor.setReadOnly(not self._is_writable)
        editor.setAccessibleName(heading)
        editor.left.connect(self._left)
        editor.pause.timeout.connect(self._tell_pause)
        label.setBuddy(editor)
        self._form.addWidget(label)
        self._form.addWidget(editor)
        self._form.addSpacing(HALF_GAP)
        self.editors.append(editor)

    @Slot(object)
    def _left(self, editor: PanelEditor) -> None:
        self._store(editor)

    @Slot()
    def _tell_pause(self) -> None:
        row = self._model.row_of_id(self._row_id)
        for editor in self.editors:
            typing = editor.column != _ORDINAL and editor.hasFocus() and editor.document().isModified()
            if row is not None and typing:
                self.typing_paused.emit(*self._model.anchor(row, editor.column), editor.toPlainText())

    def _store(self, editor: PanelEditor) -> None:
        row = self._model.row_of_id(self._row_id)
        editor.pause.stop()
        if row is None or not editor.document().isModified():
            return
        editor.document().setModified(False)
        if editor.column == _ORDINAL:
            self._model.set_section_ordinal(row, editor.toPlainText())
            return
        place = self._model.anchor(row, editor.column)
        self._model.setData(self._model.index(*place), editor.toPlainText())
        self.closed.emit(*place)
