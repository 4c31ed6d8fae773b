"""What can be done to units and spellings, each after a dialog of its own."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.domain.unit import Unit
from app.services import units as services
from app.texts import text
from ui.dialogs.ask_first import AskFirst
from ui.dialogs.ask_name import AskName
from ui.dialogs.choose_one import ChooseOne
from ui.dialogs.merge_unit import MergeUnit
from ui.dialogs.unit_name import UnitName

if TYPE_CHECKING:
    from ui.pages.directory_units import UnitsTab


class UnitCommands(QObject):
    """Asks, then writes; a refusal is said by the dialog or, where it is closed, by the window."""

    def __init__(self, tab: "UnitsTab") -> None:
        super().__init__(tab)
        self._tab = tab

    def of_unit(self) -> dict[str, Callable[[], None]]:
        """The commands about the selected unit by the names of their buttons."""
        return {
            "rename": self.rename,
            "merge": self.merge,
            "part": self.part,
            "unlink": self.unlink,
            "remove": self.remove,
        }

    @Slot()
    def add(self) -> None:
        """Ask for the name of a new unit."""
        self._ask_new("", ())

    @Slot()
    def make(self) -> None:
        """Make one unit of the selected spellings, under a name that is asked for."""
        spellings = tuple(name for name, _, _ in self._tab.spellings)
        if spellings:
            self._ask_new(spellings[0], spellings)

    @Slot()
    def make_all(self) -> None:
        """Ask, then make a unit of every spelling that is left."""
        title, do = text("directory_page.make_all_title"), text("directory_page.make_all_do")
        words = text("directory_page.make_all_words", count=len(self._tab.listed.unknown))
        dialog = AskFirst(title, words, do, text("directory_page.cancel"), self._tab)
        dialog.agreed.connect(self._make_all)
        dialog.open()

    @Slot()
    def link(self) -> None:
        """Ask which unit the selected spellings mean."""
        chosen = self._tab.spellings
        if not chosen or not self._tab.listed.units:
            return
        choices: list[tuple[str, object]] = [(unit.name, unit.id) for unit in self._tab.listed.units]
        first = next((unit.id for _, _, unit in chosen if unit), None)
        words = text("directory_page.link_words", spellings="; ".join(name for name, _, _ in chosen))
        title, do = text("directory_page.link_title"), text("directory_page.link_do")
        dialog = ChooseOne(title, words, do, choices, first, parent=self._tab)
        dialog.chosen.connect(partial(self._link, [name for name, _, _ in chosen]))
        dialog.open()

    @Slot()
    def rename(self) -> None:
        """Ask for the selected unit's other name."""
        unit = self._tab.unit
        if unit is not None and unit.id is not None:
            dialog = UnitName(unit, self._tab.clock.today, self._tab)
            dialog.agreed.connect(partial(self._rename, dialog, unit.id))
            dialog.open()

    @Slot()
    def merge(self) -> None:
        """Ask which unit the selected one becomes part of."""
        unit = self._tab.unit
        others = [one for one in self._tab.listed.units if unit and one.id != unit.id]
        if unit is not None and others:
            dialog = MergeUnit(unit, others, self._tab.clock.today, self._tab)
            dialog.agreed.connect(partial(self._merge, unit))
            dialog.open()

    @Slot()
    def part(self) -> None:
        """Take back that the selected unit was merged."""
        unit = self._tab.unit
        if unit is not None and unit.id is not None:
            label = text("directory_page.undo_part", unit=unit.name)
            self._tab.operations.write(label, partial(services.part, unit_id=unit.id))

    @Slot()
    def unlink(self) -> None:
        """Ask which spelling the selected unit no longer has."""
        unit = self._tab.unit
        if unit is None or not unit.aliases:
            return
        title, do = text("directory_page.unlink_title"), text("directory_page.unlink_do")
        words = text("directory_page.unlink_words", unit=unit.name)
        choices: list[tuple[str, object]] = [(alias, alias) for alias in unit.aliases]
        dialog = ChooseOne(title, words, do, choices, parent=self._tab)
        dialog.chosen.connect(partial(self._unlink, unit))
        dialog.open()

    @Slot()
    def remove(self) -> None:
        """Ask, then take the selected unit out of the directory."""
        unit = self._tab.unit
        if unit is None:
            return
        title, do = text("directory_page.remove_title"), text("directory_page.remove_do")
        words = text("directory_page.remove_words", unit=unit.name)
        dialog = AskFirst(title, words, do, text("directory_page.cancel"), self._tab)
        dialog.agreed.connect(partial(self._remove, unit))
        dialog.open()

    def _ask_new(self, name: str, spellings: tuple[str, ...]) -> None:
        title, do = text("directory_page.new_title"), text("directory_page.new_do")
        many = len(spellings) > 1
        label = text("directory_page.new_of", count=len(spellings)) if many else text("directory_page.new_name")
        dialog = AskName(title, label, do, name, self._tab)
        dialog.named.connect(partial(self._add, spellings))
        dialog.open()

    def _add(self, spellings: tuple[str, ...], name: str) -> None:
        use_case = partial(services.add_unit, name=name, aliases=spellings)
        self._tab.operations.write(text("directory_page.undo_add", unit=name), use_case)

    @Slot()
    def _make_all(self) -> None:
        self._tab.operations.write(text("directory_page.undo_make_all"), services.add_all_unknown, self._made)

    def _made(self, count: int) -> None:
        self._tab.said.emit(text("directory_page.made_all", count=count))

    def _link(self, spellings: list[str], unit_id: int) -> None:
        use_case = partial(services.link_all, pairs=[(name, unit_id) for name in spellings])
        self._tab.operations.write(text("directory_page.undo_link", count=len(spellings)), use_case)

    def _rename(self, dialog: UnitName, unit_id: int, name: str, since: date | None) -> None:
        use_case = partial(services.rename, unit_id=unit_id, name=name, since=since)
        label = text("directory_page.undo_rename", unit=name)
        self._tab.operations.write(label, use_case, dialog.done_well, dialog.show_refusal)

    def _merge(self, unit: Unit, into: int, since: date | None) -> None:
        use_case = partial(services.merge, unit_id=unit.id or 0, into=into, since=since)
        self._tab.operations.write(text("directory_page.undo_merge", unit=unit.name), use_case)

    def _unlink(self, unit: Unit, spelling: str) -> None:
        use_case = partial(services.unlink, spelling=spelling, unit_id=unit.id or 0)
        self._tab.operations.write(text("directory_page.undo_unlink", spelling=spelling), use_case)

    def _remove(self, unit: Unit) -> None:
        use_case = partial(services.remove_unit, unit_id=unit.id or 0)
        self._tab.operations.write(text("directory_page.undo_remove", unit=unit.name), use_case)
