"""Streams of compound files."""

import struct
from io import BytesIO

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from app.exchange.ole_container import OleContainer


def _sample(rows: int = 3) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    for row in range(rows):
        sheet.write(row, 0, f"Việc {row} " + "x" * 200)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("rows", [1, 5_000])
def test_the_stream_is_found(rows: int) -> None:
    container = OleContainer(_sample(rows))
    assert "Workbook" in container.names
    content = container.stream("Workbook")
    assert content is not None
    assert content[:4] == b"\x09\x08\x10\x00"
    assert container.stream("Nothing") is None


def test_other_files_are_no_containers() -> None:
    with pytest.raises(ValueError):
        OleContainer(b"PK\x03\x04" + b"\0" * 600)


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_damage_ends(data: st.DataObject) -> None:
    content = bytearray(_SAMPLE)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(8, 1200))] = data.draw(st.sampled_from((0, 1, 2, 0xFE, 0xFF)))
    try:
        OleContainer(bytes(content)).stream("Workbook")
    except (ValueError, struct.error):
        return


_SAMPLE = _sample()
