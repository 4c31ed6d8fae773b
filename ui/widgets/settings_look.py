"""How large text is on this computer, and whether colours contrast strongly."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from app.domain.settings import TEXT_SIZES
from app.texts import text
from ui.theme import Look, look_now, measured
from ui.widgets.settings_card import SettingsCard


class LookCard(SettingsCard):
    """``wanted`` tells the ``Look`` that was chosen; what is shown follows whatever changes the look."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(text("settings.part_look"), parent)
        self.text_size = QComboBox()
        for percent in TEXT_SIZES:
            self.text_size.addItem(text("settings.text_size_percent", percent=percent), percent)
        self.contrast = QCheckBox(text("settings.contrast"))
        self.add_field(text("settings.text_size"), self.text_size)
        self.add_hint(text("settings.text_size_hint"))
        self.add_whole(self.contrast)
        measured(self, LookCard.show_look)
        self.text_size.activated.connect(self._tell)
        self.contrast.clicked.connect(self._tell)

    def show_look(self) -> None:
        """Show how the program looks now."""
        look = look_now()
        self.text_size.setCurrentIndex(self.text_size.findData(look.text_size))
        self.contrast.setChecked(look.high_contrast)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(Look(self.text_size.currentData(), self.contrast.isChecked()))
