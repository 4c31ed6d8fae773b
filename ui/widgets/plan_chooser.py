"""Chooses among the plans of the register."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from app.ports import PlanSummary
from app.texts import text
from ui.theme import measured, px, some_px

_WIDTH = 190
_WIDEST = 360
_WIDEST_LIST = 640
_AROUND = 44


class PlanChooser(QComboBox):
    """``plan_chosen`` tells the ``PlanSummary`` that a person has picked."""

    plan_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        measured(self, lambda widget: widget._fit())
        self.setAccessibleName(text("tracking_page.choose_plan"))
        self.activated.connect(self._tell)

    def show_plans(self, plans: Sequence[PlanSummary], chosen: PlanSummary | None) -> None:
        """Offer ``plans``, a plan by its year where no other has the same."""
        self.clear()
        years = [plan.year for plan in plans]
        for place, plan in enumerate(plans):
            alone = years.count(plan.year) == 1
            self.addItem(text("tracking_page.plan_of_year", year=plan.year) if alone else plan.title, plan)
            self.setItemData(place, plan.title, Qt.ItemDataRole.ToolTipRole)
            if plan == chosen:
                self.setCurrentIndex(place)
        self.setEnabled(bool(plans))

        self._fit()

    def _fit(self) -> None:
        """As wide as the years need; titles of plans of one year get more, and the open list as much as they take."""
        narrow = (px(_WIDTH) + some_px(_WIDTH)) // 2
        lengths = (self.fontMetrics().horizontalAdvance(self.itemText(place)) for place in range(self.count()))
        longest = max(lengths, default=0) + _AROUND
        self.setFixedWidth(min(max(longest, narrow), max(_WIDEST, narrow)))
        self.view().setMinimumWidth(min(longest, _WIDEST_LIST))

    @Slot(int)
    def _tell(self, place: int) -> None:
        self.plan_chosen.emit(self.itemData(place))
