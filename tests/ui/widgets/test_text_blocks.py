"""The texts of the real plans through an editor: shown and read again they are the same."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.plan_text import sections_of
from app.exchange.read import read_plan
from ui.widgets.part_editor import PartEditor

PLANS = ["anh-son-2024", "bac-hong-linh-2025", "hoang-hoa-2023", "hoang-kim-2025", "thuong-xuan-2025"]


@pytest.mark.parametrize("name", PLANS)
def test_no_word_level_or_look_is_lost(qtbot: QtBot, shared: Path, name: str) -> None:
    body = read_plan(shared / "plans" / f"{name}.docx").body
    assert body is not None
    editor = PartEditor()
    qtbot.addWidget(editor)
    for one in sections_of(body):
        editor.show_paragraphs(one.parts)
        assert editor.paragraphs == one.parts
