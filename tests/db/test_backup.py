"""Backups: made, put back, refused."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from app.domain.errors import MachineTrouble, Refused
from app.texts import sentence_for
from db.backup import back_up
from db.check import check
from db.database_copy import DATABASE
from db.restore import restore
from db.schema import create

_PLAN = "INSERT INTO plan (title, year, recipients, legal_bases) VALUES (?, 2026, '[]', '[]')"
_APPENDIX = "INSERT INTO appendix (plan_id, position, label, title) VALUES (?, 0, '', '')"
_ROW = "INSERT INTO row (appendix_id, position, kind, ordinal, text, numbered) VALUES (?, 0, ?, '', '', 0)"


def make_data(folder: Path, *titles: str) -> Path:
    """A data folder with one plan of two item rows for each title."""
    folder.mkdir(exist_ok=True)
    engine = create_engine(f"sqlite:///{folder / DATABASE}")
    with engine.begin() as connection:
        create(connection)
    engine.dispose()
    with closing(sqlite3.connect(folder / DATABASE)) as raw, raw:
        raw.execute("PRAGMA journal_mode = WAL")
        for number, title in enumerate(titles, 1):
            raw.execute(_PLAN, (title,))
            raw.execute(_APPENDIX, (number,))
            raw.executemany(_ROW, [(number, kind) for kind in ("section", "item", "item")])
    return folder


def titles_in(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        return [line[0] for line in connection.execute("SELECT title FROM plan ORDER BY id")]


def refusal(call: Callable[[], object]) -> str:
    """The sentence with which ``call`` is refused."""
    with pytest.raises(Refused) as refused:
        call()
    return sentence_for(refused.value)


def test_backup_comes_back_as_it_was(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Kế hoạch xã An Phú", "Kế hoạch phường Bình Minh")
    file = tmp_path / "sao lưu ngày 1.zip"
    made = back_up(data, file)
    assert (made.plans, made.rows, made.made_on) == (2, 4, date.today())

    other = tmp_path / "máy khác"
    other.mkdir()
    summary, kept = restore(other, file)
    assert summary == made
    assert kept is None
    assert titles_in(other) == ["Kế hoạch xã An Phú", "Kế hoạch phường Bình Minh"]
    assert sorted(path.name for path in other.iterdir()) == [DATABASE]


def test_data_before_are_kept_and_can_be_restored(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Mới")
    back_up(make_data(tmp_path / "cũ", "Cũ"), tmp_path / "cũ.zip")
    _, kept = restore(data, tmp_path / "cũ.zip")
    assert titles_in(data) == ["Cũ"]
    assert kept is not None and kept.parent == data
    restore(data, kept)
    assert titles_in(data) == ["Mới"]


def test_backup_sees_what_another_connection_has_just_committed(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    with closing(sqlite3.connect(data / DATABASE)) as open_elsewhere:
        open_elsewhere.execute("UPDATE plan SET title = 'Hai'")
        open_elsewhere.commit()
        assert back_up(data, tmp_path / "a.zip").titles == ("Hai",)


def test_restoring_over_broken_data_keeps_them_as_they_are(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    back_up(data, tmp_path / "a.zip")
    (data / DATABASE).write_bytes(b"not a database at all" * 100)
    _, kept = restore(data, tmp_path / "a.zip")
    assert kept is not None and kept.read_bytes().startswith(b"not a database")
    assert titles_in(data) == ["Một"]


def test_window_that_is_open_stays_on_the_restored_data(tmp_path: Path) -> None:
    back_up(make_data(tmp_path / "cũ", "Cũ"), tmp_path / "cũ.zip")
    data = make_data(tmp_path / "dữ liệu", "Mới")
    with closing(sqlite3.connect(data / DATABASE)) as open_elsewhere:
        assert open_elsewhere.execute("SELECT title FROM plan").fetchall() == [("Mới",)]
        restore(data, tmp_path / "cũ.zip")
        assert open_elsewhere.execute("SELECT title FROM plan").fetchall() == [("Cũ",)]
        assert open_elsewhere.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_restoring_gives_up_while_another_program_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.database_copy.PATIENCE", 0.1)
    back_up(make_data(tmp_path / "cũ", "Cũ"), tmp_path / "cũ.zip")
    data = make_data(tmp_path / "dữ liệu", "Mới")
    with closing(sqlite3.connect(data / DATABASE, isolation_level=None)) as open_elsewhere:
        open_elsewhere.execute("BEGIN IMMEDIATE")
        with pytest.raises(MachineTrouble) as trouble:
            restore(data, tmp_path / "cũ.zip")
        open_elsewhere.execute("ROLLBACK")
    assert trouble.value.key == "storage.locked"
    assert titles_in(data) == ["Mới"]


def write_zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)


ABOUT = json.dumps({"format": "so-cchc-backup/1", "made_on": "2026-03-01"}).encode()


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"word/document.xml": b"<x/>"}, "không phải bản sao lưu"),
        ({"about.json": ABOUT}, "không phải bản sao lưu"),
        ({"about.json": ABOUT, DATABASE: b"", "../../ngoài.txt": b"x"}, "không phải bản sao lưu"),
        ({"about.json": b"{}", DATABASE: b""}, "không phải bản sao lưu"),
        ({"about.json": b"{", DATABASE: b""}, "bị hỏng"),
        ({"about.json": b'{"format": "so-cchc-backup/1", "made_on": "yesterday"}', DATABASE: b""}, "bị hỏng"),
        ({"about.json": ABOUT, DATABASE: b""}, "bị hỏng"),
        ({"about.json": ABOUT, DATABASE: b"not a database" * 500}, "bị hỏng"),
    ],
)
def test_other_files_are_refused_and_change_nothing(tmp_path: Path, members: dict[str, bytes], expected: str) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    before = sorted(path.name for path in data.iterdir())
    write_zip(tmp_path / "a.zip", members)
    sentence = refusal(lambda: restore(data, tmp_path / "a.zip"))
    assert expected in sentence and "a.zip" in sentence
    assert titles_in(data) == ["Một"]
    assert sorted(path.name for path in data.iterdir()) == before


def test_cut_backup_is_refused(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    back_up(data, tmp_path / "a.zip")
    whole = (tmp_path / "a.zip").read_bytes()
    for length in (3, len(whole) // 2, len(whole) - 3):
        (tmp_path / "a.zip").write_bytes(whole[:length])
        assert "bị hỏng" in refusal(lambda: restore(data, tmp_path / "a.zip"))
    assert titles_in(data) == ["Một"]


def test_backup_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    newer = make_data(tmp_path / "mới", "Hai")
    with closing(sqlite3.connect(newer / DATABASE)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    back_up(newer, tmp_path / "a.zip")
    assert "cập nhật chương trình" in refusal(lambda: restore(data, tmp_path / "a.zip"))
    assert titles_in(data) == ["Một"]


def test_zip_larger_than_the_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    back_up(data, tmp_path / "a.zip")
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 10})())
    assert "chỗ trống" in refusal(lambda: restore(data, tmp_path / "a.zip"))


def test_unwritable_target_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    assert "Không ghi được" in refusal(lambda: back_up(data, tmp_path / "không có" / "a.zip"))
    (tmp_path / "thư mục").mkdir()
    assert "Không ghi được" in refusal(lambda: back_up(data, tmp_path / "thư mục"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dữ liệu", "thư mục"]


def test_without_data_there_is_nothing_to_save_or_check(tmp_path: Path) -> None:
    assert "chưa có dữ liệu" in refusal(lambda: back_up(tmp_path, tmp_path / "a.zip"))
    assert "chưa có dữ liệu" in refusal(lambda: check(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_check_counts_whole_data(tmp_path: Path) -> None:
    summary = check(make_data(tmp_path / "dữ liệu", "Một", "Hai"))
    assert (summary.plans, summary.rows, summary.made_on) == (2, 4, None)


def test_check_names_broken_links(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", "Một")
    with closing(sqlite3.connect(data / DATABASE)) as connection, connection:
        connection.execute("DELETE FROM appendix")
    assert "3 chỗ liên kết sai trong bảng row" in refusal(lambda: check(data))


def test_check_sees_broken_pages(tmp_path: Path) -> None:
    data = make_data(tmp_path / "dữ liệu", *(f"Kế hoạch {number} " * 50 for number in range(50)))
    content = bytearray((data / DATABASE).read_bytes())
    content[3 * 4096 :] = b"\xff" * (len(content) - 3 * 4096)
    (data / DATABASE).write_bytes(content)
    with pytest.raises(MachineTrouble) as trouble:
        check(data)
    assert trouble.value.key in ("backup.data_broken", "storage.corrupt")
