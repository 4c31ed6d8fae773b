"""Entries of a list whose words are HTML: some bold, some quiet."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme import HALF_GAP, colour

Index = QModelIndex | QPersistentModelIndex
MARKED = Qt.ItemDataRole.UserRole + 2
"""The entry as HTML; entries without it show their plain text."""
_SIDE = 12


class MarkedLines(QStyledItemDelegate):
    """Paints each entry in as many lines as it has, never wrapped, on a tinted ground when it is chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the lines."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else 0
        return QSize(width, int(_document(option, index).size().height()) + 2 * HALF_GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, words and a line below them."""
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(option.rect, colour("primary_soft"))
        painter.setPen(colour("head"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.translate(QPointF(option.rect.left() + _SIDE, option.rect.top() + HALF_GAP))
        room = QRectF(0, 0, option.rect.width() - 2 * _SIDE, option.rect.height())
        _document(option, index).drawContents(painter, room)
        painter.restore()


def _document(option: QStyleOptionViewItem, index: Index) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(option.font)
    unwrapped = QTextOption()
    unwrapped.setWrapMode(QTextOption.WrapMode.NoWrap)
    document.setDefaultTextOption(unwrapped)
    put_words(document, index)
    return document


def put_words(document: QTextDocument, index: Index) -> None:
    """Put the words of an entry into ``document``: its HTML, or its plain text where it has none."""
    marked = index.data(MARKED)
    if marked:
        document.setHtml(str(marked))
    else:
        document.setPlainText(str(index.data()))
