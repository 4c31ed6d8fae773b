"""Backups: everything in one file, or no file."""

import os
import random
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from db.backup import back_up
from db.check import check
from db.database_copy import DATABASE
from db.restore import restore
from tests.db.data_folders import (
    add_proof,
    killed_at,
    leave_free,
    make_data,
    members_of,
    refusal,
    small_disk,
    store_in,
    titles_in,
    tree,
    unmount,
)


def test_backup_comes_back_as_it_was(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Kế hoạch xã An Phú", "Kế hoạch phường Bình Minh")
    file = tmp_path / "sao lưu ngày 1.zip"
    made = back_up(data, file)
    assert (made.plans, made.rows, made.made_on) == (2, 4, date.today())

    other = tmp_path / "máy khác"
    other.mkdir()
    summary, kept = restore(other, file)
    assert summary == made
    assert kept is None
    assert titles_in(other) == ["Kế hoạch xã An Phú", "Kế hoạch phường Bình Minh"]
    assert sorted(path.name for path in other.iterdir()) == [DATABASE]


def test_backup_sees_what_another_connection_has_just_committed(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    with closing(sqlite3.connect(data / DATABASE)) as open_elsewhere:
        open_elsewhere.execute("UPDATE plan SET title = 'Hai'")
        open_elsewhere.commit()
        assert back_up(data, tmp_path / "a.zip").titles == ("Hai",)


def test_unwritable_target_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    assert "Không ghi được" in refusal(lambda: back_up(data, tmp_path / "không có" / "a.zip"))
    (tmp_path / "thư mục").mkdir()
    assert "Không ghi được" in refusal(lambda: back_up(data, tmp_path / "thư mục"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dữ liệu", "thư mục"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such pipes there")
def test_a_device_or_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    os.mkfifo(tmp_path / "ống")
    assert "Không ghi được tệp" in refusal(lambda: back_up(data, tmp_path / "ống"))
    assert (tmp_path / "ống").is_fifo()


def test_without_data_there_is_nothing_to_save_or_check(tmp_path: Path) -> None:
    assert "chưa có dữ liệu" in refusal(lambda: back_up(tmp_path, tmp_path / "a.zip"))
    assert "chưa có dữ liệu" in refusal(lambda: check(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_proofs_come_back_with_their_files(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    picture = os.urandom(200_000)
    files = [add_proof(data, b"chu " * 50_000, "Báo cáo.pdf"), add_proof(data, picture, "Ảnh.png")]
    add_proof(data, picture, "Ảnh lần nữa.png")
    unused = store_in(data).keep_bytes(b"removed, and wanted again by undo", "bỏ.pdf")
    made = back_up(data, tmp_path / "a.zip")
    assert (made.proofs, made.lost_files) == (3, ())
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        found = {Path(member.filename).name: member.compress_type for member in packed.infolist()}
    methods = [found[store_in(data).path_of(file).name] for file in files]
    assert methods == [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]

    other = tmp_path / "máy khác"
    other.mkdir()
    summary, kept = restore(other, tmp_path / "a.zip")
    assert summary == made and kept is None
    assert tree(other) == tree(data) and len(tree(data)) == 3
    assert store_in(other).is_there(unused)
    assert check(other).proofs == 3


def test_lost_files_of_proofs_are_named_and_stop_nothing(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    good, gone, changed = (add_proof(data, name.encode(), f"{name}.pdf") for name in ("còn", "mất", "sửa"))
    store_in(data).path_of(gone).unlink()
    store_in(data).path_of(changed).chmod(0o600)
    store_in(data).path_of(changed).write_bytes(b"?")
    assert back_up(data, tmp_path / "a.zip").lost_files == ("mất.pdf", "sửa.pdf")
    names = [name for name in members_of(tmp_path / "a.zip") if name.startswith("proofs/")]
    assert [Path(name).name for name in names] == [store_in(data).path_of(good).name]

    other = tmp_path / "máy khác"
    other.mkdir()
    assert restore(other, tmp_path / "a.zip")[0].lost_files == ("mất.pdf", "sửa.pdf")
    # on the machine itself what is there is there
    store_in(data).keep_bytes("mất".encode(), "mất.pdf")
    assert restore(data, tmp_path / "a.zip")[0].lost_files == ("sửa.pdf",)


def test_what_is_no_proof_is_not_packed(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    add_proof(data, b"mot", "một.pdf")
    (data / "proofs" / "ghi chú.txt").write_text("x")
    (data / "proofs" / ".dở.part").write_text("x")
    (data / "proofs" / "aa").mkdir(exist_ok=True)
    (data / "proofs" / "aa" / f"{'a' * 64}.pdf").symlink_to("/etc/passwd")
    back_up(data, tmp_path / "a.zip")
    assert len(members_of(tmp_path / "a.zip")) == 3


def test_a_full_disk_leaves_the_backup_before(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    add_proof(data, os.urandom(300_000), "một.pdf")
    stick = tmp_path / "usb"
    small_disk(stick, 3)
    try:
        back_up(data, stick / "a.zip")
        before = (stick / "a.zip").read_bytes()
        for room in range(0, 300_000, 20_000):
            leave_free(stick, room)
            assert "Không ghi được" in refusal(lambda: back_up(data, stick / "a.zip"))
            assert sorted(path.name for path in stick.iterdir()) == ["a.zip", "đầy"]
            assert (stick / "a.zip").read_bytes() == before
        leave_free(stick, 1 << 20)
        back_up(data, stick / "a.zip")
    finally:
        unmount(stick)


_SAVER = """
import sys
from pathlib import Path
from db.backup import back_up

print("", flush=True)
while True:
    back_up(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def test_killed_while_backing_up_leaves_whole_backups_only(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    file = add_proof(data, os.urandom(1_000_000), "một.pdf")
    back_up(data, tmp_path / "a.zip")
    chance = random.Random(5)
    for _ in range(12):
        killed_at(_SAVER, [str(data), str(tmp_path / "a.zip")], chance.uniform(0, 0.2))
        other = Path(tempfile.mkdtemp(dir=tmp_path))
        restore(other, tmp_path / "a.zip")
        assert check(other).proofs == 1 and store_in(other).is_there(file)
    assert check(data).proofs == 1
