"""The tab "Tiến độ" of the row's panel: state, milestones, products and proofs, and what can be done to them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.services.row_progress import RowProgress
from app.texts import text
from ui.icons import icon
from ui.theme import HALF_GAP
from ui.widgets.row_commands import ATTACHING, DEFAULTS, PRIMARY, READING, commands_for
from ui.widgets.row_entries import entries_of
from ui.widgets.row_entry import Entry, first_to_do
from ui.widgets.row_list import RowList
from ui.widgets.row_question import RowQuestion

_SEPARATED = ("edit", "add", "product", ATTACHING[0])
"""Commands that a line stands above in the menu."""


class RowProgressTab(QWidget):
    """``command_wanted`` tells the name of a command for what is selected; ``product_chosen`` the key of a product,
    None where the words are to decide."""

    command_wanted = Signal(str)
    product_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress: RowProgress | None = None
        self._is_writable = True
        self.question = RowQuestion()
        self.list = RowList()
        self.menu = QMenu(self)
        self.primary = QPushButton()
        self.primary.setProperty("primary", True)
        self.more = QPushButton(text("row_panel.more"))
        self.attach = QPushButton(text("row_panel.command_attach_link"))
        self.attach.setProperty("quiet", True)
        self.attach.setIcon(icon("attach", "primary"))
        self.copying = QLabel(wordWrap=True)
        self.copying.setObjectName("quiet")
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedHeight(HALF_GAP)
        self.stop = QPushButton(text("row_panel.copy_stop"))
        self.stop.setProperty("quiet", True)
        self._copying = QWidget()
        self._lay_out()
        self._connect()
        self.show_copying(None)
        self.show_progress(None)

    @property
    def selected(self) -> list[Entry]:
        """What is selected."""
        return self.list.selected

    def show_progress(self, progress: RowProgress | None) -> None:
        """Show a row; None shows nothing."""
        keep = bool(progress and self.progress and progress.row_id == self.progress.row_id)
        self.progress = progress
        self.question.setVisible(bool(progress and progress.row.words_changed))
        self.list.show_entries(entries_of(progress) if progress else [], keep)
        if not keep:
            self.list.select(*first_to_do(self.list.entries))
        self._describe()

    def show_copying(self, done: tuple[str, int] | None) -> None:
        """Say which file is being copied and how many percent of it are there; None: none is."""
        self._copying.setVisible(done is not None)
        if done is not None:
            self.copying.setText(text("row_panel.copying", file=done[0]))
            self.bar.setValue(done[1])

    @property
    def commands(self) -> list[str]:
        """What can be done to what is selected."""
        possible = commands_for(self.progress, self.selected) if self.progress else []
        return possible if self._is_writable else [name for name in possible if name in READING]

    def allow_writing(self, allowed: bool) -> None:
        """Let everything be done that is possible, or only what changes nothing."""
        self._is_writable = allowed
        self._describe()

    @Slot(str)
    def run(self, command: str) -> None:
        """Ask for a command where it is possible; "default" is what a double click means."""
        possible = self.commands
        if command == "default":
            command = next((name for name in DEFAULTS if name in possible), "")
        if command == "cancel" and "cancel" not in possible:
            command = next((name for name in ("no", "drop", "remove") if name in possible), "")
        if command in possible:
            self.command_wanted.emit(command)

    @Slot()
    def _describe(self) -> None:
        possible = self.commands
        main = next((name for name in PRIMARY if name in possible), "done")
        self.primary.setText(text(f"row_panel.primary_{main}"))
        self.primary.setEnabled(main in possible)
        self.more.setEnabled(bool(possible))
        self.attach.setEnabled(self.progress is not None)

    @Slot()
    def _run_primary(self) -> None:
        self.run(next((name for name in PRIMARY if name in self.commands), ""))

    @Slot()
    def _attach(self) -> None:
        self._fill_menu([name for name in self.commands if name in ATTACHING])
        self.menu.popup(self.attach.mapToGlobal(QPoint(0, self.attach.height())))

    @Slot()
    def _open_more(self) -> None:
        self._fill_menu(self.commands)
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    @Slot(QPoint)
    def _open_menu(self, point: QPoint) -> None:
        self._fill_menu(self.commands)
        self.menu.popup(point)

    def _fill_menu(self, commands: Sequence[str]) -> None:
        self.menu.clear()
        for name in commands:
            if name in _SEPARATED and not self.menu.isEmpty():
                self.menu.addSeparator()
            if name == "product":
                self._add_products()
            else:
                self.menu.addAction(text(f"row_panel.command_{name}")).triggered.connect(partial(self._asked, name))

    def _add_products(self) -> None:
        if self.progress is None:
            return
        below = self.menu.addMenu(text("row_panel.command_product"))
        current = {entry.product for entry in self.selected}
        for product in self.progress.row.products:
            action = below.addAction(_short(product.name))
            action.setCheckable(True)
            action.setChecked(current == {product.key})
            action.triggered.connect(partial(self._choose, product.key))
        below.addSeparator()
        below.addAction(text("row_panel.product_by_words")).triggered.connect(partial(self._choose, None))

    def _asked(self, name: str, _checked: bool = False) -> None:
        self.command_wanted.emit(name)

    def _choose(self, key: str | None, _checked: bool = False) -> None:
        self.product_chosen.emit(key)

    def _connect(self) -> None:
        self.list.selection_changed.connect(self._describe)
        self.list.command_wanted.connect(self.run)
        self.list.menu_wanted.connect(self._open_menu)
        self.primary.clicked.connect(self._run_primary)
        self.more.clicked.connect(self._open_more)
        self.attach.clicked.connect(self._attach)
        self.question.answered.connect(self.command_wanted)

    def _lay_out(self) -> None:
        copying = QVBoxLayout(self._copying)
        copying.setContentsMargins(0, 0, HALF_GAP, 0)
        copying.setSpacing(HALF_GAP // 2)
        line = QHBoxLayout()
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop)
        copying.addWidget(self.copying)
        copying.addLayout(line)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, 0, HALF_GAP, HALF_GAP)
        buttons.setSpacing(HALF_GAP)
        buttons.addWidget(self.primary, 1)
        buttons.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_GAP)
        column.addWidget(self.question)
        column.addWidget(self.list, 1)
        column.addWidget(self._copying)
        column.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)


def _short(words: str, most: int = 60) -> str:
    """Words for a menu, & doubled so that it is no shortcut."""
    cut = words if len(words) <= most else words[: most - 1].rstrip() + "…"
    return cut.replace("&", "&&")
