"""Asks who signs for the office, in what right and how long."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from app.domain.office import OfficeSigner
from app.domain.official import SignedBy
from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import GAP, HALF_GAP, measured, px
from ui.widgets.day_field import DayField
from ui.widgets.office_words import by_words

_WIDTH = 500


class SignerDialog(FramedDialog):
    """``agreed`` tells the ``OfficeSigner``. The dialog stays until whoever listens closes it or shows a refusal."""

    agreed = Signal(object)

    def __init__(self, signer: OfficeSigner, today: date, is_new: bool, parent: QWidget | None = None) -> None:
        """``signer`` is shown first."""
        title = text("office_page.signer_new" if is_new else "office_page.signer_change")
        super().__init__(title, text("office_page.signer_do"), text("office_page.cancel"), parent)
        self.name, self.post, self.head, self.body_name = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.by = QComboBox()
        for right in SignedBy:
            self.by.addItem(by_words(right), right)
        self.collective = QCheckBox(text("office_page.signer_collective"))
        self.active_from, self.active_to = DayField(today), DayField(today)
        self.lines = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._lay_out()
        self._show(signer)
        self._connect()
        self._preview()

    @property
    def signer(self) -> OfficeSigner:
        """What the fields say."""
        right = SignedBy(self.by.currentData())
        return OfficeSigner(
            self.name.text().strip(),
            self.post.text().strip(),
            self.body_name.text().strip() if self.collective.isChecked() else "",
            self.head.text().strip() if right.names_head else "",
            right,
            self.active_from.day,
            self.active_to.day,
        )

    def done_well(self, _result: object = None) -> None:
        """The signer is stored."""
        self.accept()

    @Slot()
    def _tell(self) -> None:
        wrong = next((field for field in (self.active_from, self.active_to) if field.is_wrong), None)
        if wrong is not None:
            self.show_refusal(text("directory_page.day_wrong"))
            wrong.setFocus()
            return
        self.do.setEnabled(False)
        self.agreed.emit(self.signer)

    @Slot()
    def _preview(self) -> None:
        """The lines above the signature as they are printed; only the fields that this right needs can be used."""
        self.head.setEnabled(SignedBy(self.by.currentData()).names_head)
        self.body_name.setEnabled(self.collective.isChecked())
        block = self.signer.block()
        self.lines.setText("\n".join([*(line.upper() for line in block.authority), "", block.name]).strip())

    def _show(self, signer: OfficeSigner) -> None:
        self.name.setText(signer.name)
        self.post.setText(signer.post)
        self.head.setText(signer.head)
        self.body_name.setText(signer.collective)
        self.collective.setChecked(bool(signer.collective))
        self.by.setCurrentIndex(list(SignedBy).index(signer.by))
        self.active_from.show_day(signer.active_from)
        self.active_to.show_day(signer.active_to)
        self.name.setFocus()

    def _connect(self) -> None:
        for field in (self.name, self.post, self.head, self.body_name):
            field.textChanged.connect(self._preview)
        self.by.currentIndexChanged.connect(self._preview)
        self.collective.toggled.connect(self._preview)
        self.do.clicked.connect(self._tell)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        fields = {"name": self.name, "post": self.post, "by": self.by, "head": self.head}
        days = {"from": self.active_from, "to": self.active_to}
        for row, (name, field) in enumerate({**fields, **days}.items()):
            grid.addWidget(named(text(f"office_page.signer_{name}"), field), row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.collective, len(fields) + len(days), 0)
        grid.addWidget(self.body_name, len(fields) + len(days), 1)
        self.body_name.setAccessibleName(text("office_page.signer_body"))
        self.body_name.setPlaceholderText(text("office_page.signer_body"))
        hint = QLabel(text("office_page.signer_hint"), wordWrap=True)
        hint.setObjectName("quiet")
        self.lines.setObjectName("signatureLines")
        self.body.addLayout(grid)
        self.body.addWidget(self.lines)
        self.body.addWidget(hint)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
