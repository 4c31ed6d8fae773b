"""A damaged database is refused, kept aside, read as far as it can be, and the newest good backup is named."""

from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from app.domain.errors import MachineTrouble
from app.domain.plan import Plan
from app.texts import sentence_for
from db.auto_backup import FOLDER, back_up_automatically
from db.backup_store import Backups
from db.database_copy import DATABASE
from db.rescue import ASIDE, ROWS_FILE
from db.restore import restore
from db.storage import open_storage
from tests.app.domain.samples import item, plan, table

NOW = datetime(2026, 6, 17, 9, 5)
SAMPLE = plan(table(*(item(str(number), f"Nhiệm vụ {number} " * 30, "Báo cáo") for number in range(1, 60))))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a plan of 59 rows and one automatic backup."""
    folder = tmp_path / "dữ liệu"
    with closing(open_storage(folder)) as storage:
        storage.write("nhập", lambda work: work.add_plan(SAMPLE))
    back_up_automatically(folder, NOW)
    return folder


def _break(data: Path, page: int = 9) -> bytes:
    content = bytearray((data / DATABASE).read_bytes())
    content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    (data / DATABASE).write_bytes(content)
    return bytes(content)


def _refused(data: Path) -> MachineTrouble:
    with pytest.raises(MachineTrouble) as trouble:
        open_storage(data)
    return trouble.value


def test_the_newest_good_backup_is_named_with_its_day_and_counts(data: Path) -> None:
    content = _break(data)
    back_up = data / FOLDER / "so-cchc-20260617-090500.zip"
    (data / FOLDER / "so-cchc-20260617-100000.zip").write_bytes(back_up.read_bytes()[:-3000])
    trouble = _refused(data)
    said = sentence_for(trouble)
    assert trouble.key == "storage.broken_copy_aside"
    assert str(back_up) in said and "09:05 ngày 17/06/2026" in said and "1 kế hoạch, 59 nhiệm vụ" in said
    assert (data / DATABASE).read_bytes() == content


def test_the_file_is_kept_aside_untouched_and_once(data: Path) -> None:
    content = _break(data)
    for _ in range(3):
        _refused(data)
    (aside,) = data.glob(f"{ASIDE}-*")
    assert (aside / DATABASE).read_bytes() == content
    assert "Nhiệm vụ 3 " in (aside / ROWS_FILE).read_text(encoding="utf-8")
    assert sorted(one.name for one in data.glob(".*")) == []


def test_what_can_be_read_of_the_plans_is_handed_on(data: Path) -> None:
    found: list[Plan] = []

    def write(plans: Sequence[Plan], folder: Path) -> None:
        found.extend(plans)
        (folder / "x").write_text("x")

    _break(data)
    with pytest.raises(MachineTrouble):
        open_storage(data, write)
    assert [one.info.title for one in found] == [SAMPLE.info.title]
    assert len(found[0].appendices[0].rows) >= 20
    assert len(list(data.glob(f"{ASIDE}-*/x"))) == 1


def test_the_backup_named_can_be_restored(data: Path) -> None:
    _break(data, 0)
    restore(data, Path(str(_refused(data).values["copy"])))
    with closing(open_storage(data)) as storage:
        assert [one.rows for one in storage.read(lambda work: work.list_plans())] == [59]


@pytest.mark.parametrize("content", [None, b""])
def test_data_that_are_gone_do_not_open_empty(data: Path, content: bytes | None) -> None:
    (data / DATABASE).unlink()
    if content is not None:
        (data / DATABASE).write_bytes(content)
    trouble = _refused(data)
    assert trouble.key == "storage.gone_copy"
    restore(data, Path(str(trouble.values["copy"])))
    open_storage(data).close()


def test_without_a_backup_it_is_said_too(data: Path) -> None:
    for copy in (data / FOLDER).iterdir():
        copy.unlink()
    _break(data)
    assert _refused(data).key == "storage.broken_no_copy_aside"
    (data / DATABASE).write_bytes(b"x" * 50_000)
    assert _refused(data).key == "storage.broken_no_copy"
    (data / DATABASE).unlink()
    open_storage(data).close()


def test_the_window_can_restore_over_broken_data(data: Path) -> None:
    _break(data)
    store = Backups(data)
    assert store.present().plans == 0
    with pytest.raises(MachineTrouble) as trouble:
        store.make(NOW)
    assert trouble.value.key == _refused(data).key
    store.restore(Path(str(trouble.value.values["copy"])))
    assert store.present().plans == 1
