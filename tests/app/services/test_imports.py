"""Plans taken in, and taken in again."""

from dataclasses import replace
from functools import partial

from app.domain.body import Body, BodyParagraph, Level, Run
from app.domain.imported import ImportedPlan
from app.services import imports
from db.storage import DatabaseStorage
from tests.app.domain.samples import cells_of, item, plan, section, table, without_ids

READ = plan(table(section("I"), item("1", "Rà soát văn bản quy phạm", "a"), item("2", "Đối thoại với người dân", "b")))


def _imported(storage: DatabaseStorage) -> int:
    return storage.write("Nhập", partial(imports.add_imported, imported=[ImportedPlan("a.docx", READ)])).result[0]


def test_rows_in_their_place_number_themselves(storage: DatabaseStorage) -> None:
    plan_id = _imported(storage)
    stored = storage.read(lambda work: work.get_plan(plan_id))
    assert [row.numbered for row in stored.appendices[0].rows] == [True, True, True]


def test_importing_again_updates_instead_of_doubling(storage: DatabaseStorage) -> None:
    plan_id = _imported(storage)
    before = storage.read(lambda work: work.get_plan(plan_id))
    rows = (section("I"), item("1", "Đối thoại với người dân", "mới"), item("2", "Việc khác hẳn", ""))
    again = replace(plan(table(*rows)), info=replace(READ.info, symbol="1/KH"))
    read = ImportedPlan("b.docx", again)
    storage.write("Nhập lại", partial(imports.replace_with_imported, plan_id=plan_id, imported=read))
    after = storage.read(lambda work: work.get_plan(plan_id))
    assert after.info == again.info and cells_of(after.appendices[0]) == cells_of(again.appendices[0])
    ids = [row.id for row in before.appendices[0].rows]
    assert [row.id for row in after.appendices[0].rows][:2] == [ids[0], ids[2]]
    assert after.appendices[0].rows[2].id not in ids
    storage.undo()
    assert storage.read(lambda work: work.get_plan(plan_id)) == before


def test_the_same_file_again_changes_nothing(storage: DatabaseStorage) -> None:
    plan_id = _imported(storage)
    before = storage.read(lambda work: work.get_plan(plan_id))
    storage.write("Nhập lại", partial(imports.replace_with_imported, plan_id=plan_id, imported=ImportedPlan("a", READ)))
    assert storage.history().undo == ("Nhập",)
    assert all(pair.before == pair.after for part in imports.match(before, without_ids(before)) for pair in part.rows)


def test_the_text_of_a_plan_is_kept_with_it(storage: DatabaseStorage) -> None:
    body = Body((BodyParagraph((Run("Mục đích."),), Level.PLAIN),))
    read = ImportedPlan("a.docx", READ, (), body)
    (plan_id,) = storage.write("nhập", partial(imports.add_imported, imported=[read])).result
    again = partial(imports.replace_with_imported, plan_id=plan_id, imported=ImportedPlan("a.xlsx", READ))
    storage.write("nhập lại", again)
    assert storage.read(lambda work: work.body(plan_id)) == body
    storage.write("xóa", lambda work: work.remove_plan(plan_id))
    assert storage.read(lambda work: work.body(plan_id)) is None
    storage.undo()
    assert storage.read(lambda work: work.body(plan_id)) == body
