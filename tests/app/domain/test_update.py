"""What an update may be: versions that go up, names that stay inside."""

from typing import Any

import pytest

from app.domain.errors import Refused
from app.domain.update import FORMAT, is_inside, is_newer, listed_hash, read_manifest, version_numbers

_HASH = "0" * 64


def content(**changes: Any) -> dict[str, Any]:
    """A sound manifest with some of it changed."""
    files = {"so-cchc": [3, _HASH], "_internal-1.2/a/b.so": [5, _HASH]}
    sound = {"format": FORMAT, "version": "1.2", "system": "linux-x86_64", "contents": "_internal-1.2"}
    return {**sound, "programs": ["so-cchc"], "files": files, "links": {"_internal-1.2/c.so": "a/b.so"}, **changes}


def with_file(name: str, part: object = None) -> dict[str, Any]:
    """A manifest with one more file."""
    return content(files={**content()["files"], name: part or [1, _HASH]})


def test_a_sound_one_is_read() -> None:
    found = read_manifest(content(), "x.zip")
    assert (found.version, found.size, found.programs) == ("1.2", 8, ("so-cchc",))


@pytest.mark.parametrize(
    "spoilt",
    [
        None,
        [],
        {},
        content(format="cchc-plan/1"),
        content(version="1.2-beta"),
        content(version="1.3"),
        content(contents="../.."),
        content(programs=[]),
        content(programs=["so-cchc", "_internal-1.2/a/b.so"]),
        content(programs=[["so-cchc"]]),
        with_file("_internal-1.2/../../ngoài"),
        with_file("_internal-1.2/a"),
        with_file("_internal-1.2/A/B.so"),
        with_file("_internal-1.2/c.so/d"),
        with_file("_internal-1.2/x", [1]),
        with_file("_internal-1.2/x", [-1, _HASH]),
        with_file("_internal-1.2/x", [1, "abc"]),
        with_file("_internal-1.2/x", [1 << 40, _HASH]),
        with_file("khác.exe"),
        with_file("_internal-0.1/x"),
        *(
            content(links={"_internal-1.2/c.so": target})
            for target in ("/etc/passwd", "../x", "a/../../so-cchc", "..", "", "C:x", "a\\b", "../../../x")
        ),
    ],
)
def test_what_cannot_be_trusted_is_refused(spoilt: object) -> None:
    with pytest.raises(Refused, match="update.damaged"):
        read_manifest(spoilt, "x.zip")


@pytest.mark.parametrize(
    "name",
    [
        *("", "/a", "a/", "a//b", "../a", "a/../b", ".", "a/.", "C:/a", "C:a", "\\\\may\\chung", "a\\b", "a\x00b"),
        *("con", "a/AUX.txt", "lpt1", "nul.tar.gz", "a.", "a ", "a|b", "a*", "a\nb", "x" * 300, "/".join("ab" * 200)),
    ],
)
def test_names_that_lead_outside_or_that_windows_takes_otherwise(name: str) -> None:
    assert not is_inside(name)


@pytest.mark.parametrize("name", ["a", "a/b.c", "_internal-1/PySide6/Qt/lib/x.so.6", "chữ Việt/ừ", "console", "..a"])
def test_names_that_stay(name: str) -> None:
    assert is_inside(name)


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [("0.2.0", "0.1.9", True), ("0.10", "0.9", True), ("1", "1.0.0", False), ("1.0.0.1", "1.0.0", True)],
)
def test_versions_are_compared_by_their_numbers(version: str, than: str, newer: bool) -> None:
    assert is_newer(version, than) is newer


@pytest.mark.parametrize("version", ["", "v1", "1.", "1.2.3.4.5", "١.٢", "1.2a", "123456"])
def test_what_is_no_version(version: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        version_numbers(version)


def test_the_hash_of_a_name_is_found_in_a_list() -> None:
    listing = f"{'a' * 64}  khác.zip\n{'B' * 64} *x.zip\nrác"
    assert listed_hash(listing, "x.zip") == "b" * 64
    assert listed_hash(listing, "y.zip") is None
    assert listed_hash("abc  x.zip", "x.zip") is None
