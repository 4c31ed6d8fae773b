"""How backups are spoken of."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.ports import DataSummary
from ui.backup_words import age_words, done_words, file_in, size_words

NOW = datetime(2026, 6, 17, 9, 30)


@pytest.mark.parametrize(
    ("days", "words", "is_old"),
    [
        (0, "Tự sao lưu: hôm nay 09:30", False),
        (1, "Tự sao lưu: hôm qua 09:30", False),
        (7, "Tự sao lưu: 7 ngày trước", False),
        (8, "Tự sao lưu: 8 ngày trước", True),
        (-3, "Bản tự sao lưu ghi ngày 20/6/2026; xem lại giờ của máy", True),
    ],
)
def test_how_old_the_last_backup_is(days: int, words: str, is_old: bool) -> None:
    assert age_words("auto", NOW - timedelta(days=days), NOW) == (words, is_old)


def test_none_so_far_is_a_warning() -> None:
    assert age_words("auto", None, NOW) == ("Chưa có bản tự sao lưu", True)
    assert age_words("second", None, NOW) == ("Chưa sao lưu ra USB", True)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "1 KB"),
        (1025, "2 KB"),
        (3_500_000, "3,3 MB"),
        (250 << 20, "250 MB"),
        (5 << 30, "5,0 GB"),
        (2_000 << 30, "2.000 GB"),
    ],
)
def test_sizes_are_told_as_people_read_them(count: int, words: str) -> None:
    assert size_words(count) == words


@pytest.mark.parametrize(
    ("office", "name"),
    [
        ("", "so-cchc_2026-06-17.zip"),
        ("ỦY BAN NHÂN DÂN XÃ AN PHÚ", "so-cchc_ubnd-xa-an-phu_2026-06-17.zip"),
        ("../../a: b\\c?", "so-cchc_a-b-c_2026-06-17.zip"),
        ("Xã " * 60, "so-cchc_" + ("xa-" * 13) + "x_2026-06-17.zip"),
    ],
)
def test_a_file_is_named_after_the_office_and_the_day(tmp_path: Path, office: str, name: str) -> None:
    assert file_in(tmp_path, office, "2026-06-17") == tmp_path / name


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    for expected in ("so-cchc_x.zip", "so-cchc_x_2.zip", "so-cchc_x_3.zip"):
        file = file_in(tmp_path, "", "x")
        assert file.name == expected
        file.touch()


def test_what_was_missing_is_named() -> None:
    words = done_words(DataSummary(1, 2, lost_files=("mất.pdf",)), Path("a.zip"), 2048, False)
    assert "(2 KB)" in words and "mất.pdf" in words and "tháo thiết bị" not in words
