"""Files told apart by content; nothing but Refused, whatever they hold."""

import json
import tempfile
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlwt
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from app.domain.errors import Refused
from app.domain.imported import ImportedPlan
from app.domain.plan import Role
from app.exchange.plan_json import FORMAT, to_json
from app.exchange.read import read_plan
from app.texts import sentence_for, text

_HEADING = ("TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian hoàn thành")
_PLANS = ("anh-son-2024", "bac-hong-linh-2025", "hoang-hoa-2023", "hoang-kim-2025", "thuong-xuan-2025")


def _xlsx(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    for row in (("Phụ lục số 01: Các nhiệm vụ năm 2025",), (), _HEADING, ("1", "Một", "", "Phòng A", "Quý I")):
        sheet.append(row)
    book.save(path.with_suffix(".xlsx"))
    return path.with_suffix(".xlsx").rename(path)


def _xls(path: Path) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("S")
    for place, row in enumerate((("Phụ lục số 01: Việc",), _HEADING, ("1", "Một", "", "Phòng A", "Quý I"))):
        for column, cell in enumerate(row):
            sheet.write(place, column, cell)
    book.save(str(path))
    return path


def _ole(*names: str) -> bytes:
    entries = b"".join((name.encode("utf-16-le") + b"\0\0").ljust(128, b"\0") for name in names)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries


def _zip(path: Path, **parts: bytes) -> bytes:
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_", "."), content)
    return path.read_bytes()


def _refusal(path: Path) -> Refused:
    with pytest.raises(Refused) as refused:
        read_plan(path, 2025)
    assert path.name in sentence_for(refused.value)
    return refused.value


@pytest.mark.parametrize("name", _PLANS)
def test_the_real_spreadsheets(shared: Path, name: str) -> None:
    expected = json.loads((shared / "plans" / f"{name}.json").read_text(encoding="utf-8"))
    imported = read_plan(shared / "plans" / f"{name}.xlsx", expected["plan"]["year"])
    assert to_json(imported.plan)["appendices"] == expected["appendices"]
    assert imported.plan.info.year == expected["plan"]["year"]
    assert imported.source == f"{name}.xlsx"
    sentences = [text(note.key, **dict(note.values)) for note in imported.notes]
    # A sheet holds nothing of the document around the table but perhaps its title.
    assert all(note.appendix is None and note.table is None for note in imported.notes), sentences


@pytest.mark.parametrize("make", [_xlsx, _xls])
def test_a_file_that_holds_another_format_than_its_name_says(make: object, tmp_path: Path) -> None:
    assert callable(make)
    refused = _refusal(make(tmp_path / "kế hoạch.docx"))
    assert refused.key == "read.other_name"
    assert "bảng tính Excel" in sentence_for(refused)


@pytest.mark.parametrize("make", [_xlsx, _xls])
def test_a_name_that_promises_no_format_leaves_it_to_the_content(make: object, tmp_path: Path) -> None:
    assert callable(make)
    imported = read_plan(make(tmp_path / "kế hoạch.bản cũ"), 2025)
    assert isinstance(imported, ImportedPlan)
    appendix = imported.plan.appendices[0]
    assert [column.role for column in appendix.columns[:2]] == [Role.ORDINAL, Role.TASK]
    assert appendix.rows[0].cells == ("1", "Một", "", "Phòng A", "Quý I")


def test_plan_files(tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.txt"
    plan = {"format": FORMAT, "plan": {"title": "Kế hoạch", "year": 2024}, "appendices": []}
    path.write_text(json.dumps(plan), encoding="utf-8-sig")
    assert read_plan(path).plan.info.year == 2024


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "read.empty"),
        (b"%PDF-1.7", "read.pdf"),
        (b"{\\rtf1", "read.rich_text"),
        (b"<!DOCTYPE html><table>", "read.web_page"),
        (b"Ke hoach", "read.unknown"),
        (b"\0" * 100, "read.unknown"),
        (b"{}", "planfile.other_format"),
        (b"{", "planfile.damaged"),
        (_ole("WordDocument"), "read.binary_doc"),
        (_ole("EncryptionInfo", "EncryptedPackage"), "read.encrypted"),
        (_ole("Workbook"), "sheet.damaged"),
        (_ole("Presentation"), "read.other_office"),
        (b"PK\x03\x04 cut off", "import.truncated"),
    ],
)
def test_what_is_no_plan(content: bytes, key: str, tmp_path: Path) -> None:
    path = tmp_path / "kế hoạch.bản cũ"
    path.write_bytes(content)
    assert _refusal(path).key == key


def test_other_packages(tmp_path: Path) -> None:
    path = tmp_path / "gói.xlsx"
    _zip(path, a_txt=b"a")
    assert _refusal(path).key == "read.other_office"
    _zip(path, mimetype=b"application/vnd.oasis.opendocument.text")
    assert _refusal(path).key == "read.open_text"
    with ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "application/vnd.ms-excel.sheet.binary.macroEnabled.main")
    assert _refusal(path).key == "read.binary_sheet"


def test_paths(tmp_path: Path) -> None:
    assert _refusal(tmp_path / "không có.xlsx").key == "read.missing"
    (tmp_path / "thư mục.xlsx").mkdir()
    assert _refusal(tmp_path / "thư mục.xlsx").key == "read.not_a_file"


@cache
def _workbook_bytes(ending: str) -> bytes:
    """Made once: a workbook carries the time it was made, and one of another length would be another example."""
    with tempfile.TemporaryDirectory() as folder:
        return (_xlsx if ending == "xlsx" else _xls)(Path(folder) / f"mẫu.{ending}").read_bytes()


@seed(20250305)
@settings(max_examples=80, deadline=None)
@given(data=st.data())
def test_no_bytes_raise_anything_else(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = folder / "hỏng.bin"
    starts: tuple[bytes | str, ...] = (b"", b"PK\x03\x04", b"{", _ole("Workbook"), b"<html>", "xlsx", "xls")
    start = data.draw(st.sampled_from(starts))
    if isinstance(start, str):
        whole = _workbook_bytes(start)
        content = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
        for _ in range(data.draw(st.integers(0, 6))):
            if content:
                content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    else:
        content = bytearray(start + data.draw(st.binary(max_size=300)))
    path.write_bytes(content)
    try:
        read_plan(path, 2025)
    except Refused as refused:
        assert sentence_for(refused)
