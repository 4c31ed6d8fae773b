"""Update files: a zip (Windows) or a .tar.xz (Linux) of one program folder with a list of its parts and their hashes.

Read twice from one end to the other: once to check everything, once to unpack; what is written is hashed on the way.
"""

import errno
import hashlib
import io
import json
import lzma
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from app.domain.errors import MachineTrouble, Refused
from app.domain.update import (
    TOP,
    Manifest,
    Part,
    is_inside,
    is_manifest,
    listed_hash,
    manifest_name,
    read_manifest,
)
from app.exchange.zip_guard import check_zip

LISTING = "SHA256SUMS"
_CHUNK = 1 << 20
_MOST_MANIFEST = 8 << 20
_MOST_BYTES = 1 << 30
_MOST_ENTRIES = 20_000
_XZ_MEMORY = 200 << 20
_BROKEN = (BadZipFile, tarfile.TarError, lzma.LZMAError, zlib.error, EOFError, ValueError, RuntimeError)


@dataclass(frozen=True, slots=True)
class UpdateFile:
    """An update file found whole: its manifest, its own SHA-256, and whether a list beside it confirms that."""

    path: Path
    manifest: Manifest
    sha256: str
    is_listed: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of the archive, or a link where ``target`` is given. ``name`` is relative to the one folder in it."""

    name: str
    size: int
    target: str | None = None


def check_update_file(path: Path, check: Callable[[], None] = lambda: None) -> UpdateFile:
    """What the update file ``path`` is, after every part of it was read and compared with its hash; ``check`` is called
    often and may raise to give up.

    Raises Refused where a hash is wrong, a name leads outside, or it is no update; MachineTrouble where it cannot be
    read.
    """
    try:
        return _checked(path, check)
    except OSError as error:
        # a zip may name a place before its own beginning
        if error.errno == errno.EINVAL:
            raise Refused("update.damaged", file=path.name) from error
        raise MachineTrouble("read.no_access", file=path.name) from error


def _checked(path: Path, check: Callable[[], None]) -> UpdateFile:
    with path.open("rb") as opened:
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    listed = _listed(path)
    if listed is not None and listed != sha256:
        raise Refused("update.wrong_hash", file=path.name)
    parts: dict[str, Part] = {}
    links: dict[str, str] = {}
    raw, said_at = b"", ""
    with _entries(path) as entries:
        for entry, content in entries:
            check()
            if entry.name in parts or entry.name in links or entry.name == said_at:
                raise Refused("update.damaged", file=path.name)
            if entry.target is not None:
                links[entry.name] = entry.target
            elif is_manifest(entry.name):
                raw, said_at = content.read(_MOST_MANIFEST), entry.name
            else:
                parts[entry.name] = _part(content)
    manifest = read_manifest(_parsed(raw, path), path.name)
    if parts != manifest.files or links != manifest.links or said_at != manifest_name(manifest.version):
        raise Refused("update.wrong_hash", file=path.name)
    return UpdateFile(path, manifest, sha256, listed is not None)


def unpack_update(update: UpdateFile, target: Path, check: Callable[[], None] = lambda: None) -> None:
    """Write every part of ``update`` into the new folder ``target``, links last. Raises Refused where the file has
    changed since it was checked, OSError where it cannot be written."""
    target.mkdir()
    manifest = update.manifest
    with _entries(update.path) as entries:
        for entry, content in entries:
            check()
            if entry.target is None and not is_manifest(entry.name):
                _write(content, target, entry.name, manifest, update.path.name)
    for name, leads_to in manifest.links.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).symlink_to(leads_to)
    files = (file for file in target.rglob("*") if file.is_symlink() or not file.is_dir())
    written = {file.relative_to(target).as_posix() for file in files}
    if written != {*manifest.files, *manifest.links}:
        raise Refused("update.wrong_hash", file=update.path.name)


def _write(content: IO[bytes], target: Path, name: str, manifest: Manifest, file: str) -> None:
    expected = manifest.files.get(name)
    if expected is None:
        raise Refused("update.wrong_hash", file=file)
    place = target / name
    place.parent.mkdir(parents=True, exist_ok=True)
    # "x": nothing is written twice, and never through something that lies there
    with place.open("xb") as written:
        found = _part(content, written)
    if found != expected:
        raise Refused("update.wrong_hash", file=file)
    place.chmod(0o755 if name in manifest.programs else 0o644)


def _part(content: IO[bytes], written: IO[bytes] | None = None) -> Part:
    digest, size = hashlib.sha256(), 0
    while piece := content.read(_CHUNK):
        digest.update(piece)
        size += len(piece)
        if written is not None:
            written.write(piece)
    return Part(size, digest.hexdigest())


@contextmanager
def _entries(path: Path) -> Iterator[Iterator[tuple[_Entry, IO[bytes]]]]:
    """The files of the archive one after the other, each with its content; what breaks while they are read is
    Refused."""
    try:
        if path.name.lower().endswith(".zip"):
            check_zip(path, _MOST_BYTES, _MOST_ENTRIES)
            with ZipFile(path) as package:
                yield _zip_entries(package, path.name)
        elif path.name.lower().endswith(".tar.xz"):
            with path.open("rb") as opened, tarfile.open(fileobj=io.BufferedReader(_Xz(opened)), mode="r|") as archive:
                yield _tar_entries(archive, path.name)
        else:
            raise Refused("update.other_kind", file=path.name)
    except Refused:
        raise
    except _BROKEN as error:
        raise Refused("update.damaged", file=path.name) from error


def _zip_entries(package: ZipFile, file: str) -> Iterator[tuple[_Entry, IO[bytes]]]:
    for info in package.infolist():
        if info.is_dir():
            continue
        if info.external_attr >> 16 & 0o170000 == 0o120000:
            raise Refused("import.path_trick", file=file)
        with package.open(info) as content:
            yield _Entry(_inner(info.filename, file), info.file_size), content


def _tar_entries(archive: tarfile.TarFile, file: str) -> Iterator[tuple[_Entry, IO[bytes]]]:
    total, count = 0, 0
    for member in archive:
        total, count = total + member.size, count + 1
        if total > _MOST_BYTES or count > _MOST_ENTRIES:
            raise Refused("import.bomb", file=file)
        if member.isdir():
            continue
        if not (member.isreg() or member.issym()):
            raise Refused("import.path_trick", file=file)
        content = archive.extractfile(member) if member.isreg() else None
        target = member.linkname if member.issym() else None
        yield _Entry(_inner(member.name, file), member.size, target), content or io.BytesIO()


def _inner(name: str, file: str) -> str:
    """``name`` without the one folder that everything lies in. Raises Refused for any other place."""
    top, _, inner = name.partition("/")
    if top != TOP or not is_inside(inner):
        raise Refused("import.path_trick", file=file)
    return inner


class _Xz(io.RawIOBase):
    """An .xz stream unpacked in bounded memory, which neither ``tarfile`` nor ``lzma.open`` can be told."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self._unpack = lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "memoryview[int]") -> int:  # type: ignore[override]  # the stub knows any buffer
        wanted = len(buffer)
        while not self._unpack.eof:
            piece = self._packed.read(1 << 16) if self._unpack.needs_input else b""
            if self._unpack.needs_input and not piece:
                raise EOFError("the stream ends too soon")
            unpacked = self._unpack.decompress(piece, wanted)
            if unpacked:
                buffer[: len(unpacked)] = unpacked
                return len(unpacked)
        return 0


def _parsed(raw: bytes, path: Path) -> object:
    if not raw:
        raise Refused("update.no_manifest", file=path.name)
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise Refused("update.damaged", file=path.name) from error


def _listed(path: Path) -> str | None:
    """What a list of hashes beside the file says of it; None where there is no such list, or it does not name it."""
    for listing in (path.with_name(LISTING), path.with_name(f"{path.name}.sha256")):
        try:
            size = listing.stat().st_size
            words = listing.read_text(encoding="utf-8", errors="replace") if size < _CHUNK else ""
        except OSError:
            continue
        if (found := listed_hash(words, path.name)) is not None:
            return found
    return None
