"""Column headings with a role chooser under each: what the program took the column for."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QComboBox, QHeaderView, QStyle, QStyleOptionFocusRect, QStylePainter, QWidget

from app.domain.plan import Role
from app.texts import text
from ui.icons import icon
from ui.theme import colour, px

_CHOOSER = 34
_CHEVRON = 14
_PADDING = 6


class RoleBox(QComboBox):
    """A flat chooser of a column's role, drawn small enough for a narrow column."""

    role_chosen = Signal(int, object)

    def __init__(self, column: int, heading: str, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column, self._heading = column, heading
        for choice in Role:
            self.addItem(text(f"import_page.role_{choice.value}"), choice)
        self.setCurrentIndex(list(Role).index(role))
        self._describe()
        widest = max(self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(self.count()))
        self.view().setMinimumWidth(widest + 40)
        self.setMaxVisibleItems(self.count())
        self.activated.connect(self._choose)

    def role(self) -> Role:
        """The role that is chosen now."""
        return Role(self.currentData())

    @Slot()
    def _choose(self) -> None:
        self._describe()
        self.role_chosen.emit(self._column, self.role())

    def _describe(self) -> None:
        hint = text("import_page.role_hint", heading=self._heading, role=self.currentText())
        self.setToolTip(hint)
        self.setAccessibleName(hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Green ground, the role, a chevron; all of it clickable."""
        del event
        painter = QStylePainter(self)
        hover = self.underMouse() or self.hasFocus()
        painter.fillRect(self.rect(), colour("good_soft"))
        painter.setPen(QPen(colour("good" if hover else "line")))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(colour("good"))
        inner = self.rect().adjusted(_PADDING, 0, -px(_CHEVRON) - 2, 0)
        words = QFontMetrics(font).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        chevron = QRect(
            self.width() - px(_CHEVRON) - 1, (self.height() - px(_CHEVRON)) // 2, px(_CHEVRON), px(_CHEVRON)
        )
        icon("chevron", "good").paint(painter, chevron)
        if self.hasFocus():
            frame = QStyleOptionFocusRect()
            frame.initFrom(self)
            frame.rect = self.rect().adjusted(2, 2, -2, -2)
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame)


class RoleHeader(QHeaderView):
    """A horizontal header of wrapped headings with the choosers in a second line."""

    role_chosen = Signal(int, object)
    """Column of the appendix (from 0) and the role chosen for it."""

    def __init__(self, first: int, parent: QWidget | None = None) -> None:
        """``first`` is the header's first section that has a role."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._first = first
        self._boxes: list[RoleBox] = []
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(44)
        self.sectionResized.connect(self.arrange)
        self.geometriesChanged.connect(self.arrange)

    @property
    def boxes(self) -> list[RoleBox]:
        """The choosers from left to right."""
        return list(self._boxes)

    def show_roles(self, headings: list[str], roles: list[Role]) -> None:
        """Put one chooser under each heading."""
        for box in self._boxes:
            box.hide()
            box.deleteLater()
        pairs = enumerate(zip(headings, roles, strict=True))
        self._boxes = [RoleBox(column, heading, role, self) for column, (heading, role) in pairs]
        for box in self._boxes:
            box.role_chosen.connect(self.role_chosen)
            box.show()
        self.updateGeometry()
        self.arrange()

    def sizeHint(self) -> QSize:
        """Room for the tallest wrapped heading and the choosers."""
        tallest = max((self._heading_height(section) for section in range(self.count())), default=20)
        return QSize(super().sizeHint().width(), tallest + px(_CHOOSER))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the choosers under their headings."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the font or style changes."""
        super().changeEvent(event)
        self.updateGeometry()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The heading, wrapped and never cut."""
        painter.save()
        painter.fillRect(rect, colour("head"))
        painter.setPen(colour("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self._bold())
        painter.setPen(colour("quiet"))
        inner = rect.adjusted(_PADDING, 2, -_PADDING, -px(_CHOOSER))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._heading(section))
        painter.restore()

    @Slot()
    def arrange(self) -> None:
        """Put every chooser under its heading, wherever the table is scrolled to."""
        top = self.height() - px(_CHOOSER)
        for number, box in enumerate(self._boxes):
            section = number + self._first
            if section < self.count():
                box.setGeometry(
                    self.sectionViewportPosition(section), top, self.sectionSize(section) - 1, px(_CHOOSER) - 1
                )

    def _heading(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def _heading_height(self, section: int) -> int:
        room = QRect(0, 0, max(self.sectionSize(section) - 2 * _PADDING, 10), 1000)
        flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        return QFontMetrics(self._bold()).boundingRect(room, flags, self._heading(section)).height() + 12

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
