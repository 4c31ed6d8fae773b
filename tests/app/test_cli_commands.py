"""What the commands say of proofs when everything is saved, put back and checked."""

import json
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from app.cli import run
from app.domain.proof import Proof, ProofFile
from app.exchange.proof_types import proof_types
from app.ports import Work
from db.proof_files import ProofFiles
from db.storage import open_storage
from tests.app.test_cli import PARTS


def _save(proof: Proof, work: Work) -> int:
    return work.save_proof(proof)


def add_proofs(folder: Path, *names: str) -> list[ProofFile]:
    """Proofs with a file each, in the data folder ``folder``."""
    store = ProofFiles(folder, proof_types())
    storage = open_storage(folder)
    files = [store.keep_bytes(name.encode(), f"{name}.pdf") for name in names]
    for file in files:
        proof = Proof(None, "12/BC-UBND", date(2026, 3, 18), "Báo cáo", file, date(2026, 3, 20))
        storage.write("Thêm", partial(_save, proof))
    storage.close()
    return files


def test_lost_and_unused_files_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "dữ liệu"
    kept, gone = add_proofs(data, "còn", "mất")
    store = ProofFiles(data, proof_types())
    store.path_of(gone).unlink()
    store.keep_bytes(b"?", "không dùng.pdf")
    where = ["--data", str(data), "--json"]

    assert run(["check", *where], PARTS) == 1
    said = capsys.readouterr()
    assert said.err == (
        "Thiếu 1 tệp kiểm chứng trong thư mục dữ liệu: mất.pdf. "
        "Hãy đính lại các tệp này hoặc phục hồi từ bản sao lưu.\n"
    )

    assert run(["backup", str(tmp_path / "a.zip"), *where], PARTS) == 0
    said = capsys.readouterr()
    assert "2 tài liệu kiểm chứng" in said.err and "có 1 tệp kiểm chứng bị thiếu hoặc bị hỏng: mất.pdf." in said.err
    document = json.loads(said.out)
    assert (document["proofs"], document["lost_files"]) == (2, ["mất.pdf"])

    store.keep_bytes("mất".encode(), "mất.pdf")
    assert run(["restore", str(tmp_path / "a.zip"), *where], PARTS) == 0
    document = json.loads(capsys.readouterr().out)
    assert (document["proofs"], document["lost_files"]) == (2, [])

    assert run(["check", *where], PARTS) == 0
    said = capsys.readouterr()
    assert "có 1 tệp chưa dùng đến" in said.err
    document = json.loads(said.out)
    assert (document["good"], document["proofs"], document["unused_files"]) == (True, 2, 1)
