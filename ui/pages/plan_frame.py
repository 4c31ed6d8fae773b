"""The widgets of the plan page and where they stand."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.plan import Appendix, RowKind
from app.ports import PlanSummary
from app.texts import text
from ui.actions import Actions
from ui.icons import icon
from ui.operations import Operations
from ui.pages.page import Page
from ui.theme import GAP, measured, px, some_px
from ui.widgets.appendix_table import AppendixTable
from ui.widgets.appendix_tabs import AppendixTabs
from ui.widgets.banner import Banner
from ui.widgets.row_panel import RowPanel
from ui.widgets.search_box import SearchBox
from ui.widgets.stated_table import StatedTable

_BUTTONS = (("add_row", "F5"), ("undo", ""), ("import", ""), ("print", "Ctrl+P"), ("export", ""))
_SEARCH_WIDTH = 260
_CHOOSER_WIDTH = 190


class PlanFrame(Page):
    """Title, search, plan chooser; tabs and buttons; the table's card, the details, the status line."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.search_box = SearchBox()
        self.chooser = QComboBox()
        self.banner = Banner()
        self.tabs = AppendixTabs()
        self.table = AppendixTable()
        self.stated_table = StatedTable(self.table)
        self.strip = self.stated_table.strip
        self.panel = RowPanel(self.table.appendix_model)
        self.buttons: dict[str, QPushButton] = {}
        self.text_button = QPushButton(text("plan_text.plan_button"))
        self._card_title = QLabel()
        self._status = QLabel()
        self._lay_out()

    @property
    def status(self) -> str:
        """The line below the table."""
        return self._status.text()

    def show_plans(self, plans: Sequence[PlanSummary], plan_id: int) -> None:
        """Fill the chooser, and show the title of the plan in front."""
        self.chooser.clear()
        for place, plan in enumerate(plans):
            self.chooser.addItem(_short_title(plan, plans), plan.id)
            self.chooser.setItemData(place, plan.title, Qt.ItemDataRole.ToolTipRole)
            if plan.id == plan_id:
                self.chooser.setCurrentIndex(place)
                self.title.setText(plan.title)
                self.title.setToolTip(plan.title)

    def describe(self, appendix: Appendix) -> None:
        """Card title, status line and number on the tab."""
        self._card_title.setText(": ".join(part for part in (appendix.label, appendix.title) if part))
        items = sum(row.kind is RowKind.ITEM for row in appendix.rows)
        self._status.setText(_status(appendix, items))
        self.tabs.show_rows(appendix.id, items)

    def use_buttons(self, actions: Actions) -> None:
        """Let the buttons carry out their commands and say in full what those would do."""
        for name, button in self.buttons.items():
            button.clicked.connect(actions[name].trigger)
            button.setToolTip(actions[name].text())
        undo = actions["undo"]
        undo.changed.connect(self._follow_undo)
        self._show_undo(undo)

    # A slot, not a partial: it goes with the page, when the data are replaced or somebody else signs in.
    @Slot()
    def _follow_undo(self) -> None:
        self._show_undo(cast(QAction, self.sender()))

    def _show_undo(self, action: QAction) -> None:
        """The button is usable when its command is."""
        self.buttons["undo"].setEnabled(action.isEnabled())
        self.buttons["undo"].setToolTip(action.text())

    def _lay_out(self) -> None:
        self.text_button.setIcon(icon("document", "text"))
        self.text_button.setToolTip(text("plan_text.plan_button_tip"))
        self.header.addWidget(self.text_button)
        self.header.addWidget(self.search_box)
        self.header.addWidget(self.chooser)
        measured(self.search_box, lambda widget: widget.setFixedWidth(some_px(_SEARCH_WIDTH)))
        measured(self.chooser, lambda widget: widget.setFixedWidth((px(_CHOOSER_WIDTH) + some_px(_CHOOSER_WIDTH)) // 2))
        self.chooser.setAccessibleName(text("plan_page.choose_plan"))
        line = QHBoxLayout()
        line.setSpacing(GAP // 2)
        line.addWidget(self.tabs, 1)
        for name, keys in _BUTTONS:
            line.addWidget(self._button(name, keys))
        self.body.setSpacing(GAP - 2)
        self.body.addWidget(self.banner)
        self.body.addLayout(line)
        middle = QHBoxLayout()
        middle.setSpacing(GAP)
        middle.addWidget(self._card(), 1)
        middle.addWidget(self.panel)
        self.body.addLayout(middle, 1)
        self._status.setObjectName("quiet")
        self.body.addWidget(self._status)

    def _button(self, name: str, keys: str) -> QPushButton:
        button = QPushButton(f"{text(f'plan_page.button_{name}')}  {keys}".strip())
        button.setProperty("primary", name == "export")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.buttons[name] = button
        return button

    def _card(self) -> QWidget:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 0, 1, 1)
        column.setSpacing(0)
        self._card_title.setObjectName("cardTitle")
        self._card_title.setWordWrap(True)
        self._card_title.setContentsMargins(12, 9, 12, 9)
        column.addWidget(self._card_title)
        column.addWidget(self.stated_table, 1)
        return card


def _short_title(plan: PlanSummary, plans: Sequence[PlanSummary]) -> str:
    """By its year where that is enough to tell it from the others, else by its title."""
    alone = sum(other.year == plan.year for other in plans) == 1
    return text("plan_page.plan_of_year", year=plan.year) if alone else plan.title


def _status(appendix: Appendix, items: int) -> str:
    if appendix.id is None:
        return text("plan_page.no_appendix")
    if not appendix.rows:
        return text("plan_page.no_rows")
    sections = len(appendix.rows) - items
    words = (
        text("plan_page.status_sections", rows=items, sections=sections)
        if sections
        else (text("plan_page.status", rows=items))
    )
    hidden = sum(column.hidden for column in appendix.columns)
    return text("plan_page.status_hidden", status=words, hidden=hidden) if hidden else words
