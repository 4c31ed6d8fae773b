"""Head and signature of a document as they will stand on paper, in small."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.documents.document_types import document_type
from app.documents.official_wording import closed, place_and_date
from app.domain.office import Office
from app.domain.official import OfficialDocument, PartialDate, Signer
from app.texts import text
from ui.theme import GAP, HALF_GAP

_WIDTH = 480
_HALVES = (41, 59)
_SIZE = 11
_SERIF = ("Times New Roman", "Liberation Serif", "DejaVu Serif")


class OfficePreview(QFrame):
    """What is not entered yet stands in brackets."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFixedWidth(_WIDTH)
        self.title = QLabel()
        self.title.setObjectName("cardTitle")
        self.superior, self.issuing, self.number = _line(), _line(bold=True), _line()
        self.date = _line(italic=True)
        label = text("document.recipients")
        self.recipients_label = _line(bold=True, italic=True, middle=False, words=label)
        self.recipients = _line(middle=False)
        self.authority, self.name = _line(bold=True), _line(bold=True)
        self._lay_out()

    def show_office(self, office: Office, kind: str, signer: Signer, year: int) -> None:
        """Show a document of the type ``kind`` that ``signer`` signs."""
        self.title.setText(text("office_page.preview_title", kind=document_type(kind).name.lower()))
        _show(self.superior, [line.upper() for line in office.superior_body])
        _show(self.issuing, [line.upper() for line in office.issuing_body] or [text("office_page.preview_no_name")])
        self.number.setText(text("office_page.preview_number", symbol=_symbol(kind)))
        place = office.place or text("office_page.preview_no_place")
        day = PartialDate(year)
        self.date.setText(place_and_date(OfficialDocument(kind, (), "", place=place, day=day)))
        lines = list(closed(office.recipients.get(kind, ()), "- ")) or [text("office_page.preview_no_recipients")]
        _show(self.recipients, lines)
        _show(self.authority, [line.upper() for line in signer.authority] or [text("office_page.preview_no_signer")])
        self.name.setText(signer.name)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(HALF_GAP)
        grid.setVerticalSpacing(2)
        for half, share in enumerate(_HALVES):
            grid.setColumnStretch(half, share)
        grid.addLayout(_stacked(self.superior, self.issuing, self.number), 0, 0)
        country = _line(bold=True, words=text("document.country").upper())
        grid.addLayout(_stacked(country, _line(bold=True, words=text("document.motto")), self.date), 0, 1)
        grid.setRowMinimumHeight(1, GAP)
        grid.addLayout(_stacked(self.recipients_label, self.recipients), 2, 0)
        signature = _stacked(self.authority)
        signature.insertSpacing(1, 2 * GAP)
        signature.insertWidget(2, self.name)
        grid.addLayout(signature, 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, HALF_GAP + 2, GAP, HALF_GAP)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addLayout(grid)
        column.addStretch(1)


def _symbol(kind: str) -> str:
    return text("report.symbol", kind=kind)


def _show(label: QLabel, lines: Sequence[str]) -> None:
    label.setText("\n".join(lines))
    label.setVisible(bool(lines))


def _stacked(*labels: QLabel) -> QVBoxLayout:
    """Labels one below the other, what room is left below them."""
    column = QVBoxLayout()
    column.setSpacing(2)
    for label in labels:
        column.addWidget(label)
    column.addStretch(1)
    return column


def _line(bold: bool = False, italic: bool = False, middle: bool = True, words: str = "") -> QLabel:
    label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    font = QFont(list(_SERIF))
    font.setPixelSize(_SIZE)
    font.setBold(bold)
    font.setItalic(italic)
    label.setFont(font)
    side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
    label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
    return label
