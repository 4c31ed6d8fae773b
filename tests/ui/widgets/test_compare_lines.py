"""Lines of the side-by-side view."""

from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from ui.widgets.compare_lines import Change, compare

COLUMNS = (Column("TT", Role.ORDINAL), Column("Việc", Role.TASK), Column("Ghi chú", Role.NOTE))


def plan(*rows: Row, columns: tuple[Column, ...] = COLUMNS) -> Plan:
    return Plan(PlanInfo("Kế hoạch", 2026), (Appendix("Phụ lục 1", "Việc", columns, rows),))


def item(*cells: str | None) -> Row:
    return Row(RowKind.ITEM, cells=cells)


def test_equal_plans_have_headings_only() -> None:
    same = plan(Row(RowKind.SECTION, ordinal="I", text="Chung"), item("1", "Rà soát", ""))
    assert [(line.change, line.is_heading) for line in compare(same, same)] == [(Change.SAME, True)] * 2


def test_a_changed_row_shows_the_cells_that_differ() -> None:
    lines = compare(plan(item("1", "Rà soát", "cũ")), plan(item("1", "Rà soát", "mới")))
    assert [(line.name, line.old, line.new) for line in lines[1:]] == [("Ghi chú", "cũ", "mới")]
    assert "Sửa" in lines[0].name and "Phụ lục 1" in lines[0].name and "1 Rà soát" in lines[0].name


def test_rows_that_appear_or_go_show_everything_in_them() -> None:
    old, new = plan(item("1", "Rà soát văn bản", "")), plan(item("1", "Tập huấn công nghệ", "thêm"))
    lines = compare(old, new)
    gone = [(line.name, line.old) for line in lines if line.change is Change.GONE and not line.is_heading]
    added = [(line.name, line.new) for line in lines if line.change is Change.ADDED and not line.is_heading]
    assert gone == [("TT", "1"), ("Việc", "Rà soát văn bản")]
    assert added == [("TT", "1"), ("Việc", "Tập huấn công nghệ"), ("Ghi chú", "thêm")]


def test_a_new_column_is_a_difference_and_a_merged_cell_reads_as_its_text() -> None:
    wider = (*COLUMNS, Column("Kinh phí", Role.BUDGET))
    old = plan(item("1", "Rà soát", "a"), item("2", "Họp", None))
    new = plan(item("1", "Rà soát", "a", "5 triệu"), item("2", "Họp", "a", ""), columns=wider)
    cells = [(line.name, line.old, line.new) for line in compare(old, new) if not line.is_heading]
    assert cells == [("Kinh phí", "", "5 triệu")]
