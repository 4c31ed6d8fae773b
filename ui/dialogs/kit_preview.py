"""An outline or a set of statistics forms as it is, before it is taken or once it is there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from app.domain.report_kits import KitKind
from app.domain.report_outline import Outline
from app.domain.statistics_form import FormSet
from app.texts import text
from ui.dialogs.frame import FramedDialog, card_around, named
from ui.theme import HALF_GAP
from ui.widgets.directory_table import DirectoryTable
from ui.widgets.kit_words import form_rows, outline_rows, source_words
from ui.widgets.year_field import YearField

_SIZE = (1000, 640)
_MOST_REMARKS = 6


class KitPreview(FramedDialog):
    """``agreed`` tells what it is for (``KitKind``) and the year it counts from. The dialog stays until whoever listens
    closes it or shows a refusal."""

    agreed = Signal(object, int)

    def __init__(
        self,
        content: Outline | FormSet,
        kind: KitKind,
        year: int | None,
        remarks: Sequence[str] = (),
        do: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``do`` are the words of the button; "" where there is nothing but to look."""
        super().__init__(content.title, do, text("window.button_cancel" if do else "kits.close"), parent)
        self.content = content
        self.form = QComboBox()
        self.form.setAccessibleName(text("kits.form"))
        self.kind = QComboBox()
        self.year = YearField(year or 0)
        self.table = DirectoryTable(*_columns(content))
        for one in content.forms if isinstance(content, FormSet) else ():
            self.form.addItem(text("statistics.form_heading", form=one.key, title=one.title))
        self._lay_out(kind, remarks, bool(do))
        self.form.currentIndexChanged.connect(self._show)
        self.do.clicked.connect(self._tell)
        self.do.setVisible(bool(do))
        self.resize(*_SIZE)
        self._show()
        (self.year if do else self.table).setFocus()

    def done_well(self, _result: object = None) -> None:
        """It is stored."""
        self.accept()

    @Slot()
    def _show(self) -> None:
        if isinstance(self.content, Outline):
            self.table.show_rows(outline_rows(self.content))
        else:
            self.table.show_rows(form_rows(self.content.forms[self.form.currentIndex()]))

    @Slot()
    def _tell(self) -> None:
        self.do.setEnabled(False)
        self.agreed.emit(self.kind.currentData(), self.year.year)

    def _lay_out(self, kind: KitKind, remarks: Sequence[str], can_take: bool) -> None:
        source = QLabel(source_words(self.content), wordWrap=True)
        source.setObjectName("quiet")
        self.body.addWidget(source)
        if self.form.count():
            self.body.addWidget(self.form)
        self.body.addWidget(card_around(self.table), 1)
        if remarks:
            said = [*remarks[:_MOST_REMARKS], *([text("kits.more", count=len(remarks) - _MOST_REMARKS)]
                                                if len(remarks) > _MOST_REMARKS else [])]  # fmt: skip
            self.body.addWidget(QLabel("\n".join(said), wordWrap=True))
        if can_take:
            self.body.addLayout(self._questions(kind))

    def _questions(self, kind: KitKind) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(HALF_GAP)
        line.addWidget(named(text("kits.from_year"), self.year))
        line.addWidget(self.year)
        kinds = (KitKind.OUTLINE,) if kind is KitKind.OUTLINE else (KitKind.FORMS, KitKind.EXTRA)
        for one in kinds:
            self.kind.addItem(text(f"kits.kind_{one}"), one)
        self.kind.setCurrentIndex(kinds.index(kind))
        if len(kinds) > 1:
            line.addWidget(named(text("kits.kind"), self.kind))
            line.addWidget(self.kind)
        line.addStretch(1)
        return line


def _columns(content: Outline | FormSet) -> tuple[list[str], tuple[int, ...]]:
    if isinstance(content, Outline):
        return [text(f"kits.column_{name}") for name in ("key", "title", "offers")], (90, 0, 330)
    names = ("code", "indicator", "unit", "kind", "calculation")
    return [text(f"statistics.column_{name}") for name in names], (70, 0, 150, 170, 150)
