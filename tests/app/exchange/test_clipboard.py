"""Blocks of cells from and to Excel and Word."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan import Cell
from app.domain.text import clean_cell
from app.exchange.clipboard import Block, format_block, parse_clipboard, parse_html, parse_tsv

_TEXT = st.text(alphabet="aăâđệ Ủ\n-=+'\"<>&;1.\t", max_size=12).map(clean_cell)


@st.composite
def blocks(draw: st.DrawFn, merged: bool) -> Block:
    width, height = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    cell: st.SearchStrategy[Cell] = st.one_of(_TEXT, st.none()) if merged else _TEXT
    rows = [[draw(cell) for _ in range(width)] for _ in range(height)]
    rows[0] = [text or "" for text in rows[0]]
    return rows


@given(blocks(merged=False))
def test_text_round_trip(block: Block) -> None:
    assert parse_tsv(format_block(block)[0]) == block


@given(blocks(merged=True))
def test_table_round_trip(block: Block) -> None:
    assert parse_html(format_block(block)[1]) == block


@given(st.text())
def test_any_text_gives_a_rectangle(text: str) -> None:
    assert len({len(row) for row in parse_tsv(text)}) <= 1


@given(st.text(alphabet="<>/tabledrp =\"'3rowspan&;", max_size=80))
def test_any_markup_gives_a_rectangle(text: str) -> None:
    assert len({len(row) for row in parse_html(f"<table><tr><td>{text}")}) <= 1


def test_excel_text_with_line_breaks_and_quotes() -> None:
    text = '1\t"- Kế hoạch;\n- Báo cáo ""quý"""\tTháng 3\r\n2\tViệc "hai"\t\r\n'
    assert parse_tsv(text) == [["1", '- Kế hoạch;\n- Báo cáo "quý"', "Tháng 3"], ["2", 'Việc "hai"', ""]]


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("", []),
        ("một ô", [["một ô"]]),
        ("a\tb", [["a", "b"]]),
        ("a\t\nb\tc\n", [["a", ""], ["b", "c"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
        ('"a', [['"a']]),
        ('"a"b\tc', [['"a"b', "c"]]),
        ("a\tb\nc", [["a", "b"], ["c", ""]]),
        ("\t", [["", ""]]),
    ],
)
def test_text_forms(text: str, block: Block) -> None:
    assert parse_tsv(text) == block


def test_excel_table_with_merged_cells() -> None:
    markup = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
    td {font-family:Calibri;} .xl65 {mso-number-format:"\\@"; font-family:.VnTime, sans-serif;}</style></head><body>
    <!--StartFragment--><table><col width=64>
    <tr height=20><td rowspan=2 class=xl65>c«ng
      viÖc</td><td colspan=2>Đơn vị</td></tr>
    <tr><td>A<br style='mso-data-placement:same-cell'>B</td><td></td></tr>
    <tr style='display:none'><td>ẩn</td><td>ẩn</td><td>ẩn</td></tr>
    </table><!--EndFragment--></body></html>"""
    assert parse_html(markup) == [["công việc", "Đơn vị", ""], [None, "A\nB", ""]]


def test_word_table_with_lists_and_empty_cells() -> None:
    markup = """<table class=MsoTableGrid><tr><td><p class=MsoNormal>1<o:p></o:p></p></td>
    <td><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>
    <span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span>
    <![endif]>Kế hoạch;</p><p class=MsoListParagraph><span style='mso-list:Ignore'>b)<span>&nbsp; </span></span>Báo
    cáo <del>cũ</del></p></td><td><p><o:p>&nbsp;</o:p></p></td></tr></table>"""
    assert parse_html(markup) == [["1", "- Kế hoạch;\nb) Báo cáo", ""]]


def test_lists_nested_tables_and_several_tables() -> None:
    markup = """<p>Ngoài bảng</p><table><tr><td><ul><li>một</li><li>hai</li></ul></td>
    <td><ol><li>ba<li>bốn</ol></td></tr></table><table><tbody><tr><td>x<table><tr><td>trong</td></tr></table></td></tr>
    </tbody></table>"""
    assert parse_html(markup) == [["- một\n- hai", "1. ba\n2. bốn"], ["x\ntrong", ""]]


def test_absurd_spans_are_bounded() -> None:
    markup = '<table><tr><td rowspan="99999999" colspan="99999999">a</td></tr><tr><td rowspan=0>b</td></tr></table>'
    block = parse_html(markup)
    assert len(block) == 2
    assert block[0][0] == "a"
    assert len(block[0]) <= 1_001


def test_blocks_of_more_cells_than_any_table_has_are_cut() -> None:
    rows, wide = "<tr></tr>" * 30_000, "<td></td>" * 30_000
    assert len(parse_html(f"<table>{rows}<tr>{wide}</tr></table>")) <= 1_000_000 // 30_000
    assert len(parse_html(f"<table><tr>{wide}</tr></table>{rows}")) == 1
    assert len(parse_tsv("\t" * 30_000 + "\n" * 30_000)) == 33


def test_a_list_of_thousands_of_items_is_numbered_at_once() -> None:
    began = time.perf_counter()
    [[cell]] = parse_html(f"<table><tr><td><ol>{'<li>x' * 20_000}</ol></td></tr></table>")
    assert time.perf_counter() - began < 5
    assert cell is not None and cell.endswith("\n20000. x")


def test_the_table_wins_over_the_text() -> None:
    assert parse_clipboard("<table><tr><td>a<br>b</td></tr></table>", "a b") == [["a\nb"]]
    assert parse_clipboard("<p>a</p>", "a\tb") == [["a", "b"]]
    assert parse_clipboard(None, None) == []


def test_what_goes_out_stays_text_in_excel() -> None:
    text, markup = format_block([["- Kế hoạch\n=1+1", "a"], [None, "<b>"]])
    assert text == '"- Kế hoạch\n=1+1"\ta\r\n\t<b>\r\n'
    assert 'rowspan="2"' in markup
    assert "&lt;b&gt;" in markup
    assert "mso-number-format:'\\@'" in markup
