"""Finds and replaces words in a text of several sections, of which an editor shows one at a time."""

from collections.abc import Hashable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor

from app.domain.body import BodyPart
from app.domain.text_search import Sought, count_in, spans
from app.texts import text
from ui.widgets.part_editor import PartEditor
from ui.widgets.text_find_bar import FindBar


class SearchedText(Protocol):
    """Whose text is searched."""

    @property
    def section(self) -> Hashable:
        """The key of the section in the editor."""
        ...

    def sections(self) -> Sequence[tuple[Hashable, Sequence[BodyPart]]]:
        """All sections in their order, as they are stored."""
        ...

    def open_section(self, key: Hashable) -> None:
        """Bring a section into the editor."""
        ...

    def replace_everywhere(self, sought: Sought, by: str) -> None:
        """Put ``by`` wherever ``sought`` stands, in one step."""
        ...


class TextFinding(QObject):
    """Joins ``bar`` and ``editor``."""

    def __init__(self, editor: PartEditor, bar: FindBar, owner: SearchedText, parent: QObject) -> None:
        super().__init__(parent)
        self._editor, self.bar, self._owner = editor, bar, owner
        editor.find_wanted.connect(self.open)
        editor.step_wanted.connect(self.step)
        bar.sought_changed.connect(self.count)
        bar.step_wanted.connect(self.step)
        bar.replace_wanted.connect(self._replace)
        bar.replace_all_wanted.connect(self._replace_all)
        bar.closed.connect(self._close)

    @Slot()
    def open(self) -> None:
        """Show the line with the words that are selected."""
        self.bar.open_with(self._editor.textCursor().selectedText())

    @Slot()
    def count(self) -> None:
        """Say how many places there are in the whole text, what is being typed included."""
        if not self.bar.isHidden():
            self.bar.show_count(sum(count_in(parts, self.bar.sought) for _, parts in self._sections()))

    def _sections(self) -> list[tuple[Hashable, Sequence[BodyPart]]]:
        shown = self._owner.section
        return [(key, self._editor.paragraphs if key == shown else parts) for key, parts in self._owner.sections()]

    @Slot(bool)
    def step(self, back: bool) -> None:
        """Select the next place, or the one before; after the last of a section those of the next one come, round and
        round."""
        sought = self.bar.sought
        if not sought.words.strip():
            self.open()
        elif not select_match(self._editor, sought, back) and self._go_on(sought, back):
            self._editor.moveCursor(QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start)
            select_match(self._editor, sought, back)

    def _go_on(self, sought: Sought, back: bool) -> bool:
        """Open the next section that holds what is sought, perhaps the same again; False where none does."""
        sections = self._sections()
        keys = [key for key, _ in sections]
        at = keys.index(self._owner.section) if self._owner.section in keys else 0
        order = [*sections[at + 1 :], *sections[: at + 1]]
        if back:
            order = [*reversed(sections[:at]), *reversed(sections[at:])]
        wanted = next((key for key, parts in order if count_in(parts, sought)), None)
        if wanted is None:
            return False
        if wanted != self._owner.section:
            self._owner.open_section(wanted)
        return True

    @Slot(str)
    def _replace(self, by: str) -> None:
        """Replace what is selected where it is what is sought, then go on."""
        cursor, sought = self._editor.textCursor(), self.bar.sought
        words = cursor.selectedText()
        if not self._editor.isReadOnly() and spans(words, sought) == [(0, len(words))]:
            cursor.insertText(by)
            self._editor.setTextCursor(cursor)
        self.step(False)
        self.count()

    @Slot(str)
    def _replace_all(self, by: str) -> None:
        sought = self.bar.sought
        total = sum(count_in(parts, sought) for _, parts in self._sections())
        if total and not self._editor.isReadOnly():
            self._editor.store()
            self._owner.replace_everywhere(sought, by)
            self.bar.say(text("text_editor.replaced", count=total))

    @Slot()
    def _close(self) -> None:
        self.bar.hide()
        self._editor.setFocus()


def select_match(editor: PartEditor, sought: Sought, back: bool) -> bool:
    """Select the next place of ``sought`` after the cursor, or the one before it; False where there is none."""
    cursor = editor.textCursor()
    place = cursor.selectionStart() if back else cursor.selectionEnd()
    block = editor.document().findBlock(place)
    while block.isValid():
        found = [(block.position() + start, block.position() + end) for start, end in spans(block.text(), sought)]
        fitting = [one for one in found if (one[1] <= place if back else one[0] >= place)]
        if fitting:
            start, end = fitting[-1] if back else fitting[0]
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            editor.setTextCursor(cursor)
            return True
        block = block.previous() if back else block.next()
    return False
