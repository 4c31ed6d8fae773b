"""Facts about the data: counts, and no word of them."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.exchange.samples import sample_plan
from db.database_copy import DATABASE
from db.schema import HEAD
from db.storage import open_storage
from db.support_facts import SupportFacts
from tests.db.data_folders import add_proof


def test_sound_data_are_counted(tmp_path: Path) -> None:
    with closing(open_storage(tmp_path)) as storage:
        storage.write("", lambda work: work.add_plan(sample_plan()))
    add_proof(tmp_path, b"%PDF-1.4", "tên người.pdf")
    facts = SupportFacts(tmp_path).facts()
    assert (facts.schema, facts.counts["plan"], facts.counts["proof"], facts.fault) == (HEAD, 1, 1, "")
    assert facts.proof_bytes == 8 and facts.database_bytes > 0


def test_damaged_data_are_told_by_the_kind_of_damage(tmp_path: Path) -> None:
    with closing(open_storage(tmp_path)):
        pass
    add_proof(tmp_path, b"%PDF-1.4", "tên người.pdf")
    next(path for path in (tmp_path / "proofs").rglob("*.pdf")).unlink()
    facts = SupportFacts(tmp_path).facts()
    assert (facts.fault, facts.fault_counts) == ("backup.proofs_missing", {"count": 1})
    (tmp_path / DATABASE).write_bytes(b"x" * 5000)
    assert SupportFacts(tmp_path).facts().fault


def test_a_folder_without_data_or_with_other_tables_stops_nobody(tmp_path: Path) -> None:
    assert SupportFacts(tmp_path).facts().fault == "backup.no_data"
    with closing(sqlite3.connect(tmp_path / DATABASE)) as other:
        other.execute('CREATE TABLE "một hai" (x)')
    assert SupportFacts(tmp_path).facts().counts == {}
