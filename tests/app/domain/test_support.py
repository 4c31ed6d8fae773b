"""What may leave the office in a support package."""

from app.domain.support import plain_settings, without_names


def test_names_are_blotted_out_as_whole_words_in_any_case() -> None:
    words = "C:\\Users\\KIEU\\so do kieu ghi, kiểu khác, KIEUX"
    assert without_names(words, ["kieu", "", "ab"]) == "C:\\Users\\…\\so do … ghi, kiểu khác, KIEUX"


def test_of_settings_only_numbers_and_yes_or_no_are_told() -> None:
    settings = {"text": "125", "high": "true", "backup_folder": "/media/x", "tên người": "1", "geometry": "@ByteArray"}
    assert plain_settings(settings) == {"backup_folder": "…", "geometry": "…", "high": "true", "text": "125"}
