"""Getting an update ready beside the program that runs: everything is there and whole before anything is replaced."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from app.domain.errors import MachineTrouble, Refused
from app.domain.update import is_newer
from app.exchange.update_file import UpdateFile, unpack_update
from app.update.installed import Installed, system_name, versioned
from app.update.journal import Journal, settle_folder, write_journal
from app.update.replacing import move, put_in_place

_SPARE = 50_000_000
_DATABASE = "so-cchc.db"
_MEGABYTE = 1_000_000


def must_fit(update: UpdateFile, program: Installed, data: Path) -> None:
    """Raises Refused where ``update`` is for another system, not newer, or may not be put in place by this user;
    MachineTrouble where there is no room for it and for a copy of the data."""
    manifest = update.manifest
    if manifest.system != system_name():
        raise Refused("update.other_system", file=update.path.name, system=manifest.system)
    if not is_newer(manifest.version, program.version):
        raise Refused("update.not_newer", version=manifest.version, own=program.version)
    if not program.can_be_written():
        raise Refused("update.no_right", folder=program.folder)
    database = data / _DATABASE
    copy = database.stat().st_size if database.is_file() else 0
    _must_have_room(program.folder, manifest.size + _SPARE)
    _must_have_room(data, 3 * copy + _SPARE)


def _must_have_room(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        sizes = {"needed": -(-needed // _MEGABYTE), "free": free // _MEGABYTE}
        raise MachineTrouble("update.no_room", folder=folder, **sizes)


def prepare(
    update: UpdateFile,
    program: Installed,
    data: Path,
    arguments: tuple[str, ...] = (),
    check: Callable[[], None] = lambda: None,
) -> Journal:
    """Put everything of ``update`` beside ``program`` and write the journal that the helper follows; the program may go
    on meanwhile. ``arguments`` are those of this run. Raises Refused or MachineTrouble, with nothing left behind."""
    must_fit(update, program, data)
    part = program.folder / f"{update.manifest.contents}.part"
    try:
        _remove(part)
        unpack_update(update, part, check)
        _put_beside(update, program, part)
        journal = Journal(
            program.version, update.manifest.version, update.manifest.programs, str(data), arguments, os.getpid()
        )
        write_journal(program.journal, journal)
    except BaseException as error:
        _take_back(update, program, part)
        if isinstance(error, OSError):
            raise MachineTrouble("update.not_prepared", folder=program.folder) from error
        raise
    return journal


def _put_beside(update: UpdateFile, program: Installed, part: Path) -> None:
    manifest = update.manifest
    _remove(program.folder / manifest.contents)
    _onto_disk(part)
    move(part / manifest.contents, program.folder / manifest.contents)
    for name in manifest.programs:
        move(part / name, program.folder / versioned(name, manifest.version))
        put_in_place(program.folder / name, program.folder / versioned(name, program.version))
    _remove(part)
    settle_folder(program.folder)


def _onto_disk(folder: Path) -> None:
    """Make every file in ``folder`` last through a power cut."""
    if sys.platform != "win32":
        os.sync()
        return
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb+") as opened:
                os.fsync(opened.fileno())


def _take_back(update: UpdateFile, program: Installed, part: Path) -> None:
    names = [name for version in (update.manifest.version, program.version) for name in _versioned(update, version)]
    for name in [*names, part.name, update.manifest.contents]:
        _remove(program.folder / name)


def _versioned(update: UpdateFile, version: str) -> list[str]:
    return [versioned(name, version) for name in update.manifest.programs]


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
