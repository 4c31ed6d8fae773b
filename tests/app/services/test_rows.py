"""Work inside an appendix: texts, ordinals, sections, the appendix itself."""

from functools import partial

import pytest

from app.domain import editing
from app.domain.errors import Refused
from app.domain.imported import ImportedPlan
from app.domain.plan import Appendix
from app.ports import CellEdit
from app.services import imports, rows
from db.storage import DatabaseStorage
from tests.app.domain.samples import cells_of, item, plan, section, table


def _stored(storage: DatabaseStorage, part: Appendix) -> Appendix:
    read = [ImportedPlan("tệp.docx", plan(part))]
    [plan_id] = storage.write("Nhập", partial(imports.add_imported, imported=read)).result
    return storage.read(lambda work: work.get_plan(plan_id)).appendices[0]


def _edited(storage: DatabaseStorage, part: Appendix, row: int, column: int, text: str | None) -> Appendix:
    edit = CellEdit(part.rows[row].id or 0, part.columns[column].id or 0, text)
    storage.write("Sửa", partial(rows.edit_cells, edits=[edit]))
    return storage.read(lambda work: work.get_appendix(part.id or 0))


def test_a_text_is_cleaned_and_stored(storage: DatabaseStorage) -> None:
    part = _stored(storage, table(item("1", "A", "")))
    assert cells_of(_edited(storage, part, 0, 1, " Rà  soát \n")) == [("1", "Rà soát", "")]


def test_a_place_in_a_merged_cell_means_that_cell(storage: DatabaseStorage) -> None:
    part = _stored(storage, table(item("1", "A", ""), item("2", None, "")))
    assert cells_of(_edited(storage, part, 1, 1, "B")) == [("1", "B", ""), ("2", None, "")]


def test_a_cell_given_no_text_is_merged_with_the_one_above(storage: DatabaseStorage) -> None:
    part = _stored(storage, table(item("1", "A", ""), item("2", "", "")))
    assert cells_of(_edited(storage, part, 1, 1, None)) == [("1", "A", ""), ("2", None, "")]
    assert cells_of(_edited(storage, part, 0, 1, None))[0] == ("1", "A", "")


def test_an_ordinal_typed_by_hand_moves_the_next_ones(storage: DatabaseStorage) -> None:
    part = _stored(storage, table(item("1", "A", ""), item("2", "B", "")))
    after = _edited(storage, part, 0, 0, "5")
    assert [cells[0] for cells in cells_of(after)] == ["5", "6"]
    assert [row.numbered for row in after.rows] == [False, True]


def test_rows_number_themselves_after_a_change(storage: DatabaseStorage) -> None:
    part = _stored(storage, table(item("1.", "A", ""), item("2.", "B", "")))
    change = partial(rows.change_appendix, appendix_id=part.id or 0, change=lambda one: editing.delete_rows(one, [0]))
    after = storage.write("Xóa dòng", change).result
    assert cells_of(after) == [("1.", "B", "")]
    storage.undo()
    assert storage.read(lambda work: work.get_appendix(part.id or 0)) == part


def test_a_section_is_edited(storage: DatabaseStorage) -> None:
    part = _stored(storage, table(section("I"), item("1", "A", ""), section("II")))
    edit = partial(rows.edit_section, row_id=part.rows[0].id or 0, ordinal="III", text=" Thể  chế ")
    storage.write("Sửa", edit)
    after = storage.read(lambda work: work.get_appendix(part.id or 0))
    assert cells_of(after) == [("III", "Thể chế"), ("1", "A", ""), ("IV", "Đề mục")]
    with pytest.raises(Refused):
        storage.write("Sửa", partial(rows.edit_section, row_id=99, ordinal="", text=""))


def test_an_appendix_is_added_named_moved_and_removed(storage: DatabaseStorage) -> None:
    part = _stored(storage, table())
    added = storage.write("Thêm", partial(rows.add_appendix, plan_id=1, appendix=table())).result
    storage.write("Tên", partial(rows.rename_appendix, appendix_id=added, label=" PL  2", title="B"))
    storage.write("Chuyển", partial(rows.move_appendix, appendix_id=added, position=0))
    storage.write("Xóa", partial(rows.delete_appendix, appendix_id=part.id or 0))
    assert [one.label for one in storage.read(lambda work: work.list_appendices(1))] == ["PL 2"]
