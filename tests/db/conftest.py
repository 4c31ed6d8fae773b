"""A real storage in a fresh folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.storage import DatabaseStorage, open_storage


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[DatabaseStorage]:
    """An empty storage, closed at the end."""
    opened = open_storage(tmp_path)
    yield opened
    opened.close()
