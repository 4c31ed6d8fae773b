"""Takes files of proofs into the data folder: hashed on the way, written beside their place and renamed into it."""

import hashlib
import os
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import MachineTrouble, Refused
from app.domain.proof import Fault, ProofFile, ProofTypes, allowed, shown_name
from db import proof_folder
from db.errors import machine_trouble
from db.proof_folder import FOLDER, PART, PIECE, Progress

_ABANDONED = 24 * 3600
"""Seconds after which a file still being written is left over from a crash."""


class ProofFiles:
    """``app.ports.proofs.ProofStore`` in the data folder ``folder``."""

    def __init__(self, folder: Path, types: ProofTypes) -> None:
        self._folder = folder / FOLDER
        self._types = types

    def keep(self, source: Path, progress: Progress | None = None) -> ProofFile:
        """Copy ``source`` in, unless a whole copy of the same content is there; a damaged one is replaced.

        Raises Refused (missing, no ordinary file, empty, too large, of a type not taken in, changing while it is read)
        or MachineTrouble (source locked, disk full, folder read-only), with nothing left behind.
        """
        _must_be_file(source)
        name = self._name(source.name)
        with _opened(source) as opened:
            size = os.fstat(opened.fileno()).st_size
            self._must_fit(size, name)
            return self._store(_pieces(opened, name, size, progress), name)

    def keep_bytes(self, data: bytes, name: str) -> ProofFile:
        """Keep ``data``, pasted or made, under the name ``name``; raises like ``keep``."""
        shown = self._name(name)
        self._must_fit(len(data), shown)
        return self._store(iter([data]), shown)

    def path_of(self, file: ProofFile) -> Path:
        """Where ``file`` lies, whether or not it is there. Raises MachineTrouble where no such file can be."""
        return self._folder / proof_folder.name_in_folder(file)

    def is_there(self, file: ProofFile) -> bool:
        """Whether ``file`` is there with its size; its content is not read."""
        name = proof_folder.name_or_none(file)
        return name is not None and proof_folder.size_of(self._folder / name) == file.size

    def check(self, files: Iterable[ProofFile], progress: Progress | None = None) -> list[Fault]:
        """What is wrong with ``files``, all of them read through; then the kept files that none of them is.
        ``progress`` may raise to stop."""
        return proof_folder.faults(self._folder, files, progress)

    def _name(self, name: str) -> str:
        shown = shown_name(name)
        if not allowed(shown, self._types):
            raise Refused("proofs.type_refused", file=shown)
        return shown

    def _must_fit(self, size: int, name: str) -> None:
        if size == 0:
            raise Refused("proofs.source_empty", file=name)
        if size > self._types.largest:
            raise Refused("proofs.too_large", file=name, megabytes=self._types.largest >> 20)

    def _store(self, pieces: Iterator[bytes], name: str) -> ProofFile:
        with machine_trouble(), self._part() as part:
            digest, size = hashlib.sha256(), 0
            with part.open("wb") as opened:
                for piece in pieces:
                    size += len(piece)
                    self._must_fit(size, name)
                    digest.update(piece)
                    opened.write(piece)
                opened.flush()
                os.fsync(opened.fileno())
            file = ProofFile(digest.hexdigest(), name, size)
            proof_folder.place(part, self._folder, proof_folder.name_in_folder(file))
            return file

    @contextmanager
    def _part(self) -> Iterator[Path]:
        """A file to write to, of a name that nobody else has; gone at the end unless renamed."""
        self._folder.mkdir(exist_ok=True)
        self._sweep()
        opened, name = tempfile.mkstemp(PART, ".", self._folder)
        os.close(opened)
        try:
            yield Path(name)
        finally:
            with suppress(OSError):
                Path(name).unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Files that a crash left half written; a young one may be another program's."""
        for left in self._folder.glob(f".*{PART}"):
            with suppress(OSError):
                if time.time() - left.stat().st_mtime > _ABANDONED:
                    left.unlink()


def _must_be_file(source: Path) -> None:
    try:
        mode = source.lstat().st_mode
    except PermissionError as error:
        raise MachineTrouble("proofs.source_locked", file=source.name) from error
    except (OSError, ValueError) as error:
        raise Refused("proofs.source_missing", file=source.name) from error
    if stat.S_ISDIR(mode):
        raise Refused("proofs.source_folder", file=source.name)
    if not stat.S_ISREG(mode):
        raise Refused("proofs.source_not_file", file=source.name)


@contextmanager
def _opened(source: Path) -> Iterator[BinaryIO]:
    with _reading(source.name):
        # raw: what a buffer reads ahead would not be counted
        opened = source.open("rb", buffering=0)
    with opened:
        yield opened


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Trouble with the source is told apart from trouble with the data folder."""
    try:
        yield
    except PermissionError as error:
        raise MachineTrouble("proofs.source_locked", file=name) from error
    except OSError as error:
        raise MachineTrouble("proofs.source_unreadable", file=name) from error


def _pieces(opened: BinaryIO, name: str, size: int, progress: Progress | None) -> Iterator[bytes]:
    """The content in pieces. Raises Refused where it is not, at the end, as long as it was at the start: somebody is
    still writing it."""
    done = 0
    while piece := _next_piece(opened, name):
        done += len(piece)
        yield piece
        if progress:
            progress(min(done, size), size)
    if done != size:
        raise Refused("proofs.source_changing", file=name)


def _next_piece(opened: BinaryIO, name: str) -> bytes:
    with _reading(name):
        return opened.read(PIECE)
