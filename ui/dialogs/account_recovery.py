"""The way back in for an administrator who has forgotten the password: the code printed at set-up."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.domain.access import Actor
from app.services.accounts import Recovery, recover
from app.texts import text
from ui.clock import Clock
from ui.dialogs.account_code import AccountCode
from ui.dialogs.account_words import refusal_words
from ui.dialogs.frame import FramedDialog
from ui.operations import Operations
from ui.theme import measured, px
from ui.widgets.sign_in_fields import NewPassword

_WIDTH = 460


class AccountRecovery(FramedDialog):
    """``recovered`` tells the ``Actor`` who has signed in by the code, once the new code was put away."""

    recovered = Signal(object)

    def __init__(self, operations: Operations, clock: Clock, parent: QWidget) -> None:
        title, do = text("accounts_page.recovery_title"), text("accounts_page.recovery_do")
        super().__init__(title, do, text("accounts_page.cancel"), parent)
        self._operations, self._clock = operations, clock
        self.code = QLineEdit()
        self.new = NewPassword(((text("accounts_page.code"), self.code),))
        self.body.addWidget(QLabel(text("accounts_page.recovery_words"), wordWrap=True))
        self.body.addWidget(self.new)
        self.do.clicked.connect(self._try)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.code.setFocus()

    @Slot()
    def _try(self) -> None:
        if self.new.differs:
            self.show_refusal(self.new.differs)
            return
        self.do.setEnabled(False)
        use_case = partial(recover, code=self.code.text(), new_password=self.new.typed, now=self._clock.now)
        self._operations.write("", use_case, self._answered, self.show_refusal)

    def _answered(self, answer: Recovery) -> None:
        if answer.actor is None:
            self.show_refusal(refusal_words(answer.refusal, answer.locked_until, self._clock.now))
            self.code.setFocus()
            return
        dialog = AccountCode(answer.code, answer.actor.name, self.parentWidget())
        dialog.put_away.connect(partial(self._done, answer.actor))
        dialog.open()

    def _done(self, actor: Actor) -> None:
        self.accept()
        self.recovered.emit(actor)
