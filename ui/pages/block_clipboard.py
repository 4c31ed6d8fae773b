"""A block of cells on the clipboard, as text and as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def put_block(block: Sequence[Sequence[str | None]]) -> None:
    """Put ``block`` on the clipboard; an empty one leaves what is there."""
    from app.exchange.clipboard import format_block  # its parser is no part of the first picture

    if block:
        mime = QMimeData()
        words, markup = format_block(block)
        mime.setText(words)
        mime.setHtml(markup)
        QGuiApplication.clipboard().setMimeData(mime)
