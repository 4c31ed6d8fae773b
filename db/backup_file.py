"""The file of a backup: a zip of the database, the files of proofs, and a few lines that say what it is, with the
settings that go along.
"""

import hashlib
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from app.domain.errors import MachineTrouble, Refused
from app.domain.proof import MOST_BYTES
from app.ports import DataSummary
from db.database_copy import DATABASE
from db.locked_backup import is_locked, reading_zip, writing_zip
from db.proof_folder import FOLDER, hash_in_name, hash_of, is_kept_name, names
from db.schema import HEAD

_ABOUT = "about.json"
_FORMAT = "so-cchc-backup/1"
_ABOUT_BYTES = 1_000_000
_PIECE = 1 << 20
_SAMPLE = 1 << 16
_BROKEN = (ValueError, KeyError, TypeError, EOFError, RuntimeError, NotImplementedError, struct.error, zlib.error)
"""What comes up where a zip holds something else than it says."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was taken out of a backup: the day it was made, the names of the proofs' files in their folder, and what
    it has under "settings" (anything, in a file from elsewhere)."""

    made_on: date | None
    proofs: tuple[str, ...]
    settings: object = None


def pack(
    file: Path,
    database: Path,
    folder: Path | None,
    summary: DataSummary,
    settings: Sequence[str] = (),
    password: str = "",
) -> frozenset[str]:
    """Write the backup ``file`` of ``database``, the proofs' files in ``folder`` and ``settings``; answers the names
    of the proofs' files that were whole and are in it. No ``folder``: no proofs. Raises OSError."""
    with writing_zip(file, password) as packed:
        packed.write(database, DATABASE)
        proofs = frozenset(_pack_proofs(packed, folder)) if folder is not None else frozenset()
        packed.writestr(_ABOUT, json.dumps(_about(summary, len(proofs)) | {"settings": list(settings)}))
    return proofs


def read_back(file: Path, database: Path, proofs: frozenset[str], password: str = "") -> None:
    """Read the backup ``file`` through once more after it was written: the database must come out as ``database`` is,
    the ``proofs`` as their names say. Raises MachineTrouble where the disk gives back something else."""
    try:
        _forget_pages(file)
        with reading_zip(file, password) as packed:
            found = {name: _hash_of_member(packed, name) for name in packed.namelist()}
    except (OSError, RuntimeError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise MachineTrouble("backup.read_back", file=file.parent) from error
    wanted = {DATABASE: hash_of(database)} | {f"{FOLDER}/{name}": hash_in_name(name) for name in proofs}
    if {name: found.get(name) for name in wanted} != wanted:
        raise MachineTrouble("backup.read_back", file=file.parent)


def needs_password(file: Path) -> bool:
    """Whether the backup ``file`` opens with a password only. Raises Refused where it is no zip, MachineTrouble where
    it cannot be read."""
    with _reading(file):
        return is_locked(file)


def unpack(file: Path, target: Path, room: int, password: str = "") -> Unpacked:
    """Take the backup ``file`` apart into the folder ``target``: the database, and the proofs in a folder of theirs.

    Every name, size and hash is checked; ``room`` is how many bytes it may come to, with the database counted twice.
    Raises Refused where it is no whole backup or its password another, MachineTrouble where it cannot be read, or
    written out.
    """
    with _reading(file), reading_zip(file, password) as packed:
        members = _members(packed, file)
        about = json.loads(packed.read(_ABOUT))
        proofs = tuple(name.removeprefix(f"{FOLDER}/") for name in members if name.startswith(f"{FOLDER}/"))
        if not isinstance(about, dict) or about.get("format") != _FORMAT:
            raise Refused("backup.not_a_backup", file=file.name)
        if about.get("proofs", 0) != len(proofs):
            raise Refused("backup.damaged", file=file.name)
        # zipfile never gives more than is declared
        if sum(members.values()) + members[DATABASE] > room:
            raise MachineTrouble("backup.too_large", file=file.name)
        _extract(packed, DATABASE, target / DATABASE, file)
        for name in proofs:
            _extract_proof(packed, name, target / FOLDER, file)
        made_on = date.fromisoformat(about["made_on"]) if about.get("made_on") else None
        return Unpacked(made_on, proofs, about.get("settings"))


def rows_in(file: Path, password: str = "") -> int | None:
    """How many item rows the backup ``file`` says it holds; None where it is no backup that can be read."""
    try:
        with reading_zip(file, password) as packed:
            rows = json.loads(packed.read(_ABOUT))["rows"]
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, zipfile.BadZipFile, zlib.error, Refused):
        return None
    return rows if isinstance(rows, int) else None


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """Says of any OSError that ``file`` cannot be written."""
    try:
        yield
    except OSError as error:
        raise MachineTrouble("backup.unwritable", file=file) from error


def _forget_pages(file: Path) -> None:
    """Let what is read next come from the disk itself, where the system can be asked for that."""
    if hasattr(os, "posix_fadvise"):
        with file.open("rb") as opened:
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _hash_of_member(packed: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with packed.open(name) as source:
        while piece := source.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _about(summary: DataSummary, files: int) -> dict[str, object]:
    made_on = summary.made_on.isoformat() if summary.made_on else ""
    counts = {"plans": summary.plans, "rows": summary.rows, "proofs": files}
    return {"format": _FORMAT, "schema": HEAD, "made_on": made_on, **counts}


def _pack_proofs(packed: zipfile.ZipFile, folder: Path) -> Iterator[str]:
    """Packs every file that is what its name says, those that no proof needs any more too: an undone removal needs
    them again. Damaged ones are left out."""
    for name in names(folder):
        content = _whole_content(folder / name, hash_in_name(name)) if is_kept_name(name) else None
        if content is not None:
            packed.writestr(f"{FOLDER}/{name}", content, _method_for(content))
            yield name


def _whole_content(path: Path, sha256: str) -> bytes | None:
    """The file's content; None where it is damaged, cannot be read, or is larger than any proof."""
    try:
        with path.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError:
        return None
    return content if len(content) <= MOST_BYTES and hashlib.sha256(content).hexdigest() == sha256 else None


def _method_for(content: bytes) -> int:
    """Pictures, PDF and Word files are compressed already: squeezing them again costs time and wins nothing."""
    sample = content[:_SAMPLE]
    return zipfile.ZIP_DEFLATED if len(zlib.compress(sample, 1)) < 0.9 * len(sample) else zipfile.ZIP_STORED


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    try:
        yield
    except zipfile.BadZipFile as error:
        # A file cut short loses the list at its end and is no longer recognised as a zip either.
        key = "backup.damaged" if _begins_like_zip(file) else "backup.not_a_backup"
        raise Refused(key, file=file.name) from error
    except _BROKEN as error:
        raise Refused("backup.damaged", file=file.name) from error
    except OSError as error:
        raise MachineTrouble("backup.unreadable", file=file.name) from error


def _begins_like_zip(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(2) == b"PK"


def _members(packed: zipfile.ZipFile, file: Path) -> dict[str, int]:
    """Declared sizes by name. Raises Refused where a name, a size or a method is not of our making."""
    members = packed.infolist()
    length = file.stat().st_size
    sizes = {member.filename: member.file_size for member in members}
    is_ours = len(sizes) == len(members) and {_ABOUT, DATABASE} <= sizes.keys()
    # zipfile makes room for whatever a part claims to take up
    is_ours = is_ours and all(_is_ours(member) and member.compress_size <= length for member in members)
    if not is_ours:
        raise Refused("backup.not_a_backup", file=file.name)
    return sizes


def _is_ours(member: zipfile.ZipInfo) -> bool:
    if member.compress_type not in _METHODS:
        return False
    if member.filename == _ABOUT:
        return member.file_size <= _ABOUT_BYTES
    folder, _, name = member.filename.partition("/")
    is_proof = folder == FOLDER and is_kept_name(name) and member.file_size <= MOST_BYTES
    return member.filename == DATABASE or is_proof


def _extract(packed: zipfile.ZipFile, name: str, target: Path, file: Path) -> str:
    """Write one member to ``target``, onto the disk; answers its hash."""
    digest = hashlib.sha256()
    with packed.open(name) as source, writing(target), target.open("wb") as copy:
        while piece := _next_piece(source, file):
            digest.update(piece)
            copy.write(piece)
        copy.flush()
        os.fsync(copy.fileno())
    return digest.hexdigest()


def _next_piece(source: IO[bytes], file: Path) -> bytes:
    # here, so that a stick pulled out is not taken for a data folder that cannot be written
    with _reading(file):
        return source.read(_PIECE)


def _extract_proof(packed: zipfile.ZipFile, name: str, folder: Path, file: Path) -> None:
    target = folder / name
    with writing(target):
        target.parent.mkdir(parents=True, exist_ok=True)
    if _extract(packed, f"{FOLDER}/{name}", target, file) != hash_in_name(name):
        raise Refused("backup.damaged", file=file.name)
