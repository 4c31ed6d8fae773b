"""One command run in this process: what is said where, and with which exit status."""

import getpass
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

import pytest

from app.cli import Parts, run
from app.domain.errors import Refused
from app.ports import Storage
from app.program_log import LOG_NAME
from db.auto_backup import back_up_automatically
from db.backup import back_up
from db.check import check
from db.database_copy import DATABASE
from db.lock import hold
from db.restore import restore
from db.storage import open_storage

Run = Callable[..., tuple[int, str, str]]


def no_window(storage: Storage, folder: Path, today: date) -> int:
    raise AssertionError("the window was not asked for")


def no_refusal(sentence: str) -> None:
    raise AssertionError(f"no window was asked for: {sentence}")


def back_up_first(folder: Path) -> Path:
    return back_up_automatically(folder, datetime.now())


PARTS = Parts(open_storage, back_up, restore, check, no_window, hold, no_refusal, back_up_first)


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command on the data folder ``dữ liệu``; gives exit status, standard output and standard error."""

    def runs(*arguments: str, parts: Parts = PARTS) -> tuple[int, str, str]:
        status = run([*arguments, "--data", str(tmp_path / "dữ liệu")], parts)
        said = capsys.readouterr()
        return status, said.out, said.err

    return runs


def failing(error: BaseException) -> Callable[..., Any]:
    def fail(*_: object) -> NoReturn:
        raise error

    return fail


def test_no_plans_at_first(command: Run) -> None:
    assert command("plans") == (0, "[]\n", "")


def test_refusal_is_one_sentence(command: Run) -> None:
    parts = replace(PARTS, open_storage=failing(Refused("cli.file_missing", file="a.docx")))
    status, out, err = command("plans", parts=parts)
    assert (status, out) == (1, "")
    assert err == "Không thấy tệp “a.docx”. Hãy kiểm tra lại tên và thư mục của tệp.\n"


@pytest.mark.parametrize("error", [ValueError("hỏng"), Refused("no_such_area.key"), ImportError("x", name="lxml")])
def test_our_own_mistake_is_calm_and_logged(command: Run, error: Exception, tmp_path: Path) -> None:
    status, out, err = command("plans", "--json", parts=replace(PARTS, open_storage=failing(error)))
    log = tmp_path / "dữ liệu" / LOG_NAME
    assert (status, out) == (1, "")
    assert err.startswith("Phần mềm gặp lỗi ngoài dự kiến") and str(log) in err
    assert "Traceback" not in err
    assert type(error).__name__ in log.read_text(encoding="utf-8")


def test_our_own_mistake_is_calm_without_a_log_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tệp").write_text("")
    parts = replace(PARTS, check=failing(ValueError()), open_storage=failing(ValueError()))
    assert run(["check", "--data", str(tmp_path / "tệp")], parts) == 1
    assert "Không ghi được vào thư mục" in capsys.readouterr().err


def test_interruption_is_no_traceback(command: Run) -> None:
    status, _, err = command("plans", parts=replace(PARTS, open_storage=failing(KeyboardInterrupt())))
    assert (status, err) == (1, "Đã dừng theo yêu cầu.\n")


def test_missing_file_is_named(command: Run, tmp_path: Path) -> None:
    status, _, err = command("import", str(tmp_path / "Kế hoạch.docx"))
    assert status == 1
    assert "Kế hoạch.docx" in err
    assert not (tmp_path / "dữ liệu" / DATABASE).exists()


def test_window_is_opened_with_the_day_asked_for(command: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("app.cli.has_display", lambda: True)
    opened: list[tuple[Path, date]] = []

    def window(storage: Storage, folder: Path, today: date) -> int:
        opened.append((folder, today))
        return 0

    assert command("--today", "2026-03-01", parts=replace(PARTS, run_window=window)) == (0, "", "")
    assert opened == [(tmp_path / "dữ liệu", date(2026, 3, 1))]


def test_missing_qt_libraries_are_named(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.cli.has_display", lambda: True)
    error = ImportError("libEGL.so.1: cannot open shared object file", name="PySide6.QtWidgets")
    status, _, err = command(parts=replace(PARTS, run_window=failing(error)))
    assert status == 1
    assert "libEGL.so.1" in err and "./run" in err


def test_a_second_window_is_told_who_has_the_folder(
    command: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("app.cli.has_display", lambda: True)
    said: list[str] = []
    with hold(tmp_path / "dữ liệu"):
        status, _, err = command(parts=replace(PARTS, show_refusal=said.append))
    assert status == 1
    assert err.strip() == said[0]
    assert getpass.getuser() in said[0]


def test_sample_takes_the_place_of_the_window_without_a_display(
    command: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("app.cli.has_display", lambda: False)
    status, out, err = command()
    assert (status, out) == (0, "")
    assert err.startswith("Máy không có màn hình")
    made = {path.suffix for path in (tmp_path / "dữ liệu" / "ban-mau").iterdir()}
    assert made == {".pdf", ".docx", ".xlsx"}


def test_check_without_data_creates_none(command: Run, tmp_path: Path) -> None:
    status, _, err = command("check")
    assert status == 1 and "chưa có dữ liệu" in err
    assert list((tmp_path / "dữ liệu").iterdir()) == []


def test_json_is_one_document_in_nfc_without_escapes(command: Run, tmp_path: Path) -> None:
    status, out, _ = command("sample", "--output", str(tmp_path / "ra"), "--json")
    assert status == 0
    assert [Path(file).suffix for file in json.loads(out)["files"]] == [".pdf", ".docx", ".xlsx", ".pdf"]
    assert "An Phú" in command("plans")[1]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_reader_that_closes_early_hears_no_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readable, writable = os.pipe()
    os.close(readable)
    with pytest.MonkeyPatch.context() as patch, os.fdopen(writable, "w") as closed:
        patch.setattr(sys, "stdout", closed)
        assert run(["plans", "--data", str(tmp_path)], PARTS) == 1


def test_an_answer_that_cannot_be_printed_is_said(command: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    status, _, err = command("plans")
    assert status == 1 and "Không in được kết quả" in err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a disk that is always full")
def test_an_answer_to_a_full_disk_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert run(["plans", "--data", str(tmp_path)], PARTS) == 1
    assert "Không in được kết quả" in capsys.readouterr().err


def test_a_folder_or_a_name_too_long_is_no_file(command: Run, tmp_path: Path) -> None:
    for command_name in ("import", "restore"):
        status, _, err = command(command_name, str(tmp_path))
        assert status == 1 and "là một thư mục, không phải tệp" in err
        status, _, err = command(command_name, str(tmp_path / ("x" * 300)))
        assert status == 1 and "Không thấy tệp" in err


def test_a_year_other_than_that_of_the_file_is_said(command: Run, shared: Path) -> None:
    status, out, err = command("import", str(shared / "plans" / "anh-son-2024.docx"), "--year", "2030", "--json")
    (plan,) = json.loads(out)["plans"]
    assert (status, plan["year"]) == (0, 2024)
    assert any("không theo năm 2030" in warning for warning in plan["warnings"])
    assert "không theo năm 2030" in err


def test_a_whole_plan_is_exported_with_its_text(command: Run, tmp_path: Path, shared: Path) -> None:
    command("import", str(shared / "plans" / "hoang-kim-2025.docx"))
    for file in (tmp_path / "cả.docx", tmp_path / "cả.pdf"):
        assert command("export", "1", "--whole", "--format", file.suffix[1:], "--output", str(file))[0] == 0
    words = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "cả.pdf", "-"], capture_output=True, check=True, text=True
    ).stdout
    assert "QUYẾT ĐỊNH" in words and "TỔ CHỨC THỰC HIỆN" in words


def test_a_plan_without_its_text_is_not_exported_whole(command: Run, tmp_path: Path, shared: Path) -> None:
    command("import", str(shared / "plans" / "hoang-kim-2025.xlsx"))
    status, _, said = command("export", "1", "--whole", "--format", "pdf", "--output", str(tmp_path / "x.pdf"))
    assert status == 1 and "phần lời văn" in said and not (tmp_path / "x.pdf").exists()
