"""A real storage in a fresh folder, empty or with what reports tell of."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.storage import DatabaseStorage, open_storage
from tests.app.services.reporting import fill_with_sample


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[DatabaseStorage]:
    """An empty storage, closed at the end."""
    opened = open_storage(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def reported(storage: DatabaseStorage) -> DatabaseStorage:
    """The sample plan with some milestones met through the year."""
    fill_with_sample(storage)
    return storage
