"""Whether a folder that a person has chosen can be used."""

from pathlib import Path

import pytest

from app.chosen_folder import check_backup_folder, check_folder, folder_size
from app.domain.errors import MachineTrouble, Refused


def test_a_folder_that_can_be_written_to(tmp_path: Path) -> None:
    assert check_folder(tmp_path) == tmp_path
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["không có", "tệp.txt"])
def test_what_is_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "tệp.txt").write_text("x", encoding="utf-8")
    with pytest.raises(MachineTrouble) as trouble:
        check_folder(tmp_path / name)
    assert trouble.value.key == "settings.folder_missing"


def test_a_folder_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr("app.chosen_folder.TemporaryFile", refuse)
    with pytest.raises(MachineTrouble) as trouble:
        check_folder(tmp_path)
    assert trouble.value.key == "settings.folder_not_writable"


@pytest.mark.parametrize("place", ["so", "so/sao-luu"])
def test_backups_do_not_go_where_the_data_are(tmp_path: Path, place: str) -> None:
    (tmp_path / "so" / "sao-luu").mkdir(parents=True)
    with pytest.raises(Refused) as refused:
        check_backup_folder(tmp_path / place, tmp_path / "so")
    assert refused.value.key == "settings.folder_is_data"
    assert check_backup_folder(tmp_path, tmp_path / "so") == tmp_path


def test_the_size_of_a_folder_is_that_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 1000)
    (tmp_path / "trong").mkdir()
    (tmp_path / "trong" / "b").write_bytes(b"x" * 24)
    (tmp_path / "c").symlink_to(tmp_path / "không có")
    assert folder_size(tmp_path) == 1024 + (tmp_path / "c").lstat().st_size
