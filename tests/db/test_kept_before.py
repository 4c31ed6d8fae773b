"""What is kept of the data before restores, over real files."""

from datetime import datetime, timedelta
from pathlib import Path

from db.backup import back_up
from db.kept_before import name_for, thin
from db.restore import restore
from tests.db.data_folders import make_data, titles_in

NOW = datetime.now()


def kept_long_ago(folder: Path, days: int, content: bytes) -> Path:
    """A file kept before a restore so many days ago."""
    file = name_for(folder, NOW - timedelta(days=days))
    file.write_bytes(content)
    return file


def test_a_restore_thins_what_earlier_ones_left(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Mới")
    back_up(make_data(tmp_path / "cũ", "Cũ"), tmp_path / "cũ.zip")
    good = (tmp_path / "cũ.zip").read_bytes()
    made = {days: kept_long_ago(data, days, good) for days in (1, 29, 40, 50, 60, 70, 80)}
    other = data / "truoc-phuc-hoi-cua-toi.zip"
    other.write_bytes(good)
    _, kept = restore(data, tmp_path / "cũ.zip")
    assert kept is not None and kept.exists() and other.exists()
    assert [days for days, file in made.items() if file.exists()] == [1, 29, 40, 50]
    assert titles_in(data) == ["Cũ"]


def test_the_file_that_was_restored_is_not_removed(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Mới")
    back_up(make_data(tmp_path / "cũ", "Cũ"), tmp_path / "cũ.zip")
    good = (tmp_path / "cũ.zip").read_bytes()
    made = {days: kept_long_ago(data, days, good) for days in range(100, 108)}
    restore(data, made[107])
    assert [days for days, file in made.items() if file.exists()] == [100, 101, 102, 103, 107]


def test_of_spoilt_ones_the_newest_good_one_is_not_pushed_out(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Mới")
    back_up(data, tmp_path / "a.zip")
    spoilt = [kept_long_ago(data, days, b"half").with_suffix(".zip") for days in range(40, 47)]
    whole = kept_long_ago(data, 90, (tmp_path / "a.zip").read_bytes())
    thin(data, NOW, tmp_path / "a.zip")
    assert whole.exists() and [file.exists() for file in spoilt] == [True] * 5 + [False] * 2
