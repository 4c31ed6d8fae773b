"""The parts of a report one below the other, with a sign for what is still to be written or read."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.documents.unwritten import first_gap, is_unwritten
from app.domain.body import Level
from app.domain.report import ReportPart
from app.texts import text
from ui.icons import icon
from ui.theme import measured, px

_ICON = 14
_WIDTH = 236
_PADS = 14
_SIGNS = {
    "done": ("check", "good"),
    "empty": ("dot", "quiet"),
    "gaps": ("dot", "primary"),
    "to_read": ("warning", "warn"),
}


class ReportOutline(QListWidget):
    """``part_chosen`` tells the key of the part in use."""

    part_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportOutline")
        measured(self, lambda outline: outline.setIconSize(QSize(px(_ICON), px(_ICON))))
        self.setWordWrap(True)
        self.setAccessibleName(text("reports_page.outline"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentRowChanged.connect(self._tell)

    @property
    def key(self) -> str | None:
        """The key of the part in use."""
        item = self.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def show_parts(self, parts: tuple[ReportPart, ...]) -> None:
        """Show ``parts``; the one in use stays in use, the first that can be written is at the beginning."""
        key = self.key or next((part.key for part in parts if part.level is not Level.PART), None)
        self.blockSignals(True)
        self.clear()
        for part in parts:
            self.addItem(_item(part))
            if part.key == key:
                self.setCurrentRow(self.count() - 1)
        self.blockSignals(False)

    @Slot(object)
    def choose(self, key: str) -> None:
        """Go to the part ``key``."""
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.setCurrentRow(row)

    @Slot(int)
    def _tell(self, row: int) -> None:
        if row >= 0 and self.key is not None:
            self.part_chosen.emit(self.key)


def sign_of(part: ReportPart) -> str:
    """Whether a part has its text, nothing, gaps in it, or words to be read again."""
    if part.to_read:
        return "to_read"
    if is_unwritten(part.paragraphs):
        return "empty"
    return "done" if first_gap(part.paragraphs) is None else "gaps"


def _item(part: ReportPart) -> QListWidgetItem:
    is_heading = part.level is Level.PART
    words = f"{part.key.split('.')[-1]}. {part.title}"
    item = QListWidgetItem(words)
    item.setData(Qt.ItemDataRole.UserRole, part.key)
    item.setToolTip(words)
    if is_heading:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
    else:
        sign = sign_of(part)
        item.setIcon(icon(*_SIGNS[sign]))
        item.setToolTip(f"{words}\n{text(f'reports_page.part_{sign}')}")
    metrics, room = QFontMetrics(item.font()), _WIDTH - (0 if is_heading else px(_ICON) + 8)
    height = metrics.boundingRect(0, 0, room, 0, int(Qt.TextFlag.TextWordWrap), words).height()
    item.setSizeHint(QSize(_WIDTH, height + _PADS))
    return item
