"""The command that writes a periodic report."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

Run = Callable[..., tuple[int, str, str]]


def ask(file: Path, period: str = "2026-6M") -> list[str]:
    """The arguments for a report written to ``file``."""
    return ["report", "1", "--period", period, "--format", file.suffix.lstrip("."), "--output", str(file)]


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx"])
def test_a_report_is_written_in_each_format(sample_command: Run, tmp_path: Path, format: str) -> None:
    file = tmp_path / f"báo cáo.{format}"
    status, out, _ = sample_command(*ask(file))
    assert status == 0 and file.stat().st_size > 5000
    assert json.loads(out) == {"file": str(file), "period": "2026-6M"}


def test_the_words_are_those_of_the_status(sample_command: Run, tmp_path: Path) -> None:
    sample_command("mark", "1", "1", "--milestone", "1", "--done", "2026-01-20", "--document", "07/KH-UBND")
    figures = json.loads(sample_command("status", "1", "--as-of", "2026-06-14")[1])["tasks"]
    file = tmp_path / "b.pdf"
    sample_command(*ask(file))
    words = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True).stdout
    said = " ".join(words.split())
    assert f"đã hoàn thành {figures['done']}/{figures['total']} nhiệm vụ" in said
    assert "07/KH-UBND" in said and "BÁO CÁO" in said and "6 tháng đầu năm 2026" in said


def test_excel_holds_text_forms_and_results(sample_command: Run, tmp_path: Path) -> None:
    file = tmp_path / "b.xlsx"
    sample_command(*ask(file, "2026-Q1"))
    names = load_workbook(file, read_only=True).sheetnames
    assert any("Biểu số 1" in name for name in names) and len(names) >= 9


def test_what_cannot_be_is_refused(sample_command: Run, tmp_path: Path) -> None:
    assert sample_command(*ask(tmp_path / "b.pdf", "2025-Q1"))[0] == 1
    with pytest.raises(SystemExit) as left:
        sample_command(*ask(tmp_path / "b.pdf", "2026-H1"))
    assert left.value.code == 2
    assert list(tmp_path.glob("b.*")) == []


def test_a_report_of_some_days(sample_command: Run, tmp_path: Path) -> None:
    file = tmp_path / "đột xuất.pdf"
    status, out, _ = sample_command(*ask(file, "2026-05-01..2026-06-15"))
    assert status == 0 and json.loads(out)["period"] == "2026-05-01..2026-06-15"
    words = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True).stdout
    assert "từ ngày 01/5/2026 đến ngày 15/6/2026" in " ".join(words.split())
    assert sample_command(*ask(tmp_path / "c.pdf", "..2026-06-15"))[0] == 0
    assert sample_command(*ask(tmp_path / "d.pdf", "2026-06-15..2026-05-01"))[0] == 1
    assert sample_command(*ask(tmp_path / "d.pdf", "2026-13-01..2026-14-01"))[0] == 1
