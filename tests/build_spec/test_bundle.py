"""Sizes and sums of what is built."""

import hashlib
from pathlib import Path

from build_spec.bundle import size, write_hashes


def test_list_of_sums_is_sorted_and_checkable(tmp_path: Path) -> None:
    files = [tmp_path / "b.zip", tmp_path / "a.exe"]
    for file in files:
        file.write_bytes(file.name.encode())
    write_hashes(files, tmp_path / "SHA256SUMS")
    expected = [f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a.exe", "b.zip")]
    assert (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines() == expected


def test_links_weigh_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "folder" / "inner"
    folder.mkdir(parents=True)
    (folder / "file").write_bytes(b"12345")
    (folder / "link").symlink_to("file")
    assert size(tmp_path / "folder") == 5
    assert size(folder / "file") == 5
