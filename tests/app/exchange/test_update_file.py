"""Update files: whole ones are read, anything else is refused before a byte is written anywhere."""

import hashlib
import io
import lzma
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from app.domain.errors import Refused
from app.exchange.update_file import check_update_file, unpack_update
from build_spec.build_linux import pack_tar
from tests.app.update.standins import make_bundle, pack, without_links

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="made with tar")
_VERSION = "1.1.0"
Spoil = Callable[[list[tuple[tarfile.TarInfo, bytes]]], None]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A program folder."""
    return make_bundle(tmp_path / "mới", _VERSION)


@pytest.fixture
def file(bundle: Path, tmp_path: Path) -> Path:
    """It as an update file."""
    return pack(bundle, tmp_path / "so-cchc-1.1.0.tar.xz")


def spoilt(file: Path, spoil: Spoil) -> Path:
    """``file`` packed anew with its members changed."""
    with tarfile.open(file) as archive:
        members = [(one, _content(archive, one)) for one in archive]
    spoil(members)
    target = file.with_name("lạ.tar.xz")
    with tarfile.open(target, "w:xz") as archive:
        for one, content in members:
            one.size = len(content) if one.isreg() else 0
            archive.addfile(one, io.BytesIO(content))
    return target


def _content(archive: tarfile.TarFile, one: tarfile.TarInfo) -> bytes:
    opened = archive.extractfile(one) if one.isreg() else None
    return opened.read() if opened else b""


def added(name: str, content: bytes = b"x", kind: bytes = tarfile.REGTYPE, target: str = "") -> Spoil:
    """One more member."""
    one = tarfile.TarInfo(name)
    one.type, one.linkname = kind, target
    return lambda members: members.append((one, content))


def changed(ending: str, content: bytes | None) -> Spoil:
    """The member with this end of its name holds something else, or is gone."""

    def change(members: list[tuple[tarfile.TarInfo, bytes]]) -> None:
        place = next(place for place, (one, _) in enumerate(members) if one.name.endswith(ending))
        if content is None:
            del members[place]
        else:
            members[place] = (members[place][0], content)

    return change


def refusal(file: Path) -> str:
    """With which sentence the file is refused."""
    with pytest.raises(Refused) as refused:
        check_update_file(file)
    return refused.value.key


@pytest.mark.parametrize("kind", ["tar.xz", "zip"])
def test_a_whole_one_is_read_and_unpacked_as_it_was(bundle: Path, tmp_path: Path, kind: str) -> None:
    bundle = bundle if kind == "tar.xz" else without_links(bundle, _VERSION)
    update = check_update_file(pack(bundle, tmp_path / f"so-cchc.{kind}"))
    assert not update.is_listed and update.manifest.programs == ("so-cchc-cli", "so-cchc")
    unpack_update(update, tmp_path / "ra")
    names = sorted(path.relative_to(tmp_path / "ra") for path in (tmp_path / "ra").rglob("*"))
    left_out = bundle / f"_internal-{_VERSION}" / "manifest.json"
    assert names == sorted(path.relative_to(bundle) for path in bundle.rglob("*") if path != left_out)
    assert (tmp_path / "ra" / "so-cchc").stat().st_mode & 0o777 == 0o755


def test_the_list_of_hashes_beside_it_is_heeded(file: Path) -> None:
    listing = file.with_name("SHA256SUMS")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    listing.write_text(f"{digest}  {file.name}\n")
    assert check_update_file(file).is_listed
    listing.write_text(f"{'0' * 64}  {file.name}\n")
    assert refusal(file) == "update.wrong_hash"


def test_a_changed_byte_anywhere_is_noticed(file: Path) -> None:
    whole = file.read_bytes()
    for place in range(0, len(whole), max(1, len(whole) // 40)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        assert refusal(file) in ("update.damaged", "update.wrong_hash", "import.path_trick", "update.no_manifest")
    file.write_bytes(whole[: len(whole) // 2])
    assert refusal(file) == "update.damaged"


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (changed("phần.txt", b"x"), "update.wrong_hash"),
        (changed("phần.txt", None), "update.wrong_hash"),
        (changed("manifest.json", None), "update.no_manifest"),
        (changed("manifest.json", b"[" * 100_000), "update.damaged"),
        (changed("manifest.json", b"\xff\xfe"), "update.damaged"),
        (added(f"so-cchc/_internal-{_VERSION}/thêm.txt"), "update.wrong_hash"),
        (added("so-cchc/so-cchc-cli"), "update.damaged"),
        (added(f"so-cchc/_internal-{_VERSION}/manifest.json", b"{}"), "update.damaged"),
        (added("so-cchc/../../ngoài.txt"), "import.path_trick"),
        (added("/etc/cron.d/x"), "import.path_trick"),
        (added("C:\\Windows\\x.dll"), "import.path_trick"),
        (added("so-cchc/CON"), "import.path_trick"),
        (added("khác/x"), "import.path_trick"),
        (added("so-cchc/x", b"", tarfile.LNKTYPE, "/etc/passwd"), "import.path_trick"),
        (added("so-cchc/x", b"", tarfile.CHRTYPE), "import.path_trick"),
        (added("so-cchc/x", b"", tarfile.FIFOTYPE), "import.path_trick"),
        (added("so-cchc/x", b"", tarfile.SYMTYPE, "/etc/passwd"), "update.wrong_hash"),
    ],
)
def test_what_is_not_as_it_was_packed_is_refused(file: Path, spoil: Spoil, key: str) -> None:
    assert refusal(spoilt(file, spoil)) == key


def test_a_link_that_leads_outside_is_refused_though_it_is_listed(bundle: Path, tmp_path: Path) -> None:
    from app.update.installed import system_name
    from build_spec.manifest import write_manifest

    (bundle / f"_internal-{_VERSION}" / "ra").symlink_to("../../../ngoài")
    write_manifest(bundle, _VERSION, system_name())
    pack_tar(bundle, tmp_path / "lạ.tar.xz")
    assert refusal(tmp_path / "lạ.tar.xz") == "update.damaged"


def test_bombs_are_refused_before_they_go_off(file: Path, tmp_path: Path) -> None:
    one = tarfile.TarInfo("so-cchc/to.bin")
    one.size = 2 << 30
    bomb = tmp_path / "bom.tar.xz"
    bomb.write_bytes(lzma.compress(one.tobuf() + bytes(1 << 20)))
    assert refusal(bomb) == "import.bomb"
    crowd = io.BytesIO()
    with tarfile.open(fileobj=crowd, mode="w") as archive:
        for number in range(20_001):
            archive.addfile(tarfile.TarInfo(f"so-cchc/{number}"))
    bomb.write_bytes(lzma.compress(crowd.getvalue(), preset=0))
    assert refusal(bomb) == "import.bomb"
    zipped = tmp_path / "bom.zip"
    with ZipFile(zipped, "w", ZIP_DEFLATED) as package:
        package.writestr("so-cchc/to.bin", bytes(60 << 20))
    assert refusal(zipped) == "import.bomb"
    # a dictionary of 1.5 GB, asked for in a few bytes
    greedy = lzma.compress(b"x" * 1000, filters=[{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 20}])
    assert refusal(_with_bytes(tmp_path / "tham.tar.xz", _claiming_dictionary(greedy))) == "update.damaged"


def _with_bytes(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


def _claiming_dictionary(packed: bytes) -> bytes:
    """An .xz stream whose header asks for a dictionary of 1.5 GB; its check sum is made to fit."""
    import zlib

    size = (packed[12] + 1) * 4
    header = bytearray(packed[12 : 12 + size - 4])
    place = header.index(b"\x21\x01") + 2
    header[place] = 37
    return packed[:12] + bytes(header) + zlib.crc32(bytes(header)).to_bytes(4, "little") + packed[12 + size :]


def test_a_link_in_a_zip_is_refused(bundle: Path, tmp_path: Path) -> None:
    file = pack(without_links(bundle, _VERSION), tmp_path / "so-cchc.zip")
    link = ZipInfo(f"so-cchc/_internal-{_VERSION}/ra")
    link.external_attr = 0o120777 << 16
    with ZipFile(file, "a") as package:
        package.writestr(link, "/etc/passwd")
    assert refusal(file) == "import.path_trick"


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("x.zip", b"", "import.truncated"),
        ("x.zip", b"PK\x03\x04", "import.truncated"),
        ("x.tar.xz", b"", "update.damaged"),
        ("x.tar.xz", b"\xfd7zXZ\x00", "update.damaged"),
        ("x.exe", b"MZ", "update.other_kind"),
        ("x.txt", b"x", "update.other_kind"),
    ],
)
def test_what_is_no_update_at_all(tmp_path: Path, name: str, content: bytes, key: str) -> None:
    assert refusal(_with_bytes(tmp_path / name, content)) == key


def test_one_that_was_changed_after_the_check_is_not_unpacked(file: Path, tmp_path: Path) -> None:
    update = check_update_file(file)
    spoilt(file, changed("phần.txt", b"x")).replace(file)
    with pytest.raises(Refused, match="update.wrong_hash"):
        unpack_update(update, tmp_path / "ra")
