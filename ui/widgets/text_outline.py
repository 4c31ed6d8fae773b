"""The sections of a plan's text one below the other with their titles, and a sign where words are to be read."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.domain.body import Body
from app.domain.plan_text import Section, TextSection, headings_of, sections_of
from app.texts import text
from ui.widgets.plain_list import DEPTH, PLACE, PlainList

Entry = tuple[Section, int | None]
Line = tuple[str, str | None, int, Entry]
"""Words, sign, steps to the right, place."""


class TextOutline(PlainList):
    """``place_chosen`` tells the ``Section`` and the position of a paragraph in it (None: its beginning)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(text("plan_text.outline"))
        self._shown: list[Line] = []

    def show_body(self, body: Body, section: Section) -> None:
        """List the sections of ``body``, ``section`` in use."""
        wanted = [line for one in sections_of(body) for line in _lines(one)]
        if wanted != self._shown:
            self._fill(wanted)
        if self.section is not section:
            self.show_section(section)

    def _fill(self, wanted: list[Line]) -> None:
        row = self.currentRow()
        self._shown = wanted
        self.clear()
        for words, sign, depth, entry in wanted:
            item = self.add(words, sign, "warn" if sign == "warning" else "quiet", entry)
            item.setData(DEPTH, depth)
            font = item.font()
            font.setBold(entry[1] is None)
            item.setFont(font)
        self.setCurrentRow(min(row, self.count() - 1))

    @property
    def section(self) -> Section | None:
        """The section of the entry in use."""
        item = self.currentItem()
        return Section(item.data(PLACE)[0]) if item is not None else None

    def show_section(self, section: Section) -> None:
        """Bring ``section`` into use; tells nothing."""
        places = [entry for *_, entry in self._shown]
        if (section, None) in places:
            self.setCurrentRow(places.index((section, None)))

    @Slot()
    def take(self) -> None:
        """Open the entry in use."""
        item = self.currentItem()
        if item is not None:
            self.place_chosen.emit(item.data(PLACE))


def _lines(one: TextSection) -> list[Line]:
    sign = "warning" if one.to_read else "check" if one.parts else "dot"
    first = (text(f"plan_text.section_{one.section}"), sign, 0, (one.section, None))
    titles = [(head.words, None, 1 + head.depth, (one.section, head.index)) for head in headings_of(one)]
    return [first, *titles]
