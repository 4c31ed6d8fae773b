"""Looks at a zip package before anything in it is opened: sizes, names, encryption."""

from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from app.domain.errors import MachineTrouble, Refused

_MOST_ENTRIES = 5_000
_MOST_BYTES = 200_000_000
_MOST_RATIO = 300
_SMALL = 2_000_000
_ENCRYPTED = 0x1


def check_zip(path: Path, most_bytes: int = _MOST_BYTES, most_entries: int = _MOST_ENTRIES) -> None:
    """Raise Refused where the zip file at ``path`` is broken, encrypted, unpacks to an absurd size (more than
    ``most_bytes`` in all, or more than 300 times its own for a large part), or names a path outside itself."""
    try:
        with ZipFile(path) as package:
            entries, length = package.infolist(), path.stat().st_size
    except (BadZipFile, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise Refused("import.truncated", file=path.name) from error
    except OSError as error:
        raise MachineTrouble("read.no_access", file=path.name) from error
    if len(entries) > most_entries or sum(entry.file_size for entry in entries) > most_bytes:
        raise Refused("import.bomb", file=path.name)
    for entry in entries:
        _check_entry(entry, path.name)
    # zipfile makes room for whatever a part claims to take up
    if any(entry.compress_size > length for entry in entries):
        raise Refused("import.truncated", file=path.name)


def _check_entry(entry: ZipInfo, file: str) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise Refused("read.encrypted", file=file)
    if entry.file_size > _SMALL and entry.file_size > _MOST_RATIO * max(entry.compress_size, 1):
        raise Refused("import.bomb", file=file)
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name or ".." in PurePosixPath(name).parts:
        raise Refused("import.path_trick", file=file)
