"""The machine's trouble in words; our own mistakes pass."""

import errno
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from app.domain.errors import MachineTrouble
from app.texts import sentence_for
from db import engine
from db.errors import machine_trouble, trouble_of
from db.storage import FILE_NAME, DatabaseStorage
from tests.app.domain.samples import plan, table


def _sqlite(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (sqlite3.SQLITE_FULL, "storage.disk_full"),
        (sqlite3.SQLITE_READONLY, "storage.read_only"),
        (sqlite3.SQLITE_CANTOPEN, "storage.cannot_open"),
        (sqlite3.SQLITE_BUSY, "storage.locked"),
        (sqlite3.SQLITE_CORRUPT, "storage.corrupt"),
        (sqlite3.SQLITE_IOERR | (3 << 8), "storage.disk_trouble"),
    ],
)
def test_each_trouble_has_its_sentence(code: int, key: str) -> None:
    with pytest.raises(MachineTrouble) as error, machine_trouble():
        raise OperationalError("", {}, _sqlite(code))
    assert error.value.key == key
    assert sentence_for(error.value).endswith(".")


@pytest.mark.parametrize(
    ("code", "key"),
    [
        (errno.ENOSPC, "storage.disk_full"),
        (errno.EDQUOT, "storage.disk_full"),
        (errno.EROFS, "storage.read_only"),
        (errno.EACCES, "storage.read_only"),
        (errno.EIO, "storage.disk_trouble"),
    ],
)
def test_each_trouble_of_the_disk_has_its_sentence(code: int, key: str) -> None:
    with pytest.raises(MachineTrouble) as error, machine_trouble():
        raise OSError(code, "x")
    assert error.value.key == key


def test_a_file_that_windows_says_another_program_holds_is_locked() -> None:
    class Held(PermissionError):
        winerror = 32

    trouble = trouble_of(Held(errno.EACCES, "x"))
    assert trouble is not None and trouble.key == "storage.locked"


def test_an_error_of_the_system_that_says_nothing_about_the_disk_passes() -> None:
    with pytest.raises(FileNotFoundError), machine_trouble():
        raise FileNotFoundError(errno.ENOENT, "x")


def test_our_own_mistakes_pass() -> None:
    assert trouble_of(IntegrityError("", {}, _sqlite(sqlite3.SQLITE_CONSTRAINT))) is None
    with pytest.raises(sqlite3.Error), machine_trouble():
        raise _sqlite(sqlite3.SQLITE_ERROR)


def test_a_database_another_program_writes_to_is_locked(
    storage: DatabaseStorage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_BUSY_MS", 10)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(MachineTrouble) as error:
            storage.write("Thêm", lambda work: work.add_plan(plan(table())))
        other.rollback()
    assert error.value.key == "storage.locked"
    assert storage.write("Thêm", lambda work: work.add_plan(plan(table()))).result


def test_a_full_disk_writes_nothing(storage: DatabaseStorage) -> None:
    storage.write("Thêm", lambda work: work.add_plan(plan(table())))
    with storage._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    with pytest.raises(MachineTrouble) as error:
        storage.write("Thêm", lambda work: work.add_plan(plan(table(), title="dài " * 5_000)))
    assert error.value.key == "storage.disk_full"
    assert len(storage.read(lambda work: work.list_plans())) == 1


def test_a_network_folder_is_known_by_its_mount() -> None:
    mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/chung cifs rw 0 0\n"
    assert engine._kind_of_mount(Path("/mnt/chung/so"), mounts) == "cifs"
    assert engine._kind_of_mount(Path("/mnt/chungso"), mounts) == "ext4"


def test_a_text_of_broken_bytes_is_damage(storage: DatabaseStorage, tmp_path: Path) -> None:
    storage.write("Nhập", lambda work: work.add_plan(plan(table())))
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as outside, outside:
        outside.execute("UPDATE plan SET title = CAST(x'ff' AS TEXT)")
    with pytest.raises(MachineTrouble) as trouble:
        storage.read(lambda work: work.list_plans())
    assert trouble.value.key == "storage.corrupt"
