"""The lock of the tools that freeze the program."""

from build_spec.lock_build import LOCK, only_on_windows, wanted


def test_the_extra_is_what_is_locked() -> None:
    project = '[project.optional-dependencies]\nbuild = ["pyinstaller==1"]\n'
    assert wanted(project) == ["pyinstaller==1"]


def test_windows_alone_gets_its_packages() -> None:
    locked = "pefile==1 \\\n    --hash=sha256:0\npyinstaller==1 \\\n"
    assert only_on_windows(locked).splitlines()[0] == 'pefile==1 ; sys_platform == "win32" \\'
    assert only_on_windows(locked).splitlines()[2] == "pyinstaller==1 \\"


def test_the_lock_has_hashes_and_no_address() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert "http" not in text
