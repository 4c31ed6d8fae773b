"""Fixtures of the tests that write Word files to read them."""

from pathlib import Path

import pytest


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a test writes its Word file: a name with Vietnamese letters and a space."""
    return tmp_path / "kế hoạch.docx"
