"""The command that writes a periodic report."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.cli import Parts, run
from app.exchange.samples import sample_plan
from db.backup import back_up
from db.check import check
from db.lock import hold
from db.restore import restore
from db.storage import open_storage

PARTS = Parts(open_storage, back_up, restore, check, lambda *_: 1, hold, lambda sentence: None)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on a data folder that holds the sample plan as plan 1."""
    folder = tmp_path / "dữ liệu"
    storage = open_storage(folder)
    storage.write("mẫu", lambda work: work.add_plan(sample_plan()))
    storage.close()

    def runs(*arguments: str) -> tuple[int, str, str]:
        status = run([*arguments, "--data", str(folder), "--json"], PARTS)
        said = capsys.readouterr()
        return status, said.out, said.err

    return runs


def ask(file: Path, period: str = "2026-6M") -> list[str]:
    """The arguments for a report written to ``file``."""
    return ["report", "1", "--period", period, "--format", file.suffix.lstrip("."), "--output", str(file)]


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx"])
def test_a_report_is_written_in_each_format(command: Run, tmp_path: Path, format: str) -> None:
    file = tmp_path / f"báo cáo.{format}"
    status, out, _ = command(*ask(file))
    assert status == 0 and file.stat().st_size > 5000
    assert json.loads(out) == {"file": str(file), "period": "2026-6M"}


def test_the_words_are_those_of_the_status(command: Run, tmp_path: Path) -> None:
    command("mark", "1", "1", "--milestone", "1", "--done", "2026-01-20", "--document", "07/KH-UBND")
    figures = json.loads(command("status", "1", "--as-of", "2026-06-14")[1])["tasks"]
    file = tmp_path / "b.pdf"
    command(*ask(file))
    words = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True).stdout
    said = " ".join(words.split())
    assert f"đã hoàn thành {figures['done']}/{figures['total']} nhiệm vụ" in said
    assert "07/KH-UBND" in said and "BÁO CÁO" in said and "6 tháng đầu năm 2026" in said


def test_excel_holds_text_forms_and_results(command: Run, tmp_path: Path) -> None:
    file = tmp_path / "b.xlsx"
    command(*ask(file, "2026-Q1"))
    names = load_workbook(file, read_only=True).sheetnames
    assert any("Biểu số 1" in name for name in names) and len(names) >= 9


def test_what_cannot_be_is_refused(command: Run, tmp_path: Path) -> None:
    assert command(*ask(tmp_path / "b.pdf", "2025-Q1"))[0] == 1
    with pytest.raises(SystemExit) as left:
        command(*ask(tmp_path / "b.pdf", "2026-H1"))
    assert left.value.code == 2
    assert list(tmp_path.glob("b.*")) == []
