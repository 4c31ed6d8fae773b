"""The real program from the command line: a plan read, listed, shown, written, saved and put back."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "samples" / "an-phu-mau-2026.json"
REAL = ("anh-son-2024", "bac-hong-linh-2025", "hoang-hoa-2023", "hoang-kim-2025", "thuong-xuan-2025")

Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs the program in another folder, with a plain C locale and no display, on a data folder of its own."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONUTF8", "LANG", "LC_CTYPE"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    settings = kept | {"PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    (tmp_path / "nơi khác").mkdir()

    def runs(*arguments: object, status: int = 0) -> subprocess.CompletedProcess[str]:
        words = [sys.executable, "-m", "app", "--data", str(tmp_path / "dữ liệu"), *map(str, arguments)]
        done = subprocess.run(
            words, capture_output=True, encoding="utf-8", env=settings, cwd=tmp_path / "nơi khác", check=False
        )
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        return done

    return runs


def answer(done: subprocess.CompletedProcess[str]) -> Any:
    return json.loads(done.stdout)


def appendices(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))["appendices"]


def test_plan_goes_in_and_comes_out_the_same(command: Command) -> None:
    imported = answer(command("import", SAMPLE, "--json"))["plans"]
    assert [(plan["appendices"], plan["rows"], plan["warnings"]) for plan in imported] == [(7, 26, [])]
    listed = answer(command("plans", "--json"))
    assert listed == [{name: imported[0][name] for name in ("id", "title", "year", "rows")}]
    for name in (imported[0]["id"], "AN PHU mau"):
        shown = answer(command("show", name))
        assert shown["format"] == "cchc-plan/1"
        assert shown["appendices"] == appendices(SAMPLE)


def test_every_format_is_written(command: Command, tmp_path: Path) -> None:
    command("import", SAMPLE)
    for name, begins in {"pdf": b"%PDF", "docx": b"PK", "xlsx": b"PK", "json": b"{"}.items():
        file = tmp_path / f"Kế hoạch năm.{name}"
        done = command("export", 1, "--format", name, "--output", file)
        assert file.read_bytes().startswith(begins)
        assert done.stdout == "" and file.name in done.stderr


def test_one_appendix_is_written_alone(command: Command, tmp_path: Path) -> None:
    command("import", SAMPLE)
    command("export", 1, "--format", "json", "--output", tmp_path / "một.json", "--appendix", 2)
    assert appendices(tmp_path / "một.json") == appendices(SAMPLE)[1:2]
    refused = command("export", 1, "--format", "json", "--output", tmp_path / "x.json", "--appendix", 8, status=1)
    assert "phụ lục thứ 8" in refused.stderr
    assert not (tmp_path / "x.json").exists()


def test_all_files_or_none(command: Command, tmp_path: Path) -> None:
    broken = tmp_path / "hỏng.json"
    broken.write_text("{", encoding="utf-8")
    refused = command("import", SAMPLE, broken, status=1)
    assert "hỏng.json" in refused.stderr and len(refused.stderr.splitlines()) == 1
    assert answer(command("plans")) == []


def test_importing_again_can_replace(command: Command, tmp_path: Path) -> None:
    command("import", SAMPLE)
    content = json.loads(SAMPLE.read_text(encoding="utf-8"))
    content["appendices"] = content["appendices"][:3]
    shorter = tmp_path / "ngắn.json"
    shorter.write_text(json.dumps(content), encoding="utf-8")
    replaced = answer(command("import", shorter, "--replace", "an phú", "--json"))["plans"]
    assert [(plan["id"], plan["appendices"]) for plan in replaced] == [(1, 3)]
    assert answer(command("show", 1))["appendices"] == content["appendices"]
    assert "“Bình Minh”" in command("import", shorter, "--replace", "Bình Minh", status=1).stderr


def test_backup_check_and_restore(command: Command, tmp_path: Path) -> None:
    command("import", SAMPLE)
    file = tmp_path / "Sao lưu.zip"
    assert answer(command("backup", file, "--json"))["rows"] == 26
    command("import", SAMPLE)
    restored = answer(command("restore", file, "--json"))
    assert (restored["plans"], restored["rows"]) == (1, 26)
    assert Path(restored["kept"]).is_file()
    assert answer(command("check", "--json"))["good"] is True
    assert len(answer(command("plans"))) == 1


def test_sample_goes_into_a_fresh_folder_only(command: Command, tmp_path: Path) -> None:
    command("sample", "--output", tmp_path / "ra", "--json")
    assert len(answer(command("plans"))) == 1
    command("sample", "--output", tmp_path / "ra")
    assert len(answer(command("plans"))) == 1
    assert sorted(path.suffix for path in (tmp_path / "ra").iterdir()) == [".docx", ".pdf", ".pdf", ".xlsx"]


def test_without_display_the_sample_is_made(command: Command, tmp_path: Path) -> None:
    assert "không có màn hình" in command().stderr
    assert (tmp_path / "dữ liệu" / "ban-mau" / "ke-hoach-mau.pdf").is_file()


def test_wrong_usage_is_vietnamese(command: Command) -> None:
    wrong = command("nhập", status=2)
    assert wrong.stderr.startswith("Không có lệnh “nhập”.") and wrong.stdout == ""


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
@pytest.mark.parametrize("name", REAL)
def test_real_plan_is_read_whole(command: Command, shared: Path, name: str, ending: str) -> None:
    year = name[-4:]
    imported = answer(command("import", shared / "plans" / f"{name}.{ending}", "--year", year, "--json"))["plans"][0]
    expected = appendices(shared / "plans" / f"{name}.json")
    assert answer(command("show", imported["id"]))["appendices"] == expected
    assert imported["warnings"] == []
    assert imported["appendices"] == len(expected)
    assert imported["rows"] == sum(row["kind"] == "item" for one in expected for row in one["rows"])
