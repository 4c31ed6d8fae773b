"""The data folder."""

from pathlib import Path

import pytest

from app.datafolder import default_data_folder, make_folder
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
