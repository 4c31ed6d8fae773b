"""The database as the old program left it, kept while the new one tries to start, and put back where it does not.

Plain copies of files: no program has the data open at that time. Files of proofs are never changed, so they stay.
"""

import shutil
from pathlib import Path

from app.update.journal import settle_folder
from app.update.replacing import put_in_place, same_content

FOLDER = "truoc-cap-nhat"
_DATABASE = "so-cchc.db"
_LOG = "so-cchc.db-wal"
_SHARED = "so-cchc.db-shm"
_WHOLE = "du"


def keep_data(data: Path) -> None:
    """Copy the database in ``data`` aside, in place of an older copy. Raises OSError."""
    copy = data / FOLDER
    forget_copy(data)
    if not (data / _DATABASE).is_file():
        return
    copy.mkdir()
    for name in (_DATABASE, _LOG):
        if (data / name).is_file():
            put_in_place(data / name, copy / name)
    (copy / _WHOLE).write_bytes(b"")
    settle_folder(copy)


def put_data_back(data: Path) -> bool:
    """Make the database what ``keep_data`` found; whether anything had to be done. May be done again after a power cut
    in its midst. Raises OSError."""
    copy = data / FOLDER
    if not (copy / _WHOLE).is_file() or _is_unchanged(data, copy):
        return False
    # a log of the new program's must not be taken for one of the old database's
    for name in (_LOG, _SHARED):
        (data / name).unlink(missing_ok=True)
    put_in_place(copy / _DATABASE, data / _DATABASE)
    if (copy / _LOG).is_file():
        put_in_place(copy / _LOG, data / _LOG)
    settle_folder(data)
    return True


def forget_copy(data: Path) -> None:
    """Remove the copy."""
    (data / FOLDER / _WHOLE).unlink(missing_ok=True)
    shutil.rmtree(data / FOLDER, ignore_errors=True)


def _is_unchanged(data: Path, copy: Path) -> bool:
    logs = [(folder / _LOG).is_file() for folder in (data, copy)]
    same_log = logs == [False, False] or same_content(data / _LOG, copy / _LOG)
    return same_log and same_content(data / _DATABASE, copy / _DATABASE)
