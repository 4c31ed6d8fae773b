"""What a new register asks for once, all of it optional, and three ways to the first plan."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.domain.access import Right
from app.ports import Work
from app.services.office import FirstWords, begin_office
from app.services.plans import create_plan, plan_for_year
from app.texts import text
from ui.dialogs.frame import named
from ui.icons import icon
from ui.operations import Operations
from ui.pages.page import Page
from ui.theme import GAP, HALF_GAP, MARGIN, measured, some_px
from ui.widgets.year_field import YearField

_WIDTH = 760
_FIELDS = ("name", "place", "signer", "post")
_WAYS = (("file", "import"), ("template", "list"), ("sample", "plan"))


class FirstRunPage(Page):
    """Each way on stores what was filled in first; a refusal keeps the page. The sample is added here."""

    file_wanted = Signal()
    template_wanted = Signal(int, str)
    """Year and name of the office for a plan from a template."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, "", parent)
        self.fields = {name: QLineEdit(placeholderText=text(f"first_run.{name}_hint")) for name in _FIELDS}
        self.year = YearField(self.clock.today.year)
        self.ways = {name: _way(name, picture) for name, picture in _WAYS}
        self.refusal = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.refusal.setObjectName("refusal")
        self.refusal.hide()
        self._stored = FirstWords()
        self._lay_out()
        slots: dict[str, Callable[[], None]] = {
            "file": self.start_from_file,
            "template": self.start_from_template,
            "sample": self.look_at_sample,
        }
        for name, slot in slots.items():
            self.ways[name].clicked.connect(slot)
        operations.rights.need(Right.MANAGE, *self.ways.values())

    @property
    def words(self) -> FirstWords:
        """What is filled in."""
        return FirstWords(*(self.fields[name].text() for name in _FIELDS))

    def enter(self) -> None:
        """Begin with the office's name."""
        self.year.show_year(self.clock.today.year)
        self.fields["name"].setFocus()

    @Slot()
    def start_from_file(self) -> None:
        """Store, then ask for a file."""
        self._store(self.file_wanted.emit)

    @Slot()
    def start_from_template(self) -> None:
        """Store, then ask for a template."""
        self._store(partial(self.template_wanted.emit, self.year.year, self.words.name.strip()))

    @Slot()
    def look_at_sample(self) -> None:
        """Store, then add the plan of a commune that does not exist and show it."""
        self._store(self._add_sample)

    def _store(self, then: Callable[[], None]) -> None:
        """Write what was filled in, once, then go on."""
        words = self.words
        self._refuse("")
        if words in (self._stored, FirstWords()):
            then()
            return
        label = text("first_run.undo_office")
        go_on = partial(self._go_on, words, then)
        self.operations.write(label, partial(begin_office, words=words), go_on, self._refuse)

    def _go_on(self, words: FirstWords, then: Callable[[], None], _nothing: None) -> None:
        self._stored = words
        then()

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))

    def _add_sample(self) -> None:
        label = text("first_run.undo_sample")
        self.operations.write(label, partial(_add_sample, year=self.year.year), self._show_plan, self._refuse)

    def _show_plan(self, plan_id: int) -> None:
        self.plan_wanted.emit(plan_id, None, None)

    def _lay_out(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        measured(card, lambda widget: widget.setFixedWidth(some_px(_WIDTH)))
        column = QVBoxLayout(card)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        self.title.setText(text("first_run.title"))
        self.header.removeWidget(self.title)
        column.addWidget(self.title)
        column.addWidget(_quiet(text("first_run.hint")))
        column.addLayout(self._form())
        column.addWidget(self.refusal)
        title = QLabel(text("first_run.ways"))
        title.setObjectName("cardTitle")
        column.addWidget(title)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for name, way in self.ways.items():
            line.addLayout(_explained(way, text(f"first_run.way_{name}_hint")), 1)
        column.addLayout(line)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        self.body.addStretch(1)
        self.body.addLayout(middle)
        self.body.addStretch(2)

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(HALF_GAP)
        rows = {"name": self.fields["name"], "place": self.fields["place"], "year": self.year}
        for row, (name, field) in enumerate(rows.items()):
            grid.addWidget(named(text(f"first_run.{name}"), field), row, 0)
            grid.addWidget(field, row, 1, 1, 2)
        grid.addWidget(named(text("first_run.signer"), self.fields["signer"]), len(rows), 0)
        grid.addWidget(self.fields["signer"], len(rows), 1)
        grid.addWidget(self.fields["post"], len(rows), 2)
        self.fields["post"].setAccessibleName(text("first_run.post"))
        return grid


def _add_sample(work: Work, year: int) -> int:
    from app.exchange.samples import sample_plan

    plan = sample_plan()
    return create_plan(work, plan if plan.info.year == year else plan_for_year(plan, year))


def _way(name: str, picture: str) -> QPushButton:
    button = QPushButton(text(f"first_run.way_{name}"))
    button.setIcon(icon(picture, "card" if name == "file" else "text"))
    button.setProperty("primary", name == "file")
    return button


def _explained(button: QPushButton, words: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(HALF_GAP)
    column.addWidget(button)
    column.addWidget(_quiet(words))
    column.addStretch(1)
    return column


def _quiet(words: str) -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setObjectName("quiet")
    return label
