"""What of a frozen program's answers counts as wrong."""

from pathlib import Path

import pytest

from build_spec.smoke_program import Failed, Program

OF_WINE = "EnableNonClientDpiScaling() failed for HWND 0x30064 (120) (Call not implemented.)"


def test_what_wine_lacks_is_forgiven_under_wine_only(tmp_path: Path) -> None:
    Program(Path("so-cchc.exe"), tmp_path, ["wine"], []).judge("window", 0, OF_WINE)
    for through, line in (((), OF_WINE), (("wine",), "Traceback")):
        with pytest.raises(Failed):
            Program(Path("so-cchc.exe"), tmp_path, through, []).judge("window", 0, line)


def test_another_exit_status_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(Failed):
        Program(Path("so-cchc"), tmp_path, (), []).judge("import", 1, "")
