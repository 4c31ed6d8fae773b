"""Packages looked at before they are opened."""

import struct
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from app.domain.errors import MachineTrouble, Refused
from app.exchange.zip_guard import check_zip
from app.texts import sentence_for


def _package(path: Path, *names: str, content: bytes = b"a") -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(name, content)
    return path


def _refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        check_zip(path)
    assert path.name in sentence_for(refused.value)
    return refused.value.key


def test_a_usual_package(tmp_path: Path) -> None:
    check_zip(_package(tmp_path / "a.docx", "word/document.xml", "[Content_Types].xml", "word/media/ảnh..1.png"))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x05\x06", b"a" * 1000])
def test_broken_packages(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "hỏng.docx"
    path.write_bytes(content)
    assert _refusal(path) == "import.truncated"


def test_a_package_cut_off(tmp_path: Path) -> None:
    path = _package(tmp_path / "cụt.docx", "word/document.xml", content=bytes(range(256)) * 40)
    whole = path.read_bytes()
    for length in (10, len(whole) // 2, len(whole) - 10):
        path.write_bytes(whole[:length])
        assert _refusal(path) == "import.truncated"


@pytest.mark.parametrize("size", [3_000_000, 250_000_000])
def test_bombs(size: int, tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(size // 1_000_000):
            part.write(bytes(1_000_000))
    assert _refusal(path) == "import.bomb"


def test_a_bomb_that_lies_about_its_size_unpacks_no_further_than_it_says(tmp_path: Path) -> None:
    path = _package(tmp_path / "bom.docx", "word/document.xml", content=bytes(50_000_000))
    content = path.read_bytes().replace(struct.pack("<L", 50_000_000), struct.pack("<L", 1000))
    path.write_bytes(content)
    check_zip(path)
    with ZipFile(path) as package, pytest.raises(Exception, match="CRC"):
        package.read("word/document.xml")


def test_too_many_parts(tmp_path: Path) -> None:
    assert _refusal(_package(tmp_path / "a.docx", *map(str, range(5_001)))) == "import.bomb"


@pytest.mark.parametrize("name", ["../a", "word/../../a", "/etc/a", "C:/a", "..\\a", "\\\\server\\a"])
def test_paths_that_lead_outside(name: str, tmp_path: Path) -> None:
    assert _refusal(_package(tmp_path / "a.docx", name)) == "import.path_trick"


def test_encrypted_parts(tmp_path: Path) -> None:
    path = _package(tmp_path / "a.docx", "a")
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert _refusal(path) == "read.encrypted"


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(MachineTrouble) as trouble:
        check_zip(tmp_path)
    assert trouble.value.key == "read.no_access"


def test_a_part_that_claims_to_take_up_more_than_the_file(tmp_path: Path) -> None:
    path = _package(tmp_path / "a.docx", "a")
    content = bytearray(path.read_bytes())
    place = content.index(b"PK\x01\x02") + 20
    content[place : place + 4] = (0x7FFFFFFF).to_bytes(4, "little")
    path.write_bytes(content)
    assert _refusal(path) == "import.truncated"
