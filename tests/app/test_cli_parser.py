"""Reading the command line."""

from datetime import date
from pathlib import Path

import pytest

from app.cli_parser import parse


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data", "D", "--today", "2025-03-01", "--json", "plans"],
        ["plans", "--data", "D", "--today", "2025-03-01", "--json"],
        ["--data", "D", "plans", "--json", "--today", "2025-03-01"],
    ],
)
def test_common_options_stand_before_or_after_the_command(arguments: list[str]) -> None:
    asked = parse(arguments)
    assert (asked.command, asked.data, asked.today, asked.json) == ("plans", Path("D"), date(2025, 3, 1), True)


def test_without_command_the_window_is_meant() -> None:
    asked = parse([])
    assert (asked.command, asked.data, asked.today, asked.json) == (None, None, date.today(), False)


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["nhập"], "Không có lệnh “nhập”."),
        (["import"], "Câu lệnh còn thiếu: TỆP."),
        (["show"], "Câu lệnh còn thiếu: KẾ_HOẠCH."),
        (["plans", "thừa"], "Câu lệnh thừa phần: thừa."),
        (["plans", "--data"], "Sau --data phải có giá trị."),
        (["export", "1", "--format", "doc", "--output", "x"], "“doc” của --format không hợp lệ"),
        (["import", "a.docx", "--year", "25"], "Năm “25” không hợp lệ"),
        (["import", "a.docx", "--year", "nay"], "Năm “nay” không hợp lệ"),
        (["plans", "--today", "1/3/2025"], "Ngày “1/3/2025” không hợp lệ"),
        (["plans", "--today", "2025-02-30"], "Ngày “2025-02-30” không hợp lệ"),
        (["export", "1", "--format", "pdf", "--output", "x", "--appendix", "0"], "Số “0” của --appendix"),
        (["import", "a", "b", "--replace", "1"], "chỉ được nhập một tệp"),
        (["plans", "--data", ""], "Sau --data phải có giá trị."),
        (["export", "1", "--format", "pdf", "--output", " "], "Sau --output phải có giá trị."),
        (["report", "1", "--period", "2026-Y", "--format", "json", "--output", "x"], "các giá trị: pdf, docx, xlsx. "),
        (["mark", "1", "1", "--milestone", "1", "--done", "0001-01-01"], "Ngày “0001-01-01” không hợp lệ"),
        (["bao-cao", "1"], "Không có lệnh “bao-cao”."),
        (["plans", "--json=1"], "chưa đúng"),
    ],
)
def test_wrong_usage_is_said_in_vietnamese(
    arguments: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse(arguments)
    said = capsys.readouterr()
    assert left.value.code == 2
    assert expected in said.err
    assert "./run --help" in said.err
    assert said.out == ""


def test_help_is_vietnamese_for_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["import", "-h"]):
        with pytest.raises(SystemExit) as left:
            parse(arguments)
        said = capsys.readouterr().out
        assert left.value.code == 0
        assert "Cách dùng:" in said and "usage" not in said
