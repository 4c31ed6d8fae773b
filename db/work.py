"""One transaction, as use cases see it: ``app.ports.Work`` over an open connection."""

from collections.abc import Sequence

from sqlalchemy import select, tuple_, update
from sqlalchemy.dialects.sqlite import insert

from app.domain.body import Body
from app.domain.errors import Refused
from app.domain.plan import Appendix, Cell, Plan, PlanInfo, Role
from app.ports import AppendixSummary, CellEdit, PlanSummary, SearchHit, UserTemplate
from db import appendices, plans, search, tables, templates, words
from db.accounts_work import AccountsDatabaseWork
from db.log_work import LogDatabaseWork
from db.reporting_work import ReportingDatabaseWork
from db.tables import cell, row, setting
from db.tracking_work import TrackingDatabaseWork


class DatabaseWork(AccountsDatabaseWork, TrackingDatabaseWork, ReportingDatabaseWork, LogDatabaseWork):
    """Carries out each wish at once; whoever made it commits or rolls back."""

    def list_plans(self) -> list[PlanSummary]:
        """All plans, the newest year first."""
        return plans.list_plans(self._connection)

    def get_plan(self, plan_id: int) -> Plan:
        """The whole plan."""
        return plans.get_plan(self._connection, plan_id)

    def add_plan(self, plan: Plan) -> int:
        """Store a new plan; answers its id."""
        return plans.add_plan(self._connection, plan)

    def save_plan_info(self, plan_id: int, info: PlanInfo) -> None:
        """Write heading and signature."""
        plans.save_plan_info(self._connection, plan_id, info)

    def save_plan(self, plan_id: int, plan: Plan) -> None:
        """Make the stored plan equal to ``plan``; what keeps its id is changed in place."""
        plans.save_plan(self._connection, plan_id, plan)

    def remove_plan(self, plan_id: int) -> None:
        """Remove a plan and all in it."""
        plans.remove_plan(self._connection, plan_id)

    def list_appendices(self, plan_id: int) -> list[AppendixSummary]:
        """The appendices of a plan in their order."""
        return plans.list_appendices(self._connection, plan_id)

    def get_appendix(self, appendix_id: int) -> Appendix:
        """The appendix with its columns and rows."""
        return appendices.get_appendix(self._connection, appendix_id)

    def add_appendix(self, plan_id: int, appendix: Appendix, position: int | None = None) -> int:
        """Store an appendix before position ``position`` (None: last); answers its id."""
        return plans.add_appendix(self._connection, plan_id, appendix, position)

    def save_appendix(self, before: Appendix, after: Appendix) -> None:
        """Write the difference between the stored ``before`` and ``after``."""
        appendices.save_appendix(self._connection, before, after)

    def move_appendix(self, appendix_id: int, position: int) -> None:
        """Put an appendix at another place of its plan."""
        plans.move_appendix(self._connection, appendix_id, position)

    def remove_appendix(self, appendix_id: int) -> None:
        """Remove an appendix and all in it."""
        appendices.remove_appendix(self._connection, appendix_id)

    def column_place(self, column_id: int) -> tuple[int, Role]:
        """The appendix a column belongs to, and its role."""
        query = select(tables.column.c.appendix_id, tables.column.c.role).where(tables.column.c.id == column_id)
        found = self._connection.execute(query).one_or_none()
        if found is None:
            raise Refused("storage.no_column", column=column_id)
        return found.appendix_id, Role(found.role)

    def row_place(self, row_id: int) -> int:
        """The appendix a row belongs to."""
        found = self._connection.execute(select(row.c.appendix_id).where(row.c.id == row_id)).scalar()
        if found is None:
            raise Refused("storage.no_row", row=row_id)
        return int(found)

    def get_cells(self, places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Cell]:
        """Texts of the cells at (row id, column id); unknown places are left out."""
        query = select(cell).where(tuple_(cell.c.row_id, cell.c.column_id).in_(places))
        return {(found.row_id, found.column_id): found.text for found in self._connection.execute(query)}

    def save_cells(self, edits: Sequence[CellEdit]) -> None:
        """Write texts of cells as given."""
        values = [{"of_row": e.row_id, "of_column": e.column_id, "new_text": e.text} for e in edits]
        if appendices.update_cells(self._connection, values) != len(edits):
            raise Refused("storage.no_cell")

    def save_section(self, row_id: int, ordinal: str, text: str) -> None:
        """Write a section row's ordinal and text."""
        self._update_row(row_id, {"ordinal": ordinal, "text": text})

    def set_numbered(self, row_id: int, numbered: bool) -> None:
        """Say whether a row numbers itself."""
        self._update_row(row_id, {"numbered": numbered})

    def _update_row(self, row_id: int, values: dict[str, object]) -> None:
        if not self._connection.execute(update(row).where(row.c.id == row_id).values(values)).rowcount:
            raise Refused("storage.no_row", row=row_id)

    def search(self, words: str, limit: int = 200) -> list[SearchHit]:
        """Places that contain ``words``, with or without their marks."""
        return search.search(self._connection, words, limit)

    def suggestions(self, role: str) -> list[str]:
        """Lines typed before in columns of ``role``."""
        return words.suggestions(self._connection, role)

    def list_templates(self) -> list[UserTemplate]:
        """The office's own templates by name."""
        return templates.list_templates(self._connection)

    def add_template(self, name: str, plan: Plan, body: Body | None = None) -> int:
        """Keep a plan as a template; answers its id."""
        return templates.add_template(self._connection, name, plan, body)

    def remove_template(self, template_id: int) -> None:
        """Remove a template."""
        templates.remove_template(self._connection, template_id)

    def get_setting(self, name: str) -> str | None:
        """A setting's value; None where it was never set."""
        return self._connection.execute(select(setting.c.value).where(setting.c.name == name)).scalar()

    def save_setting(self, name: str, value: str) -> None:
        """Set a setting."""
        statement = insert(setting).values(name=name, value=value)
        changed = statement.on_conflict_do_update(index_elements=["name"], set_={"value": value})
        self._connection.execute(changed)
