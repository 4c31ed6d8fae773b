"""Restoring: all or nothing, the data before kept."""

import errno
import os
import random
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import MachineTrouble, Refused
from app.texts import sentence_for
from db.backup import back_up
from db.check import check
from db.database_copy import DATABASE
from db.proof_folder import place
from db.restore import restore
from db.schema import HEAD
from tests.db.data_folders import (
    ABOUT,
    ROOT,
    add_proof,
    killed_at,
    leave_free,
    make_data,
    refusal,
    small_disk,
    store_in,
    titles_in,
    tree,
    unmount,
    write_zip,
)


def test_data_before_are_kept_and_can_be_restored(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Mới")
    back_up(make_data(tmp_path / "cũ", "Cũ"), tmp_path / "cũ.zip")
    _, kept = restore(data, tmp_path / "cũ.zip")
    assert titles_in(data) == ["Cũ"]
    assert kept is not None and kept.parent == data
    restore(data, kept)
    assert titles_in(data) == ["Mới"]


def test_restoring_over_broken_data_keeps_them_as_they_are(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    back_up(data, tmp_path / "a.zip")
    (data / DATABASE).write_bytes(b"not a database at all" * 100)
    _, kept = restore(data, tmp_path / "a.zip")
    assert kept is not None and kept.read_bytes().startswith(b"not a database")
    assert titles_in(data) == ["Một"]


def test_window_that_is_open_stays_on_the_restored_data(tmp_path: Path) -> None:
    back_up(make_data(tmp_path / "cũ", "Cũ"), tmp_path / "cũ.zip")
    data = make_data(tmp_path / "dữ liệu", "Mới")
    with closing(sqlite3.connect(data / DATABASE)) as open_elsewhere:
        assert open_elsewhere.execute("SELECT title FROM plan").fetchall() == [("Mới",)]
        restore(data, tmp_path / "cũ.zip")
        assert open_elsewhere.execute("SELECT title FROM plan").fetchall() == [("Cũ",)]
        assert open_elsewhere.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_restoring_gives_up_while_another_program_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.database_copy.PATIENCE", 0.1)
    back_up(make_data(tmp_path / "cũ", "Cũ"), tmp_path / "cũ.zip")
    data = make_data(tmp_path / "dữ liệu", "Mới")
    with closing(sqlite3.connect(data / DATABASE, isolation_level=None)) as open_elsewhere:
        open_elsewhere.execute("BEGIN IMMEDIATE")
        with pytest.raises(MachineTrouble) as trouble:
            restore(data, tmp_path / "cũ.zip")
        open_elsewhere.execute("ROLLBACK")
    assert trouble.value.key == "storage.locked"
    assert titles_in(data) == ["Mới"]


def test_backup_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    newer = make_data(tmp_path / "mới", "Hai")
    with closing(sqlite3.connect(newer / DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    back_up(newer, tmp_path / "a.zip")
    assert "cập nhật chương trình" in refusal(lambda: restore(data, tmp_path / "a.zip"))
    assert titles_in(data) == ["Một"]


def two_states(tmp_path: Path) -> Path:
    """A data folder with a plan and a proof of its own, beside a backup "cũ.zip" of another plan with two."""
    old = make_data(tmp_path / "cũ", "Cũ")
    for name in ("một", "hai"):
        add_proof(old, name.encode() * 1000, f"{name}.pdf")
    back_up(old, tmp_path / "cũ.zip")
    data = make_data(tmp_path / "dữ liệu", "Mới")
    add_proof(data, b"rieng", "riêng.pdf")
    return data


def test_restoring_adds_and_mends_proofs_and_deletes_none(tmp_path: Path) -> None:
    data = two_states(tmp_path)
    damaged = store_in(data).keep_bytes("một".encode() * 1000, "một.pdf")
    store_in(data).path_of(damaged).chmod(0o600)
    store_in(data).path_of(damaged).write_bytes(b"?")
    summary, kept = restore(data, tmp_path / "cũ.zip")
    assert (summary.proofs, summary.lost_files) == (2, ())
    assert (check(data).proofs, check(data).unused_files) == (2, 1)
    assert kept is not None
    restore(data, kept)
    assert (titles_in(data), check(data).proofs, check(data).unused_files) == (["Mới"], 1, 2)


@pytest.mark.parametrize("key", ["storage.locked", "storage.disk_full"])
def test_when_the_database_cannot_be_written_no_proof_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    data = two_states(tmp_path)
    before = tree(data)

    def fail(new: Path, present: Path) -> None:
        raise MachineTrouble(key)

    monkeypatch.setattr("db.restore.pour", fail)
    assert refusal(lambda: restore(data, tmp_path / "cũ.zip"))
    assert (titles_in(data), tree(data)) == (["Mới"], before)
    assert check(data).unused_files == 0


def test_when_a_proof_cannot_be_placed_nothing_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = two_states(tmp_path)
    before = tree(data)
    done: list[str] = []

    def fail_the_second_time(part: Path, folder: Path, name: str) -> bool:
        if done:
            raise OSError(errno.ENOSPC, "đầy")
        done.append(name)
        return place(part, folder, name)

    monkeypatch.setattr("db.restore.place", fail_the_second_time)
    assert "đã đầy" in refusal(lambda: restore(data, tmp_path / "cũ.zip"))
    assert (titles_in(data), tree(data)) == (["Mới"], before)


def test_a_backup_from_before_there_were_proofs_is_restored(tmp_path: Path) -> None:
    data = two_states(tmp_path)
    old = tmp_path / "rất cũ.db"
    with closing(sqlite3.connect(old)) as connection:
        connection.executescript((ROOT / "tests" / "migrations" / "0001.sql").read_text(encoding="utf-8"))
    write_zip(tmp_path / "a.zip", {"about.json": ABOUT, DATABASE: old.read_bytes()})
    summary, _ = restore(data, tmp_path / "a.zip")
    assert (summary.titles, summary.proofs) == (("Cải cách hành chính năm 2025",), 0)
    assert summary.made_on == date(2026, 3, 1)
    with closing(sqlite3.connect(data / DATABASE)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)


@pytest.mark.parametrize("is_foreseen", [True, False])
def test_a_disk_that_fills_up_at_any_point_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_foreseen: bool
) -> None:
    if not is_foreseen:  # as where another program takes the room meanwhile
        monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1 << 40})())
    old = make_data(tmp_path / "cũ", "Cũ")
    add_proof(old, os.urandom(200_000), "lớn.pdf")
    back_up(old, tmp_path / "cũ.zip")
    disk = tmp_path / "đĩa nhỏ"
    small_disk(disk, 4)
    try:
        data = make_data(disk / "dữ liệu", "Mới")
        add_proof(data, b"rieng", "riêng.pdf")
        before = tree(data)
        assert restore_in_ever_more_room(disk, data, tmp_path / "cũ.zip", before) > 5
        assert titles_in(data) == ["Cũ"]
    finally:
        unmount(disk)


def restore_in_ever_more_room(disk: Path, data: Path, file: Path, before: dict[str, bytes]) -> int:
    """Restore until the room is enough; answers how often it was not."""
    for refused, room in enumerate(range(0, 3_000_000, 40_000)):
        leave_free(disk, room)
        try:
            restore(data, file)
            return refused
        except Refused as error:
            assert sentence_for(error).endswith(".")
        (disk / "đầy").unlink()
        assert (titles_in(data), tree(data)) == (["Mới"], before)
        assert check(data).proofs == 1
    return -1


_RESTORER = """
import sys
from pathlib import Path
from db.restore import restore

print("", flush=True)
while True:
    for file in sys.argv[2:]:
        _, kept = restore(Path(sys.argv[1]), Path(file))
        kept.unlink()
"""


def test_killed_while_restoring_leaves_one_state_or_the_other(tmp_path: Path) -> None:
    data = two_states(tmp_path)
    back_up(data, tmp_path / "mới.zip")
    chance = random.Random(7)
    seen = set()
    for _ in range(12):
        arguments = [str(data), str(tmp_path / "cũ.zip"), str(tmp_path / "mới.zip")]
        killed_at(_RESTORER, arguments, chance.uniform(0, 0.3))
        found = check(data)
        seen.add((found.titles, found.proofs))
    assert seen <= {(("Cũ",), 2), (("Mới",), 1)}
    restore(data, tmp_path / "mới.zip")
    assert (titles_in(data), check(data).proofs) == (["Mới"], 1)
