"""The Debian package of a bundle: /opt/so-cchc, the command so-cchc, a menu entry and icons."""

import platform
import shutil
import subprocess
from pathlib import Path

from build_spec.icon_files import SIZES, png_path
from build_spec.manifest import contents_of
from build_spec.system_packages import BASE, WINDOW

NAME = "so-cchc"
_RENAMED = {"libglib2.0-0": "libglib2.0-0t64", "fonts-liberation2": "fonts-liberation"}
"""Packages that newer releases of Debian and Ubuntu carry under a second name."""

_CONTROL = """Package: {name}
Version: {version}
Section: office
Priority: optional
Architecture: {architecture}
Installed-Size: {kilobytes}
Depends: {depends}
Maintainer: Sổ CCHC <so-cchc@localhost>
Description: Sổ theo dõi kế hoạch cải cách hành chính
 Nhập kế hoạch từ Word hoặc Excel, sửa phụ lục, theo dõi thời hạn,
 in và xuất ra PDF, Word, Excel. Không cần mạng.
"""

_MENU_ENTRY = """[Desktop Entry]
Type=Application
Name=Sổ CCHC
Comment=Sổ theo dõi kế hoạch cải cách hành chính
Exec=/usr/bin/so-cchc
Icon=so-cchc
Terminal=false
Categories=Office;
StartupWMClass=so-cchc
"""


def depends() -> str:
    """The packages that Qt and the fonts need, and the C library of who builds, in the control file's own writing."""
    names = [f"{name} | {_RENAMED[name]}" if name in _RENAMED else name for name in (*BASE, *WINDOW)]
    return ", ".join([f"libc6 (>= {platform.libc_ver()[1]})", "libstdc++6", *names])


def control(version: str, kilobytes: int, architecture: str = "amd64") -> str:
    """The control file; ``kilobytes`` is the installed size (1 kB = 1024 bytes)."""
    values = {"version": version, "kilobytes": kilobytes, "architecture": architecture, "depends": depends()}
    return _CONTROL.format(name=NAME, **values)


def lay_out(bundle: Path, pictures: Path, root: Path) -> None:
    """Put ``bundle`` and what the desktop needs under ``root`` as they will lie on the PC."""
    shutil.copytree(bundle, root / "opt" / NAME, symlinks=True)
    command = root / "usr" / "bin" / NAME
    command.parent.mkdir(parents=True)
    command.symlink_to(f"/opt/{NAME}/{NAME}")
    entry = root / "usr" / "share" / "applications" / f"{NAME}.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text(_MENU_ENTRY, encoding="utf-8")
    for size in SIZES:
        icon = root / "usr" / "share" / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{NAME}.png"
        icon.parent.mkdir(parents=True)
        shutil.copyfile(png_path(pictures, size), icon)
    papers = root / "usr" / "share" / "doc" / NAME
    papers.mkdir(parents=True)
    shutil.copyfile(contents_of(bundle) / "LICENSE", papers / "copyright")


def open_rights(root: Path) -> None:
    """Everyone may read, whatever the mask of who builds; what could be started still can."""
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o111 else 0o644)


def build_deb(root: Path, control_text: str, target: Path) -> None:
    """Make the package of all under ``root``, owned by root. Raises CalledProcessError where dpkg-deb fails."""
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control_text, encoding="utf-8")
    open_rights(root)
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(target)], check=True)
