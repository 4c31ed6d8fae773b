"""The composition root: the only place that knows the window, the storage and the command line."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from app.cli import Parts, run
from app.late import Late

if TYPE_CHECKING:
    from app.domain.plan import Plan
    from app.ports import DataSummary, Storage
    from app.ports.backups import BackupStore
    from app.ports.proofs import ProofStore
    from app.ports.support import SupportStore


def _open_storage(folder: Path) -> Storage:
    from db.storage import open_storage

    return open_storage(folder, _write_rescued)


def _write_rescued(plans: Sequence[Plan], folder: Path) -> None:
    from app.exchange.rescued_plans import write_rescued

    write_rescued(plans, folder)


def _back_up(folder: Path, file: Path, password: str) -> DataSummary:
    from db.backup import back_up
    from db.second_place import remember

    summary = back_up(folder, file, password)
    remember(folder, file, datetime.now())
    return summary


def _back_up_first(folder: Path) -> Path:
    return _backups(folder).make(datetime.now())


def _restore(folder: Path, file: Path, password: str) -> tuple[DataSummary, Path | None]:
    from db.restore import restore

    return restore(folder, file, password)


def _check(folder: Path) -> DataSummary:
    from db.check import check

    return check(folder)


def _proofs(folder: Path) -> ProofStore:
    from app.exchange.proof_types import proof_types
    from db.proof_files import ProofFiles

    return ProofFiles(folder, proof_types())


def _backups(folder: Path) -> BackupStore:
    from db.backup_store import Backups

    return Backups(folder)


def _support(folder: Path) -> SupportStore:
    from db.support_facts import SupportFacts

    return SupportFacts(folder)


def _has_accounts(folder: Path) -> bool:
    from db.accounts import has_accounts

    return has_accounts(folder)


def _run_window(storage: Storage, folder: Path, today: date) -> int:
    # What a start loads stays for good: looking through it for garbage over and over would take a tenth of the start.
    # ui/garbage.py collects from then on.
    gc.disable()
    from ui.application import run_window

    # both bring the database's libraries with them, which nobody needs before the first picture
    proofs = cast("ProofStore", Late(partial(_proofs, folder)))
    backups = cast("BackupStore", Late(partial(_backups, folder)))
    support = cast("SupportStore", Late(partial(_support, folder)))
    return run_window(storage, folder, today, proofs, backups, support)


def _hold(folder: Path) -> AbstractContextManager[object]:
    from db.lock import hold

    return hold(folder)


def _show_refusal(sentence: str) -> None:
    from ui.refusal import show_refusal

    show_refusal(sentence)


def main() -> int:
    """Run the program with the arguments of this process; returns its exit status."""
    parts = Parts(
        _open_storage, _back_up, _restore, _check, _run_window, _hold, _show_refusal, _back_up_first, _has_accounts
    )
    return run(sys.argv[1:], parts)


if __name__ == "__main__":
    sys.exit(main())
