"""The check: what is broken is named."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from app.domain.errors import MachineTrouble
from app.domain.plan import PlanInfo
from app.domain.proof import ProofFile
from app.services.plans import save_info
from app.texts import sentence_for
from db.backup import back_up
from db.check import check
from db.database_copy import DATABASE
from db.storage import open_storage
from tests.db.data_folders import add_proof, enter_proof, make_data, refusal, store_in


def test_check_counts_whole_data(tmp_path: Path) -> None:
    summary = check(make_data(tmp_path / "dữ liệu", "Một", "Hai"))
    assert (summary.plans, summary.rows, summary.made_on) == (2, 4, None)


def test_check_names_broken_links(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    with closing(sqlite3.connect(data / DATABASE)) as connection, connection:
        connection.execute("DELETE FROM appendix")
    assert "3 chỗ liên kết sai trong bảng row" in refusal(lambda: check(data))


def test_an_empty_file_is_what_is_left_of_data(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"")
    for use_case in (check, partial(back_up, file=tmp_path / "a.zip")):
        assert "Dữ liệu bị hỏng" in refusal(partial(use_case, tmp_path))


def test_check_sees_broken_pages(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", *(f"Kế hoạch {number} " * 50 for number in range(50)))
    content = bytearray((data / DATABASE).read_bytes())
    content[3 * 4096 :] = b"\xff" * (len(content) - 3 * 4096)
    (data / DATABASE).write_bytes(content)
    with pytest.raises(MachineTrouble) as trouble:
        check(data)
    assert trouble.value.key in ("backup.data_broken", "storage.corrupt")
    assert "database" not in sentence_for(trouble.value)


def test_check_counts_proofs_and_tells_of_files_nothing_uses(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    add_proof(data, b"mot", "một.pdf")
    assert (check(data).proofs, check(data).unused_files) == (1, 0)
    stray = store_in(data).keep_bytes(b"hai", "hai.pdf")
    assert (check(data).proofs, check(data).unused_files) == (1, 1)
    assert store_in(data).is_there(stray)


def test_check_names_files_of_proofs_that_are_gone_or_changed(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    store = store_in(data)
    files = [add_proof(data, name.encode(), f"{name}.pdf") for name in ("một", "hai", "ba", "bốn")]
    store.path_of(files[0]).unlink()
    assert "Thiếu 1 tệp kiểm chứng trong thư mục dữ liệu: một.pdf." in refusal(lambda: check(data))
    for file, content in ((files[1], "HAI"), (files[2], "ba ba")):
        store.path_of(file).chmod(0o600)
        store.path_of(file).write_text(content, encoding="utf-8")
    assert "Thiếu 1 tệp kiểm chứng (một.pdf) và có 2 tệp bị sửa hoặc bị hỏng (hai.pdf, ba.pdf)" in refusal(
        lambda: check(data)
    )
    store.keep_bytes("một".encode(), "lại.pdf")
    assert "Có 2 tệp kiểm chứng bị sửa hoặc bị hỏng: hai.pdf, ba.pdf." in refusal(lambda: check(data))
    for name in ("hai", "ba"):
        store.keep_bytes(name.encode(), "lại.pdf")
    assert check(data).proofs == 4


def test_check_names_five_files_and_counts_all(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    for number in range(7):
        enter_proof(data, ProofFile(f"{number:064}", f"{number}.pdf", 1))
    assert "Thiếu 7 tệp kiểm chứng trong thư mục dữ liệu: 0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf, …." in refusal(
        lambda: check(data)
    )


def test_check_is_not_led_out_of_the_folder(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    enter_proof(data, ProofFile("../../etc/passwd", "a.pdf", 1))
    assert "Thiếu 1 tệp" in refusal(lambda: check(data))


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        ("UPDATE log SET new = 'khác' WHERE id = 2", 2),
        ("DELETE FROM log WHERE id = 2", 3),
        ("DELETE FROM log WHERE id = (SELECT max(id) FROM log)", None),
        ("UPDATE log SET id = -id", None),
    ],
)
def test_check_sees_a_log_that_was_tampered_with(tmp_path: Path, damage: str, line: int | None) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    storage = open_storage(data)
    for title in ("Hai", "Ba", "Bốn"):
        storage.write("đổi tên", partial(save_info, plan_id=1, info=PlanInfo(title, 2026)))
    storage.close()
    assert check(data).plans == 1
    with closing(sqlite3.connect(data / DATABASE)) as connection, connection:
        connection.execute(damage)
    said = refusal(lambda: check(data))
    assert "Nhật ký thay đổi" in said and (line is None or f"từ dòng số {line};" in said)


def test_data_of_the_version_before_proofs_are_whole(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    with closing(sqlite3.connect(data / DATABASE)) as connection, connection:
        connection.execute("DROP TABLE proof_use")
        connection.execute("DROP TABLE proof")
    assert check(data).proofs == 0
