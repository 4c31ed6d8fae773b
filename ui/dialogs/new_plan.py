"""A new plan from a layout template, a template of the office's own, or a copy of a plan."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QListWidgetItem, QPushButton, QWidget

from app.domain.editing import new_item
from app.domain.numbering import renumber
from app.domain.office import Office
from app.domain.plan import Appendix, Plan
from app.ports import PlanSummary, UserTemplate, Work
from app.ports.backups import Risk
from app.texts import text
from ui.dialogs.frame import FramedDialog, card_around, named
from ui.operations import Operations
from ui.theme import HALF_GAP, dialog_size, px
from ui.widgets.plain_list import PLACE, PlainList
from ui.widgets.year_field import YearField

_SIZE = (620, 560)


@dataclass(frozen=True, slots=True)
class Source:
    """What a new plan can start from; exactly one of the three is set."""

    builtin: str | None = None
    own: UserTemplate | None = None
    copy_of: PlanSummary | None = None


class NewPlanDialog(FramedDialog):
    """``created`` tells the new plan's id once it is on disk."""

    created = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None, copy_of: int | None = None) -> None:
        """``copy_of`` chooses a plan to be copied from the start."""
        super().__init__(text("new_plan.title"), text("new_plan.create"), text("new_plan.cancel"), parent)
        self._operations = operations
        self._copy_of = copy_of
        self._touched = False
        self.sources = PlainList()
        self.year = YearField(date.today().year)
        self.name = QLineEdit(placeholderText=text("new_plan.name_hint"))
        self.office = QLineEdit(placeholderText=text("new_plan.body_hint"))
        self.text_box = QCheckBox(text("new_plan.with_text"))
        self.text_box.setToolTip(text("new_plan.with_text_tip"))
        self.text_box.setChecked(True)
        self.delete_template = QPushButton(text("new_plan.delete_template"))
        self.delete_template.setProperty("quiet", True)
        self.delete_template.setAutoDefault(False)
        self._lay_out()
        self.do.clicked.connect(self._create)
        self.delete_template.clicked.connect(self._delete_template)
        self.sources.currentItemChanged.connect(self._chosen)
        self.year.year_changed.connect(self._year_typed)
        self.resize(*dialog_size(*_SIZE))
        self._read()

    def source(self) -> Source | None:
        """What is chosen."""
        item = self.sources.currentItem()
        found = item.data(PLACE) if item is not None else None
        return found if isinstance(found, Source) else None

    def _read(self) -> None:
        self._operations.read(_read_sources, self._fill)

    def _fill(self, found: tuple[list[UserTemplate], list[PlanSummary], Office]) -> None:
        from app.exchange.templates import list_builtin

        own, plans, office = found
        self.sources.clear()
        self._add_heading("new_plan.builtin")
        for builtin in list_builtin():
            self._add(builtin.name, builtin.description, "list", Source(builtin=builtin.key))
        if own:
            self._add_heading("new_plan.own")
        for template in own:
            self._add(template.name, _describe(template.plan), "document", Source(own=template))
        if plans:
            self._add_heading("new_plan.copies")
        for plan in sorted(plans, key=lambda plan: (-plan.year, plan.id)):
            words = text("new_plan.copy_description", year=plan.year, rows=plan.rows)
            self._add(plan.title, words, "copy", Source(copy_of=plan))
        if not self.office.text():
            of_last = (plans[-1].issuing_body or "") if plans else ""
            self.office.setText(" ".join(office.issuing_body) or of_last)
        self._select_first()

    def _select_first(self) -> None:
        wanted = 1
        for line in range(self.sources.count()):
            found = self.sources.item(line).data(PLACE)
            if isinstance(found, Source) and found.copy_of is not None and found.copy_of.id == self._copy_of:
                wanted = line
        self.sources.setCurrentRow(wanted)
        self.sources.setFocus()

    def _add(self, name: str, description: str, picture: str, source: Source) -> None:
        self.sources.add(f"{name}\n{description}", picture, "primary", source)

    def _add_heading(self, key: str) -> None:
        item = self.sources.add(text(key), None, "quiet", None)
        font = QFont(self.sources.font())
        font.setBold(True)
        font.setPixelSize(px(11))
        item.setFont(font)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _chosen(self) -> None:
        found = self.source()
        self.do.setEnabled(found is not None)
        self.show_refusal("")
        self.do.setEnabled(found is not None)
        self.delete_template.setVisible(found is not None and found.own is not None)
        copying = found is not None and found.copy_of is not None
        self.name.setEnabled(not copying)
        self.office.setEnabled(not copying)
        self.text_box.setVisible(self._has_text(found))
        if found is not None and found.copy_of is not None and not self._touched:
            self.year.show_year(found.copy_of.year + 1)

    @staticmethod
    def _has_text(found: Source | None) -> bool:
        """Whether the source leaves the choice of taking a text; a copy has the text of its plan."""
        return found is not None and (
            found.builtin is not None or (found.own is not None and found.own.body is not None)
        )

    @property
    def with_text(self) -> bool:
        """Whether the new plan is to begin with a text."""
        return self.text_box.isChecked()

    @Slot()
    def _year_typed(self) -> None:
        self._touched = True
        self.show_refusal("")

    @Slot()
    def _create(self) -> None:
        found = self.source()
        if found is None:
            return
        year = self.year.year
        if found.copy_of is not None and found.copy_of.year == year:
            self.show_refusal(text("new_plan.same_year", year=year))
            return
        self.do.setEnabled(False)
        key = "new_plan.undo_copy" if found.copy_of is not None else "new_plan.undo_create"
        use_case = self._use_case(found, year)
        risk = Risk.YEAR if found.copy_of is not None else None
        self._operations.write(text(key, year=year), use_case, self._done, self.show_refusal, risk)

    def _use_case(self, found: Source, year: int) -> Callable[[Work], int]:
        from app.exchange.plan_skeletons import read_skeleton
        from app.exchange.templates import new_plan
        from app.services.plans import copy_plan_for_year, create_from_own, create_plan, create_with_text

        title, office = self.name.text().strip() or None, self.office.text().strip() or None
        if found.copy_of is not None:
            return partial(copy_plan_for_year, plan_id=found.copy_of.id, year=year)
        if found.own is not None:
            plan, body = _from_own(found.own.plan, year, title, office), found.own.body if self.with_text else None
            return partial(create_from_own, plan=plan, body=body, made_for=found.own.plan.info.year)
        plan = new_plan(found.builtin or "", year, issuing_body=office, title=title)
        if not self.with_text:
            return partial(create_plan, plan=plan)
        return partial(create_with_text, plan=plan, skeleton=read_skeleton())

    def _done(self, plan_id: int) -> None:
        self.created.emit(plan_id)
        self.accept()

    @Slot()
    def _delete_template(self) -> None:
        from app.services.templates import delete_template

        found = self.source()
        if found is not None and found.own is not None:
            label = text("new_plan.undo_delete_template", name=found.own.name)
            self._operations.write(label, partial(delete_template, template_id=found.own.id), self._deleted)

    def _deleted(self, _nothing: None) -> None:
        self._read()

    def _lay_out(self) -> None:
        heading = QLabel(text("new_plan.choose"))
        heading.setObjectName("cardTitle")
        fields = QGridLayout()
        fields.setSpacing(HALF_GAP)
        rows = (("new_plan.year", self.year), ("new_plan.name", self.name), ("new_plan.body", self.office))
        for row, (key, field) in enumerate(rows):
            fields.addWidget(named(text(key), field), row, 0)
            fields.addWidget(field, row, 1)
        self.body.addWidget(heading)
        self.body.addWidget(card_around(self.sources), 1)
        fields.addWidget(self.text_box, len(rows), 1)
        self.body.addLayout(fields)
        self.buttons.insertWidget(0, self.delete_template)
        self.delete_template.hide()


def _read_sources(work: Work) -> tuple[list[UserTemplate], list[PlanSummary], Office]:
    return work.list_templates(), work.list_plans(), work.office()


def _describe(plan: Plan) -> str:
    columns = max((len(appendix.columns) for appendix in plan.appendices), default=0)
    return text("new_plan.own_description", appendices=len(plan.appendices), columns=columns)


def _from_own(plan: Plan, year: int, title: str | None, office: str | None) -> Plan:
    """The template's plan for ``year``, the year in its title carried over, with rows to type into."""
    carried = title or plan.info.title.replace(str(plan.info.year), str(year))
    info = replace(plan.info, year=year, title=carried, issuing_body=office or plan.info.issuing_body)
    return Plan(info, tuple(_with_blanks(appendix) for appendix in plan.appendices))


def _with_blanks(appendix: Appendix) -> Appendix:
    """A row to type into below each section, one alone where there is none."""
    rows = [row for section in appendix.rows for row in (replace(section, id=None), new_item(appendix))]
    columns = tuple(replace(column, id=None) for column in appendix.columns)
    return renumber(Appendix(appendix.label, appendix.title, columns, tuple(rows or [new_item(appendix)])))
