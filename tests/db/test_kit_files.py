"""Loaded outlines and forms in the storage: kept whole, undone, removed."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.errors import Refused
from app.domain.report_kits import KitFile, KitKind
from app.exchange.outlines import report_kit
from db.storage import open_storage

KIT = report_kit()


def test_what_is_loaded_comes_back_whole_and_is_undone(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    outline = replace(KIT.outline, key="tinh-2027")
    files = [KitFile(None, KitKind.OUTLINE, 2027, outline), KitFile(None, KitKind.FORMS, 2027, KIT.forms)]
    for one in files:
        storage.write("nạp", lambda work, one=one: work.save_kit_file(one))  # type: ignore[misc]  # bound now
    stored = storage.read(lambda work: work.kit_files())
    assert stored == [replace(one, id=number) for number, one in enumerate(files, 1)]
    storage.write("đặt năm", lambda work: work.save_kit_file(replace(stored[0], from_year=None)))
    assert storage.read(lambda work: work.kit_files())[0].from_year is None
    storage.undo()
    storage.write("bỏ", lambda work: work.remove_kit_file(2))
    assert storage.read(lambda work: work.kit_files()) == stored[:1]
    storage.undo()
    assert storage.read(lambda work: work.kit_files()) == stored
    with pytest.raises(Refused):
        storage.write("bỏ", lambda work: work.remove_kit_file(9))
    storage.close()
