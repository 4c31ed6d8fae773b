"""Tables and titles seen in sheets."""

import pytest

from app.domain.errors import Refused
from app.exchange.sheet_blocks import document_of
from app.exchange.sheet_headings import is_heading_row
from app.exchange.sheet_model import Merge, Sheet, Workbook
from app.exchange.source import SourceDocument, SourceParagraph, SourceTable
from app.texts import text

_HEADING = ["TT", "Nhiệm vụ", "Sản phẩm", "Thời gian"]


def _workbook(*rows: list[str], merges: tuple[Merge, ...] = (), **hidden: set[int]) -> Workbook:
    workbook = Workbook("a.xlsx")
    sheet = workbook.add_sheet("S")
    sheet.merges = list(merges)
    for name, places in hidden.items():
        setattr(sheet, name, places)
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            workbook.put(sheet, row, column, cell)
    return workbook


def _shape(document: SourceDocument) -> list[str | list[list[str]]]:
    return [_table(block) if isinstance(block, SourceTable) else block.text for block in document.blocks]


def _table(table: SourceTable) -> list[list[str]]:
    return [["^" if cell.merged_above else cell.text for cell in row.cells] for row in table.rows]


def test_titles_above_and_signature_below() -> None:
    document = document_of(
        _workbook(
            ["UBND XÃ A", "", "", "CỘNG HÒA"],
            [],
            ["Phụ lục số 01\nCÁC NHIỆM VỤ"],
            ["(Kèm theo Kế hoạch)"],
            _HEADING,
            ["I", "THỂ CHẾ"],
            ["1", "Việc", "", "Quý I"],
            [],
            ["", "", "", "A, ngày 05 tháng 3 năm 2025"],
            ["Nơi nhận:", "", "", "TM. ỦY BAN NHÂN DÂN"],
            merges=(Merge(2, 0, 2, 3),),
        )
    )
    assert _shape(document) == [
        *("UBND XÃ A", "CỘNG HÒA", "Phụ lục số 01", "CÁC NHIỆM VỤ", "(Kèm theo Kế hoạch)"),
        [_HEADING, ["I", "THỂ CHẾ", "", ""], ["1", "Việc", "", "Quý I"]],
        *("A, ngày 05 tháng 3 năm 2025", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"),
    ]
    paragraph = document.blocks[2]
    assert isinstance(paragraph, SourceParagraph)
    assert paragraph.centered


def test_tables_below_each_other() -> None:
    document = document_of(
        _workbook(
            ["Phụ lục 01: Một"], _HEADING, ["1", "a", "b", "c"], [], ["Phụ lục 02: Hai"], _HEADING, ["1", "d", "e", "f"]
        )
    )
    assert _shape(document) == [
        "Phụ lục 01: Một",
        [_HEADING, ["1", "a", "b", "c"]],
        "Phụ lục 02: Hai",
        [_HEADING, ["1", "d", "e", "f"]],
    ]
    assert [block.number for block in document.blocks if isinstance(block, SourceTable)] == [1, 2]


def test_a_repeated_heading_begins_no_table() -> None:
    document = document_of(_workbook(_HEADING, ["1", "a", "b", "c"], _HEADING, ["2", "d", "e", "f"]))
    assert len(document.blocks) == 1


def test_blank_rows_within_a_table_are_dropped() -> None:
    document = document_of(_workbook(_HEADING, ["1", "a", "b", "c"], [], [], ["2", "d", "e", "f"]))
    assert _shape(document) == [[_HEADING, ["1", "a", "b", "c"], ["2", "d", "e", "f"]]]


def test_merged_cells_downwards_and_across() -> None:
    merges = (Merge(1, 0, 3, 1), Merge(1, 2, 1, 3))
    document = document_of(_workbook(_HEADING, ["1", "", "b"], ["", "", "c", "d"], ["", "", "e"], merges=merges))
    table = document.blocks[0]
    assert isinstance(table, SourceTable)
    cells = [[(cell.column, cell.span, cell.merged_above, cell.text) for cell in row.cells] for row in table.rows[1:]]
    assert cells == [
        [(0, 2, False, "1"), (2, 2, False, "b")],
        [(0, 2, True, ""), (2, 1, False, "c"), (3, 1, False, "d")],
        [(0, 2, True, ""), (2, 1, False, "e"), (3, 1, False, "")],
    ]


def test_hidden_rows_and_columns_are_left_out_and_said() -> None:
    rows = (_HEADING, ["1", "a", "b", "c"], ["2", "d", "e", "f"], ["3", "", "g", "h"])
    document = document_of(_workbook(*rows, merges=(Merge(2, 1, 3, 1),), hidden_rows={2}, hidden_columns={2}))
    assert _shape(document) == [[["TT", "Nhiệm vụ", "Thời gian"], ["1", "a", "c"], ["3", "d", "h"]]]
    assert [remark.key for remark in document.remarks] == ["sheet.hidden_rows", "sheet.hidden_columns"]
    assert all(text(remark.key, **dict(remark.values)) for remark in document.remarks)


def test_remarks_know_their_table_and_row() -> None:
    workbook = _workbook(["Phụ lục"], _HEADING, ["1", "a", "b", "#REF!"])
    workbook.sheets[0].remark("sheet.error_value", 2, 3, value="#REF!")
    remark = document_of(workbook).remarks[0]
    assert (remark.table, remark.row) == (1, 2)
    assert "D3" in text(remark.key, **dict(remark.values))


def test_decimals_in_the_ordinal_column_keep_their_point() -> None:
    workbook = _workbook(_HEADING, ["1,2", "a", "1,5", "c"])
    workbook.sheets[0].fractions = {(1, 0), (1, 2)}
    assert _shape(document_of(workbook)) == [[_HEADING, ["1.2", "a", "1,5", "c"]]]


def test_legacy_text_is_said_once() -> None:
    workbook = _workbook(_HEADING, ["1", "a", "b", "c"])
    workbook.legacy_fonts = {".VnTime": 3, "VNI-Times": 2}
    remark = document_of(workbook).remarks[0]
    assert "5 chỗ" in text(remark.key, **dict(remark.values))


@pytest.mark.parametrize(("rows", "key"), [((), "empty"), ((["a"], ["b", "c"]), "no_table")])
def test_nothing_to_read(rows: tuple[list[str], ...], key: str) -> None:
    with pytest.raises(Refused) as refused:
        document_of(_workbook(*rows))
    assert refused.value.key == f"sheet.{key}"


def test_headings_nobody_knows_still_make_a_table() -> None:
    document = document_of(_workbook(["Phụ lục"], ["X", "Y", "Z"], ["1", "a", "b"]))
    assert _shape(document) == ["Phụ lục", [["X", "Y", "Z"], ["1", "a", "b"]]]


def test_too_many_columns() -> None:
    with pytest.raises(Refused) as refused:
        document_of(_workbook([*_HEADING, *["x"] * 300]))
    assert refused.value.key == "sheet.too_many_columns"


def test_whole_sheets_of_merged_cells_are_bounded() -> None:
    rows = [[str(row), "a", "b", "c"] for row in range(2000)]
    huge = (Merge(0, 0, 1_048_575, 16_383),) * 500
    with pytest.raises(Refused) as refused:
        document_of(_workbook(_HEADING, *rows, merges=huge))
    assert refused.value.key == "sheet.too_big"


def test_a_heading_over_two_rows_is_one_table() -> None:
    assert is_heading_row(["TT", "Nội dung", "Cơ quan thực hiện", "Thời gian"])
    merges = (Merge(0, 0, 1, 0), Merge(0, 1, 1, 1), Merge(0, 2, 0, 3))
    rows = (["TT", "Nội dung", "Thực hiện"], ["", "", "Chủ trì", "Phối hợp"], ["1", "a", "b", "c"])
    assert len(document_of(_workbook(*rows, merges=merges)).blocks) == 1


def test_sheet_without_cells_is_passed_over() -> None:
    workbook = _workbook(_HEADING, ["1", "a", "b", "c"])
    workbook.sheets.insert(0, Sheet("Trống"))
    assert len(document_of(workbook).blocks) == 1
