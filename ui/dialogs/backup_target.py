"""Where everything is backed up to: USB sticks first, the free space of each, a password where one is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Refused
from app.services.backing_up import must_be_new_password
from app.texts import sentence_for, text
from ui.backup_words import size_words
from ui.dialogs.growing import GrowingDialog
from ui.removable import Place, place_of
from ui.theme import GAP, HALF_GAP, measured, px
from ui.widgets.new_password import NewPassword

_WIDTH = 600


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """What the dialog says: what is backed up, how many bytes that needs, how old the backups so far are, where they
    may go. ``data`` is the data folder."""

    data: Path
    what: str
    needed: int
    auto: str
    second: str
    places: tuple[Place, ...]


class BackupTarget(GrowingDialog):
    """``agreed`` tells the ``Place`` and the password ("" for none); ``again_wanted`` that sticks are to be looked
    for again."""

    agreed = Signal(object, str)
    again_wanted = Signal()

    def __init__(self, facts: TargetFacts, parent: QWidget | None = None) -> None:
        super().__init__(text("backup_target.title"), text("backup_target.do"), text("backup_window.cancel"), parent)
        self._facts = facts
        self._places: list[Place] = []
        self._group = QButtonGroup(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(HALF_GAP)
        self.hint = _plain("", "quiet")
        self.lock = NewPassword()
        self.body.addLayout(_facts_grid(facts))
        self.body.addWidget(_plain(text("backup_target.where"), "cardTitle"))
        self.body.addLayout(self._list)
        self.body.addWidget(self.hint)
        self.body.addLayout(self._more())
        self.body.addWidget(self.lock)
        self._group.idClicked.connect(self._look)
        self.do.clicked.connect(self._tell)
        measured(self, lambda widget: widget.setMinimumWidth(px(_WIDTH)))
        self.show_places(facts.places)

    @property
    def place(self) -> Place | None:
        """The place chosen."""
        number = self._group.checkedId()
        return self._places[number] if 0 <= number < len(self._places) else None

    def show_places(self, places: Sequence[Place]) -> None:
        """Offer ``places``, the first of them chosen."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._list.removeWidget(button)
            button.deleteLater()
        self._places = list(places)
        for number, place in enumerate(self._places):
            self._add(number, place)
        self.choose(0)

    def _add(self, number: int, place: Place) -> None:
        key = "backup_target.usb" if place.is_usb else "backup_target.disk"
        button = QRadioButton(text(key, name=place.name, free=size_words(place.free)).replace("&", "&&"))
        button.setToolTip(str(place.folder))
        self._group.addButton(button, number)
        self._list.addWidget(button)

    def choose(self, number: int) -> None:
        """Choose the place ``number``, counted from 0."""
        button = self._group.button(number)
        if button is not None:
            button.setChecked(True)
            button.setFocus()
        self._look()

    @Slot()
    def _look(self) -> None:
        """Whether what is chosen will do."""
        place = self.place
        self.show_refusal(self._wrong_with(place) if place else "")
        self.do.setEnabled(place is not None and self.refusal.isHidden())
        self.hint.setText(self._hint(place))
        self.hint.setVisible(bool(self.hint.text()))

    def _wrong_with(self, place: Place) -> str:
        if place.folder.resolve().is_relative_to(self._facts.data.resolve()):
            return text("backup_target.in_data")
        if place.free < self._facts.needed:
            sizes = {"needed": size_words(self._facts.needed), "free": size_words(place.free)}
            return text("backup_window.no_room", folder=place.name, **sizes)
        return ""

    def _hint(self, place: Place | None) -> str:
        if place is None:
            return text("backup_target.none")
        if place.is_same_disk:
            return text("backup_target.same_disk")
        return "" if any(each.is_usb for each in self._places) else text("backup_target.no_usb")

    @Slot()
    def _choose_folder(self) -> None:
        start = str(self.place.folder) if self.place else ""
        chosen = QFileDialog.getExistingDirectory(self, text("backup_target.choose_title"), start)
        if chosen:
            self.offer_folder(Path(chosen))

    def offer_folder(self, folder: Path) -> None:
        """Add ``folder`` to the places, chosen."""
        self._places.append(place_of(folder, self._facts.data))
        self._add(len(self._places) - 1, self._places[-1])
        self.choose(len(self._places) - 1)

    @Slot()
    def _tell(self) -> None:
        password, again = self.lock.typed()
        try:
            if self.lock.wanted:
                must_be_new_password(password, again)
        except Refused as refused:
            self.show_refusal(sentence_for(refused))
            self.lock.begin()
            return
        self.agreed.emit(self.place, password)
        self.accept()

    def _more(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(HALF_GAP)
        for key, slot in (("choose", self._choose_folder), ("again", self.again_wanted)):
            button = QPushButton(text(f"backup_target.{key}"))
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            line.addWidget(button)
        line.addStretch(1)
        return line


def _facts_grid(facts: TargetFacts) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(HALF_GAP)
    what = text("backup_target.what_words", counts=facts.what, size=size_words(facts.needed))
    for row, (key, words) in enumerate((("what", what), ("auto", facts.auto), ("second", facts.second))):
        grid.addWidget(_plain(text(f"backup_target.{key}"), "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_plain(words), row, 1)
    grid.setColumnStretch(1, 1)
    return grid


def _plain(words: str, name: str = "") -> QLabel:
    label = QLabel(words, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label
