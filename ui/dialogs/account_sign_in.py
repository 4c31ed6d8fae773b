"""Asks who works, with the password, before anything of the register is shown."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from app.services.account_state import accounts_state
from app.services.accounts import SignIn, sign_in
from app.texts import text
from ui.clock import Clock
from ui.dialogs.account_words import refusal_words
from ui.dialogs.frame import FramedDialog, named
from ui.operations import Operations
from ui.theme import GAP, HALF_GAP, measured, px
from ui.widgets.sign_in_fields import ShowPasswords, password_field

_WIDTH = 420


class AccountSignIn(FramedDialog):
    """``signed_in`` tells the ``Actor``; ``given_up`` that the program is to be closed. Esc empties the password."""

    signed_in = Signal(object)
    given_up = Signal()

    def __init__(self, operations: Operations, clock: Clock, last: str, locked_by: str, parent: QWidget) -> None:
        """``last`` is the name chosen at first; ``locked_by`` whose work stands behind, "" for nobody's."""
        super().__init__(text("accounts_page.sign_in_title"), text("accounts_page.sign_in"), "", parent)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.cancel.setText(text("accounts_page.quit"))
        self._operations, self._clock, self._locked_by = operations, clock, locked_by
        self.name = QComboBox()
        self.name.addItems(operations.read_now(accounts_state).names)
        self.name.setCurrentIndex(max(self.name.findText(locked_by or last), 0))
        self.password = password_field()
        self.show_words = ShowPasswords(self.password)
        self.forgotten = QPushButton(text("accounts_page.forgotten"))
        self.forgotten.setProperty("quiet", True)
        self.forgotten.setAutoDefault(False)
        self.hint = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.hint.setObjectName("quiet")
        self._lay_out()
        self.do.clicked.connect(self._try)
        self.forgotten.clicked.connect(self._recover)
        self.name.currentIndexChanged.connect(self._describe)
        operations.trouble.connect(self.show_refusal)  # its own box would be covered
        self._describe()

    def reject(self) -> None:
        """Without a password there is only the way out."""
        super().reject()
        self.given_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc does not end the program by mistake."""
        if event.key() == Qt.Key.Key_Escape:
            self.password.clear()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _try(self) -> None:
        self.do.setEnabled(False)
        use_case = partial(sign_in, name=self.name.currentText(), password=self.password.text(), now=self._clock.now)
        self._operations.write("", use_case, self._answered, self._refuse)

    def _answered(self, answer: SignIn) -> None:
        if answer.actor is not None:
            self.password.clear()
            self.signed_in.emit(answer.actor)
        else:
            self._refuse(refusal_words(answer.refusal, answer.locked_until, self._clock.now))

    def _refuse(self, sentence: str) -> None:
        self.show_refusal(sentence)
        self.password.setFocus()
        self.password.selectAll()

    @Slot()
    def _recover(self) -> None:
        from ui.dialogs.account_recovery import AccountRecovery

        dialog = AccountRecovery(self._operations, self._clock, self)
        dialog.recovered.connect(self.signed_in)
        dialog.open()

    @Slot()
    def _describe(self) -> None:
        """Whoever takes over from another learns what becomes of the other's work."""
        other = bool(self._locked_by) and self.name.currentText() != self._locked_by
        key = "other_hint" if other else "same_hint" if self._locked_by else "start_hint"
        self.hint.setText(text(f"accounts_page.{key}", name=self._locked_by))
        self.show_refusal("")
        self.password.setFocus()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        grid.setColumnStretch(1, 1)
        for row, (name, field) in enumerate((("name", self.name), ("password", self.password))):
            grid.addWidget(named(text(f"accounts_page.{name}"), field), row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.show_words, 2, 1)
        self.body.addWidget(self.hint)
        self.body.addLayout(grid)
        self.buttons.insertWidget(0, self.forgotten)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
