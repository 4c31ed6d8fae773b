"""The workbook of a report: text, forms with formulas that agree, annexes, indicators, all locked."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from app.documents.frozen_report import FrozenReport, from_text, to_text, words_of_section
from app.documents.model import Document
from app.domain.errors import MachineTrouble
from app.domain.indicator import Comparator, Indicator
from app.domain.proof import Proof
from app.domain.reporting_period import parse_period
from app.exchange import report_xlsx
from app.exchange.export import export_document
from app.exchange.outlines import report_kit
from app.exchange.sample_figures import sample_figures
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services import report_printing, stored_figures
from app.services.indicator_choice import add
from app.services.indicator_evidence import note_value, prove_value
from app.services.indicators import enter_value
from db.storage import open_storage

KIT = report_kit()
SIX = parse_period("2026-6M")
DAY = date(2026, 6, 5)


@pytest.fixture(scope="module")
def storage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Storage]:
    """The sample plan with the figures of six months and one indicator."""
    opened = open_storage(tmp_path_factory.mktemp("so"))
    opened.write("nhập", lambda work: work.add_plan(sample_plan()))
    figures = {f"{form}/{code}": one for (key, form), rows in sample_figures("2026-6M").items() if key == KIT.forms.key
               for code, one in rows.items()}  # fmt: skip
    opened.write("nhập", lambda work: stored_figures.enter_figures(work, SIX, KIT.forms, figures))
    measure = Indicator("Tỷ lệ hồ sơ đúng hạn", Comparator.AT_LEAST, Decimal(98), "%")
    opened.write("thêm", partial(add, plan_id=1, indicator=measure))
    opened.write("nhập", partial(enter_value, indicator_id=1, period=SIX, typed="99,1"))
    opened.write("ghi", partial(note_value, place=(1, SIX.code), words="Tăng nhờ số hóa"))
    proof = Proof(None, "12/BC-UBND", DAY, "", None, DAY)
    opened.write("ghi", partial(prove_value, place=(1, SIX.code), proofs=[proof]))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def document(storage: Storage) -> Document:
    """The report of six months."""
    return storage.read(partial(report_printing.report_for, plan_id=1, period=SIX, kit=KIT))


@pytest.fixture(scope="module")
def file(document: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its workbook."""
    path = tmp_path_factory.mktemp("xlsx") / "Báo cáo.xlsx"
    export_document(document, "xlsx", path)
    return path


def test_text_forms_annexes_indicators_and_information_have_a_sheet_each(document: Document, file: Path) -> None:
    book = openpyxl.load_workbook(file)
    forms = [f"Biểu số {number}" for number in range(1, 8)]
    assert book.sheetnames[1:8] == forms and book.sheetnames[-2:] == ["Chỉ tiêu", "Thông tin"]
    assert len(book.sheetnames) == len(document.sections) + 2
    info = {row[0].value: row[1].value for row in book["Thông tin"].iter_rows()}
    assert (info["Kỳ báo cáo"], info["Lần gửi"], info["Số liệu đến hết ngày"]) == (
        "6 tháng đầu năm 2026", "1", "14/6/2026")  # fmt: skip
    said = [cell.value for row in book.worksheets[0].iter_rows() for cell in row if cell.value]
    assert any("99,10% (chỉ tiêu từ 98% trở lên) (theo Báo cáo số 12/BC-UBND ngày 05/6/2026)" in one for one in said)
    cells = [cell.value for cell in book["Chỉ tiêu"][5]]
    assert cells == ["1", "Tỷ lệ hồ sơ đúng hạn", "≥ 98%", "99,10%", "Đạt", "Tăng nhờ số hóa",
                     "Báo cáo số 12/BC-UBND ngày 05/6/2026"]  # fmt: skip


def test_all_is_locked_but_the_cells_for_figures(file: Path) -> None:
    book = openpyxl.load_workbook(file)
    assert book.security.lockStructure and all(sheet.protection.sheet for sheet in book.worksheets)
    assert not any(sheet.protection.password for sheet in book.worksheets)
    for sheet in book.worksheets:
        free = {cell.coordinate[0] for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
        assert free == ({"D"} if sheet.title.startswith("Biểu số") else set()), sheet.title


def test_numbers_are_those_on_paper(document: Document, file: Path) -> None:
    book = openpyxl.load_workbook(file, data_only=True)
    for section, sheet in zip(document.sections[1:8], book.worksheets[1:8], strict=True):
        printed = {
            one.split(" | ")[0]: one.split(" | ")[3] for one in words_of_section(section) if one.count(" | ") > 2
        }
        for row in sheet.iter_rows(min_row=7):
            value = row[3].value
            if isinstance(value, int | float):
                shown = re.search(r"-?\d[\d.,]*", printed[row[0].value])
                assert shown is not None
                assert Decimal(shown[0].replace(".", "").replace(",", ".")) == Decimal(str(value))


def test_libreoffice_computes_what_stands_there(file: Path, tmp_path: Path) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    # saved again without the results that stand beside the formulas, so that it has to compute them
    openpyxl.load_workbook(file).save(tmp_path / "bare.xlsx")
    command = [program, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(tmp_path / "bare.xlsx")], check=True, capture_output=True, timeout=180)
    computed = openpyxl.load_workbook(tmp_path / "out" / "bare.xlsx", data_only=True)
    shown, formulas = (openpyxl.load_workbook(file, data_only=only) for only in (True, False))
    count = 0
    for number in range(1, 8):
        for row in formulas.worksheets[number].iter_rows(min_row=7):
            if str(row[5].value).startswith("="):
                places = (book.worksheets[number].cell(row[5].row, 6).value for book in (computed, shown))
                found, wanted = places
                assert found == wanted or float(found) == pytest.approx(float(wanted)), (number, row[0].value)
                count += 1
    assert count == 18


def test_a_signed_report_keeps_its_workbook(document: Document, file: Path, tmp_path: Path) -> None:
    kept = from_text(to_text(FrozenReport(document, KIT.forms))).document
    assert kept == document
    export_document(kept, "xlsx", tmp_path / "b.xlsx")
    books = [openpyxl.load_workbook(one) for one in (file, tmp_path / "b.xlsx")]
    values = [[cell.value for sheet in book for row in sheet.iter_rows() for cell in row] for book in books]
    assert values[0] == values[1]


def test_a_file_that_lost_a_figure_is_not_delivered(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert document.forms is not None
    other = replace(document, forms=replace(document.forms, figures={}))
    write = report_xlsx.write_report_xlsx
    monkeypatch.setattr(report_xlsx, "write_report_xlsx", lambda _, path: write(other, path))
    with pytest.raises(MachineTrouble):
        export_document(document, "xlsx", tmp_path / "c.xlsx")
    assert list(tmp_path.iterdir()) == []
