"""The buttons above a text: bold, slanted, tables, finding."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.domain.body import Level
from app.texts import text
from ui.icons import icon
from ui.theme import HALF_GAP, measured, px
from ui.widgets.part_editor import LEVELS, PartEditor

_LETTER_WIDTH = 34


class TextTools(QWidget):
    """Commands for ``editor``; those that change it are off while it can only be read."""

    def __init__(self, editor: PartEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.bold, self.italic = _letter("bold"), _letter("italic")
        self.table = QPushButton(text("text_editor.table"))
        self.table.setToolTip(text("text_editor.table_tip"))
        self.level = QPushButton(text("text_editor.level"))
        self.level.setToolTip(text("text_editor.level_tip"))
        self.levels = QMenu(self)
        for name, level in LEVELS.items():
            self.levels.addAction(text(f"text_editor.level_{name}")).setData(level)
        self.levels.triggered.connect(self._set_level)
        self.level.setMenu(self.levels)
        self.find_button = QPushButton()
        self.find_button.setIcon(icon("search", "text"))
        self.find_button.setToolTip(text("text_editor.find"))
        self.find_button.setAccessibleName(text("text_editor.find"))
        self.menu = QMenu(self)
        self.actions_ = {name: self._action(name) for name in ("insert_table", *_INSIDE)}
        self.table.setMenu(self.menu)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(HALF_GAP)
        for button in (self.bold, self.italic, self.level, self.table, self.find_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            line.addWidget(button)
        self.bold.clicked.connect(editor.toggle_bold)
        self.italic.clicked.connect(editor.toggle_italic)
        self.find_button.clicked.connect(editor.find_wanted)
        editor.tables.inside_changed.connect(self._allow)
        self._allow()

    @property
    def changing(self) -> tuple[QPushButton, ...]:
        """The buttons that change the text."""
        return self.bold, self.italic, self.level, self.table

    def allow_writing(self, allowed: bool) -> None:
        """Turn the commands that change the text on or off."""
        for button in self.changing:
            button.setEnabled(allowed)

    def allow_tables(self, allowed: bool) -> None:
        """A list of lines holds no tables and no levels."""
        self.table.setVisible(allowed)
        self.level.setVisible(allowed)

    @Slot(QAction)
    def _set_level(self, action: QAction) -> None:
        self._editor.set_level(Level(action.data()))

    @Slot()
    def _allow(self) -> None:
        inside = self._editor.tables.inside
        self.actions_["insert_table"].setEnabled(not inside)
        for name in _INSIDE:
            self.actions_[name].setEnabled(inside)

    def _action(self, name: str) -> QAction:
        action = self.menu.addAction(text(f"text_editor.{name}"))
        tables = self._editor.tables
        slot = tables.insert if name == "insert_table" else getattr(tables, name)
        action.triggered.connect(slot)
        return action


_INSIDE = ("add_row", "delete_row", "add_column", "delete_column", "delete_table")
"""What can be done to the table of the cursor."""


def _letter(name: str) -> QPushButton:
    words = text(f"text_editor.{name}")
    button = QPushButton(words[:1])
    button.setToolTip(words)
    button.setAccessibleName(words)
    measured(button, lambda widget: widget.setFixedWidth(px(_LETTER_WIDTH)))
    font = button.font()
    font.setBold(name == "bold")
    font.setItalic(name == "italic")
    button.setFont(font)
    return button
