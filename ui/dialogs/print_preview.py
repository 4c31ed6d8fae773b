"""A plan as it goes on paper: appendices, columns and paper can be chosen."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from app.documents.model import Document
from app.documents.options import PrintOptions
from app.documents.state_column import PlanStates
from app.domain.body import Body
from app.domain.plan import Plan
from app.domain.settings import Settings
from app.texts import text
from ui.dialogs.document_preview import DocumentPreview
from ui.dialogs.preview_options import MakeDocument, PreviewOptions, paper_box
from ui.widgets.check_list import CheckList


def make_plan_document(plan: Plan, options: PrintOptions) -> Document:
    """The pages of ``plan`` with what is known of it, so that an exported file can be imported again."""
    from app.documents.plan_official import printed_plan

    return replace(printed_plan(plan, options), info=plan.info)


class PlanPrintOptions(PreviewOptions):
    """Which appendices and columns of a plan go on paper, and what stands above them."""

    def __init__(self, plan: Plan, states: PlanStates, body: Body | None = None, usual: Settings | None = None) -> None:
        """``usual`` is what the choices begin with."""
        super().__init__()
        self._plan, self._states, self._body = plan, states, body
        self._usual = usual or Settings()
        self.appendices, self.columns = CheckList(), CheckList()
        self.heading_block = QCheckBox(text("print.heading_block"))
        self.attached_to = QCheckBox(text("print.attached_to"))
        self.states = QCheckBox(text("print.states"))
        self.body = QCheckBox(text("print.body"))
        self.paper = paper_box()
        self.fields.append((text("print.paper"), self.paper))
        self._fill()
        self._lay_out()

    def options(self) -> PrintOptions:
        """What is chosen, for the writer."""
        gone = self.columns.names(ticked=False)
        hidden = {
            place: frozenset(i for i, column in enumerate(appendix.columns) if column.heading in gone)
            for place, appendix in enumerate(self._plan.appendices)
        }
        return PrintOptions(
            self.appendices.chosen(),
            {place: columns for place, columns in hidden.items() if columns},
            self.paper.currentData(),
            self.heading_block.isChecked(),
            self.attached_to.isChecked(),
            self._states.words if self.states.isChecked() else None,
            self._body if self.body.isChecked() else None,
        )

    def document_maker(self) -> MakeDocument:
        """The plan as chosen."""
        return partial(make_plan_document, self._plan, self.options())

    def _fill(self) -> None:
        appendices = self._plan.appendices
        numbered = (text("print.appendix_numbered", number=n) for n in range(1, len(appendices) + 1))
        names = [appendix.label or number for appendix, number in zip(appendices, numbered, strict=True)]
        self.appendices.show_names(names, [appendix.title or appendix.label for appendix in appendices])
        headings = [column.heading for appendix in appendices for column in appendix.columns if not column.hidden]
        self.columns.show_names(list(dict.fromkeys(headings)))
        self.heading_block.setChecked(self._usual.heading_block)
        self.attached_to.setChecked(self._usual.attached_to)
        self.states.setChecked(self._usual.prints_states(self._states.is_followed))
        self.body.setVisible(self._body is not None)
        self.body.setChecked(self._usual.whole_text)
        self.paper.setCurrentIndex(self.paper.findData(self._usual.paper))

    def _lay_out(self) -> None:
        self.add_list(text("print.appendices"), self.appendices, 2)
        self.add_list(text("print.columns"), self.columns, 3)
        for names in (self.appendices, self.columns):
            names.ticked.connect(self.changed)
        for box in (self.body, self.heading_block, self.attached_to, self.states):
            self.column.addWidget(box)
            box.toggled.connect(self.changed)
        self.paper.currentIndexChanged.connect(self.changed)


class PrintPreview(DocumentPreview):
    """The preview of a plan."""

    def __init__(
        self,
        plan: Plan,
        states: PlanStates,
        parent: QWidget | None = None,
        body: Body | None = None,
        usual: Settings | None = None,
    ) -> None:
        """``states`` are for the last column; ``body`` is the plan's text, printed before the appendices where that is
        asked for; ``usual`` is what the choices begin with."""
        self.plan_choices = PlanPrintOptions(plan, states, body, usual)
        super().__init__(text("print.title"), self.plan_choices, parent)
