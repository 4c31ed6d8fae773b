"""A box to tick, and below it the two fields of a new password for a file."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.services.backing_up import LEAST_LETTERS
from app.texts import text
from ui.dialogs.frame import named
from ui.theme import HALF_GAP


class NewPassword(QWidget):
    """Nothing but the box while no password is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(text("backup_target.lock"))
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.again = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._fields = QWidget()
        grid = QGridLayout(self._fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(HALF_GAP)
        for row, (key, field) in enumerate((("password", self.password), ("password_again", self.again))):
            grid.addWidget(named(text(f"backup_target.{key}"), field), row, 0)
            grid.addWidget(field, row, 1)
        hint = QLabel(text("backup_target.lock_hint", least=LEAST_LETTERS), wordWrap=True)
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setObjectName("quiet")
        grid.addWidget(hint, 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_GAP)
        column.addWidget(self.box)
        column.addWidget(self._fields)
        self._fields.hide()
        self.box.toggled.connect(self._show)

    @property
    def wanted(self) -> bool:
        """Whether the file is to be locked."""
        return self.box.isChecked()

    def typed(self) -> tuple[str, str]:
        """What stands in the two fields; nothing where no password is wanted."""
        return (self.password.text(), self.again.text()) if self.wanted else ("", "")

    def begin(self) -> None:
        """Let the password be typed anew."""
        self.password.selectAll()
        self.password.setFocus()

    @Slot(bool)
    def _show(self, wanted: bool) -> None:
        self._fields.setVisible(wanted)
        if wanted:
            self.begin()
