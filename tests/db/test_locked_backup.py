"""Backups with a password: nothing to be read without it, nothing changed by a wrong one."""

import gc
import json
import os
import signal
import struct
import time
import unicodedata
import zipfile
from pathlib import Path

import pytest
import pyzipper

from app.domain.errors import Refused
from db.backup import back_up
from db.backup_file import needs_password, rows_in
from db.check import check
from db.database_copy import DATABASE
from db.locked_backup import is_locked, reading_zip, writing_zip
from db.restore import look_into, restore
from tests.db.data_folders import ABOUT, add_proof, make_data, refusal, store_in, titles_in, tree

PASSWORD = "Mật khẩu của xã 2026"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a plan and a proof."""
    made = make_data(tmp_path / "dữ liệu", "Kế hoạch bí mật")
    add_proof(made, b"noi dung kiem chung " * 5_000, "một.pdf")
    return made


@pytest.fixture
def locked(data: Path, tmp_path: Path) -> Path:
    """Its backup with a password."""
    back_up(data, tmp_path / "a.zip", password=PASSWORD)
    return tmp_path / "a.zip"


def test_it_comes_back_with_its_password(data: Path, locked: Path, tmp_path: Path) -> None:
    other = tmp_path / "máy khác"
    other.mkdir()
    assert look_into(other, locked, PASSWORD).titles == ("Kế hoạch bí mật",)
    summary, kept = restore(other, locked, PASSWORD)
    assert (summary.plans, summary.proofs, summary.lost_files, kept) == (1, 1, (), None)
    assert tree(other) == tree(data) and check(other).proofs == 1


def test_one_letter_with_marks_may_be_typed_in_two_ways(locked: Path, data: Path) -> None:
    assert look_into(data, locked, unicodedata.normalize("NFD", PASSWORD)).plans == 1


def test_without_it_or_with_another_nothing_is_read_or_changed(data: Path, locked: Path) -> None:
    before = tree(data)
    assert "có mật khẩu" in refusal(lambda: restore(data, locked))
    for wrong in ("mật khẩu của xã 2026", PASSWORD + " ", "x"):
        assert "không đúng" in refusal(lambda wrong=wrong: restore(data, locked, wrong))  # type: ignore[misc]
        assert "không đúng" in refusal(lambda wrong=wrong: look_into(data, locked, wrong))  # type: ignore[misc]
    assert titles_in(data) == ["Kế hoạch bí mật"] and tree(data) == before
    content = locked.read_bytes()
    for word in ("Kế hoạch bí mật".encode(), b"so-cchc-backup/1", b"SQLite format 3", b"noi dung kiem chung"):
        assert word not in content


def test_whether_a_password_is_needed_is_known_beforehand(data: Path, locked: Path, tmp_path: Path) -> None:
    back_up(data, tmp_path / "open.zip")
    assert needs_password(locked) and not needs_password(tmp_path / "open.zip")
    assert look_into(data, tmp_path / "open.zip", "không cần").plans == 1
    (tmp_path / "khác.zip").write_bytes(b"khac")
    assert "không phải bản sao lưu" in refusal(lambda: needs_password(tmp_path / "khác.zip"))


def test_every_member_is_locked_with_the_strong_lock(locked: Path) -> None:
    with reading_zip(locked, PASSWORD) as packed:
        assert {getattr(member, "wz_aes_strength", 0) for member in packed.infolist()} == {3}


def test_a_backup_without_a_password_has_the_format_it_always_had(data: Path, tmp_path: Path) -> None:
    back_up(data, tmp_path / "a.zip")
    assert not is_locked(tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        about = json.loads(packed.read("about.json"))
        assert {name.partition("/")[0] for name in packed.namelist()} == {DATABASE, "about.json", "proofs"}
    assert about["format"] == "so-cchc-backup/1" and about["rows"] == 2


def test_a_damaged_one_is_refused(data: Path, locked: Path) -> None:
    content = locked.read_bytes()
    for place in range(60, len(content) - 200, 997):
        locked.write_bytes(content[:place] + bytes([content[place] ^ 255]) + content[place + 1 :])
        with pytest.raises(Refused):
            look_into(data, locked, PASSWORD)
    for length in (3, len(content) // 2, len(content) - 3):
        locked.write_bytes(content[:length])
        with pytest.raises(Refused):
            look_into(data, locked, PASSWORD)


def test_a_weaker_lock_or_half_a_lock_is_none_of_ours(data: Path, tmp_path: Path) -> None:
    for number, options in enumerate(({"nbits": 128}, {"nbits": 256})):
        file = tmp_path / f"{number}.zip"
        with pyzipper.AESZipFile(file, "w", encryption=pyzipper.WZ_AES, encryption_kwargs=options) as packed:
            packed.setpassword(PASSWORD.encode())
            packed.writestr("about.json", ABOUT)
            if number:
                packed.encryption = packed.pwd = None
            packed.writestr(DATABASE, b"x")
        assert "không phải bản sao lưu" in refusal(lambda file=file: look_into(data, file, PASSWORD))  # type: ignore[misc]


def test_a_member_larger_than_it_says_is_refused(data: Path, locked: Path) -> None:
    content = bytearray(locked.read_bytes())
    end = content.rfind(b"PK\x05\x06")
    directory = struct.unpack("<I", content[end + 16 : end + 20])[0]
    struct.pack_into("<I", content, directory + 24, 4096)  # the database's size, said smaller than it is
    locked.write_bytes(content)
    assert "bị hỏng" in refusal(lambda: look_into(data, locked, PASSWORD))


def test_rows_are_told_with_the_password_only(locked: Path) -> None:
    assert rows_in(locked, PASSWORD) == 2
    assert rows_in(locked) is None and rows_in(locked, "khác") is None


def test_many_proofs_take_seconds_only(data: Path, tmp_path: Path) -> None:
    for number in range(150):
        store_in(data).keep_bytes(os.urandom(2_000) + bytes([number]), f"{number}.pdf")
    began = time.monotonic()
    back_up(data, tmp_path / "a.zip", password=PASSWORD)
    assert look_into(data, tmp_path / "a.zip", PASSWORD).plans == 1
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("room", [0, 4096, 8192, 12288, 40960, 61440])
def test_no_room_is_told_as_that_and_as_nothing_else(
    tmp_path: Path, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    resource = pytest.importorskip("resource")
    complaints: list[object] = []
    monkeypatch.setattr("sys.unraisablehook", complaints.append)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
        with pytest.raises(OSError), writing_zip(tmp_path / "a.zip", PASSWORD) as packed:
            packed.writestr("một", os.urandom(50_000))
            packed.writestr("hai", os.urandom(50_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    del packed
    gc.collect()
    assert not complaints
