"""Files of proofs: taken in once, found again, and refused with nothing left behind."""

import errno
import hashlib
import os
import random
import stat
import subprocess
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Literal

import pytest

from app.domain.errors import MachineTrouble, Refused
from app.domain.proof import FaultKind, ProofFile, ProofTypes
from app.texts import sentence_for
from db import proof_folder
from db.proof_files import ProofFiles
from tests.db.data_folders import killed_at, leave_free, small_disk, unmount

TYPES = ProofTypes(frozenset({"pdf", "docx", "png"}), frozenset(), 5 << 20)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def store(tmp_path: Path) -> ProofFiles:
    """An empty store in a data folder of its own."""
    (tmp_path / "dữ liệu").mkdir()
    return ProofFiles(tmp_path / "dữ liệu", TYPES)


def kept_names(tmp_path: Path) -> list[str]:
    """Everything in the folder of proofs, half-written files included."""
    folder = tmp_path / "dữ liệu" / "proofs"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def make(tmp_path: Path, name: str, content: bytes = b"x" * 10) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def refusal(call: Callable[[], object]) -> Refused:
    """What ``call`` is refused with; its sentence can be said."""
    with pytest.raises(Refused) as refused:
        call()
    assert sentence_for(refused.value).endswith(".")
    return refused.value


def test_the_same_content_twice_is_one_file(store: ProofFiles, tmp_path: Path) -> None:
    first = store.keep(make(tmp_path, "Báo cáo.pdf", b"abc" * 700_000))
    second = store.keep(make(tmp_path, "bản chép.PDF", b"abc" * 700_000))
    assert first == ProofFile(hashlib.sha256(b"abc" * 700_000).hexdigest(), "Báo cáo.pdf", 2_100_000)
    assert second.sha256 == first.sha256 and second.name == "bản chép.PDF"
    assert kept_names(tmp_path) == [f"{first.sha256[:2]}/{first.sha256}.pdf"]
    assert store.path_of(second).read_bytes() == b"abc" * 700_000
    assert store.is_there(first)


def test_many_at_once_keep_one_file(store: ProofFiles, tmp_path: Path) -> None:
    content = os.urandom(300_000)
    with ThreadPoolExecutor(8) as pool:
        kept = list(pool.map(lambda number: store.keep_bytes(content, f"{number}.pdf"), range(40)))
    assert len({file.sha256 for file in kept}) == 1
    assert len(kept_names(tmp_path)) == 1
    assert store.check(kept) == []


def test_a_place_that_another_has_just_filled_is_good(
    store: ProofFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(part: Path, final: Path) -> None:
        final.write_bytes(b"abc")
        raise PermissionError(errno.EACCES, "chỉ đọc")

    monkeypatch.setattr(Path, "replace", overtaken)
    file = store.keep_bytes(b"abc", "a.pdf")
    monkeypatch.undo()
    assert store.is_there(file) and len(kept_names(tmp_path)) == 1


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_of_two_hundred_letters_is_kept_whole(store: ProofFiles, form: Literal["NFC", "NFD"]) -> None:
    name = ("Kết quả thực hiện nhiệm vụ ứng dụng công nghệ số " * 5)[:200] + ".pdf"
    file = store.keep_bytes(b"abc", unicodedata.normalize(form, name))
    assert file.name == name
    assert store.is_there(file)


def test_a_source_of_two_hundred_letters_is_read(store: ProofFiles, tmp_path: Path) -> None:
    # 200 letters are more bytes than one Linux file name may have; 83 of three bytes are all it takes
    name = "ễ" * 83 + ".pdf"
    assert store.keep(make(tmp_path, name)).name == name


def test_what_was_pasted_is_kept_like_a_file(store: ProofFiles, tmp_path: Path) -> None:
    pasted = store.keep_bytes(b"x" * 10, "Ảnh dán.png")
    assert store.path_of(pasted).read_bytes() == b"x" * 10
    assert refusal(lambda: store.keep_bytes(b"", "a.png")).key == "proofs.source_empty"
    assert refusal(lambda: store.keep_bytes(b"x" * (TYPES.largest + 1), "a.png")).key == "proofs.too_large"
    assert refusal(lambda: store.keep_bytes(b"x", "a.exe")).key == "proofs.type_refused"
    assert len(kept_names(tmp_path)) == 1


def test_progress_is_told_and_may_stop(store: ProofFiles, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    source = make(tmp_path, "a.pdf", b"x" * (2 << 20) + b"y")
    store.keep(source, lambda done, total: told.append((done, total)))
    assert told[-1] == ((2 << 20) + 1, (2 << 20) + 1)
    assert [done for done, _ in told] == sorted(done for done, _ in told)

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        store.keep(make(tmp_path, "b.pdf", b"z" * (2 << 20)), stop)
    assert len(kept_names(tmp_path)) == 1


def _missing(folder: Path) -> Path:
    return folder / "không có.pdf"


def _a_folder(folder: Path) -> Path:
    (folder / "thư mục.pdf").mkdir()
    return folder / "thư mục.pdf"


def _a_link(folder: Path) -> Path:
    (folder / "lối tắt.pdf").symlink_to(make(folder, "đích.pdf"))
    return folder / "lối tắt.pdf"


def _a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "ống.pdf")
    return folder / "ống.pdf"


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (_missing, "proofs.source_missing"),
        (_a_folder, "proofs.source_folder"),
        (_a_link, "proofs.source_not_file"),
        (_a_pipe, "proofs.source_not_file"),
        (lambda folder: make(folder, "rỗng.pdf", b""), "proofs.source_empty"),
        (lambda folder: make(folder, "a.exe"), "proofs.type_refused"),
        (lambda folder: make(folder, "a.pdf.bat"), "proofs.type_refused"),
        (lambda folder: make(folder, "không đuôi"), "proofs.type_refused"),
        (lambda folder: make(folder, "lớn.pdf", b"x" * (TYPES.largest + 1)), "proofs.too_large"),
    ],
)
def test_what_cannot_be_a_proof_is_refused(
    store: ProofFiles, tmp_path: Path, source: Callable[[Path], Path], key: str
) -> None:
    path = source(tmp_path)
    refused = refusal(lambda: store.keep(path))
    assert refused.key == key
    assert path.name in sentence_for(refused)
    assert kept_names(tmp_path) == []


def test_a_file_that_grows_beyond_all_bounds_is_refused(store: ProofFiles, tmp_path: Path) -> None:
    source = make(tmp_path, "a.pdf", b"x" * (2 << 20))

    def grow(done: int, total: int) -> None:
        with source.open("ab") as opened:
            opened.write(b"x" * (2 << 20))

    assert refusal(lambda: store.keep(source, grow)).key == "proofs.too_large"
    assert kept_names(tmp_path) == []


def test_a_file_that_is_still_written_is_refused(store: ProofFiles, tmp_path: Path) -> None:
    source = make(tmp_path, "a.pdf", b"x" * (1 << 20))

    def grow(done: int, total: int) -> None:
        if source.stat().st_size < 2 << 20:
            source.write_bytes(b"x" * (2 << 20))

    assert refusal(lambda: store.keep(source, grow)).key == "proofs.source_changing"
    assert kept_names(tmp_path) == []
    assert store.keep(source)


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (PermissionError(errno.EACCES, "giữ"), "proofs.source_locked"),
        (OSError(errno.EIO, "hỏng"), "proofs.source_unreadable"),
    ],
)
def test_a_source_that_cannot_be_read_is_said(
    store: ProofFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, key: str
) -> None:
    source = make(tmp_path, "khóa.pdf")
    real = Path.open

    def locked(path: Path, *arguments: object, **named: object) -> object:
        if path == source:
            raise error
        return real(path, *arguments, **named)  # type: ignore[call-overload] # handed on as it came

    monkeypatch.setattr(Path, "open", locked)
    assert refusal(lambda: store.keep(source)).key == key
    assert kept_names(tmp_path) == []
    monkeypatch.undo()
    assert store.keep(source)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("call", ["fsync", "replace", "mkstemp", "mkdir"])
def test_trouble_with_the_data_folder_is_said_and_leaves_nothing(
    store: ProofFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    source = make(tmp_path, "a.pdf")

    def fail(*arguments: object, **named: object) -> None:
        raise OSError(code, os.strerror(code))

    where: dict[str, tuple[object, str]] = {
        "fsync": (os, "fsync"),
        "replace": (Path, "replace"),
        "mkstemp": (tempfile, "mkstemp"),
        "mkdir": (Path, "mkdir"),
    }
    monkeypatch.setattr(*where[call], fail)
    expected = {errno.EROFS: "read_only", errno.EACCES: "read_only", errno.EIO: "disk_trouble"}.get(code, "disk_full")
    refused = refusal(lambda: store.keep(source))
    assert isinstance(refused, MachineTrouble)
    assert refused.key == f"storage.{expected}"
    monkeypatch.undo()
    assert kept_names(tmp_path) == []
    assert store.is_there(store.keep(source))


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """A data folder on a disk of 3 MB."""
    folder = tmp_path / "đĩa nhỏ"
    small_disk(folder, 3)
    yield folder
    unmount(folder)


def test_a_full_disk_at_every_size_is_said_and_nothing_is_lost(small: Path, tmp_path: Path) -> None:
    store = ProofFiles(small, TYPES)
    before = store.keep_bytes(b"a" * 500_000, "trước.pdf")
    for room in (*range(0, 24 * 4096, 4096), *range(1 << 17, 2 << 20, 1 << 17)):
        leave_free(small, room)
        source = make(tmp_path, "a.pdf", os.urandom(room + 4096))
        assert refusal(partial(store.keep, source)).key == "storage.disk_full"
        assert store.check([before]) == []
        assert not list(small.rglob(f"*{proof_folder.PART}"))
    leave_free(small, 3 << 20)
    assert store.is_there(store.keep(source))


def test_a_read_only_disk_is_said(small: Path) -> None:
    store = ProofFiles(small, TYPES)
    before = store.keep_bytes(b"a", "trước.pdf")
    subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
    assert refusal(lambda: store.keep_bytes(b"b", "a.pdf")).key == "storage.read_only"
    assert store.check([before]) == []


@pytest.mark.parametrize("sha256", ["", "../../../etc/passwd", "a" * 63, "A" * 64, "/" + "a" * 63, "a" * 64 + "\n"])
def test_no_name_leads_out_of_the_folder(store: ProofFiles, sha256: str) -> None:
    file = ProofFile(sha256, "a.pdf", 1)
    assert refusal(lambda: store.path_of(file)).key == "proofs.missing"
    assert [fault.kind for fault in store.check([file])] == [FaultKind.MISSING]
    assert not store.is_there(file)


@pytest.mark.parametrize(
    "name", ["../../a.pdf", "a.pdf/../../x", "C:\\a.b", "a.\0", "a.ph/p", "con.pdf", "a.pdf:luồng"]
)
def test_the_shown_name_does_not_move_the_file(store: ProofFiles, tmp_path: Path, name: str) -> None:
    path = store.path_of(ProofFile("a" * 64, name, 1))
    assert path.parent == tmp_path / "dữ liệu" / "proofs" / "aa"
    assert path.name in ("a" * 64, "a" * 64 + ".pdf", "a" * 64 + ".b")


def test_what_happened_behind_the_program_is_named(store: ProofFiles, tmp_path: Path) -> None:
    files = [store.keep_bytes(content, f"{content.decode()}.pdf") for content in (b"mot", b"hai", b"ba", b"bon")]
    gone, changed, longer, good = files
    for file in (changed, longer):
        store.path_of(file).chmod(0o600)
    store.path_of(gone).unlink()
    store.path_of(changed).write_bytes(b"HAI")
    store.path_of(longer).write_bytes(b"ba ba")
    stray = make(store.path_of(good).parent, "lạc.txt")
    found = store.check([*files, good])
    assert [(fault.kind, fault.name) for fault in found] == [
        (FaultKind.MISSING, "mot.pdf"),
        (FaultKind.CHANGED, "hai.pdf"),
        (FaultKind.WRONG_SIZE, "ba.pdf"),
        (FaultKind.STRAY, f"{good.sha256[:2]}/lạc.txt"),
    ]
    assert stray.exists()
    assert not store.is_there(gone) and not store.is_there(longer)

    for content in (b"mot", b"hai", b"ba"):
        store.keep_bytes(content, "đính lại.pdf")
    assert [fault.kind for fault in store.check(files)] == [FaultKind.STRAY]


def test_a_link_in_place_of_a_file_counts_as_missing_and_is_replaced(store: ProofFiles, tmp_path: Path) -> None:
    file = store.keep_bytes(b"abc", "a.pdf")
    other = make(tmp_path, "khác.pdf", b"abc")
    store.path_of(file).unlink()
    store.path_of(file).symlink_to(other)
    assert [fault.kind for fault in store.check([file])] == [FaultKind.MISSING]
    store.keep_bytes(b"abc", "a.pdf")
    assert not store.path_of(file).is_symlink()
    assert other.read_bytes() == b"abc"
    assert store.check([file]) == []


def test_check_reads_in_pieces_and_may_be_stopped(store: ProofFiles) -> None:
    file = store.keep_bytes(b"x" * (2 << 20), "a.pdf")
    told: list[tuple[int, int]] = []
    assert store.check([file], lambda done, total: told.append((done, total))) == []
    assert told == [(1 << 20, 2 << 20), (2 << 20, 2 << 20)]


def test_a_drive_that_flushes_no_folders_is_no_hindrance(store: ProofFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.fsync

    def flush(opened: int) -> None:
        if stat.S_ISDIR(os.fstat(opened).st_mode):
            raise OSError(errno.EINVAL, "không làm được")
        real(opened)

    monkeypatch.setattr(os, "fsync", flush)
    assert store.is_there(store.keep_bytes(b"abc", "a.pdf"))


def test_what_is_kept_is_not_written_over_by_mistake(store: ProofFiles) -> None:
    assert store.path_of(store.keep_bytes(b"abc", "a.pdf")).stat().st_mode & 0o222 == 0


def test_leftovers_of_a_crash_go_after_a_day(store: ProofFiles, tmp_path: Path) -> None:
    store.keep_bytes(b"abc", "a.pdf")
    folder = tmp_path / "dữ liệu" / "proofs"
    old, young = (make(folder, name) for name in (".cu.part", ".moi.part"))
    os.utime(old, (time.time() - 2 * 86_400,) * 2)
    store.keep_bytes(b"abc", "a.pdf")
    assert not old.exists() and young.exists()
    assert store.check([]) != [] and all(not fault.name.endswith(".part") for fault in store.check([]))


KEEPER = """
import sys
from pathlib import Path
from app.domain.proof import ProofTypes
from db.proof_files import ProofFiles
from tests.db.data_folders import killed_at, leave_free, small_disk, unmount

store = ProofFiles(Path(sys.argv[1]), ProofTypes(frozenset({"pdf"}), frozenset(), 5 << 20))
number = 0
while True:
    number += 1
    content = f"{sys.argv[2]} {number} ".encode() * 150_000
    print(store.keep_bytes(content, "a.pdf").sha256, flush=True)
"""


def test_killed_while_keeping_leaves_no_half_file(tmp_path: Path) -> None:
    chance = random.Random(3)
    said = [line for run in range(12) for line in killed_at(KEEPER, [str(tmp_path), str(run)], chance.uniform(0, 0.03))]
    folder = tmp_path / "proofs"
    kept = list(proof_folder.names(folder))
    assert all(proof_folder.is_whole(folder / name, proof_folder.hash_in_name(name)) for name in kept)
    assert len(said) >= 12
    assert {line.strip() for line in said} <= {proof_folder.hash_in_name(name) for name in kept}
