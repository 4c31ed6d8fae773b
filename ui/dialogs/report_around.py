"""Asks what stands around the text of a report: title, place, to whom it goes, who signs."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.domain.format_check import Part
from app.domain.official import OfficialDocument, Signer
from app.domain.text import clean_line
from app.texts import text
from ui.dialogs.frame import FramedDialog, named
from ui.theme import GAP, HALF_GAP, measured, px
from ui.widgets.office_words import from_one_line

_WIDTH = 640
_LINES = {"title": 2, "bodies": 2, "addressees": 2, "recipients": 4, "authority": 3}


class ReportAround(FramedDialog):
    """``agreed`` tells the ``OfficialDocument`` with what the fields say."""

    agreed = Signal(object)

    def __init__(self, head: OfficialDocument, of_office: OfficialDocument, parent: QWidget | None = None) -> None:
        """``head`` is shown first; ``of_office`` is what the office's own details would have it be."""
        super().__init__(
            text("reports_page.around_title"), text("reports_page.around_do"), text("reports_page.cancel"), parent
        )
        self._head, self._of_office = head, of_office
        self.place, self.name = QLineEdit(), QLineEdit()
        self.title, self.bodies, self.addressees = _lines("title"), _lines("bodies"), _lines("addressees")
        self.recipients, self.authority = _lines("recipients"), _lines("authority")
        self.from_office = QPushButton(text("reports_page.around_office"))
        self.from_office.setToolTip(text("reports_page.around_office_tip"))
        self.from_office.setAutoDefault(False)
        self._lay_out()
        self.show_head(head)
        self.from_office.clicked.connect(self._take_office)
        self.do.clicked.connect(self._tell)

    def show_head(self, head: OfficialDocument) -> None:
        """Fill the fields."""
        self.place.setText(head.place)
        self.name.setText(head.signer.name)
        for area, lines in (
            (self.title, (head.title,)),
            (self.bodies, head.issuing_body),
            (self.addressees, head.addressees),
            (self.recipients, head.recipients),
            (self.authority, head.signer.authority),
        ):
            area.setPlainText("\n".join(lines))

    def go_to(self, part: Part) -> None:
        """Put the cursor where ``part`` is typed."""
        fields = {
            Part.PLACE: self.place,
            Part.ISSUING_BODY: self.bodies,
            Part.ADDRESSEES: self.addressees,
            Part.RECIPIENTS: self.recipients,
            Part.SIGNER: self.authority if self.name.text().strip() else self.name,
        }
        fields.get(part, self.title).setFocus()

    @property
    def head(self) -> OfficialDocument:
        """What the fields say."""
        return replace(
            self._head,
            title=" ".join(_lines_of(self.title)),
            place=clean_line(self.place.text()),
            issuing_body=_lines_of(self.bodies),
            addressees=from_one_line(self.addressees.toPlainText()),
            recipients=from_one_line(self.recipients.toPlainText()),
            signer=Signer(_lines_of(self.authority), clean_line(self.name.text())),
        )

    @Slot()
    def _take_office(self) -> None:
        self._head = replace(self._head, superior_body=self._of_office.superior_body)
        self.show_head(replace(self._of_office, title=self.title.toPlainText()))

    @Slot()
    def _tell(self) -> None:
        self.agreed.emit(self.head)
        self.accept()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        rows: Sequence[tuple[str, QWidget]] = (
            ("bodies", self.bodies), ("place", self.place), ("name_of", self.title),
            ("addressees", self.addressees), ("recipients", self.recipients),
            ("authority", self.authority), ("signer", self.name),
        )  # fmt: skip
        for row, (name, field) in enumerate(rows):
            grid.addWidget(named(text(f"reports_page.around_{name}"), field), row, 0)
            grid.addWidget(field, row, 1)
        hint = QLabel(text("reports_page.around_hint"), wordWrap=True)
        hint.setObjectName("quiet")
        self.body.addLayout(grid)
        self.body.addWidget(hint)
        self.buttons.insertWidget(0, self.from_office)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))


def _lines(name: str) -> QPlainTextEdit:
    """A field of some lines; Tab leads on to the next one."""
    area = QPlainTextEdit()
    area.setTabChangesFocus(True)
    measured(area, lambda widget: widget.setFixedHeight(QFontMetrics(widget.font()).lineSpacing() * _LINES[name] + 18))
    return area


def _lines_of(area: QPlainTextEdit) -> tuple[str, ...]:
    lines = (clean_line(line) for line in area.toPlainText().split("\n"))
    return tuple(line for line in lines if line)
