"""The call of the installer's compiler, and the portable edition."""

import zipfile
from pathlib import Path

import pytest

from build_spec import build_windows


@pytest.mark.parametrize("kind", [None, "amd64-unicode"])
def test_all_that_the_script_needs_is_defined(tmp_path: Path, kind: str | None) -> None:
    command = build_windows.installer_command("makensis", "1.2.3", tmp_path, tmp_path / "setup.exe", kind)
    defined = {part[2:].partition("=")[0] for part in command if part.startswith("-D")}
    assert defined - {"TARGET"} == {"VERSION", "VERSION_NUMBERS", "BUNDLE", "ICON", "KILOBYTES", "OUTPUT"}
    assert ("TARGET" in defined) == bool(kind)
    assert "-DVERSION_NUMBERS=1.2.3.0" in command
    assert command[-1].endswith("installer.nsi")


def test_portable_edition_unpacks_into_one_folder(tmp_path: Path) -> None:
    folder = tmp_path / "so-cchc"
    (folder / "_internal").mkdir(parents=True)
    (folder / "so-cchc.exe").write_bytes(b"MZ")
    (folder / "_internal" / "tệp.txt").write_bytes(b"1")
    build_windows.pack_zip(folder, tmp_path / "portable.zip")
    with zipfile.ZipFile(tmp_path / "portable.zip") as archive:
        assert archive.namelist() == ["so-cchc/_internal/tệp.txt", "so-cchc/so-cchc.exe"]


def test_uninstalling_never_names_the_data_folder() -> None:
    script = build_windows.SCRIPT.read_text(encoding="utf-8")
    removals = [line.strip() for line in script.splitlines() if line.strip().startswith(("RMDir", "Delete "))]
    assert removals
    assert all("$INSTDIR" in line or "$SMPROGRAMS" in line for line in removals)
    assert 'RMDir /r "$INSTDIR"' not in removals
