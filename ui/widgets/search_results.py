"""Places found by search, under the names of their plans, with the words sought in bold."""

from collections.abc import Sequence
from html import escape
from itertools import groupby

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QTextDocument
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.text import fold, nfc
from app.ports import SearchHit
from ui.theme import COLOURS, RADIUS, colour
from ui.widgets.marked_lines import MARKED, put_words
from ui.widgets.plain_list import PLACE, PlainList

_PAD = 6
_INDENT = 14
Index = QModelIndex | QPersistentModelIndex


class SearchResults(PlainList):
    """``hit_chosen`` tells the hit that was clicked or taken with Enter."""

    hit_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Hits(self))
        self.place_chosen.connect(self._tell_hit)

    def show_hits(self, words: str, hits: Sequence[SearchHit]) -> None:
        """List ``hits`` for the sought ``words``."""
        self.clear()
        for title, found in by_plan(hits):
            self._add_heading(title)
            for hit in found:
                item = self.add(hit.snippet, None, "text", hit)
                item.setToolTip("")
                item.setData(MARKED, marked_snippet(hit, words))

    def hits(self) -> list[SearchHit]:
        """The hits in the order shown."""
        places = (self.item(line).data(PLACE) for line in range(self.count()))
        return [place for place in places if isinstance(place, SearchHit)]

    def go_first(self) -> None:
        """Put the cursor on the first hit."""
        if self.hits():
            self.setCurrentRow(1)
            self.setFocus()

    def open_first(self) -> None:
        """Choose the first hit."""
        if self.hits():
            self.hit_chosen.emit(self.hits()[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens on every platform."""
        place = self.currentItem().data(PLACE) if self.currentItem() else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place is not None:
            self.hit_chosen.emit(place)
            return
        super().keyPressEvent(event)

    def _add_heading(self, title: str) -> None:
        item = self.add(title, None, "text", None)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.font())
        font.setBold(True)
        item.setFont(font)

    @Slot(object)
    def _tell_hit(self, hit: SearchHit) -> None:
        self.hit_chosen.emit(hit)


class _Hits(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        assert isinstance(view, SearchResults)
        width = view.viewport().width()
        height = _document(option, index, width).size().height()
        return QSize(width, int(height) + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        chosen = index.data(PLACE) is not None
        if chosen and option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            selected = option.state & QStyle.StateFlag.State_Selected
            painter.setBrush(colour("primary_soft" if selected else "section"))
            painter.drawRoundedRect(option.rect, RADIUS, RADIUS)
        document = _document(option, index, option.rect.width())
        painter.translate(option.rect.left() + _left(index), option.rect.top() + _PAD)
        document.drawContents(painter, QRectF(0, 0, option.rect.width(), option.rect.height()))
        painter.restore()


def marked_snippet(hit: SearchHit, words: str) -> str:
    """The hit as HTML: where it is, then the text with the words sought in bold."""
    place = f'<span style="color:{COLOURS["quiet"]}">{escape(hit.appendix_label)}</span>&nbsp; '
    return place + bold_words(hit.snippet, words)


def bold_words(snippet: str, words: str) -> str:
    """``snippet`` as HTML with every place that reads like ``words``, marks or not, in bold."""
    shown, sought = nfc(snippet).replace("\n", " "), fold(words).strip()
    folded = fold(shown)
    if not sought or len(folded) != len(shown):
        return escape(shown)
    parts: list[str] = []
    done = 0
    while (at := folded.find(sought, done)) >= 0:
        parts.append(f"{escape(shown[done:at])}<b>{escape(shown[at : at + len(sought)])}</b>")
        done = at + len(sought)
    return "".join(parts) + escape(shown[done:])


def by_plan(hits: Sequence[SearchHit]) -> list[tuple[str, list[SearchHit]]]:
    """The hits under their plans' titles; the plan of the best hit first, hits in the order found."""
    order = list(dict.fromkeys(hit.plan_id for hit in hits))
    ranked = sorted(hits, key=lambda hit: order.index(hit.plan_id))
    groups = groupby(ranked, key=lambda hit: (hit.plan_id, hit.plan_title))
    return [(title, list(found)) for (_plan, title), found in groups]


def _left(index: Index) -> int:
    return _PAD + (_INDENT if index.data(PLACE) is not None else 0)


def _document(option: QStyleOptionViewItem, index: Index, width: int) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    font = index.data(Qt.ItemDataRole.FontRole)
    document.setDefaultFont(font if isinstance(font, QFont) else option.font)
    document.setTextWidth(max(width - _left(index) - _PAD, 10))
    put_words(document, index)
    return document
