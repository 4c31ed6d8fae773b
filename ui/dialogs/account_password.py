"""Sets a password: the first one, another person's, one's own."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from app.services.accounts import change_own_password
from app.texts import text
from ui.dialogs.frame import FramedDialog
from ui.operations import Operations
from ui.theme import measured, px
from ui.widgets.sign_in_fields import NewPassword, password_field

_WIDTH = 460


class SetPassword(FramedDialog):
    """``agreed`` tells the new password. The dialog stays until whoever listens closes it or shows a refusal."""

    agreed = Signal(str)

    def __init__(self, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(title, text("accounts_page.save"), text("accounts_page.cancel"), parent)
        self.new = NewPassword(self.first_fields())
        self.body.addWidget(QLabel(words, wordWrap=True))
        self.body.addWidget(self.new)
        self.do.clicked.connect(self._tell)
        self.new.password.setFocus()
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))

    def first_fields(self) -> tuple[tuple[str, QWidget], ...]:
        """What is asked above the password, by its label."""
        return ()

    def done_well(self, _result: object = None) -> None:
        """The password is set."""
        self.accept()

    @Slot()
    def _tell(self) -> None:
        if self.new.differs:
            self.show_refusal(self.new.differs)
            self.new.again.setFocus()
            return
        self.do.setEnabled(False)
        self.agreed.emit(self.new.typed)


class FirstPassword(SetPassword):
    """Turns accounts on: the administrator's name, chosen from the staff or typed, and the password."""

    def __init__(self, people: tuple[str, ...], parent: QWidget | None = None) -> None:
        self.name = QComboBox(editable=True)
        self.name.addItems(people)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        super().__init__(text("accounts_page.first_title"), text("accounts_page.first_words"), parent)
        self.do.setText(text("accounts_page.first_do"))

    def first_fields(self) -> tuple[tuple[str, QWidget], ...]:
        return ((text("accounts_page.name"), self.name),)


class OwnPassword(SetPassword):
    """Whoever has signed in gives the present password, and another."""

    def __init__(self, operations: Operations, name: str, parent: QWidget | None = None) -> None:
        self.old = password_field()
        super().__init__(text("accounts_page.own_title"), text("accounts_page.own_words", name=name), parent)
        self._operations = operations
        self.agreed.connect(self._change)
        self.old.setFocus()

    def first_fields(self) -> tuple[tuple[str, QWidget], ...]:
        return ((text("accounts_page.old_password"), self.old),)

    @Slot(str)
    def _change(self, new: str) -> None:
        use_case = partial(change_own_password, old=self.old.text(), new=new)
        self._operations.write("", use_case, self.done_well, self.show_refusal)
