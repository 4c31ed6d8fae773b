"""What of the window's settings goes along in a backup, and what in a file from elsewhere never comes in."""

from pathlib import Path

import pytest

from db.backup import back_up
from db.restore import restore
from db.window_settings import FILE_NAME, bring_in_settings, portable_settings
from tests.db.data_folders import make_data

HERE = """[General]
backup_folder=/media/usb
geometry=@ByteArray(\\x1\\xd9)
high_contrast=1
plan=3
text_size=120
version_seen=0.1.0

[other]
x=1
"""


def test_only_what_is_of_no_single_computer_goes_along(tmp_path: Path) -> None:
    assert portable_settings(tmp_path) == ()
    (tmp_path / FILE_NAME).write_text(HERE, encoding="utf-8")
    assert portable_settings(tmp_path) == ("high_contrast=1", "text_size=120")


def test_settings_come_back_with_the_data(tmp_path: Path) -> None:
    data, other = make_data(tmp_path / "a", "Một"), make_data(tmp_path / "b", "Hai")
    (data / FILE_NAME).write_text(HERE, encoding="utf-8")
    (other / FILE_NAME).write_text("[General]\nplan=9\ntext_size=100\n\n[other]\nx=2\n", encoding="utf-8")
    back_up(data, tmp_path / "a.zip")
    restore(other, tmp_path / "a.zip")
    lines = (other / FILE_NAME).read_text(encoding="utf-8").split()
    assert lines == ["[General]", "plan=9", "high_contrast=1", "text_size=120", "[other]", "x=2"]


@pytest.mark.parametrize(
    "hostile",
    [
        None,
        7,
        {"text_size": "1"},
        [["text_size=1"]],
        ["text_size=@Variant(\\0\\0)"],
        ['text_size="@Variant(x)"'],
        ["text_size=\\x40Variant(x)"],
        ["text_size=1\n[evil]\nx=1"],
        ["backup_folder=//server/x"],
        ["geometry=1"],
        ["[General]"],
        ["text_size=" + "9" * 10_000],
    ],
)
def test_what_is_no_plain_setting_stays_out(tmp_path: Path, hostile: object) -> None:
    bring_in_settings(tmp_path, hostile)
    assert list(tmp_path.iterdir()) == []


def test_settings_that_cannot_be_written_cost_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    bring_in_settings(tmp_path, ["text_size=120"])
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
