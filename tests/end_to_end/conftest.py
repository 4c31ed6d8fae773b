"""A data folder with the sample plan, for the stories that begin with one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.exchange.samples import sample_plan
from app.ports import Storage
from db.storage import open_storage


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """The data folder, open."""
    opened = open_storage(tmp_path)
    opened.write("nhập", lambda work: work.add_plan(sample_plan()))
    yield opened
    opened.close()
