"""The folder of proof files: ``proofs/<2 hex>/<sha256><ending>``, each file named by its own content."""

import errno
import hashlib
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from app.domain.errors import MachineTrouble
from app.domain.proof import Fault, FaultKind, ProofFile, ending_of

FOLDER = "proofs"
PART = ".part"
"""Ending of a file that is being written; such a file is nobody's proof."""
PIECE = 1 << 20
_NOT_FLUSHED = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What a network drive answers that flushes no folders."""
_SHA256 = re.compile(r"[0-9a-f]{64}")
_KEPT = re.compile(r"([0-9a-f]{2})/(\1[0-9a-f]{62})(\.[a-z0-9]{1,8})?")

Progress = Callable[[int, int], None]


def is_kept_name(name: str) -> bool:
    """Whether ``name``, relative to the folder and with "/", is one that a kept file has."""
    return _KEPT.fullmatch(name) is not None


def hash_in_name(name: str) -> str:
    """The hash that the content of the kept file ``name`` must have."""
    return Path(name).name[:64]


def name_in_folder(file: ProofFile) -> str:
    """The name of ``file`` in the folder. Raises MachineTrouble where its hash is none, so that no path is made of
    it."""
    if not _SHA256.fullmatch(file.sha256):
        raise MachineTrouble("proofs.missing", file=file.name)
    ending = ending_of(file.name)
    return f"{file.sha256[:2]}/{file.sha256}" + (f".{ending}" if ending else "")


def name_or_none(file: ProofFile) -> str | None:
    """The name of ``file`` in the folder; None where its hash is none."""
    try:
        return name_in_folder(file)
    except MachineTrouble:
        return None


def size_of(path: Path) -> int | None:
    """Size in bytes of the regular file at ``path``; None where there is none (a link is none)."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return found.st_size if stat.S_ISREG(found.st_mode) else None


def hash_of(path: Path, told: Callable[[int], None] | None = None) -> str:
    """SHA-256 of the file at ``path``; ``told`` hears of every piece read. Raises OSError."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as opened:
        while piece := opened.read(PIECE):
            digest.update(piece)
            if told:
                told(len(piece))
    return digest.hexdigest()


def is_whole(path: Path, sha256: str) -> bool:
    """Whether the file at ``path`` is there and has the content that its hash names."""
    try:
        return size_of(path) is not None and hash_of(path) == sha256
    except OSError:
        return False


def place(part: Path, folder: Path, name: str) -> bool:
    """Move the finished file ``part`` to its place ``name`` under ``folder``, unless a whole one is there: then
    ``part`` is left to the caller. A damaged file is replaced. Answers whether there was none before. Raises OSError.
    """
    final = folder / name
    is_new = not os.path.lexists(final)
    if not is_new and is_whole(final, hash_in_name(name)):
        return False
    final.parent.mkdir(exist_ok=True)
    if not is_new and not final.is_symlink():
        _set_mode(final, 0o600)  # Windows replaces no file that is read-only
    try:
        part.replace(final)
    except PermissionError:
        # Windows: somebody else has just placed the same file, read-only
        if not is_whole(final, hash_in_name(name)):
            raise
        return False
    # what proves something is not written over by the program that shows it
    _set_mode(final, 0o444)
    flush_folder(final.parent)
    flush_folder(folder)
    return is_new


def take_away(path: Path) -> None:
    """Delete a file that was placed and is not wanted after all; where that is impossible it stays, unused."""
    _set_mode(path, 0o600)
    with suppress(OSError):
        path.unlink()


def _set_mode(path: Path, mode: int) -> None:
    with suppress(OSError):  # not every disk knows permissions
        path.chmod(mode)


def flush_folder(folder: Path) -> None:
    """Make the names in ``folder`` last through a power cut, where the system lets a folder be flushed."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    except OSError as error:
        if error.errno not in _NOT_FLUSHED:
            raise
    finally:
        os.close(opened)


def names(folder: Path) -> Iterator[str]:
    """Names, relative to ``folder`` and with "/", of everything in it but folders and files being written."""
    for path in sorted(folder.rglob("*")):
        is_folder = path.is_dir() and not path.is_symlink()
        if not is_folder and not path.name.endswith(PART):
            yield path.relative_to(folder).as_posix()


def faults(folder: Path, files: Iterable[ProofFile], progress: Progress | None = None) -> list[Fault]:
    """What is wrong with ``files`` in ``folder``, all of them read through, in their order; then the kept files that
    none of them is."""
    wanted = list(dict.fromkeys(files))
    count = _Count(sum(file.size for file in wanted), progress)
    found = [fault for file in wanted if (fault := _fault(folder, file, count))]
    used = {name for file in wanted if (name := name_or_none(file))}
    strays = [Fault(FaultKind.STRAY, name, hash_in_name(name)) for name in names(folder) if name not in used]
    return found + strays


class _Count:
    """Adds up the bytes read, for who watches."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done = 0
        self._total = total
        self._progress = progress

    def add(self, size: int) -> None:
        self._done += size
        if self._progress:
            self._progress(min(self._done, self._total), self._total)


def _fault(folder: Path, file: ProofFile, count: _Count) -> Fault | None:
    kind = _kind_of_fault(folder, file, count)
    return Fault(kind, file.name, file.sha256) if kind else None


def _kind_of_fault(folder: Path, file: ProofFile, count: _Count) -> FaultKind | None:
    name = name_or_none(file)
    size = size_of(folder / name) if name else None
    if name is None or size is None:
        return FaultKind.MISSING
    if size != file.size:
        return FaultKind.WRONG_SIZE
    try:
        return None if hash_of(folder / name, count.add) == file.sha256 else FaultKind.CHANGED
    except OSError:
        return FaultKind.UNREADABLE
