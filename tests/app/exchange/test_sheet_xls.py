"""Excel 97-2003 workbooks into cells."""

import struct
from datetime import date
from pathlib import Path

import pytest
import python_calamine
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.exchange.sheet_model import Merge, Workbook
from app.exchange.sheet_xls import _rk, read_xls


def _style(font: str = "Arial", code: str = "General") -> xlwt.XFStyle:
    style = xlwt.XFStyle()
    style.font = xlwt.Font()
    style.font.name = font
    style.num_format_str = code
    return style


def _saved(book: xlwt.Workbook, folder: Path) -> Workbook:
    book.save(str(folder / "sổ.xls"))
    return read_xls(folder / "sổ.xls")


def test_values_fonts_merges_and_hidden_parts(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Bảng 1")
    sheet.write_merge(0, 0, 0, 5, "Phụ lục")
    sheet.write(1, 0, 1)
    sheet.write(1, 1, "c«ng viÖc", _style(".VnTime"))
    sheet.write(1, 2, date(2025, 3, 5), _style(code="DD/MM/YYYY"))
    sheet.write(2, 0, 0.95, _style(code="0%"))
    sheet.write(2, 1, 1.5)
    sheet.write(2, 2, True)
    sheet.write_rich_text(3, 1, (("§¶ng ", _style(".VnTime").font), "ủy"))
    sheet.row(4).hidden = True
    sheet.col(7).hidden = True
    book.add_sheet("Ẩn").visibility = 1
    workbook = _saved(book, tmp_path)
    read = workbook.sheets[0]
    assert read.rows == {
        0: {0: "Phụ lục"},
        1: {0: "1", 1: "công việc", 2: "05/3/2025"},
        2: {0: "95%", 1: "1,5", 2: "TRUE"},
        3: {1: "Đảng ủy"},
    }
    assert read.merges == [Merge(0, 0, 0, 5)]
    assert (read.hidden_rows, read.hidden_columns) == ({4}, {7})
    assert [remark.key for remark in workbook.remarks] == ["sheet.hidden_sheet"]
    assert workbook.legacy_fonts == {".VnTime": 2}


def test_long_texts_over_many_records(tmp_path: Path) -> None:
    texts = [f"{n} đề án {'ệ' * 9_000}{'a' * n}" for n in range(1, 12)]
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    for row, text in enumerate(texts):
        sheet.write(row, 0, text)
    read = _saved(book, tmp_path).sheets[0]
    assert [read.rows[row][0] for row in range(len(texts))] == texts


def test_the_same_as_another_reader(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    for row in range(300):
        sheet.write(row, row % 7, f"Việc {row}" if row % 3 else row * 1000)
    ours = _saved(book, tmp_path).sheets[0]
    theirs = python_calamine.CalamineWorkbook.from_path(tmp_path / "sổ.xls").get_sheet_by_index(0).to_python()
    seen = [{c: str(v).removesuffix(".0") for c, v in enumerate(cells) if v != ""} for cells in theirs]
    assert [ours.rows[row] for row in range(300)] == seen


@given(st.integers(-(2**29), 2**29 - 1), st.booleans())
def test_packed_whole_numbers(number: int, hundredth: bool) -> None:
    raw = (number << 2 & 0xFFFFFFFF) | 2 | hundredth
    assert _rk(raw) == (number / 100 if hundredth else number)


def test_packed_fractions() -> None:
    (high,) = struct.unpack("<I", struct.pack("<d", 1.5)[4:])
    assert _rk(high) == 1.5


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    for row in range(5):
        sheet.write(row, 0, f"Việc {row}")
    path = tmp_path_factory.mktemp("xls") / "a.xls"
    book.save(str(path))
    return path.read_bytes()


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_damage_is_noticed(sample: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    content = bytearray(sample[: data.draw(st.integers(0, len(sample)))])
    for _ in range(data.draw(st.integers(0, 5))):
        if content:
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "hỏng.xls"
    path.write_bytes(content)
    try:
        read_xls(path)
    except (Refused, ValueError, LookupError, struct.error):
        return
