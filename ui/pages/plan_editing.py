"""Joins the table, the details, the commands, the clipboard and the drafts of the plan page."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot

from app.domain.plan import Role
from app.ports import Work
from app.texts import text
from ui.actions import Actions
from ui.operations import Operations
from ui.pages.column_commands import ColumnCommands
from ui.pages.plan_drafts import Drafts, LostText, find_lost
from ui.pages.row_menu import RowMenu
from ui.pages.table_clipboard import TableClipboard
from ui.pages.table_commands import TableCommands
from ui.widgets.appendix_table import AppendixTable
from ui.widgets.banner import Banner
from ui.widgets.cell_delegate import SUGGESTED
from ui.widgets.row_panel import RowPanel

_SHORT = 60
Suggestions = dict[Role, list[str]]


class PlanEditing(QObject):
    """Everything that changes the appendix in front."""

    def __init__(
        self, table: AppendixTable, panel: RowPanel, operations: Operations, banner: Banner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._panel = panel
        self._operations = operations
        self._banner = banner
        self._suggestions: Suggestions = {}
        self.commands = TableCommands(table, operations, self)
        self.columns = ColumnCommands(table, self.commands, self)
        self.clipboard = TableClipboard(table, self.commands, banner, self)
        self.drafts = Drafts(table.appendix_model, operations, self)
        self.row_menu: RowMenu | None = None
        table.delegate.suggestions = self._suggest
        table.delegate.typing_paused.connect(self.drafts.keep)
        table.delegate.closed.connect(self.drafts.drop)
        panel.typing_paused.connect(self.drafts.keep)
        panel.closed.connect(self.drafts.drop)

    def use_actions(self, actions: Actions) -> None:
        """Connect the commands of the menus and the context menu."""
        commands, clipboard = self.commands, self.clipboard
        slots: dict[str, Callable[[], None]] = {
            "add_row": commands.add_row,
            "add_section": commands.add_section,
            "duplicate_rows": commands.duplicate_rows,
            "delete_rows": commands.delete_rows,
            "move_up": commands.move_up,
            "move_down": commands.move_down,
            "copy_above": commands.copy_above,
            "clear": commands.clear,
            "merge_down": commands.merge_down,
            "split_down": commands.split_down,
            "copy": clipboard.copy,
            "cut": clipboard.cut,
            "paste": clipboard.paste,
            "edit_cell": self._edit_cell,
            "add_column": self.columns.add_column,
            "column_menu": self.columns.open_menu_here,
        }
        for name, slot in slots.items():
            actions[name].triggered.connect(slot)
        self.row_menu = RowMenu(self._table, actions, self)

    def finish(self) -> None:
        """Store whatever is being typed."""
        self._table.finish_editing()
        self._panel.finish_editing()

    def take_own(self) -> bool:
        """Whether the change just told is shown already."""
        return self.commands.take_own()

    def read_suggestions(self) -> None:
        """Read what was typed before, to have it at hand when a cell is opened."""
        self._operations.read(_suggestions, self._keep_suggestions)

    def offer_drafts(self, plan_id: int, go_to: Callable[[int, int], None]) -> None:
        """Offer text of this plan that was being typed when the program last stopped."""
        drafts = self._operations.drafts()
        if drafts:
            use_case = partial(find_lost, drafts=drafts, plan_id=plan_id)
            self._operations.read(use_case, partial(self._offer, go_to))

    def _offer(self, go_to: Callable[[int, int], None], found: list[LostText]) -> None:
        if not found:
            return
        lost, rest = found[0], found[1:]
        words = " ".join(lost.draft.text.split())
        short = words if len(words) <= _SHORT else words[: _SHORT - 1].rstrip() + "…"
        place = text("plan_page.draft_found", appendix=lost.appendix_label, row=lost.row + 1, words=short)
        self._banner.offer(
            place,
            {
                text("plan_page.draft_restore"): partial(self._restore, go_to, lost, rest),
                text("plan_page.draft_drop"): partial(self._forget, go_to, lost, rest),
            },
        )

    def _restore(self, go_to: Callable[[int, int], None], lost: LostText, rest: list[LostText]) -> None:
        """Put the text back into its open cell; the person decides by Enter or Esc."""
        go_to(lost.appendix_id, lost.draft.row_id)
        model = self._table.appendix_model
        self._table.go_to(lost.row, model.section_column if lost.column is None else lost.column)
        self.drafts.take(lost)
        self._table.edit_place(lost.draft.text)
        self._offer(go_to, rest)

    def _forget(self, go_to: Callable[[int, int], None], lost: LostText, rest: list[LostText]) -> None:
        self.drafts.forget(lost)
        self._offer(go_to, rest)

    def _suggest(self, role: Role) -> list[str]:
        """What was typed before, on disk or just now in this table."""
        appendix = self._table.appendix_model.appendix
        here: list[str] = []
        for place, column in enumerate(appendix.columns):
            if column.role is role:
                here += [row.cells[place] or "" for row in appendix.rows if row.cells]
        return list(dict.fromkeys(value for value in [*self._suggestions.get(role, []), *here] if value))

    def _keep_suggestions(self, found: Suggestions) -> None:
        self._suggestions = found

    @Slot()
    def _edit_cell(self) -> None:
        self._table.edit_place()


def _suggestions(work: Work) -> Suggestions:
    return {role: work.suggestions(role.value) for role in SUGGESTED}
