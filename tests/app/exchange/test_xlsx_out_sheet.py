import pytest

from app.documents.layout import layout
from app.documents.model import HeadingBlock, Paragraph, Section, Style, Table, TableCell
from app.exchange.xlsx_out_sheet import column_units, section_lines, sheet_widths

HEADING = (TableCell("a", Style.TABLE_HEADING), TableCell("b", Style.TABLE_HEADING))
TABLE = Table((100.0, 160.0), HEADING, ((TableCell("1"), TableCell("2")),))


def test_column_units_are_digits_and_bounded() -> None:
    assert column_units(25.4) == pytest.approx(13, abs=0.01)
    assert column_units(0) == 1
    assert column_units(10_000) == 255


def test_widths_are_those_of_the_widest_table_or_the_paper() -> None:
    assert sheet_widths(Section("a", (TABLE,)), layout()) == [100.0, 160.0]
    page = layout().page("A4", True)
    assert sheet_widths(Section("a", ()), layout()) == [page.printable_width]


def test_every_line_is_as_long_as_the_sheet_or_merged_over_it() -> None:
    blocks = (HeadingBlock("TRÊN", "XÃ THỬ", "", "Thử, ngày 01"), Paragraph("Phụ lục", Style.APPENDIX_LABEL), TABLE)
    lines = list(section_lines(Section("a", blocks), [100.0, 160.0], layout()))
    assert [heading for _, heading in lines] == [False] * 4 + [True, False]
    assert all(sum(cell.columns for cell in line if cell) in (1, 2) for line, _ in lines)


def test_a_single_column_takes_the_two_sides_one_below_the_other() -> None:
    lines = list(section_lines(Section("a", (HeadingBlock("", "XÃ THỬ", "", ""),)), [260.0], layout()))
    texts = [cell.text for line, _ in lines for cell in line if cell and cell.text]
    assert texts == ["XÃ THỬ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"]


def test_a_very_wide_column_leaves_room_for_both_sides_of_the_head() -> None:
    block = HeadingBlock("", "XÃ THỬ", "", "")
    lines = list(section_lines(Section("a", (block,)), [10.0, 800.0, 30.0, 30.0, 30.0], layout()))
    assert [cell.columns for cell in lines[0][0] if cell] == [2, 3]
