"""The tab of units: the directory at the left, at the right what the plans write and nobody has linked yet."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QWidget

from app.domain.access import Right
from app.domain.unit import Unit
from app.services import units as services
from app.services.units import UnitList, unit_list
from app.texts import text
from ui.operations import Operations
from ui.pages.directory_tab import DirectoryTab
from ui.pages.directory_unit_commands import UnitCommands
from ui.theme import GAP
from ui.widgets.directory_card import DirectoryCard, button
from ui.widgets.directory_table import DirectoryTable
from ui.widgets.directory_words import spelling_row, unit_row

_UNIT_BUTTONS = {"rename": "edit", "merge": "merge", "part": "split", "unlink": None, "remove": "remove"}
_SPELLING_BUTTONS = {"take": "check", "link": "right", "make": "add", "make_all": None}


class UnitsTab(DirectoryTab):
    """Nothing is linked or made but by a command given here."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self.listed = UnitList((), ())
        self.units = DirectoryTable(
            [text(f"directory_page.column_{name}") for name in ("unit", "spellings", "story")], (200, 0, 160)
        )
        self.unknown = DirectoryTable(
            [text(f"directory_page.column_{name}") for name in ("spelling", "count", "proposal")], (0, 70, 200)
        )
        self.unknown.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.add = _button("add", "add")
        self.unit_buttons = {name: _button(name, picture) for name, picture in _UNIT_BUTTONS.items()}
        self.spelling_buttons = {name: _button(name, picture) for name, picture in _SPELLING_BUTTONS.items()}
        self.commands = UnitCommands(self)
        self._lay_out()
        self._connect()
        buttons = (self.add, *self.unit_buttons.values(), *self.spelling_buttons.values())
        operations.rights.need(Right.MANAGE, *buttons)
        self._allow()

    @property
    def unit(self) -> Unit | None:
        """The unit whose row is selected."""
        return self.units.chosen_of(self.listed.units)

    @property
    def spellings(self) -> list[tuple[str, int, Unit | None]]:
        """The selected spellings with how often they are there and the unit proposed."""
        return [self.listed.unknown[row] for row in self.unknown.chosen if row < len(self.listed.unknown)]

    def read(self) -> None:
        """Read directory and spellings."""
        self.operations.read(unit_list, self._show)

    def take_focus(self) -> None:
        """Where there is something to link, begin there."""
        (self.unknown if self.listed.unknown else self.units).setFocus()

    @Slot()
    def take_proposals(self) -> None:
        """Link the selected spellings to the units proposed; the first without a proposal is asked about."""
        if not self.operations.rights.allows(Right.MANAGE):
            return
        pairs = [(name, unit.id) for name, _, unit in self.spellings if unit and unit.id is not None]
        if pairs:
            use_case = partial(services.link_all, pairs=pairs)
            self.operations.write(text("directory_page.undo_link", count=len(pairs)), use_case)
        elif self.spellings:
            self.spelling_buttons["link"].click()

    def _show(self, listed: UnitList) -> None:
        self.listed = listed
        self.units.show_rows([unit_row(one, listed.units) for one in listed.units])
        self.unknown.show_rows([spelling_row(*one) for one in listed.unknown])
        self._unknown_card.title.setText(text("directory_page.unknown_title", count=len(listed.unknown)))
        self._units_card.title.setText(text("directory_page.units_title", count=len(listed.units)))
        self._allow()

    @Slot()
    def _allow(self) -> None:
        unit, chosen = self.unit, self.spellings
        allowed = {
            "rename": unit is not None,
            "merge": unit is not None and len(self.listed.units) > 1,
            "part": unit is not None,
            "unlink": unit is not None and bool(unit.aliases),
            "remove": unit is not None,
        }
        merged = unit is not None and unit.merged_into is not None
        self.unit_buttons["merge"].setVisible(not merged)
        self.unit_buttons["part"].setVisible(merged)
        for name, is_allowed in allowed.items():
            self.unit_buttons[name].setEnabled(is_allowed)
        self.spelling_buttons["take"].setEnabled(any(proposal for _, _, proposal in chosen))
        self.spelling_buttons["link"].setEnabled(bool(chosen) and bool(self.listed.units))
        self.spelling_buttons["make"].setEnabled(bool(chosen))
        self.spelling_buttons["make_all"].setEnabled(bool(self.listed.unknown))

    def _connect(self) -> None:
        commands = self.commands
        self.add.clicked.connect(commands.add)
        for name, slot in commands.of_unit().items():
            self.unit_buttons[name].clicked.connect(slot)
        slots = {
            "take": self.take_proposals,
            "link": commands.link,
            "make": commands.make,
            "make_all": commands.make_all,
        }
        for name, slot in slots.items():
            self.spelling_buttons[name].clicked.connect(slot)
        self.units.taken.connect(self.unit_buttons["rename"].click)
        self.units.edit_wanted.connect(self.unit_buttons["rename"].click)
        self.units.remove_wanted.connect(self.unit_buttons["remove"].click)
        self.unknown.taken.connect(self.take_proposals)
        self.units.selection_changed.connect(self._allow)
        self.unknown.selection_changed.connect(self._allow)

    def _lay_out(self) -> None:
        unit_buttons = (self.add, *self.unit_buttons.values())
        self._units_card = DirectoryCard("", self.units, unit_buttons, text("directory_page.units_hint"))
        spelling_buttons = tuple(self.spelling_buttons.values())
        hint = text("directory_page.unknown_hint")
        self._unknown_card = DirectoryCard("", self.unknown, spelling_buttons, hint)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP)
        line.addWidget(self._units_card, 1)
        line.addWidget(self._unknown_card, 1)


def _button(name: str, picture: str | None) -> QPushButton:
    tip = text(f"directory_page.{name}_tip")
    return button(text(f"directory_page.{name}"), picture, tip, primary=name == "take")
