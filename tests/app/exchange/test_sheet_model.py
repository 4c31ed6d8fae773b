"""Cells by name and the bounds of a workbook."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.exchange import sheet_model
from app.exchange.sheet_model import Workbook, address, position


@given(st.integers(0, 2_000_000), st.integers(0, 16_383))
def test_names_of_cells(row: int, column: int) -> None:
    assert position(address(row, column)) == (row, column)


def test_known_names() -> None:
    assert address(4, 1) == "B5"
    assert position("$XFD$1048576") == (1_048_575, 16_383)


@pytest.mark.parametrize("name", ["", "5", "A", "ABCD1", "A1B", "é1"])
def test_other_text_is_no_name(name: str) -> None:
    with pytest.raises(ValueError):
        position(name)


@pytest.mark.parametrize(("bound", "key"), [("MOST_ROWS", "too_many_rows"), ("MOST_CELLS", "too_big")])
def test_bounds(monkeypatch: pytest.MonkeyPatch, bound: str, key: str) -> None:
    monkeypatch.setattr(sheet_model, bound, 3)
    workbook = Workbook("a.xlsx")
    sheet = workbook.add_sheet("S")
    for row in range(3):
        workbook.put(sheet, row, 0, "x")
    with pytest.raises(Refused) as refused:
        workbook.put(sheet, 3, 0, "x")
    assert refused.value.key == f"sheet.{key}"


def test_empty_text_is_no_cell() -> None:
    workbook = Workbook("a.xlsx")
    sheet = workbook.add_sheet("S")
    workbook.put(sheet, 0, 0, "")
    assert not sheet.rows
