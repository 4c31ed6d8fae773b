"""Fields for passwords: hidden while typed, shown on request."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from app.texts import text
from ui.dialogs.frame import named
from ui.theme import GAP, HALF_GAP


def password_field() -> QLineEdit:
    """A field whose words are not shown."""
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


class ShowPasswords(QCheckBox):
    """Shows what stands in ``fields`` as long as it is ticked."""

    def __init__(self, *fields: QLineEdit) -> None:
        super().__init__(text("accounts_page.show"))
        self._fields = fields
        self.toggled.connect(self._show)

    @Slot(bool)
    def _show(self, shown: bool) -> None:
        for field in self._fields:
            field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class NewPassword(QWidget):
    """A new password, typed twice; ``first`` are fields that stand above it with their labels."""

    def __init__(self, first: tuple[tuple[str, QWidget], ...] = ()) -> None:
        super().__init__()
        self.password, self.again = password_field(), password_field()
        old = [field for _, field in first if isinstance(field, QLineEdit) and _is_hidden(field)]
        self.show_words = ShowPasswords(*old, self.password, self.again)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        mine = ((text("accounts_page.new_password"), self.password), (text("accounts_page.password_again"), self.again))
        for row, (words, field) in enumerate((*first, *mine)):
            grid.addWidget(named(words, field), row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.show_words, len(first) + 2, 1)
        grid.setColumnStretch(1, 1)

    @property
    def typed(self) -> str:
        """The password."""
        return self.password.text()

    @property
    def differs(self) -> str:
        """The sentence that says that both are not the same; "" where they are."""
        return "" if self.password.text() == self.again.text() else text("accounts_page.password_differs")


def _is_hidden(field: QLineEdit) -> bool:
    return field.echoMode() == QLineEdit.EchoMode.Password
