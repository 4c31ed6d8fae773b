"""Files that are no backup, or not one of ours: refused, with nothing changed."""

import errno
import hashlib
import json
import random
import re
import zipfile
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.proof import MOST_BYTES
from app.texts import sentence_for
from db.backup import back_up
from db.check import check
from db.database_copy import DATABASE
from db.restore import restore
from tests.db.data_folders import (
    ABOUT,
    add_proof,
    make_data,
    members_of,
    refusal,
    titles_in,
    tree,
    write_zip,
)


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"word/document.xml": b"<x/>"}, "không phải bản sao lưu"),
        ({"about.json": ABOUT}, "không phải bản sao lưu"),
        ({"about.json": ABOUT, DATABASE: b"", "../../ngoài.txt": b"x"}, "không phải bản sao lưu"),
        ({"about.json": b"{}", DATABASE: b""}, "không phải bản sao lưu"),
        ({"about.json": b"{", DATABASE: b""}, "bị hỏng"),
        ({"about.json": b'{"format": "so-cchc-backup/1", "made_on": "yesterday"}', DATABASE: b""}, "bị hỏng"),
        ({"about.json": ABOUT, DATABASE: b""}, "bị hỏng"),
        ({"about.json": ABOUT, DATABASE: b"not a database" * 500}, "bị hỏng"),
    ],
)
def test_other_files_are_refused_and_change_nothing(tmp_path: Path, members: dict[str, bytes], expected: str) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    before = sorted(path.name for path in data.iterdir())
    write_zip(tmp_path / "a.zip", members)
    sentence = refusal(lambda: restore(data, tmp_path / "a.zip"))
    assert expected in sentence and "a.zip" in sentence
    assert titles_in(data) == ["Một"]
    assert sorted(path.name for path in data.iterdir()) == before


def test_cut_backup_is_refused(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    back_up(data, tmp_path / "a.zip")
    whole = (tmp_path / "a.zip").read_bytes()
    for length in (3, len(whole) // 2, len(whole) - 3):
        (tmp_path / "a.zip").write_bytes(whole[:length])
        assert "bị hỏng" in refusal(lambda: restore(data, tmp_path / "a.zip"))
    assert titles_in(data) == ["Một"]


def test_zip_larger_than_the_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    back_up(data, tmp_path / "a.zip")
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 10})())
    assert "chỗ trống" in refusal(lambda: restore(data, tmp_path / "a.zip"))


CONTENT = b"mot hai ba"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
GOOD = f"proofs/{SHA256[:2]}/{SHA256}.pdf"


def packed_with(tmp_path: Path, proofs: dict[str, bytes], count: int | None = None) -> Path:
    """A backup that is good but for its proofs."""
    write_zip(tmp_path / "a.zip", sound_members(tmp_path, len(proofs) if count is None else count) | proofs)
    return tmp_path / "a.zip"


def sound_members(tmp_path: Path, count: int) -> dict[str, bytes]:
    if not (tmp_path / "gốc.zip").exists():
        back_up(make_data(tmp_path / "gốc", "Gốc"), tmp_path / "gốc.zip")
    members = members_of(tmp_path / "gốc.zip")
    return members | {"about.json": json.dumps(json.loads(members["about.json"]) | {"proofs": count}).encode()}


def assert_refused(tmp_path: Path, file: Path, expected: str) -> None:
    """The backup is refused with a sentence that says ``expected``, and nothing anywhere has changed."""
    data = tmp_path / "dữ liệu"
    if not data.exists():
        add_proof(make_data(data, "Một"), b"rieng", "riêng.pdf")
    before, around = tree(data), sorted(path.name for path in tmp_path.iterdir())
    sentence = refusal(lambda: restore(data, file))
    assert expected in sentence and file.name in sentence
    assert titles_in(data) == ["Một"] and tree(data) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == around


def test_the_good_one_is_taken(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    restore(data, packed_with(tmp_path, {GOOD: CONTENT}))
    assert titles_in(data) == ["Gốc"] and (data / GOOD).read_bytes() == CONTENT


@pytest.mark.parametrize(
    "name",
    [
        f"proofs/../{SHA256}.pdf",
        f"../proofs/{SHA256[:2]}/{SHA256}",
        f"/proofs/{SHA256[:2]}/{SHA256}",
        f"C:/proofs/{SHA256[:2]}/{SHA256}",
        f"proofs\\{SHA256[:2]}\\{SHA256}",
        f"proofs/00/{SHA256}",
        f"proofs/{SHA256[:2]}/{SHA256.upper()}",
        f"proofs/{SHA256[:2]}/{SHA256}.pdf/x",
        f"proofs/{SHA256[:2]}/{SHA256}.pdf.exe",
        f"proofs/{SHA256[:2]}/{SHA256}.PDF",
        f"proofs/{SHA256[:2]}/{SHA256}:x",
        f"proofs/{SHA256[:2]}/{SHA256}. ",
        f"proofs/{SHA256[:2]}/{SHA256}\n",
        f"proofs/{SHA256[:2]}/",
        "proofs/",
        "proofs/con.pdf",
        "settings.json",
        ".bashrc",
    ],
)
def test_no_other_name_is_let_in(tmp_path: Path, name: str) -> None:
    assert_refused(tmp_path, packed_with(tmp_path, {name: CONTENT}), "không phải bản sao lưu")


def test_a_file_that_is_not_what_its_name_says_is_refused(tmp_path: Path) -> None:
    assert_refused(tmp_path, packed_with(tmp_path, {GOOD: CONTENT + b"!"}), "bị hỏng")


@pytest.mark.parametrize("count", [0, 2, -1])
def test_a_file_too_few_or_too_many_is_refused(tmp_path: Path, count: int) -> None:
    assert_refused(tmp_path, packed_with(tmp_path, {GOOD: CONTENT}, count), "bị hỏng")


def test_the_same_name_twice_is_refused(tmp_path: Path) -> None:
    file = packed_with(tmp_path, {GOOD: CONTENT})
    with zipfile.ZipFile(file, "a") as packed, pytest.warns(UserWarning, match="Duplicate"):
        packed.writestr(GOOD, CONTENT)
    assert_refused(tmp_path, file, "không phải bản sao lưu")


def test_a_proof_larger_than_any_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = b"\0" * (MOST_BYTES + 1)
    name = hashlib.sha256(bomb).hexdigest()
    file = packed_with(tmp_path, {f"proofs/{name[:2]}/{name}": bomb})
    assert file.stat().st_size < 100_000
    assert_refused(tmp_path, file, "không phải bản sao lưu")


def test_proofs_that_together_fill_the_disk_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = packed_with(tmp_path, {GOOD: CONTENT})
    assert_refused(tmp_path, packed_with(tmp_path, {GOOD: CONTENT}, 0), "bị hỏng")
    with zipfile.ZipFile(packed_with(tmp_path, {GOOD: CONTENT})) as packed:
        declared = sum(member.file_size for member in packed.infolist()) + packed.getinfo(DATABASE).file_size
    present = sum(path.stat().st_size for path in (tmp_path / "dữ liệu").rglob("*") if path.is_file())
    for free in (declared, declared + present - 1):
        monkeypatch.setattr("shutil.disk_usage", lambda _, free=free: type("Usage", (), {"free": free})())
        assert_refused(tmp_path, file, "chỗ trống")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_is_not_ours_is_refused(tmp_path: Path, method: int) -> None:
    file = packed_with(tmp_path, {}, 1)
    with zipfile.ZipFile(file, "a") as packed:
        packed.writestr(GOOD, CONTENT, method)
    assert_refused(tmp_path, file, "không phải bản sao lưu")


def test_a_declared_size_that_lies_is_refused(tmp_path: Path) -> None:
    file = packed_with(tmp_path, {GOOD: b"x" * 100_000})
    content = bytearray(file.read_bytes())
    # the size in the list at the end, and the one before the content
    for place in [match.start() for match in re.finditer((100_000).to_bytes(4, "little"), content)]:
        content[place : place + 4] = (10).to_bytes(4, "little")
    file.write_bytes(content)
    assert_refused(tmp_path, file, "bị hỏng")


def test_any_broken_byte_is_refused_or_harmless(tmp_path: Path) -> None:
    chance = random.Random(11)
    file = packed_with(tmp_path, {GOOD: CONTENT})
    whole = file.read_bytes()
    data = add_and_fill(tmp_path)
    refused = 0
    for _ in range(60):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 4, 40))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        file.write_bytes(content)
        try:
            restore(data, file)
        except Refused as error:
            refused += 1
            assert sentence_for(error)
        assert check(data).plans == 1
    assert refused > 30


def add_and_fill(tmp_path: Path) -> Path:
    data = make_data(tmp_path / "dữ liệu", "Một")
    add_proof(data, b"rieng", "riêng.pdf")
    return data


def test_a_backup_that_cannot_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = packed_with(tmp_path, {GOOD: CONTENT})

    def pulled_out(*arguments: object) -> bytes:
        raise OSError(errno.EIO, "rút ra")

    monkeypatch.setattr(zipfile.ZipExtFile, "read", pulled_out)
    assert_refused(tmp_path, file, "Không đọc được")
    monkeypatch.undo()
    assert_refused(tmp_path, tmp_path / "không có.zip", "Không đọc được")


def test_a_part_that_claims_to_take_up_more_than_the_file(tmp_path: Path) -> None:
    file = packed_with(tmp_path, {GOOD: CONTENT})
    content = bytearray(file.read_bytes())
    place = content.index(b"PK\x01\x02") + 20
    content[place : place + 4] = (0x7FFFFFFF).to_bytes(4, "little")
    file.write_bytes(content)
    assert_refused(tmp_path, file, "không phải bản sao lưu")
