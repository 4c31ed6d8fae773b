"""The list of a bundle's parts with their hashes, which the program checks an update by."""

import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.domain.update import FORMAT, contents_name, manifest_name  # noqa: E402

WINDOW = "so-cchc"
"""The program with the window, without its ending: the last to be replaced."""


def contents_of(bundle: Path) -> Path:
    """The folder with everything but the programs in ``bundle``; each version has its own."""
    return next(path for path in sorted(bundle.glob("_internal*")) if path.is_dir())


def write_manifest(bundle: Path, version: str, system: str) -> Path:
    """Write the list of all parts of ``bundle`` into it; ``system`` as the updater names it. ValueError where its
    folder of parts is not the one of ``version``."""
    if contents_of(bundle).name != contents_name(version):
        raise ValueError(f"{contents_of(bundle).name} is not of version {version}")
    target = bundle / manifest_name(version)
    target.unlink(missing_ok=True)
    names = {path: path.relative_to(bundle).as_posix() for path in _parts(bundle)}
    programs = sorted(
        (names[path] for path in names if path.parent == bundle), key=lambda name: Path(name).stem == WINDOW
    )
    content = {
        "format": FORMAT,
        "version": version,
        "system": system,
        "contents": contents_name(version),
        "programs": programs,
        "files": {names[path]: _size_and_hash(path) for path in names if not path.is_symlink()},
        "links": {names[path]: path.readlink().as_posix() for path in names if path.is_symlink()},
    }
    target.write_text(json.dumps(content, indent=0), encoding="utf-8", newline="\n")
    return target


def changed_parts(bundle: Path, content: Mapping[str, Any]) -> list[str]:
    """Names of parts of ``bundle`` that are not as its list ``content`` says, or that only one of both has."""
    found = {path.relative_to(bundle).as_posix(): path for path in _parts(bundle)}
    found.pop(manifest_name(content["version"]), None)
    listed = {**content["files"], **content["links"]}
    both = found.keys() & listed.keys()
    changed = [name for name in both if listed[name] != _as_listed(found[name])]
    # an installer may put its own remover beside the programs
    alone = [name for name in found.keys() ^ listed.keys() if name != "uninstall.exe"]
    return sorted([*changed, *alone])


def _as_listed(part: Path) -> object:
    return part.readlink().as_posix() if part.is_symlink() else _size_and_hash(part)


def _parts(bundle: Path) -> list[Path]:
    """Every file and link of ``bundle``."""
    return [path for path in sorted(bundle.rglob("*")) if path.is_symlink() or not path.is_dir()]


def _size_and_hash(file: Path) -> list[object]:
    with file.open("rb") as opened:
        return [file.stat().st_size, hashlib.file_digest(opened, "sha256").hexdigest()]
