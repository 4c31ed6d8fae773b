"""Marks of met milestones: kept, replaced, undone, and gone and back with their rows."""

from datetime import date
from pathlib import Path

from app.domain.editing import delete_rows
from app.domain.mark import Mark
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.services.rows import change_appendix
from db.storage import open_storage

PLAN = Plan(
    PlanInfo("Kế hoạch", 2025),
    (Appendix("Phụ lục", "", (Column("Nhiệm vụ", Role.TASK),), (Row(RowKind.ITEM, ("Một",)),)),),
)


def test_a_mark_is_replaced_undone_and_shares_the_fate_of_its_row(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    plan_id = storage.write("thêm", lambda work: work.add_plan(PLAN)).result
    appendix = storage.read(lambda work: work.get_plan(plan_id)).appendices[0]
    first = Mark(appendix.rows[0].id or 0, "|by|1", date(2025, 3, 1), "12/BC-UBND")
    second = Mark(first.row_id, first.occurrence, date(2025, 3, 2))

    changed = storage.write("ghi", lambda work: work.save_mark(first)).changes
    assert changed.rows == {first.row_id} and changed.plans == {plan_id} and changed.cells_only
    storage.write("sửa", lambda work: work.save_mark(second))
    assert storage.read(lambda work: work.marks(plan_id)) == [second]
    storage.undo()
    assert storage.read(lambda work: work.marks(plan_id)) == [first]

    storage.write("xóa dòng", lambda work: change_appendix(work, appendix.id or 0, lambda a: delete_rows(a, [0])))
    assert storage.read(lambda work: work.marks(plan_id)) == []
    storage.undo()
    assert storage.read(lambda work: work.marks(plan_id)) == [first]

    storage.write("mở lại", lambda work: work.remove_mark(first.row_id, first.occurrence))
    assert storage.read(lambda work: work.marks(plan_id)) == []
    storage.close()
