"""The data folder and its log."""

from pathlib import Path

import pytest

from app.datafolder import LOG_NAME, default_data_folder, make_folder, write_crash
from app.domain.errors import MachineTrouble
from app.texts import sentence_for


def test_each_system_has_its_own_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/nhà"))
    assert default_data_folder({"LOCALAPPDATA": "C:/L"}, "win32") == Path("C:/L/So CCHC")
    assert default_data_folder({}, "win32") == Path("/nhà/AppData/Local/So CCHC")
    assert default_data_folder({"XDG_DATA_HOME": "/x"}, "linux") == Path("/x/so-cchc")
    assert default_data_folder({"XDG_DATA_HOME": ""}, "linux") == Path("/nhà/.local/share/so-cchc")
    assert default_data_folder({}, "darwin") == Path("/nhà/Library/Application Support/So CCHC")


def test_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    assert make_folder(tmp_path / "Văn phòng" / "dữ liệu").is_dir()


def test_a_file_in_the_way_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("")
    with pytest.raises(MachineTrouble) as refused:
        make_folder(tmp_path / "tệp")
    assert "tệp" in sentence_for(refused.value)


def test_crash_is_logged_with_its_traceback(tmp_path: Path) -> None:
    assert write_crash(tmp_path / "mới", ValueError("hỏng"))
    logged = (tmp_path / "mới" / LOG_NAME).read_text(encoding="utf-8")
    assert "ValueError: hỏng" in logged


def test_log_that_cannot_be_written_is_admitted(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("")
    assert not write_crash(tmp_path / "tệp", ValueError())
