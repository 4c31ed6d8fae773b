"""Chooses the year, the period and the statistics form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QTabBar, QWidget

from app.domain.milestone import Every
from app.domain.reporting_period import ReportingPeriod
from app.texts import text
from ui.theme import measured, some_px
from ui.widgets.figures_words import period_words

_SPANS = (
    *((Every.QUARTERLY, number) for number in range(1, 5)),
    (Every.SIX_MONTHLY, 1),
    (Every.NINE_MONTHLY, 1),
    (Every.YEARLY, 1),
)


class PeriodChooser(QComboBox):
    """``chosen`` tells that a person has picked another one; used for years and for the periods of a year."""

    chosen = Signal()

    def __init__(self, name: str, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        measured(self, lambda box: box.setFixedWidth((width + some_px(width)) // 2))
        self.setAccessibleName(text(name))
        self.setToolTip(text(name))
        self.activated.connect(self.chosen)

    def offer(self, entries: Sequence[tuple[str, object]], wanted: object) -> None:
        """Offer ``entries``, words and value, with ``wanted`` in front."""
        self.clear()
        for place, (words, value) in enumerate(entries):
            self.addItem(words, value)
            if value == wanted:
                self.setCurrentIndex(place)


def periods_of(year: int) -> list[ReportingPeriod]:
    """The periods of ``year`` that figures are entered for."""
    return [ReportingPeriod(year, every, number) for every, number in _SPANS]


def period_entries(year: int, ad_hoc: Sequence[ReportingPeriod] = ()) -> list[tuple[str, object]]:
    """The periods of ``year`` to choose from, those of ``ad_hoc`` reports behind the others."""
    return [(period_words(one), one) for one in (*periods_of(year), *ad_hoc)]


def same_in_year(period: ReportingPeriod, year: int) -> ReportingPeriod:
    """``period`` in another year; the whole year in place of an ad hoc one."""
    if period.every is Every.AD_HOC:
        return ReportingPeriod(year, Every.YEARLY)
    return ReportingPeriod(year, period.every, period.number)


class FormTabs(QTabBar):
    """A tab for each form; ``form_chosen`` tells its place."""

    form_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._showing = False
        self.currentChanged.connect(self._tell)

    def show_forms(self, forms: Sequence[tuple[str, str]], chosen: int) -> None:
        """Show ``forms``, words and tool tip, with the one at ``chosen`` in front."""
        self._showing = True
        while self.count() > len(forms):
            self.removeTab(self.count() - 1)
        for place, (words, tip) in enumerate(forms):
            if place >= self.count():
                self.addTab(words)
            self.setTabText(place, words)
            self.setTabToolTip(place, tip)
        self.setCurrentIndex(chosen)
        self._showing = False

    def go(self, step: int) -> None:
        """Go on by ``step`` tabs, as far as there are."""
        self.setCurrentIndex(max(0, min(self.count() - 1, self.currentIndex() + step)))

    @Slot(int)
    def _tell(self, place: int) -> None:
        if not self._showing:
            self.form_chosen.emit(place)
