"""Small programs that stand in for the real one: each is a file beside a folder with the parts of its version."""

import os
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

from app.update.installed import Installed, system_name
from build_spec.build_linux import pack_tar
from build_spec.manifest import write_manifest

ROOT = Path(__file__).resolve().parents[3]
DATABASE = "so-cchc.db"

_PROGRAM = f"""#!{sys.executable} -P
# the one of version @@
import sqlite3, sys, time
from contextlib import closing
from pathlib import Path
sys.path.insert(0, {str(ROOT)!r})
from app.update.installed import Installed
from app.update.resume import Start, give_sign, resume, take_news
here = Path(__file__).resolve().parent
own = Installed(here, "_internal-@@", "@@")
assert (here / own.contents / "phần.txt").read_text() == "@@" * 1000
if sys.argv[1:2] == ["--finish-update"]:
    from app.update.swap import main
    sys.exit(main(sys.argv[2:]))
told = Path(sys.argv[1])
if resume(own) is not Start.GO_ON:
    sys.exit(0)
how = (here / own.contents / "cách.txt").read_text().split()
with closing(sqlite3.connect(told / "dữ liệu" / "{DATABASE}")) as data:
    if "migrates" in how:
        data.execute("PRAGMA user_version = 2")
        data.execute("INSERT INTO x VALUES ('mới')")
        data.commit()
    version = data.execute("PRAGMA user_version").fetchone()[0]
    assert "migrates" in how or version == 1, "data of a newer version"
    lines = data.execute("SELECT count(*) FROM x").fetchone()[0]
if "dies" in how:
    sys.exit(3)
if "sleeps" in how:
    time.sleep(60)
give_sign(own)
news = None
for _ in range(200):
    news = take_news(own)
    if news is not None or not own.journal.exists():
        break
    time.sleep(0.02)
step = f"{{news.step}} {{news.reason or ''}}".strip() if news else ""
with (told / "mở").open("a") as said:
    said.write(f"@@ {{version}} {{lines}} {{step}}".strip() + "\\n")
"""


def make_bundle(folder: Path, version: str, how: str = "works") -> Path:
    """A program folder of ``version`` in ``folder``."""
    bundle = folder / "so-cchc"
    contents = bundle / f"_internal-{version}"
    contents.mkdir(parents=True)
    (contents / "phần.txt").write_text(version * 1000)
    (contents / "cách.txt").write_text(how)
    (contents / "thư viện.so").symlink_to("phần.txt")
    (bundle / "so-cchc").write_text(_PROGRAM.replace("@@", version))
    (bundle / "so-cchc").chmod(0o755)
    (bundle / "so-cchc-cli").write_text(f"# the one of version {version}\n")
    write_manifest(bundle, version, system_name())
    return bundle


def pack(bundle: Path, target: Path) -> Path:
    """``bundle`` as an update file, with links only where the kind of file knows them."""
    if target.name.endswith(".tar.xz"):
        pack_tar(bundle, target)
        return target
    with ZipFile(target, "w") as package:
        for file in sorted(path for path in bundle.rglob("*") if path.is_file()):
            package.write(file, file.relative_to(bundle.parent).as_posix())
    return target


def without_links(bundle: Path, version: str) -> Path:
    """``bundle`` as it is for Windows."""
    for path in list(bundle.rglob("*")):
        if path.is_symlink():
            path.unlink()
    write_manifest(bundle, version, system_name())
    return bundle


def make_data(folder: Path) -> Path:
    """Data of the old version, with a line still in the log."""
    import sqlite3

    folder.mkdir(parents=True)
    with closing(sqlite3.connect(folder / DATABASE)) as data:
        data.execute("PRAGMA journal_mode = WAL")
        data.execute("PRAGMA user_version = 1")
        data.execute("CREATE TABLE x (y)")
        data.execute("INSERT INTO x VALUES ('cũ')")
        data.commit()
    return folder


def installed(bundle: Path, version: str) -> Installed:
    """``bundle`` as the program that runs knows itself."""
    return Installed(bundle, f"_internal-{version}", version)


def version_in_place(bundle: Path) -> str:
    """Which version the program file in place is."""
    return (bundle / "so-cchc").read_text().split("# the one of version ")[1].split()[0]


def open_program(bundle: Path, told: Path) -> None:
    """Start the program as a clerk does, and wait for its end."""
    done = subprocess.run(
        [str(bundle / "so-cchc"), str(told)], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert done.returncode == 0 and not done.stderr, done.stderr


def said(told: Path) -> list[str]:
    """Version, version of the data, lines in it, and the news of an update, of each start that came to its first
    page."""
    return (told / "mở").read_text().splitlines() if (told / "mở").exists() else []


def tar_of(target: Path, members: list[tuple[tarfile.TarInfo, bytes]]) -> Path:
    """A .tar.xz with just these members."""
    import io

    with tarfile.open(target, "w:xz") as archive:
        for info, content in members:
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return target


def free_of(folder: Path) -> int:
    """Bytes free where ``folder`` is."""
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize
