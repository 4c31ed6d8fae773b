"""Recipients, addressees and last numbers by type of document, typed in place."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QTableWidgetItem, QWidget

from app.domain.office import Office
from app.services.office import book_of, plain_number
from app.texts import text
from ui.widgets.directory_table import DirectoryTable
from ui.widgets.office_words import KINDS, from_one_line, in_one_line, kind_words

T = TypeVar("T")
_COLUMNS = ("kind", "addressees", "recipients", "last")
_ADDRESSEES, _RECIPIENTS = 1, 2


class OfficeTypes(DirectoryTable):
    """``edited`` tells the ``Office`` with what was typed, ``wrong`` what was typed that is no number."""

    edited = Signal(object)
    wrong = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([text(f"office_page.column_{name}") for name in _COLUMNS], (136, 110, 0, 72), parent)
        self.let_edit()
        self._office, self._year = Office(), 0
        self.itemChanged.connect(self._take)
        self.remove_wanted.connect(self._clear)

    @property
    def kind(self) -> str:
        """The code of the type in use."""
        return KINDS[max(self.currentRow(), 0)]

    def show_office(self, office: Office, year: int) -> None:
        """Show what is by type, with the numbers of ``year``; a cell that is being typed into stays as it is."""
        self._office, self._year = office, year
        if self.state() == QAbstractItemView.State.EditingState:
            return
        self.show_rows([self._words(kind) for kind in KINDS])
        self.blockSignals(True)
        self.lock_columns((0,))
        self.blockSignals(False)

    def _words(self, kind: str) -> tuple[str, str, str, str]:
        last = self._office.numbers.get(book_of(kind, self._year))
        addressees = in_one_line(self._office.addressees.get(kind, ()))
        recipients = in_one_line(self._office.recipients.get(kind, ()))
        return kind_words(kind), addressees, recipients, str(last) if last is not None else ""

    @Slot()
    def _clear(self) -> None:
        item = self.currentItem()
        if self._is_writable and item is not None and item.column():
            item.setText("")

    @Slot(QTableWidgetItem)
    def _take(self, item: QTableWidgetItem) -> None:
        words, kind = item.text().strip(), KINDS[item.row()]
        changed = self._with(kind, item.column(), words)
        if changed is None:
            self.wrong.emit(words)
        elif changed != self._office:
            # the next cell may be typed before this one is stored and shown
            self._office = changed
            self.edited.emit(changed)

    def _with(self, kind: str, column: int, words: str) -> Office | None:
        """The office with ``words`` in a cell; None where they are no number but ought to be."""
        office = self._office
        if column == _ADDRESSEES:
            return replace(office, addressees=_changed(office.addressees, kind, from_one_line(words)))
        if column == _RECIPIENTS:
            return replace(office, recipients=_changed(office.recipients, kind, from_one_line(words)))
        number = plain_number(words)
        if words and number is None:
            return None
        return replace(office, numbers=_changed(office.numbers, book_of(kind, self._year), number))


def _changed(before: Mapping[str, T], key: str, value: T | None) -> dict[str, T]:
    """``before`` with another value; None and nothing at all take the entry away."""
    rest = {name: one for name, one in before.items() if name != key}
    return rest if value is None or value == () else {**rest, key: value}
