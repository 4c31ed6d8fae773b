"""Words found in every column of every plan, with or without marks."""

import pytest

from app.domain import editing
from app.ports import CellEdit, SearchHit
from db.storage import DatabaseStorage
from tests.app.domain.samples import item, plan, section, table

SAMPLE = plan(
    table(
        section("I", "CẢI CÁCH HÀNH CHÍNH"),
        item("1", "Đối thoại với doanh nghiệp", "Kế hoạch"),
        item("2", "Văn hoá công sở", 'Văn hóa\ngiao tiếp, 100% "một cửa"'),
        item("3", "Quá hoa mỹ", None),
    )
)


@pytest.fixture
def filled(storage: DatabaseStorage) -> DatabaseStorage:
    storage.write("Thêm", lambda work: work.add_plan(SAMPLE))
    return storage


def _found(storage: DatabaseStorage, words: str, limit: int = 200) -> list[SearchHit]:
    return storage.read(lambda work: work.search(words, limit))


@pytest.mark.parametrize(
    ("words", "snippets"),
    [
        ("cai cach hanh chinh", ["I CẢI CÁCH HÀNH CHÍNH"]),
        ("doi thoai", ["Đối thoại với doanh nghiệp"]),
        ("ĐỐI  thoại", ["Đối thoại với doanh nghiệp"]),
        ("oanh ngh", ["Đối thoại với doanh nghiệp"]),
        ("hoa giao tiep", ['Văn hóa\ngiao tiếp, 100% "một cửa"']),
        ('"mot', ['Văn hóa\ngiao tiếp, 100% "một cửa"']),
        ("0%", ['Văn hóa\ngiao tiếp, 100% "một cửa"']),
        ("kế", ["Kế hoạch"]),
        ("nghiệp kế", []),
        ("  ", []),
    ],
)
def test_words_are_found_with_or_without_marks(filled: DatabaseStorage, words: str, snippets: list[str]) -> None:
    assert [hit.snippet for hit in _found(filled, words)] == snippets


def test_exact_matches_come_first_and_tone_places_are_alike(filled: DatabaseStorage) -> None:
    hits = _found(filled, "hóa")
    assert [hit.snippet[:7] for hit in hits if hit.exact] == ["Văn hoá", "Văn hóa"]
    assert [hit.exact for hit in hits] == [True, True, False, False, False]
    assert [hit.snippet for hit in _found(filled, "hoa") if hit.exact] == ["Quá hoa mỹ"]


def test_exact_matches_are_found_behind_many_others(storage: DatabaseStorage) -> None:
    rows = [item("", "ma", ""), item("", "ma", ""), item("", "Mã số", "")]
    storage.write("Thêm", lambda work: work.add_plan(plan(table(*rows))))
    assert [hit.exact for hit in _found(storage, "mã số"[:2], limit=2)] == [True, False]


def test_a_hit_says_where(filled: DatabaseStorage) -> None:
    part = filled.read(lambda work: work.get_plan(1)).appendices[0]
    section_hit, cell_hit = _found(filled, "hanh chinh")[0], _found(filled, "doi thoai")[0]
    assert (section_hit.row_id, section_hit.column_id) == (part.rows[0].id, None)
    assert (cell_hit.row_id, cell_hit.column_id) == (part.rows[1].id, part.columns[1].id)
    assert cell_hit.appendix_label == part.label and cell_hit.plan_id == 1


def test_the_index_follows_edits_deletes_and_undo(filled: DatabaseStorage) -> None:
    part = filled.read(lambda work: work.get_plan(1)).appendices[0]
    place = part.rows[1].id or 0, part.columns[1].id or 0
    filled.write("Sửa", lambda work: work.save_cells([CellEdit(*place, "Tiếp dân")]))
    assert _found(filled, "doi thoai") == [] and len(_found(filled, "tiep dan")) == 1
    now = filled.read(lambda work: work.get_appendix(part.id or 0))
    filled.write("Xóa", lambda work: work.save_appendix(now, editing.delete_rows(now, [1])))
    assert _found(filled, "tiep dan") == []
    filled.undo()
    filled.undo()
    assert len(_found(filled, "doi thoai")) == 1


def test_suggestions_are_lines_the_most_used_first(storage: DatabaseStorage) -> None:
    products = ["- Báo cáo;\n- Kế hoạch.", "Kế hoạch", "Âm vang", None]
    rows = [item("", "", product) for product in products]
    storage.write("Thêm", lambda work: work.add_plan(plan(table(*rows))))
    assert storage.read(lambda work: work.suggestions("product")) == ["Kế hoạch", "Âm vang", "Báo cáo"]
