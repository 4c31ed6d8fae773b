"""How an entry about a row's progress is laid out and drawn: words, day, badge, details."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.icons import icon
from ui.theme import RADIUS, colour, px
from ui.widgets.proof_icons import proof_icon
from ui.widgets.row_entry import Entry, EntryKind
from ui.widgets.tracking_badge import HEIGHT, badge_width, draw_tone

ENTRY = Qt.ItemDataRole.UserRole + 1
"""The role that holds an ``Entry``."""
_PAD, _INDENT, _ICON, _GAP = 6, 12, 16, 6
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_ROOM = 10_000
_SIGNS = {EntryKind.NOTE: ("edit", "primary"), EntryKind.CHANGE: ("dot", "quiet")}
_SIGNED = (EntryKind.PROOF, *_SIGNS)
"""Kinds with an icon before their words."""


@dataclass(slots=True)
class _Places:
    """Where the parts of an entry stand, from its own top left."""

    words: QRect
    line: QRect
    badge: QRect
    details: list[QRect]
    height: int


class EntryDelegate(QStyledItemDelegate):
    """Draws what ``ENTRY`` holds at the width of the list that is its parent."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view = self.parent()
        assert isinstance(view, QListView)
        width = view.viewport().width()
        return QSize(width, _places(index.data(ENTRY), width, option.font).height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Entry = index.data(ENTRY)
        places = _places(entry, option.rect.width(), option.font)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ground(painter, option)
        painter.translate(option.rect.topLeft())
        _draw(painter, entry, places, option.font)
        painter.restore()


def _places(entry: Entry, width: int, font: QFont) -> _Places:
    left = _PAD + entry.indent * _INDENT + (px(_ICON) + _GAP if entry.kind in _SIGNED else 0)
    room = width - left - _PAD
    top = _PAD * 2 if entry.kind is EntryKind.HEADING else _PAD - 2
    metrics = QFontMetrics(_font(entry, font))
    words = _wrapped(metrics, entry.words, left, top, room)
    badge = badge_width(entry.badge.words, font) if entry.badge else 0
    if badge and not entry.line and metrics.horizontalAdvance(entry.words) + _GAP + badge <= room:
        beside = QRect(left + room - badge, top - 1, badge, px(HEIGHT))
        places = _Places(words, QRect(), beside, [], max(words.bottom(), beside.bottom()) + 1)
    else:
        places = _below(entry, words, min(badge, room), font)
    small = QFontMetrics(_small(font))
    for detail in entry.details:
        places.details.append(_wrapped(small, detail, left, places.height + 1, room))
        places.height = places.details[-1].bottom() + 1
    places.height += _PAD - 2
    return places


def _below(entry: Entry, words: QRect, badge: int, font: QFont) -> _Places:
    """The line and the badge, ``badge`` wide, under the words: side by side where both fit, else one below the other.
    The height ends there."""
    left, room, bottom = words.left(), words.width(), words.bottom() + 1
    places = _Places(words, QRect(), QRect(), [], bottom)
    if not entry.line and not badge:
        return places
    small = QFontMetrics(_small(font))
    places.line = QRect(left, bottom + 2, small.horizontalAdvance(entry.line) + 2 if entry.line else 0, px(HEIGHT))
    beside = places.line.width() + _GAP + badge <= room
    if not beside:
        places.line.setHeight(small.height())
    top = places.line.top() if beside else places.line.bottom() + 1
    if badge:
        places.badge = QRect(left + room - badge if entry.line else left, top, badge, px(HEIGHT))
    places.height = (places.badge if badge else places.line).bottom() + 1
    return places


def _wrapped(metrics: QFontMetrics, words: str, left: int, top: int, room: int) -> QRect:
    height = metrics.boundingRect(QRect(0, 0, room, _ROOM), int(_WRAP), words).height()
    return QRect(left, top, room, height)


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    if option.state & QStyle.StateFlag.State_Selected:
        ground = "primary_soft"
    elif option.state & QStyle.StateFlag.State_MouseOver and option.state & QStyle.StateFlag.State_Enabled:
        ground = "section"
    else:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(ground))
    painter.drawRoundedRect(option.rect, RADIUS, RADIUS)


def _draw(painter: QPainter, entry: Entry, places: _Places, font: QFont) -> None:
    painter.setFont(_font(entry, font))
    painter.setPen(colour(_COLOURS.get(entry.kind, "text")))
    painter.drawText(places.words, int(_WRAP), entry.words)
    if entry.kind in _SIGNED:
        name, tone = proof_icon(entry.proof) if entry.proof is not None else _SIGNS[entry.kind]
        top = places.words.top() + (QFontMetrics(font).height() - px(_ICON)) // 2
        icon(name, tone).paint(painter, QRect(places.words.left() - px(_ICON) - _GAP, top, px(_ICON), px(_ICON)))
    painter.setFont(_small(font))
    painter.setPen(colour("quiet"))
    painter.drawText(places.line, int(Qt.AlignmentFlag.AlignVCenter), entry.line)
    for rect, words in zip(places.details, entry.details, strict=True):
        painter.drawText(rect, int(_WRAP), words)
    if entry.badge is not None:
        draw_tone(painter, places.badge, entry.badge.tone, entry.badge.words, font)


_COLOURS = {
    EntryKind.WORDS: "quiet",
    EntryKind.HINT: "warn",
    EntryKind.HEADING: "quiet",
    EntryKind.PROOF: "primary",
}


def _font(entry: Entry, font: QFont) -> QFont:
    if entry.kind in (EntryKind.WORDS, EntryKind.HINT):
        return _small(font)
    made = QFont(font)
    if entry.kind is EntryKind.HEADING:
        made.setPixelSize(px(11))
        made.setBold(True)
    return made


def _small(font: QFont) -> QFont:
    made = QFont(font)
    made.setPixelSize(px(12))
    return made
