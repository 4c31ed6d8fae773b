"""What the commands say of proofs when everything is saved, put back and checked."""

import io
import json
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from app.cli import run
from app.domain.errors import MachineTrouble
from app.domain.proof import Proof, ProofFile
from app.exchange.plan_json import to_json
from app.exchange.proof_types import proof_types
from app.exchange.samples import sample_plan
from app.ports import Work
from db.auto_backup import automatic_copies
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


def _say(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Standard input is no terminal and says ``words``."""
    monkeypatch.setattr("sys.stdin", io.StringIO(words))


def test_a_password_comes_from_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    add_proofs(tmp_path / "dữ liệu", "một")
    where = ["--data", str(tmp_path / "dữ liệu")]
    file = str(tmp_path / "a.zip")
    _say(monkeypatch, "ngắn\n")
    assert run(["backup", file, "--password", *where], PARTS) == 1
    assert "ít nhất 8 ký tự" in capsys.readouterr().err and not Path(file).exists()
    _say(monkeypatch, "mật khẩu của xã\r\ndòng sau không đọc\n")
    assert run(["backup", file, "--password", *where], PARTS) == 0
    before = (tmp_path / "dữ liệu" / "so-cchc.db").read_bytes()
    for words, arguments, said in (("", [], "--password"), ("sai hẳn rồi\n", ["--password"], "không đúng")):
        _say(monkeypatch, words)
        capsys.readouterr()
        assert run(["restore", file, *arguments, *where], PARTS) == 1
        assert said in capsys.readouterr().err
        assert (tmp_path / "dữ liệu" / "so-cchc.db").read_bytes() == before
    _say(monkeypatch, "mật khẩu của xã\n")
    assert run(["restore", file, "--password", *where], PARTS) == 0


def test_a_password_is_asked_twice_at_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    add_proofs(tmp_path / "dữ liệu", "một")
    terminal = io.StringIO()
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    for answers, status in ((["mật khẩu một", "mật khẩu hai"], 1), (["mật khẩu một", "mật khẩu một"], 0)):
        asked = iter(answers)
        monkeypatch.setattr("getpass.getpass", lambda words, asked=asked: next(asked))
        arguments = ["backup", str(tmp_path / "a.zip"), "--password", "--data", str(tmp_path / "dữ liệu")]
        assert run(arguments, PARTS) == status
    assert "không giống nhau" in capsys.readouterr().err


def test_a_plan_is_replaced_only_after_a_backup(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    data, file = tmp_path / "dữ liệu", tmp_path / "mẫu.json"
    file.write_text(json.dumps(to_json(sample_plan())), encoding="utf-8")
    where = ["--data", str(data), "--json"]
    assert run(["import", str(file), *where], PARTS) == 0
    assert automatic_copies(data) == [], "a new plan takes nothing away"
    assert run(["import", str(file), "--replace", "không có", *where], PARTS) == 1
    assert automatic_copies(data) == []
    assert run(["import", str(file), "--replace", "1", *where], PARTS) == 0
    assert [copy.rows > 0 for copy in automatic_copies(data)] == [True]
    capsys.readouterr()
    assert run(["show", "1", *where], PARTS) == 0
    before = capsys.readouterr().out

    def full(folder: Path) -> None:
        raise MachineTrouble("backup.unwritable", file=folder)

    assert run(["import", str(file), "--replace", "1", *where], replace(PARTS, back_up_first=full)) == 1
    said = capsys.readouterr().err
    assert "Chưa cập nhật kế hoạch" in said and "chỗ trống" in said
    assert run(["show", "1", *where], PARTS) == 0
    assert capsys.readouterr().out == before
