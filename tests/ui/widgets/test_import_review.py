"""What the clerk decides before an import."""

from app.domain.imported import ImportedPlan, ImportNote, NoteKind
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from ui.widgets.import_review import ImportReview

COLUMNS = (Column("TT", Role.ORDINAL), Column("Mục tiêu", Role.OBJECTIVE), Column("Việc", Role.TASK))


def item(*cells: str | None) -> Row:
    return Row(RowKind.ITEM, cells=cells)


def review(*rows: Row, notes: tuple[ImportNote, ...] = ()) -> ImportReview:
    plan = Plan(PlanInfo("Kế hoạch", 2026), (Appendix("Phụ lục 1", "Việc", COLUMNS, rows),))
    return ImportReview(ImportedPlan("ke-hoach.docx", plan, notes))


def test_untouched_it_is_the_plan_that_was_read() -> None:
    rows = (Row(RowKind.SECTION, ordinal="I", text="Chung"), item("1", "Nhanh hơn", "Rà soát"), item("2", None, "Họp"))
    found = review(*rows)
    assert found.plan() == found.imported.plan
    assert found.items() == 2


def test_a_row_left_out_hands_its_merged_text_to_the_next_one() -> None:
    found = review(item("1", "Nhanh hơn", "Rà soát"), item("2", None, "Họp"), item("3", None, "Báo cáo"))
    found.take(0, 0, False)
    assert found.plan().appendices[0].rows == (item("2", "Nhanh hơn", "Họp"), item("3", None, "Báo cáo"))
    found.take(0, 1, False)
    assert found.plan().appendices[0].rows == (item("3", "Nhanh hơn", "Báo cáo"),)


def test_a_merge_does_not_reach_over_a_section() -> None:
    section = Row(RowKind.SECTION, ordinal="I", text="Chung")
    found = review(item("1", "Nhanh hơn", "Rà soát"), section, item("2", None, "Họp"))
    found.take(0, 0, False)
    assert found.plan().appendices[0].rows == (section, item("2", None, "Họp"))


def test_leaving_out_a_middle_row_of_a_merge_leaves_the_merge() -> None:
    found = review(item("1", "Nhanh hơn", "Rà soát"), item("2", None, "Họp"), item("3", None, "Báo cáo"))
    found.take(0, 1, False)
    assert found.plan().appendices[0].rows == (item("1", "Nhanh hơn", "Rà soát"), item("3", None, "Báo cáo"))


def test_a_table_left_out_whole_is_gone_and_can_come_back() -> None:
    found = review(item("1", "Nhanh hơn", "Rà soát"))
    found.take_all(0, False)
    assert found.plan().appendices == ()
    assert found.items() == 0
    found.take_all(0, True)
    assert found.plan() == found.imported.plan


def test_roles_title_and_year_can_be_changed() -> None:
    found = review(item("1", "Nhanh hơn", "Rà soát"))
    found.set_role(0, 2, Role.ACTIVITY)
    found.title, found.year = "  Kế hoạch năm sau ", 2027
    plan = found.plan()
    assert plan.appendices[0].columns[2] == Column("Việc", Role.ACTIVITY)
    assert (plan.info.title, plan.info.year) == ("Kế hoạch năm sau", 2027)


def test_a_note_marks_its_cell_or_its_whole_row() -> None:
    cell = ImportNote(NoteKind.ASSUMED, "import_page.title", appendix=0, row=0, column=2)
    row = ImportNote(NoteKind.UNREAD, "import_page.title", appendix=0, row=1)
    found = review(item("1", "a", "b"), item("2", "c", "d"), notes=(cell, row))
    assert found.note_at(0, 0, 1) is None
    assert found.note_at(0, 0, 2)
    assert found.note_at(0, 1, 0)
