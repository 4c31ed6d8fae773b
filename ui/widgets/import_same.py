"""The bar that asks whether a file is a new plan or a newer state of one in the register."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QRadioButton, QWidget

from app.ports import PlanSummary
from app.texts import text
from ui.theme import GAP


class SamePlanBar(QFrame):
    """Hidden while the register has no such plan; ``chosen`` tells True for updating it."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._words = QLabel(wordWrap=True)
        self.add = QRadioButton(text("import_page.add_new"))
        self.update_plan = QRadioButton(text("import_page.update"))
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(GAP, 8, GAP, 8)
        line.setSpacing(GAP)
        line.addWidget(self._words, 1)
        for button in (self.add, self.update_plan):
            self._group.addButton(button)
            line.addWidget(button)
        self.add.clicked.connect(self._tell)
        self.update_plan.clicked.connect(self._tell)
        self.hide()

    def show_plan(self, plan: PlanSummary | None, update: bool) -> None:
        """Name the plan and what is chosen; hide without one."""
        self.setVisible(plan is not None)
        if plan is not None:
            self._words.setText(text("import_page.exists", title=plan.title, year=plan.year, rows=plan.rows))
        (self.update_plan if update else self.add).setChecked(True)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.update_plan.isChecked())
