"""The Debian package's papers and the rights of its files."""

from pathlib import Path

from build_spec import deb
from build_spec.icon_files import SIZES, png_path
from build_spec.system_packages import BASE, WINDOW


def test_every_system_package_is_asked_for() -> None:
    asked = [part.split(" ")[0] for part in deb.depends().split(", ")]
    assert set(BASE) | set(WINDOW) <= set(asked)
    assert "libglib2.0-0 | libglib2.0-0t64" in deb.depends()
    assert "fonts-liberation2 | fonts-liberation" in deb.depends()


def test_control_file() -> None:
    lines = deb.control("1.2.3", 4096).splitlines()
    assert {"Package: so-cchc", "Version: 1.2.3", "Installed-Size: 4096", "Architecture: amd64"} <= set(lines)
    assert all(line.startswith(" ") or ": " in line for line in lines)


def test_layout_and_rights(tmp_path: Path) -> None:
    bundle = tmp_path / "so-cchc"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "_internal" / "LICENSE").write_text("MIT", encoding="utf-8")
    program = bundle / "so-cchc"
    program.touch(0o700)
    for size in SIZES:
        png_path(tmp_path, size).touch(0o600)
    root = tmp_path / "root"
    deb.lay_out(bundle, tmp_path, root)
    deb.open_rights(root)
    assert (root / "usr/bin/so-cchc").readlink() == Path("/opt/so-cchc/so-cchc")
    assert (root / "opt/so-cchc/so-cchc").stat().st_mode & 0o777 == 0o755
    assert (root / "opt/so-cchc/_internal/LICENSE").stat().st_mode & 0o777 == 0o644
    assert (root / "usr/share/icons/hicolor/48x48/apps/so-cchc.png").stat().st_mode & 0o777 == 0o644
    entry = (root / "usr/share/applications/so-cchc.desktop").read_text(encoding="utf-8")
    assert "Exec=/usr/bin/so-cchc\n" in entry
