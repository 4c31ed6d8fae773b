from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from app.documents.model import Document, HeadingBlock, Paragraph, Section, SignatureBlock, Style, Table, TableCell
from app.domain.errors import Refused
from app.exchange.write_xlsx import sheet_name, write_xlsx
from app.texts import sentence_for


def cell(text: str, rows: int = 1, columns: int = 1) -> TableCell:
    return TableCell(text, rows=rows, columns=columns)


HEADING = tuple(TableCell(name, Style.TABLE_HEADING, centered=True) for name in ("TT", "Mục tiêu", "Việc"))
TITLES = (Paragraph("Phụ lục", Style.APPENDIX_LABEL), Paragraph("Nhiệm vụ thử", Style.APPENDIX_TITLE))
STRANGE = ["=1+1", "- Một;\n- Hai", "+84", "@ai", "#N/A", "1.1", "01/02/2026", "TRUE", " a <b> & 'c' ", "12%", "{=a}"]


def table(*rows: tuple[TableCell | None, ...]) -> Table:
    return Table((12.0, 120.0, 130.0), HEADING, rows)


def written(tmp_path: Path, *sections: Section) -> list[Worksheet]:
    path = tmp_path / "Kế hoạch.xlsx"
    write_xlsx(Document("Kế hoạch thử", sections), path)
    return list(openpyxl.load_workbook(path).worksheets)


def one_sheet(tmp_path: Path, *rows: tuple[TableCell | None, ...]) -> Worksheet:
    return written(tmp_path, Section("Phụ lục", (*TITLES, table(*rows))))[0]


def test_titles_stand_above_the_heading_and_the_rows_below(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path, (cell("1"), cell("a"), cell("b")))
    assert [[one.value for one in row] for row in sheet.iter_rows()] == [
        ["Phụ lục", None, None],
        ["Nhiệm vụ thử", None, None],
        ["TT", "Mục tiêu", "Việc"],
        ["1", "a", "b"],
    ]


@pytest.mark.parametrize("text", STRANGE)
def test_every_text_is_a_string_and_never_a_formula(text: str, tmp_path: Path) -> None:
    found = one_sheet(tmp_path, (cell("1"), cell(text), cell("")))["B4"]
    assert (found.value, found.data_type) == (text, "s" if found.data_type == "s" else "inlineStr")
    assert bool(found.quotePrefix) is text.startswith(("=", "+", "-", "@"))
    assert found.alignment.wrap_text


def test_merged_cells_are_merged(tmp_path: Path) -> None:
    section = (TableCell("I", Style.TABLE_SECTION), TableCell("MỤC", Style.TABLE_SECTION, columns=2), None)
    sheet = one_sheet(tmp_path, section, (cell("1", rows=2), cell("a"), cell("b")), (None, cell("c"), cell("d")))
    assert {str(merged) for merged in sheet.merged_cells.ranges} == {"A1:C1", "A2:C2", "B4:C4", "A5:A6"}


def test_the_page_is_set_up_for_printing(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path, (cell("1"), cell("a"), cell("b")))
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert "&P" in sheet.oddFooter.center.text
    assert sheet.freeze_panes == "A4"


def test_rows_grow_with_their_text_up_to_what_excel_can_draw(tmp_path: Path) -> None:
    rows = [(cell("1"), cell("từ " * words), cell("")) for words in (1, 60, 120, 20_000 // 3)]
    sheet = one_sheet(tmp_path, *rows)
    heights = [sheet.row_dimensions[row].height for row in (4, 5, 6, 7)]
    assert heights == sorted(heights)
    assert heights[0] < 25
    assert heights[3] == 409


def test_a_column_with_a_text_too_high_for_a_row_gets_wider(tmp_path: Path) -> None:
    usual = one_sheet(tmp_path, (cell("1"), cell("a"), cell("")))
    wide = one_sheet(tmp_path, (cell("1"), cell("từ " * 1200), cell("")))
    assert wide.column_dimensions["B"].width > usual.column_dimensions["B"].width
    assert wide.column_dimensions["C"].width == usual.column_dimensions["C"].width
    assert wide.row_dimensions[4].height < 409


def test_rows_under_a_merged_cell_hold_all_of_its_text(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path, (cell("1"), cell("từ " * 200, rows=2), cell("b")), (cell("2"), None, cell("d")))
    single = one_sheet(tmp_path, (cell("1"), cell("từ " * 200), cell("b")))
    together = sheet.row_dimensions[4].height + sheet.row_dimensions[5].height
    assert together == pytest.approx(single.row_dimensions[4].height, abs=0.2)


def test_a_text_of_32767_characters_is_kept_and_a_longer_one_refused(tmp_path: Path) -> None:
    sheet = one_sheet(tmp_path, (cell("1"), cell("a" * 32_767), cell("")))
    assert len(sheet["B4"].value) == 32_767
    with pytest.raises(Refused) as refusal:
        one_sheet(tmp_path, (cell("1"), cell("a" * 32_766 + "😀"), cell("")))
    assert "dòng 4" in sentence_for(refusal.value)
    assert "32.767" in sentence_for(refusal.value)


def test_control_characters_are_dropped_and_soft_breaks_become_lines(tmp_path: Path) -> None:
    assert one_sheet(tmp_path, (cell("1"), cell("a\x0bb\x07"), cell("")))["B4"].value == "a\nb"


def test_the_head_stands_on_two_sides(tmp_path: Path) -> None:
    head = HeadingBlock("", "ỦY BAN NHÂN DÂN\nXÃ THỬ", "", "")
    (sheet,) = written(tmp_path, Section("a", (head, *TITLES, table((cell("1"), cell("a"), cell("b"))))))
    assert sheet["A1"].value == "ỦY BAN NHÂN DÂN\nXÃ THỬ"
    assert sheet["C1"].value == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    assert sheet.freeze_panes is None


def test_a_section_of_words_only_is_one_wide_column(tmp_path: Path) -> None:
    (sheet,) = written(tmp_path, Section("Lời văn", (Paragraph("Một đoạn", Style.BODY),), landscape=False))
    assert sheet["A1"].value == "Một đoạn"
    assert sheet.page_setup.orientation == "portrait"
    assert sheet.print_title_rows is None


@pytest.mark.parametrize(
    ("wanted", "taken", "expected"),
    [
        ("Phụ lục số 01", [], "Phụ lục số 01"),
        ("PHỤ LỤC", ["Phụ lục"], "PHỤ LỤC (2)"),
        ("a/b: [c]*?\\d", [], "a b c d"),
        ("", [], "Phụ lục 3"),
        ("'[]'", [], "Phụ lục 3"),
        ("History", [], "Phụ lục 3"),
        ("x" * 40, ["x" * 31], "x" * 27 + " (2)"),
    ],
)
def test_sheet_names_are_legal_and_unique(wanted: str, taken: list[str], expected: str) -> None:
    assert sheet_name(wanted, 3, taken) == expected


@given(st.lists(st.text(max_size=40), max_size=12))
def test_any_names_become_legal_and_unique(wanted: list[str]) -> None:
    names: list[str] = []
    for number, name in enumerate(wanted, 1):
        names.append(sheet_name(name, number, names))
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    assert not any(name.startswith("'") or name.endswith("'") for name in names)


def test_a_report_stands_in_capitals_where_paper_has_them(tmp_path: Path) -> None:
    blocks = (Paragraph("Báo cáo", Style.DOCUMENT_TYPE), Paragraph("I. Kết quả", Style.PART), *TITLES)
    (sheet,) = written(tmp_path, Section("Báo cáo", blocks, landscape=False))
    assert [sheet.cell(row, 1).value for row in range(1, 5)] == ["BÁO CÁO", "I. KẾT QUẢ", "Phụ lục", "Nhiệm vụ thử"]


def test_the_end_of_a_document_stands_on_two_sides(tmp_path: Path) -> None:
    end = SignatureBlock("Nơi nhận:", ("- Lưu: VT.",), ("CHỦ TỊCH",), "(Họ và tên)")
    (sheet,) = written(tmp_path, Section("Báo cáo", (table((cell("1"), cell("a"), cell("b"))), end), landscape=False))
    values = [one.value for one in sheet[4] if one.value]
    assert values == ["Nơi nhận:\n- Lưu: VT.", "CHỦ TỊCH\n\n\n(Họ và tên)"]


def test_a_heading_of_two_rows_is_repeated_and_that_of_several_tables_is_not(tmp_path: Path) -> None:
    double = replace(table((cell("1"), cell("a"), cell("b"))), more_heading=(HEADING,))
    first, second = written(tmp_path, Section("Một", (double,)), Section("Hai", (double, double)))
    assert first.print_title_rows == "$1:$2"
    assert second.print_title_rows is None
