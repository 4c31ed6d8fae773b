"""Shows the recovery code once, to be printed or copied down."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QWidget

from app.documents.account_code import code_document
from app.texts import text
from ui.dialogs.document_preview import DocumentPreview
from ui.dialogs.frame import FramedDialog
from ui.dialogs.preview_options import MakeDocument, PreviewOptions
from ui.theme import measured, px

_WIDTH = 480


class AccountCode(FramedDialog):
    """``put_away`` tells that the code was noted. There is no other way out: it is never shown again."""

    put_away = Signal()

    def __init__(self, code: str, name: str, parent: QWidget | None = None) -> None:
        """``name`` is the account that the code helps back in."""
        super().__init__(text("accounts_page.code_title"), text("accounts_page.code_done"), "", parent)
        self._code, self._name = code, name
        self.cancel.hide()
        self.words = QLabel(text("accounts_page.code_words"), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.code = QLabel(code, alignment=Qt.AlignmentFlag.AlignCenter, textFormat=Qt.TextFormat.PlainText)
        self.code.setObjectName("recoveryCode")
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAccessibleName(text("accounts_page.code"))
        self.noted = QCheckBox(text("accounts_page.code_noted"))
        self.print = QPushButton(text("accounts_page.code_print"))
        self.print.setAutoDefault(False)
        for widget in (self.words, self.code, self.noted):
            self.body.addWidget(widget)
        self.buttons.insertWidget(0, self.print)
        self.do.setEnabled(False)
        self.noted.toggled.connect(self.do.setEnabled)
        self.print.clicked.connect(self._print)
        self.do.clicked.connect(self._close)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.print.setFocus()

    def reject(self) -> None:
        """Only with the code put away."""
        if self.noted.isChecked():
            self._close()
        else:
            self.show_refusal(text("accounts_page.code_first"))
            self.do.setEnabled(False)

    @Slot()
    def _close(self) -> None:
        self.accept()
        self.put_away.emit()

    @Slot()
    def _print(self) -> None:
        DocumentPreview(text("accounts_page.code_title"), _CodeOptions(self._code, self._name), self).open()


class _CodeOptions(PreviewOptions):
    """There is nothing to choose."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__()
        self.fills = False
        self._maker = partial(code_document, code, name)

    def document_maker(self) -> MakeDocument:
        """The sheet with the code."""
        return self._maker
