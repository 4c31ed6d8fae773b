"""What is done about a damaged database: it is kept aside, what can be read of it is written out, and the newest good
backup is named."""

import hashlib
import json
import shutil
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.domain.errors import MachineTrouble, Refused
from app.ports import DataSummary
from db.auto_backup import FOLDER, automatic_copies
from db.damage import Damage, WritePlans
from db.database_copy import DATABASE
from db.restore import SPARE, look_into
from db.salvage import Tables, salvage
from db.salvaged_plans import plans_in

ASIDE = "du-lieu-hong"
ROWS_FILE = "du-lieu-doc-duoc.json"
_ENDINGS = ("", "-wal", "-journal")
"""What belongs to a database: the file, the log of a WAL database, the journal of another."""


class _Backup(NamedTuple):
    file: Path
    made: datetime
    summary: DataSummary


def refuse_damaged(folder: Path, damage: Damage, write_plans: WritePlans | None) -> None:
    """Raise MachineTrouble that says what is wrong, names the newest automatic backup that is good, with its date and
    counts, and where what could be saved lies. A folder where nothing is missing (GONE, and no backup of anything) is
    left alone."""
    newest = _newest_good(folder)
    if damage is Damage.GONE and newest is None:
        return
    aside = _set_aside(folder, write_plans) if damage is Damage.BROKEN else None
    raise trouble_with(folder, damage, newest, aside)


def trouble_with(folder: Path, damage: Damage, newest: _Backup | None, aside: Path | None) -> MachineTrouble:
    """The sentence about the damage."""
    what = ("copy" if newest else "no_copy") + ("_aside" if aside else "")
    values: dict[str, object] = {"file": DATABASE, "folder": folder, "aside": aside}
    if newest:
        counts = {"plans": newest.summary.plans, "rows": newest.summary.rows}
        values |= {"copy": newest.file, "made": f"{newest.made:%H:%M ngày %d/%m/%Y}", **counts}
    return MachineTrouble(f"storage.{damage.value}_{what}", **values)


def _newest_good(folder: Path) -> _Backup | None:
    """The newest automatic backup that holds something and passes the check."""
    for copy in automatic_copies(folder):
        if copy.good and copy.rows:
            file = folder / FOLDER / copy.name
            try:
                return _Backup(file, copy.made, look_into(folder, file))
            except MachineTrouble:
                # no room to look: what it says of itself must do
                return _Backup(file, copy.made, DataSummary(0, copy.rows, ()))
            except Refused:
                continue
    return None


def _set_aside(folder: Path, write_plans: WritePlans | None) -> Path | None:
    """The folder with a copy of the broken database as it is and what could be read of it; made once for each state.
    None where nothing could be read, or there is no room: the database itself stays where it is in any case."""
    target = folder / f"{ASIDE}-{_hash_of(folder / DATABASE)[:12]}"
    if not target.is_dir():
        _keep(folder, target, write_plans)
    return target if (target / ROWS_FILE).exists() else None


def _keep(folder: Path, target: Path, write_plans: WritePlans | None) -> None:
    with suppress(OSError), tempfile.TemporaryDirectory(dir=folder, prefix=SPARE) as name:
        made, spare = Path(name, "a"), Path(name, "b")
        for place in (made, spare):
            _copy(folder, place)
        tables = salvage(spare / DATABASE)
        if any(tables.values()):
            _write_rows(tables, made / ROWS_FILE)
        if write_plans:
            write_plans(plans_in(tables), made)
        made.replace(target)


def _copy(folder: Path, target: Path) -> None:
    target.mkdir()
    for ending in _ENDINGS:
        source = folder / f"{DATABASE}{ending}"
        if source.exists():
            shutil.copyfile(source, target / source.name)


def _write_rows(tables: Tables, file: Path) -> None:
    # what is no text, number or nothing is shown as the bytes that it is
    file.write_text(json.dumps(tables, ensure_ascii=False, indent=1, default=repr), encoding="utf-8")


def _hash_of(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
