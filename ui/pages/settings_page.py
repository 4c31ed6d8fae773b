"""Settings of this computer and of the register; each is kept at once, so that there is nothing to confirm."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.domain.access import Right
from app.domain.settings import Settings
from app.ports import Changes, Work
from app.services.account_state import accounts_state
from app.services.settings import read_settings, save_settings
from app.texts import text
from ui.operations import Operations
from ui.pages.page import Page
from ui.pages.settings_carry import SettingsCarry
from ui.theme import GAP, Look, measured, px
from ui.widgets.settings_folders import FoldersCard
from ui.widgets.settings_look import LookCard
from ui.widgets.settings_rules import RulesCards

if TYPE_CHECKING:
    pass

_WIDTH = 760


class SettingsPage(Page):
    """Text and colours change at once; days and what a print begins with are kept after a short pause."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, text("settings.title"), parent)
        self._settings = Settings()
        self.look, self.folders, self.rules = LookCard(), FoldersCard(), RulesCards(self)
        self.carry = SettingsCarry(self)
        self.words = QLabel(text("settings.kept_at_once"), wordWrap=True)
        self.words.setObjectName("quiet")
        self.body.addWidget(self._scrolled(), 1)
        self.look.wanted.connect(self._use_look)
        self.rules.changed.connect(self._save)
        operations.refused.connect(self._show_kept)
        operations.rights.need(Right.MANAGE, self.carry.import_, *self.rules.fields)

    @property
    def settings(self) -> Settings:
        """What the register keeps, with the look of this computer, as far as it was read."""
        return self._settings

    def enter(self) -> None:
        """Read what is set."""
        self.look.show_look()
        self.look.text_size.setFocus()
        if self.computer is not None:
            self.folders.show_computer(self.computer)
        self.operations.read(_read, self._show)

    def show_changes(self, changes: Changes) -> None:
        """Another way of the program may have set something; accounts may have come or gone."""
        if changes.directories and self.isVisible():
            self.operations.read(_read, self._show)

    def finish_editing(self) -> None:
        """Keep what was set a moment ago."""
        self.rules.finish()

    def stop_copying(self) -> None:
        """Wait for folders being looked at, and for a file of settings."""
        self.folders.stop()
        self.carry.stop()

    def use(self, settings: Settings) -> None:
        """Set all of ``settings``, the look of this computer included."""
        self._write(settings)
        self._use_look(Look(settings.text_size, settings.high_contrast))

    def _show(self, found: tuple[Settings, bool]) -> None:
        self._settings, locks = found
        self.rules.show_settings(self._settings, locks)

    @Slot(object)
    def _use_look(self, look: Look) -> None:
        if self.computer is not None:
            self.computer.use_look(look)

    @Slot(str)
    def _show_kept(self, _sentence: str) -> None:
        """What was refused must not look as if it were set."""
        if self.isVisible():
            self.rules.show_settings(self._settings, not self.rules.lock.isHidden())

    @Slot()
    def _save(self) -> None:
        self._write(self.rules.settings)

    def _write(self, settings: Settings) -> None:
        soon_changes = settings.soon_days != self._settings.soon_days
        self.operations.write("", partial(save_settings, settings=settings), partial(self._written, soon_changes))

    def _written(self, soon_changes: bool, _result: object = None) -> None:
        self.operations.read(_read, self._show)
        if soon_changes:
            self.operations.say_all_changed()

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        measured(inside, lambda widget: widget.setMaximumWidth(px(_WIDTH)))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        rules = self.rules
        for card in (self.look, self.folders, rules.follow, rules.print, rules.lock, self.carry.card, self.words):
            column.addWidget(card)
        column.addStretch(1)
        left = QWidget()
        line = QHBoxLayout(left)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(inside, 1)
        line.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(left)
        return area


def _read(work: Work) -> tuple[Settings, bool]:
    return read_settings(work), accounts_state(work).are_on
