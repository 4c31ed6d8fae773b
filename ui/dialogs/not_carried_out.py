"""Asks why continuous tasks were not carried out in a reporting period."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import measured, px

_WIDTH = 440


class NotCarriedOut(FramedDialog):
    """``agreed`` tells the reason, never empty."""

    agreed = Signal(str)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        """``count`` questions are answered."""
        title, do = text("tracking_page.no_title"), text("tracking_page.no_do")
        super().__init__(title, do, text("window.button_cancel"), parent)
        self.body.addWidget(QLabel(text("tracking_page.no_count", count=count), wordWrap=True))
        self.reason = QLineEdit()
        self.body.addWidget(named(text("tracking_page.no_reason"), self.reason))
        self.body.addWidget(self.reason)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.reason.setFocus()

    @Slot()
    def _tell(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.show_refusal(text("tracking_page.no_reason_missing"))
            self.reason.setFocus()
            return
        self.agreed.emit(reason)
        self.accept()
