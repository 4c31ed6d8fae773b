"""A block of cells on the clipboard."""

import pytest
from PySide6.QtGui import QGuiApplication

from ui.pages.block_clipboard import put_block


@pytest.mark.usefixtures("qtbot")
def test_a_block_is_text_and_a_table_and_an_empty_one_changes_nothing() -> None:
    blocks: list[list[list[str | None]]] = [[["1", "Rà soát"], ["2", None]], []]
    for block in blocks:
        put_block(block)
        mime = QGuiApplication.clipboard().mimeData()
        assert mime.text().startswith("1\tRà soát") and "<table" in mime.html()
