"""Everything for Linux in one command, into dist/linux: one-folder bundle, .tar.xz, .deb, SHA-256 list.

``python build_spec/build_linux.py`` (any Python 3.11 with a shared library; network or a pip cache for the locked
packages). The smoke test is apart: ``python build_spec/smoke_test.py dist/linux/so-cchc/so-cchc``.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_spec import bundle, deb  # noqa: E402


def pack_tar(folder: Path, target: Path) -> None:
    """``folder`` as a .tar.xz that unpacks into one folder, with owners forgotten."""
    command = [
        "tar",
        "--create",
        "--file",
        str(target),
        "--owner=0",
        "--group=0",
        "--sort=name",
        "--use-compress-program",
    ]
    subprocess.run([*command, "xz -T0 -6", "--directory", str(folder.parent), folder.name], check=True)


def pack_deb(folder: Path, version: str, target: Path) -> None:
    """``folder`` as a Debian package."""
    with tempfile.TemporaryDirectory(dir=bundle.BUILD) as scratch:
        root = Path(scratch, "root")
        deb.lay_out(folder, bundle.MADE, root)
        deb.build_deb(root, deb.control(version, bundle.size(root) // 1024), target)


def main() -> int:
    """Build all files anew; returns 0 when they lie in dist/linux."""
    if sys.platform != "linux" or not shutil.which("dpkg-deb"):
        print("build_linux.py needs Linux with dpkg-deb and xz", file=sys.stderr)
        return 1
    version = bundle.version()
    folder = bundle.make_bundle()
    archive = bundle.DIST / f"so-cchc-{version}-linux-x86_64.tar.xz"
    package = bundle.DIST / f"so-cchc_{version}_amd64.deb"
    pack_tar(folder, archive)
    pack_deb(folder, version, package)
    bundle.write_hashes([archive, package], bundle.DIST / "SHA256SUMS")
    bundle.report_sizes([folder, archive, package])
    return 0


if __name__ == "__main__":
    sys.exit(main())
