"""A storage that opens late is the storage, opened once."""

from pathlib import Path

import pytest

from app.domain.errors import MachineTrouble
from app.late_storage import LateStorage
from app.ports import Storage
from db.storage import open_storage


def test_it_opens_once_and_only_when_used(tmp_path: Path) -> None:
    opened: list[Storage] = []

    def opens() -> Storage:
        opened.append(open_storage(tmp_path))
        return opened[-1]

    late = LateStorage(opens)
    LateStorage(opens).close()
    assert opened == []
    assert late.read(lambda work: work.list_plans()) == []
    late.write("đặt", lambda work: work.save_setting("a", "b"))
    assert late.read(lambda work: work.get_setting("a")) == "b"
    assert late.drafts() == [] and late.history().redo == ()
    assert len(opened) == 1
    late.close()


def test_trouble_on_opening_reaches_who_asked() -> None:
    def opens() -> Storage:
        raise MachineTrouble("storage.locked")

    with pytest.raises(MachineTrouble):
        LateStorage(opens).history()
