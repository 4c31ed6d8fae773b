"""Corrected milestones in the database: every kind, each step undone, gone and back with their row."""

from datetime import date

from app.domain.correction import Correction
from app.domain.editing import delete_rows
from app.domain.milestone import After, DueRule, Every, Milestone, MilestoneKind
from app.services.rows import change_appendix
from db.storage import DatabaseStorage
from tests.app.domain.samples import item, plan, table

EVERY_KIND = (
    Milestone(MilestoneKind.BY, "Kế hoạch", date(2026, 3, 31), date(2026, 1, 1)),
    Milestone(MilestoneKind.PERIODIC, None, every=(Every.QUARTERLY, Every.YEARLY), rule=DueRule(15, 1)),
    Milestone(MilestoneKind.CONTINUOUS),
    Milestone(MilestoneKind.CONDITIONAL, "Trả lời", text="khi có văn bản", after=After(5, "working_day")),
    Milestone(MilestoneKind.DONE, "Đã xong"),
    Milestone(MilestoneKind.UNKNOWN, text="?"),
)


def test_every_kind_is_kept_and_undone(storage: DatabaseStorage) -> None:
    plan_id = storage.write(
        "nhập", lambda work: work.add_plan(plan(table(item("1", "A", ""), item("2", "B", ""))))
    ).result
    part = storage.read(lambda work: work.get_plan(plan_id)).appendices[0]
    row_id = part.rows[0].id or 0

    def read() -> dict[int, Correction]:
        return storage.read(lambda work: work.corrections(plan_id))

    first, second = Correction("Quý I", EVERY_KIND), Correction("Quý II", ())
    told = storage.write("sửa", lambda work: work.save_correction(row_id, first)).changes
    assert told.rows == {row_id} and told.plans == {plan_id} and told.cells_only
    assert read() == {row_id: first}
    storage.write("sửa", lambda work: work.save_correction(row_id, second))
    assert read() == {row_id: second}
    storage.write("xóa dòng", lambda work: change_appendix(work, part.id or 0, lambda a: delete_rows(a, [0])))
    assert read() == {}
    storage.undo()
    storage.write("thôi", lambda work: work.save_correction(row_id, None))
    assert read() == {}
    for expected in ({row_id: second}, {row_id: first}, {}):
        storage.undo()
        assert read() == expected
