"""Tables over pages: no word lost, no row split without need, merged cells continued."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.layout import layout
from app.documents.model import Document, Section, Style, Table, TableCell
from app.domain.errors import Refused
from app.exchange.fonts import face_for_sign
from app.exchange.write_pdf import write_pdf
from tests.app.exchange.pdf_probe import Probe, probe

PAGE = layout().page("A4", landscape=True)
WIDTHS = (22.0, 120.0, 120.0)
HEADING = tuple(TableCell(name, Style.TABLE_HEADING, centered=True) for name in ("TT", "Việc", "Hạn"))
TableRow = tuple[TableCell | None, ...]


def words(name: str, count: int) -> str:
    return " ".join(f"{name}{n}" for n in range(count))


def printed(rows: list[TableRow], heading: TableRow = HEADING, widths: tuple[float, ...] = WIDTHS) -> Probe:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        write_pdf(Document("Thử", (Section("Thử", (Table(widths, heading, tuple(rows)),)),)), path)
        return probe(path)


def column(shown: Probe, number: int, widths: tuple[float, ...] = WIDTHS) -> list[str]:
    """The words in a column from page to page, without the heading row and the page number."""
    left = PAGE.left + sum(widths[:number])
    names = {cell.text for cell in HEADING if cell}
    inside = [word for word in shown.words if left < word.middle < left + widths[number] and word.bottom > PAGE.top]
    return [word.text for word in inside if word.text not in names]


def pages_of(shown: Probe, start: str) -> set[int]:
    return {word.page for word in shown.words if word.text.startswith(start)}


def test_a_cell_of_twelve_thousand_letters_prints_in_full() -> None:
    text = words("chữ", 2000)
    assert len(text) > 12_000
    shown = printed(
        [(TableCell("1"), TableCell("trước"), TableCell("")), (TableCell("2"), TableCell(text), TableCell("x"))]
    )
    assert column(shown, 1) == ["trước", *text.split()]
    assert shown.pages > 2
    assert all("Việc" in shown.text(page) for page in range(shown.pages))


def test_a_word_of_twelve_thousand_letters_prints_in_full() -> None:
    shown = printed([(TableCell("1"), TableCell("m" * 12_000), TableCell(""))])
    assert "".join(column(shown, 1)) == "m" * 12_000


def test_a_row_that_fits_a_page_is_never_split() -> None:
    rows: list[TableRow] = [
        (TableCell(str(n)), TableCell(words(f"việc{n}x", 10 + 5 * (n % 23))), TableCell("")) for n in range(60)
    ]
    shown = printed(rows)
    for n in range(60):
        assert len(pages_of(shown, f"việc{n}x")) == 1


def test_a_merged_cell_flows_on_where_its_rows_go_on() -> None:
    long = words("mục", 400)
    rows: list[TableRow] = [(TableCell("1", rows=40), TableCell(long, rows=40), TableCell(words("a", 9)))]
    rows += [(None, None, TableCell(words("b", 9))) for _ in range(39)]
    shown = printed(rows)
    assert column(shown, 1) == long.split()
    assert len(pages_of(shown, "mục")) > 1
    assert column(shown, 2) == words("a", 9).split() + words("b", 9).split() * 39


def test_the_last_row_of_a_short_block_grows() -> None:
    long = words("mục", 120)
    rows: list[TableRow] = [
        (TableCell("1"), TableCell(long, rows=2), TableCell("một")),
        (TableCell("2"), None, TableCell("hai")),
        (TableCell("3"), TableCell("sau"), TableCell("ba")),
    ]
    shown = printed(rows)
    place = {word.text: word for word in shown.words}
    assert shown.pages == 1
    assert place["hai"].top < place["mục119"].top < place["sau"].top
    assert column(shown, 1) == [*long.split(), "sau"]


def test_a_short_block_with_text_for_many_pages() -> None:
    long = words("mục", 2500)
    rows: list[TableRow] = [
        (TableCell("1"), TableCell(long, rows=2), TableCell("một")),
        (TableCell("2"), None, TableCell("hai")),
        (TableCell("3"), TableCell("sau"), TableCell("ba")),
    ]
    shown = printed(rows)
    assert column(shown, 1) == [*long.split(), "sau"]
    assert column(shown, 2) == ["một", "hai", "ba"]


def test_a_span_over_columns_wraps_in_all_of_them() -> None:
    shown = printed([(TableCell("1"), TableCell(words("phần", 30), Style.TABLE_SECTION, columns=2), None)])
    lefts = [word.left for word in shown.words if word.text.startswith("phần")]
    assert max(lefts) > PAGE.left + WIDTHS[0] + WIDTHS[1]


def test_a_heading_higher_than_half_the_page_is_printed_once_in_full() -> None:
    long = words("đề", 1500)
    heading = (TableCell("TT"), TableCell(long, Style.TABLE_HEADING, centered=True), TableCell("Hạn"))
    shown = printed([(TableCell("1"), TableCell("việc"), TableCell(""))] * 30, heading)
    assert [word.text for word in shown.words if word.text.startswith("đề")] == long.split()
    assert shown.text().count("việc") == 30


def test_frames_close_at_the_foot_and_open_at_the_head() -> None:
    rows: list[TableRow] = [(TableCell("1", rows=60), TableCell("a"), TableCell("b"))]
    rows += [(None, TableCell("c"), TableCell("d")) for _ in range(59)]
    shown = printed(rows)
    assert shown.pages > 1
    for stroke in shown.strokes:
        assert stroke.right - stroke.left == pytest.approx(sum(WIDTHS), abs=0.5)
        assert stroke.top == pytest.approx(PAGE.top, abs=0.3)
        assert stroke.bottom <= PAGE.height - PAGE.bottom + 0.3


def test_a_table_without_rows_shows_its_heading() -> None:
    assert "TT Việc Hạn" in printed([]).text()


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[TableRow], list[list[str]]]:
    """Rows of two columns with merged blocks, and the words that each column must show in order."""
    count = draw(st.integers(1, 25))
    grid: list[list[TableCell | None]] = [[None, None] for _ in range(count)]
    expected: list[list[str]] = [[], []]
    for place in (0, 1):
        row = 0
        while row < count:
            height = draw(st.integers(1, min(6, count - row)))
            length = draw(st.sampled_from([0, 1, 3, 30, 90, 400]))
            text = words(f"c{place}r{row}w", length)
            grid[row][place] = TableCell(text, rows=height, centered=draw(st.booleans()))
            expected[place] += text.split()
            row += height
    return [tuple(row) for row in grid], expected


@settings(max_examples=25, deadline=None)
@given(tables())
def test_no_word_is_lost_moved_or_doubled(table: tuple[list[TableRow], list[list[str]]]) -> None:
    rows, expected = table
    widths = (131.0, 131.0)
    heading = (TableCell("Việc", Style.TABLE_HEADING), TableCell("Hạn", Style.TABLE_HEADING))
    shown = printed(rows, heading, widths)
    for place in (0, 1):
        assert column(shown, place, widths) == expected[place]
    for word in shown.words:
        assert word.bottom <= PAGE.height - PAGE.bottom


def test_signs_that_the_type_lacks_are_printed_by_another_font() -> None:
    try:
        face_for_sign("☑")
    except Refused:
        pytest.skip("no font with ☑ on this machine: the help of a second font was not tried")
    shown = printed([(TableCell("1"), TableCell("☑ đã xong\n☐ chưa\nviệc ① xong"), TableCell("sau ☑"))])
    assert column(shown, 1) == ["☑", "đã", "xong", "☐", "chưa", "việc", "①", "xong"]
    assert column(shown, 2) == ["sau", "☑"]
    assert shown.embedded


def test_headings_one_below_the_other_stay_with_the_row_below() -> None:
    def heading(name: str) -> TableRow:
        return (TableCell(name, Style.TABLE_SECTION, columns=3), None, None)

    for count in range(15, 26):
        rows: list[TableRow] = [(TableCell(str(n)), TableCell("việc"), TableCell("")) for n in range(count)]
        rows += [heading("mục-lớn"), heading("mục-nhỏ"), (TableCell("1"), TableCell("đầu"), TableCell(""))]
        shown = printed(rows)
        assert pages_of(shown, "mục-lớn") == pages_of(shown, "mục-nhỏ") == pages_of(shown, "đầu")


def test_a_heading_above_a_merged_block_does_not_leave_a_page_half_empty() -> None:
    rows: list[TableRow] = [
        (TableCell("1"), TableCell("việc"), TableCell("")),
        (TableCell("mục", Style.TABLE_SECTION, columns=3), None, None),
        (TableCell("1"), TableCell(words("khối", 150), rows=30), TableCell("a")),
    ]
    rows += [(TableCell("2"), None, TableCell("b")) for _ in range(29)]
    assert pages_of(printed(rows), "mục") == {0}
