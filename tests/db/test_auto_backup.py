"""Automatic backups: made, thinned, and never at the cost of a good one."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.domain.errors import MachineTrouble
from db.auto_backup import FOLDER, automatic_copies, back_up_automatically, is_backup_due
from db.database_copy import DATABASE
from db.restore import restore
from tests.db.data_folders import add_proof, make_data, store_in

NOW = datetime(2026, 6, 17, 9, 0)


def test_a_backup_is_made_and_can_be_restored(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    assert is_backup_due(data, NOW)
    file = back_up_automatically(data, NOW)
    assert not is_backup_due(data, NOW + timedelta(hours=23)) and is_backup_due(data, NOW + timedelta(hours=24))
    (copy,) = automatic_copies(data)
    assert (copy.name, copy.made, copy.rows, copy.good) == (file.name, NOW, 2, True)
    summary, kept = restore(data, file)
    assert summary.titles == ("Một",) and kept is not None


def test_two_in_one_second_have_names_of_their_own(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    assert back_up_automatically(data, NOW) != back_up_automatically(data, NOW)
    assert len(automatic_copies(data)) == 2


def test_files_of_proofs_stay_where_they_are(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    file = add_proof(data, b"x" * 200_000, "một.pdf")
    made = back_up_automatically(data, NOW)
    assert made.stat().st_size < 100_000
    summary, _ = restore(data, made)
    assert summary.lost_files == () and store_in(data).is_there(file)


def test_old_ones_are_thinned(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    for hour in range(40):
        back_up_automatically(data, NOW - timedelta(days=30) + timedelta(hours=hour))
    assert 30 <= len(automatic_copies(data)) < 40


def test_broken_data_are_not_backed_up_and_remove_nothing(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", *(f"Kế hoạch {number} " * 50 for number in range(50)))
    back_up_automatically(data, NOW)
    content = bytearray((data / DATABASE).read_bytes())
    content[3 * 4096 :] = b"\xff" * (len(content) - 3 * 4096)
    (data / DATABASE).write_bytes(content)
    for ending in ("-wal", "-shm"):
        (data / f"{DATABASE}{ending}").unlink(missing_ok=True)
    with pytest.raises(MachineTrouble):
        back_up_automatically(data, NOW + timedelta(days=1))
    assert [copy.made for copy in automatic_copies(data)] == [NOW]
    assert list((data / FOLDER).glob(".*")) == []


def test_what_a_power_cut_left_goes_after_a_day(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    (data / FOLDER).mkdir()
    old, young = (data / FOLDER / f".so-cchc-2026061{day}-090000.zip.77.part" for day in (5, 6))
    for left in (old, young):
        left.write_bytes(b"PK")
    os.utime(old, (0, 0))
    back_up_automatically(data, NOW)
    assert not old.exists() and young.exists()


def test_what_is_no_backup_does_not_count(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    (data / FOLDER).mkdir()
    (data / FOLDER / "so-cchc-20260617-080000.zip").write_bytes(b"PK".ljust(100))
    (data / FOLDER / "ghi chú.zip").write_bytes(b"")
    assert is_backup_due(data, NOW)
    assert [copy.good for copy in automatic_copies(data)] == [False]
