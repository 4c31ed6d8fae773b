"""The panel beside the table: the row in use, its words, its progress and what happened to it, on three tabs.

The tabs behind the first are made when they are first asked for: a plan can be read before.
"""

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from app.domain.plan import Role
from app.texts import text
from ui.theme import HALF_GAP, measured, some_px
from ui.widgets.appendix_model import AppendixModel
from ui.widgets.file_drop import FileDrop
from ui.widgets.row_fields import PanelEditor, RowFields

if TYPE_CHECKING:
    from app.services.row_progress import RowProgress
    from ui.widgets.row_log import RowLogTab
    from ui.widgets.row_progress import RowProgressTab

_Tab = TypeVar("_Tab", bound=QWidget)
_WIDTH = 318
WORDS, PROGRESS, LOG = range(3)
"""The tabs by place."""
_TABS = ("row_panel.tab_words", "row_panel.tab_progress", "row_panel.tab_log")


class RowPanel(QFrame):
    """``row_shown`` tells the id of the item row whose progress is to be shown, None where there is none."""

    typing_paused = Signal(int, int, str)
    """Row, column and text so far."""
    closed = Signal(int, int)
    """Row and column whose typing was stored."""
    row_shown = Signal(object)
    files_dropped = Signal(object)
    """Paths of files that are to prove something."""

    def __init__(self, model: AppendixModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        measured(self, lambda widget: widget.setFixedWidth(some_px(_WIDTH)))
        self._model = model
        self.row_id: int | None = None
        """The item row in use; None for a section or none."""
        self._title = QLabel()
        self._title.setObjectName("cardTitle")
        self._title.setWordWrap(True)
        self.tabs = QTabBar()
        self.fields = RowFields(model)
        self._stack = QStackedWidget()
        self._places: list[QVBoxLayout] = []
        self._lay_out()
        self.tabs.currentChanged.connect(self._show_tab)
        self.fields.typing_paused.connect(self.typing_paused)
        self.fields.closed.connect(self.closed)
        FileDrop(self).dropped.connect(self.files_dropped)

    @cached_property
    def progress(self) -> "RowProgressTab":
        """The tab of the row's progress."""
        from ui.widgets.row_progress import RowProgressTab

        return self._stand(RowProgressTab(), PROGRESS)

    @cached_property
    def log(self) -> "RowLogTab":
        """The tab of what happened to the row."""
        from ui.widgets.row_log import RowLogTab

        return self._stand(RowLogTab(), LOG)

    @property
    def heading(self) -> str:
        """What the panel says it shows."""
        return self._title.text()

    @property
    def editors(self) -> list[PanelEditor]:
        """The fields of the row's words."""
        return self.fields.editors

    def show_row(self, row: int | None) -> None:
        """Show a row, or that none is selected. A field in use keeps what is being typed."""
        if row is None or row >= self._model.rowCount():
            self._title.setText(text("plan_page.no_row"))
            self.fields.show_row(None)
            self._show_id(None)
            return
        self._title.setText(self._heading(row))
        self.fields.show_row(row)
        self._show_id(None if self._model.is_section(row) else self._model.row(row).id)

    def show_progress(self, progress: "RowProgress | None") -> None:
        """Show what was read of the row in use; nothing where no tab is there that could show it."""
        if self._is_made("progress"):
            self.progress.show_progress(progress)
        if self._is_made("log"):
            self.log.show_story(progress)

    def show_tab(self, tab: int) -> None:
        """Bring a tab to the front."""
        self.tabs.setCurrentIndex(tab)

    def open_tab(self, tab: int) -> None:
        """Bring a tab to the front, the panel too if it is hidden, with the keys in it."""
        self.show()
        self.show_tab(tab)
        inside: tuple[QWidget, ...] = (
            self.editors[0] if self.editors else self.fields,
            self.progress.list,
            self.log.field,
        )
        inside[tab].setFocus()

    def _is_made(self, tab: str) -> bool:
        return tab in self.__dict__

    def _stand(self, inside: _Tab, tab: int) -> _Tab:
        """Put what a tab shows where it belongs."""
        self._places[tab].addWidget(inside)
        return inside

    def finish_editing(self) -> None:
        """Store the field and the note being typed in."""
        self.fields.finish_editing()
        self._finish_note()

    def _finish_note(self) -> None:
        if self._is_made("log"):
            self.log.finish()

    def _show_id(self, row_id: int | None) -> None:
        """What is known of another row is not shown for this one."""
        if row_id != self.row_id:
            self._finish_note()
            self.row_id = row_id
            self.show_progress(None)
        self.row_shown.emit(row_id)

    @Slot(int)
    def _show_tab(self, tab: int) -> None:
        self.fields.finish_editing()
        self._stack.setCurrentIndex(tab)
        self.row_shown.emit(self.row_id)

    def _heading(self, row: int) -> str:
        found = self._model.row(row)
        ordinal = self._model.appendix.column_of(Role.ORDINAL)
        if self._model.is_section(row):
            return text("plan_page.section_title", ordinal=found.ordinal).strip()
        number = (found.cells[ordinal] or "").rstrip(".") if ordinal is not None else ""
        return text("plan_page.row_title", ordinal=number or self._place_of(row))

    def _place_of(self, row: int) -> int:
        return sum(not self._model.is_section(other) for other in range(row + 1))

    def _lay_out(self) -> None:
        self.tabs.setObjectName("panelTabs")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setAccessibleName(text("row_panel.tabs_name"))
        for key in _TABS:
            self.tabs.addTab(text(key))
        for _ in _TABS:
            page = QWidget()
            place = QVBoxLayout(page)
            place.setContentsMargins(0, 0, 0, 0)
            self._places.append(place)
            self._stack.addWidget(page)
        self._places[WORDS].addWidget(self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 6, 6)
        column.setSpacing(HALF_GAP)
        column.addWidget(self._title)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
