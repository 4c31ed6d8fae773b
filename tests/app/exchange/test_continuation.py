"""What parts two tables, and what holds them together."""

import pytest

from app.domain.imported import ImportedPlan
from app.exchange.continuation import is_layout
from app.exchange.source import SourceParagraph, SourceTable
from app.exchange.understand import understand
from app.texts import text
from tests.app.exchange.source_samples import HEADINGS, lines, source, table

_FIRST = ("1", "Việc một", "Báo cáo", "Phòng A", "Quý I")
_SECOND = ("2", "Việc hai", "Kế hoạch", "Phòng B", "Quý II")
_TOP = lines("KẾ HOẠCH", "Cải cách hành chính năm 2026", "Phụ lục số 01: Nhiệm vụ")


def _read(*blocks: SourceParagraph | SourceTable) -> ImportedPlan:
    return understand(source(*_TOP, table(HEADINGS, _FIRST), *blocks))


def _titles(imported: ImportedPlan) -> list[tuple[str, str, int]]:
    return [(one.label, one.title, len(one.rows)) for one in imported.plan.appendices]


def test_a_title_in_rows_of_the_table() -> None:
    rows = ((("Phụ lục số 02: Khác", 5),), (("(Kèm theo Kế hoạch số 05/KH-UBND)", 5),), HEADINGS, _FIRST)
    assert _titles(_read(table(*rows, number=2))) == [("Phụ lục số 01", "Nhiệm vụ", 1), ("Phụ lục số 02", "Khác", 1)]


def test_a_plain_line_is_a_title_where_the_numbers_begin_anew() -> None:
    imported = _read(*lines("Lĩnh vực tài chính công"), table(HEADINGS, _FIRST, _SECOND, number=2))
    assert _titles(imported)[1][1:] == ("Lĩnh vực tài chính công", 2)


def test_a_sentence_between_is_no_title() -> None:
    imported = _read(*lines("Các phòng báo cáo hằng quý."), table(HEADINGS, _FIRST, number=2))
    assert _titles(imported)[1][1:] == ("", 1)


def test_numbers_that_go_on_hold_the_tables_together() -> None:
    imported = _read(*lines("Ghi chú ở chân trang"), table(HEADINGS, _SECOND, number=2))
    assert _titles(imported) == [("Phụ lục số 01", "Nhiệm vụ", 2)]


def test_a_table_without_a_heading_behind_other_words_is_told() -> None:
    imported = _read(*lines("Ghi chú ở chân trang"), table(_SECOND, number=2))
    assert [(note.key, note.appendix, note.row) for note in imported.notes] == [("import.joined_table", 0, 1)]
    assert text("import.joined_table")


def test_a_signature_as_wide_as_the_table_is_no_part_of_it() -> None:
    two = table(("TT", "Nhiệm vụ"), ("1", "Việc một"))
    end = table(("Nơi nhận:\n- Lưu: VT.", "CHỦ TỊCH\nTrần Văn Bình"), number=2)
    imported = understand(source(*_TOP, two, end))
    assert _titles(imported) == [("Phụ lục số 01", "Nhiệm vụ", 1)]
    assert imported.plan.info.signer_name == "Trần Văn Bình"


@pytest.mark.parametrize(
    ("made", "layout"),
    [
        (table(("Nơi nhận:", "KT. CHỦ TỊCH")), True),
        (table(("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")), True),
        (table(_FIRST, _SECOND), False),
        (table(("1", "Chủ tịch giao việc")), False),
        (table(*[("1", "CHỦ TỊCH")] * 5), False),
        (table(), False),
    ],
)
def test_layout(made: SourceTable, layout: bool) -> None:
    assert is_layout(made) is layout
