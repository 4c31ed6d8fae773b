"""What the window asks of backups: those at a second place, what they need, what they never do."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from app.domain.errors import MachineTrouble, Refused
from app.texts import sentence_for
from db import backup, backup_file
from db.auto_backup import automatic_copies
from db.backup_store import Backups
from db.database_copy import DATABASE
from db.second_place import FILE_NAME, last_second_copy
from tests.db.data_folders import add_proof, make_data, refusal, titles_in

NOW = datetime(2026, 6, 17, 9, 0)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder."""
    return make_data(tmp_path / "dữ liệu", "Một")


def test_a_backup_on_another_disk_is_remembered_with_its_place(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.second_place.is_same_disk", lambda folder, file: False)
    store, usb = Backups(data), tmp_path / "usb"
    usb.mkdir()
    assert store.last_second() is None
    store.back_up_to(usb / "a.zip")
    second = store.last_second()
    assert second is not None and second.file == usb / "a.zip"
    assert datetime.now() - second.made < timedelta(minutes=1)


def test_the_data_folder_is_no_second_place(data: Path) -> None:
    (data / "con").mkdir()
    for file in (data / "a.zip", data / "con" / ".." / "con" / "a.zip"):
        assert "thư mục dữ liệu" in refusal(lambda file=file: Backups(data).back_up_to(file))  # type: ignore[misc]
    assert Backups(data).last_second() is None and not (data / "a.zip").exists()


def test_the_disk_of_the_data_is_no_second_place(data: Path, tmp_path: Path) -> None:
    Backups(data).back_up_to(tmp_path / "a.zip")
    assert Backups(data).last_second() is None and (tmp_path / "a.zip").exists()


def test_an_automatic_backup_is_no_second_one(data: Path) -> None:
    Backups(data).make(NOW)
    assert Backups(data).last_second() is None


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b'{"made": 3, "file": "x"}', b'{"made": "x", "file": "x"}'])
def test_a_note_that_says_nothing_is_none(data: Path, note: bytes) -> None:
    (data / FILE_NAME).write_bytes(note)
    assert last_second_copy(data) is None


def test_a_backup_fits_into_what_it_is_said_to_need(data: Path, tmp_path: Path) -> None:
    for number in range(5):
        add_proof(data, os.urandom(1 + number * 10_000), f"{number}.pdf")
    for password in ("", "một hai ba bốn"):
        Backups(data).back_up_to(tmp_path / "a.zip", password)
        assert (tmp_path / "a.zip").stat().st_size <= Backups(data).needed()
        (tmp_path / "a.zip").unlink()


def test_what_a_disk_gives_back_changed_is_no_backup(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup.back_up(data, tmp_path / "a.zip")
    before = (tmp_path / "a.zip").read_bytes()

    def spoil(file: Path) -> None:
        content = bytearray(file.read_bytes())
        content[200] ^= 255
        file.write_bytes(content)

    for password in ("", "một hai ba bốn"):
        with monkeypatch.context() as patched:
            patched.setattr(backup_file, "_forget_pages", spoil)
            with pytest.raises(MachineTrouble) as trouble:
                Backups(data).back_up_to(tmp_path / "a.zip", password)
        assert "đọc lại không đúng" in sentence_for(trouble.value)
    assert (tmp_path / "a.zip").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "dữ liệu"]


def test_a_state_far_smaller_takes_no_good_backups_place(data: Path, tmp_path: Path) -> None:
    full = make_data(tmp_path / "đầy", *(f"Kế hoạch {number}" for number in range(5)))
    backup.back_up(full, tmp_path / "a.zip")
    before = (tmp_path / "a.zip").read_bytes()
    assert "10 nhiệm vụ" in refusal(lambda: backup.back_up(data, tmp_path / "a.zip"))
    assert (tmp_path / "a.zip").read_bytes() == before
    backup.back_up(data, tmp_path / "b.zip")
    backup.back_up(full, tmp_path / "b.zip")
    (tmp_path / "c.zip").write_bytes(b"no backup at all")
    backup.back_up(data, tmp_path / "c.zip")


def test_two_at_the_same_moment_do_not_disturb_each_other(data: Path) -> None:
    store = Backups(data)
    threads = [Thread(target=store.make, args=(NOW,)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [copy.good for copy in automatic_copies(data)] == [True] * 4


def test_a_summary_says_whose_data_they_are_and_when_they_changed(data: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(data / DATABASE)) as raw, raw:
        raw.execute("UPDATE plan SET issuing_body = 'UBND xã Mẫu'")
        raw.execute(
            "INSERT INTO log (at, who, kind, step, what, part, chain)"
            " VALUES ('2026-06-01T08:30:00', '', 'done', 'x', 'plan', '', '')"
        )
    Backups(data).back_up_to(tmp_path / "a.zip")
    for summary in (Backups(data).present(), Backups(data).look_into(tmp_path / "a.zip")):
        assert (summary.office, summary.changed_at) == ("UBND xã Mẫu", datetime(2026, 6, 1, 8, 30))
    with closing(sqlite3.connect(data / DATABASE)) as raw, raw:
        raw.execute("""INSERT INTO office VALUES (1, '{"issuing_body": ["UBND", "xã Khác"]}')""")
        raw.execute("UPDATE log SET at = 'hôm qua'")
    assert (Backups(data).present().office, Backups(data).present().changed_at) == ("UBND xã Khác", None)
    for content in ("{", "[]", "3", '{"issuing_body": [1]}', '{"issuing_body": ' + "[" * 3000):
        with closing(sqlite3.connect(data / DATABASE)) as raw, raw:
            raw.execute("UPDATE office SET content = ?", (content,))
        assert Backups(data).present().office == "UBND xã Mẫu"


def test_a_locked_one_is_put_back_with_its_password(data: Path, tmp_path: Path) -> None:
    store = Backups(data)
    store.back_up_to(tmp_path / "a.zip", "một hai ba bốn")
    assert store.is_locked(tmp_path / "a.zip")
    with pytest.raises(Refused):
        store.restore(tmp_path / "a.zip", "sai")
    assert store.restore(tmp_path / "a.zip", "một hai ba bốn")[0].plans == 1
    assert titles_in(data) == ["Một"]
