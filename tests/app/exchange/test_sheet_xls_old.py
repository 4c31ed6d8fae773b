"""Workbooks read through calamine; it reads newer files by the same road, so one of those stands in."""

from datetime import datetime
from pathlib import Path

import pytest
import xlwt

from app.domain.errors import Refused
from app.exchange.sheet_model import Merge
from app.exchange.sheet_xls_old import read_old_xls


def test_values_and_merges(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    sheet.write_merge(1, 2, 1, 1, "c«ng viÖc ®\u00adîc")
    sheet.write(1, 2, 1.5)
    sheet.write(1, 3, 2)
    moment = xlwt.XFStyle()
    moment.num_format_str = "DD/MM/YYYY"
    sheet.write(2, 2, datetime(2025, 3, 5), moment)
    book.add_sheet("Ẩn").visibility = 1
    book.save(str(tmp_path / "a.xls"))
    workbook = read_old_xls(tmp_path / "a.xls")
    read = workbook.sheets[0]
    assert read.rows[1][2] == "1,5"
    assert (read.rows[1][3], read.rows[2][2]) == ("2", "05/3/2025")
    assert read.merges == [Merge(1, 1, 2, 1)]
    assert [remark.key for remark in workbook.remarks] == ["sheet.hidden_sheet"]
    assert [remark.key for remark in read.remarks] == ["legacy.unknown_font"]


def test_damage(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with pytest.raises(Refused) as refused:
        read_old_xls(tmp_path / "a.xls")
    assert refused.value.key == "sheet.damaged"
