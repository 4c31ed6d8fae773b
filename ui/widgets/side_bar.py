"""The navy bar at the left: name, pages, and when the last change reached the disk."""

import re
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.texts import text
from ui.icons import icon
from ui.theme import SIDE_WIDTH, measured, px, some_px

_EDGE = 12
_SPACING = 4
_COMMITTEE = re.compile("(?:ủy|uỷ) ban nhân dân", re.IGNORECASE)


class SideBar(QFrame):
    """One button per page; ``chosen`` tells the page's name."""

    chosen = Signal(str)
    settings_wanted = Signal()
    worker_wanted = Signal()
    """Somebody wants to choose who works."""
    backup_wanted = Signal()
    """Somebody wants to back up to a second place."""

    def __init__(self, pages: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``pages``: (page name, icon name) from top to bottom."""
        super().__init__(parent)
        self.setObjectName("sideBar")
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._own_office = self._plan_office = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 14, _EDGE, 12)
        measured(self, SideBar._measure)
        column.addWidget(_label("programName", text("window.program_name")))
        self._office = _label("officeName", text("window.no_office"))
        column.addWidget(self._office)
        column.addSpacing(14)
        for name, icon_name in pages:
            column.addWidget(self._button(name, icon_name))
        column.addStretch(1)
        self.settings = QPushButton(text("settings.title"))
        self.settings.setObjectName("workerLine")
        self.settings.setIcon(icon("settings", "side_text"))
        self.settings.clicked.connect(self.settings_wanted)
        column.addWidget(self.settings)
        self.worker = QPushButton()
        self.worker.setObjectName("workerLine")
        self.worker.clicked.connect(self.worker_wanted)
        self.show_worker("")
        column.addWidget(self.worker)
        self._saved = _label("savedLine", text("window.nothing_to_save"))
        column.addWidget(self._saved)
        self._backup = _label("savedLine", "")
        self._backup.hide()
        column.addWidget(self._backup)
        self.second = QPushButton()
        self.second.setObjectName("backupLine")
        self.second.clicked.connect(self.backup_wanted)
        self.second.hide()
        column.addWidget(self.second)

    def _measure(self) -> None:
        """Wider with large text, and closer together, so that all of it fits on the screen."""
        self.setFixedWidth(some_px(SIDE_WIDTH))
        column = self.layout()
        if column is not None:
            column.setSpacing(max(0, _SPACING - (px(_SPACING) - _SPACING) * 2))

    @property
    def saved_line(self) -> str:
        """What the bar says about saving."""
        return self._saved.text()

    @property
    def office(self) -> str:
        """The office that is shown."""
        return self._office.text()

    def show_office(self, name: str | None) -> None:
        """Whose plan is open: shown where the office has not said its own name."""
        self._plan_office = name or ""
        self._show_office()

    @Slot(str)
    def show_own_office(self, name: str) -> None:
        """Show the name that the office has entered, "" for none."""
        self._own_office = name
        self._show_office()

    def _show_office(self) -> None:
        name = self._own_office or self._plan_office
        self._office.setText(short_office(name) if name else text("window.no_office"))

    def show_page(self, name: str) -> None:
        """Mark the button of the page in front; none for a page without one."""
        self._group.setExclusive(False)
        for page, button in self._buttons.items():
            button.setChecked(page == name)
        self._group.setExclusive(True)

    @Slot(str)
    def show_worker(self, name: str) -> None:
        """Say who works, "" for nobody; a long name is cut, the tool tip has it in full."""
        words = text("window.worker", name=name or text("window.no_worker"))
        room = some_px(SIDE_WIDTH) - 2 * _EDGE - 2
        self.worker.setText(self.worker.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.worker.setToolTip(f"{words}\n{text('window.worker_tip')}")
        self.worker.setAccessibleName(words)

    @Slot(object)
    def show_saved(self, moment: datetime) -> None:
        """Say when the last commit was."""
        self._saved.setText("✓ " + text("window.saved_at", time=moment.strftime("%H:%M")))

    def show_backup(self, words: str, tip: str, is_old: bool) -> None:
        """Say how old the last backup is; ``is_old`` in a warning's colour and with its sign."""
        self._backup.setText(("⚠ " if is_old else "✓ ") + words)
        self._backup.setToolTip(tip)
        self._backup.setProperty("warning", is_old)
        self._backup.style().polish(self._backup)
        self._backup.show()

    def show_second(self, words: str, place: str, tip: str, is_old: bool) -> None:
        """Say how old the last backup at a second place is, and where (a long name is cut); pressed, it asks for
        another."""
        room = some_px(SIDE_WIDTH) - 2 * _EDGE - 2
        lines = [("⚠ " if is_old else "✓ ") + words, *([place] if place else [])]
        cut = [self.second.fontMetrics().elidedText(line, Qt.TextElideMode.ElideMiddle, room) for line in lines]
        self.second.setText("\n".join(cut).replace("&", "&&"))
        self.second.setToolTip(tip)
        self.second.setAccessibleName(" ".join(lines))
        self.second.setProperty("warning", is_old)
        self.second.style().polish(self.second)
        self.second.show()

    def _button(self, name: str, icon_name: str) -> QToolButton:
        button = QToolButton()
        button.setText("  " + text(f"window.page_{name}"))
        button.setIcon(icon(icon_name, "side_text"))
        measured(button, lambda one: one.setIconSize(QSize(px(18), px(18))))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setCheckable(True)
        button.setObjectName(name)
        button.clicked.connect(self._tell)
        self._group.addButton(button)
        self._buttons[name] = button
        return button

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.sender().objectName())


def short_office(name: str) -> str:
    """An office's name as people write it: "ỦY BAN NHÂN DÂN XÃ AN PHÚ" becomes "UBND xã An Phú"."""
    short = " ".join(_COMMITTEE.sub("UBND", name).split())
    if not name.isupper():
        return short
    first, *rest = short.split()[1:] if short.startswith("UBND ") else short.split()
    words = [first.lower(), *(word.capitalize() for word in rest)]
    return " ".join(["UBND", *words] if short.startswith("UBND ") else [first.capitalize(), *words[1:]])


def _label(name: str, words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label
