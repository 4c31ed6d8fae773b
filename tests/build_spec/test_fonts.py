"""Fonts for the bundle."""

from pathlib import Path

import pytest

from build_spec.fonts import FACES, copy_fonts


def test_all_four_and_the_licence_are_copied(tmp_path: Path) -> None:
    given = tmp_path / "given"
    given.mkdir()
    for name in (*FACES, "LICENCE.txt"):
        (given / name).write_bytes(name.encode())
    copy_fonts(tmp_path / "fonts", given)
    assert {file.name for file in (tmp_path / "fonts").iterdir()} == {*FACES, "LICENCE.txt"}


def test_a_folder_without_them_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="fonts-liberation2"):
        copy_fonts(tmp_path / "fonts", tmp_path)
