"""The line above a text that finds words in it and puts others in their place."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.domain.text_search import Sought
from app.texts import text
from ui.theme import HALF_GAP


class FindBar(QWidget):
    """``sought_changed`` tells that other words are looked for; Enter and F3 ask for the next place, Shift for the one
    before, Escape closes."""

    sought_changed = Signal()
    step_wanted = Signal(bool)
    """True: the place before."""
    replace_wanted = Signal(str)
    replace_all_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.by = _field("find_words"), _field("replace_words")
        self.marks = QCheckBox(text("text_editor.marks"))
        self.marks.setToolTip(text("text_editor.marks_tip"))
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.next, self.replace = _button("next"), _button("replace_one")
        self.replace_all, self.close_button = _button("replace_all"), _button("close_find")
        self._lay_out()
        self.words.textChanged.connect(self._changed)
        self.marks.toggled.connect(self._changed)
        self.next.clicked.connect(self._next)
        self.replace.clicked.connect(self._replace)
        self.replace_all.clicked.connect(self._replace_all)
        self.close_button.clicked.connect(self.closed)
        self.hide()

    def _lay_out(self) -> None:
        lines = QGridLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(HALF_GAP)
        first = (self.words, self.next, self.marks, self.count, self.close_button)
        for line, widgets in enumerate((first, (self.by, self.replace, self.replace_all))):
            for column, widget in enumerate(widgets):
                lines.addWidget(widget, line, column)
        lines.setColumnStretch(0, 2)
        lines.setColumnStretch(3, 1)

    @property
    def sought(self) -> Sought:
        """What is looked for."""
        return Sought(self.words.text(), self.marks.isChecked())

    def open_with(self, words: str) -> None:
        """Show the line, looking for ``words`` where they are any."""
        if words.strip() and "\u2029" not in words:
            self.words.setText(words)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self.sought_changed.emit()

    def show_count(self, count: int) -> None:
        """Say how many places there are."""
        words = text("text_editor.found", count=count) if count else text("text_editor.found_none")
        self.count.setText(words if self.words.text().strip() else "")
        for button in (self.next, self.replace, self.replace_all):
            button.setEnabled(count > 0)

    def say(self, sentence: str) -> None:
        """Say ``sentence`` in place of the number."""
        self.count.setText(sentence)

    def event(self, event: QEvent) -> bool:
        """Escape and F3 are the line's own before they are the page's."""
        own = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F3)
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from either field, F3 and Escape as well."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_F3:
            self.step_wanted.emit(back)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.by.hasFocus():
                self._replace()
            else:
                self.step_wanted.emit(back)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _changed(self) -> None:
        self.sought_changed.emit()

    @Slot()
    def _next(self) -> None:
        self.step_wanted.emit(False)

    @Slot()
    def _replace(self) -> None:
        self.replace_wanted.emit(self.by.text())

    @Slot()
    def _replace_all(self) -> None:
        self.replace_all_wanted.emit(self.by.text())


def _field(name: str) -> QLineEdit:
    field = QLineEdit(placeholderText=text(f"text_editor.{name}"))
    field.setAccessibleName(text(f"text_editor.{name}"))
    return field


def _button(name: str) -> QPushButton:
    button = QPushButton(text(f"text_editor.{name}"))
    tip = f"{name}_tip"
    button.setToolTip(text("text_editor." + (tip if name != "close_find" else name)))
    button.setAutoDefault(False)
    return button
