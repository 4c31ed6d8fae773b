"""The settings that the register keeps: days, what a print begins with, when the program locks."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from app.domain.settings import LOCK_RANGE, PAPERS, SOON_RANGE, STATES, Settings
from app.texts import text
from ui.widgets.settings_card import SettingsCard

_PAUSE_MS = 500
_LOCK_STEP = 5


class RulesCards(QWidget):
    """Three cards to be laid out by the page; ``changed`` tells that a person has set something, once they pause."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hide()
        self._shown = Settings()
        self.follow = SettingsCard(text("settings.part_follow"))
        self.print = SettingsCard(text("settings.part_print"))
        self.lock = SettingsCard(text("settings.part_lock"))
        self.soon_days = _number(SOON_RANGE, text("settings.soon_days_unit"))
        self.lock_minutes = _number(LOCK_RANGE, text("settings.lock_minutes_unit"))
        self.lock_minutes.setSpecialValueText(text("settings.lock_never"))
        self.lock_minutes.setSingleStep(_LOCK_STEP)
        self.paper, self.states = QComboBox(), QComboBox()
        self.ticks = {name: QCheckBox(text(f"settings.{name}")) for name in _TICKS}
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.changed)
        self._fill()
        self._lay_out()
        self._connect()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """What can be set."""
        return self.soon_days, self.lock_minutes, self.paper, self.states, *self.ticks.values()

    @property
    def settings(self) -> Settings:
        """What is set."""
        return replace(
            self._shown,
            soon_days=self.soon_days.value(),
            lock_minutes=self.lock_minutes.value(),
            paper=self.paper.currentData(),
            states=self.states.currentData(),
            **{name: tick.isChecked() for name, tick in self.ticks.items()},
        )

    def show_settings(self, settings: Settings, locks: bool) -> None:
        """Show ``settings``; when the program locks only matters where ``locks``: where there are accounts."""
        self._timer.stop()
        self._shown = settings
        self.soon_days.setValue(settings.soon_days)
        self.lock_minutes.setValue(settings.lock_minutes)
        self.paper.setCurrentIndex(self.paper.findData(settings.paper))
        self.states.setCurrentIndex(self.states.findData(settings.states))
        for name, tick in self.ticks.items():
            tick.setChecked(getattr(settings, name))
        self.lock.setVisible(locks)
        self._timer.stop()

    def finish(self) -> None:
        """Tell now what would be told after a pause."""
        if self._timer.isActive():
            self._timer.stop()
            self.changed.emit()

    @Slot()
    def _touch(self) -> None:
        if self.settings != self._shown:
            self._timer.start()

    def _fill(self) -> None:
        for paper in PAPERS:
            self.paper.addItem(text(f"print.paper_{paper.lower()}"), paper)
        for states in STATES:
            self.states.addItem(text(f"settings.states_{states}"), states)

    def _lay_out(self) -> None:
        self.follow.add_field(text("settings.soon_days"), self.soon_days)
        self.follow.add_hint(text("settings.soon_days_hint"))
        self.print.add_field(text("settings.paper"), self.paper)
        self.print.add_field(text("settings.states"), self.states)
        for tick in self.ticks.values():
            self.print.add_whole(tick)
        self.lock.add_field(text("settings.lock_minutes"), self.lock_minutes)

    def _connect(self) -> None:
        for number in (self.soon_days, self.lock_minutes):
            number.valueChanged.connect(self._touch)
        for box in (self.paper, self.states):
            box.currentIndexChanged.connect(self._touch)
        for tick in self.ticks.values():
            tick.toggled.connect(self._touch)


_MARGIN = 8
_TICKS = ("heading_block", "attached_to", "whole_text")


def _number(values: range, unit: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(values.start, values.stop - 1)
    box.setSuffix(unit)
    # the style sheet's padding does not reach the words of a field with arrows
    box.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
    return box
