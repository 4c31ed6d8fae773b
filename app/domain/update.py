"""What an update file must be: versions that go up, a list of its parts with their hashes, and names that stay inside
the program's folder."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from app.domain.errors import Refused

TOP = "so-cchc"
"""The one folder in an update file."""
_MANIFEST = re.compile(r"_internal-[\d.]{1,30}/manifest\.json", re.ASCII)
FORMAT = "so-cchc-bundle/1"
_VERSION = re.compile(r"\d{1,5}(?:\.\d{1,5}){0,3}", re.ASCII)
_PART = re.compile(r"[^\x00-\x1f\x7f<>:\"|?*\\/]{1,200}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST = 240
_MOST_FILES = 20_000
_MOST_BYTES = 1 << 30


@dataclass(frozen=True, slots=True)
class Part:
    """One file of an update: bytes and SHA-256."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an update file says of itself. ``contents`` is the folder of everything but the programs; ``programs`` are
    the files beside it, the window's last; names are relative to the program's folder, links lead within ``contents``.
    """

    version: str
    system: str
    contents: str
    programs: tuple[str, ...]
    files: Mapping[str, Part]
    links: Mapping[str, str]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(part.size for part in self.files.values())


def is_version(version: str) -> bool:
    """Whether ``version`` can be compared with others."""
    return _VERSION.fullmatch(version) is not None


def version_numbers(version: str) -> tuple[int, ...]:
    """ "1.2" as (1, 2, 0, 0), so that versions can be compared. Raises ValueError for what is no version."""
    if not is_version(version):
        raise ValueError(version)
    numbers = [int(part) for part in version.split(".")]
    return tuple([*numbers, 0, 0, 0][:4])


def is_newer(version: str, than: str) -> bool:
    """Whether ``version`` comes after ``than``. Raises ValueError for what is no version."""
    return version_numbers(version) > version_numbers(than)


def contents_name(version: str) -> str:
    """The folder with the parts of ``version``, beside the program file."""
    return f"_internal-{version}"


def manifest_name(version: str) -> str:
    """Where the list of the parts lies; it does not list itself."""
    return f"{contents_name(version)}/manifest.json"


def is_manifest(name: str) -> bool:
    """Whether the list of the parts of some version lies at ``name``."""
    return bool(_MANIFEST.fullmatch(name))


def is_inside(name: str) -> bool:
    """Whether ``name`` is a plain relative path on every system: no way up, no drive, no reserved name, no control
    character, nothing that Windows would cut off."""
    parts = name.split("/")
    good = all(_PART.fullmatch(part) and part[-1] not in ". " and not _RESERVED.fullmatch(part) for part in parts)
    return good and len(name) <= _LONGEST


def read_manifest(content: object, file: str) -> Manifest:
    """The manifest in the parsed JSON ``content`` of the update ``file``. Raises Refused where it is not one that this
    program can trust its folder to."""
    try:
        found = _manifest(content)
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise Refused("update.damaged", file=file) from error
    if not _is_sound(found):
        raise Refused("update.damaged", file=file)
    return found


def _manifest(content: object) -> Manifest:
    if not isinstance(content, dict) or content["format"] != FORMAT:
        raise ValueError("format")
    files = {str(name): Part(int(part[0]), str(part[1])) for name, part in content["files"].items()}
    links = {str(name): str(target) for name, target in content["links"].items()}
    programs = tuple(str(name) for name in content["programs"])
    version_numbers(content["version"])
    return Manifest(content["version"], str(content["system"]), str(content["contents"]), programs, files, links)


def _is_sound(found: Manifest) -> bool:
    names = [*found.files, *found.links]
    beside = [name for name in names if not name.startswith(f"{found.contents}/")]
    return (
        len(names) <= _MOST_FILES
        and found.size <= _MOST_BYTES
        and found.contents == contents_name(found.version)
        and all(is_inside(name) for name in names)
        and len({name.casefold() for name in names}) == len(names)
        and not _is_file_and_folder(names)
        and set(beside) == set(found.programs)
        and all(name in found.files and "/" not in name for name in found.programs)
        and bool(found.programs)
        and all(part.size >= 0 and _SHA256.fullmatch(part.sha256) for part in found.files.values())
        and all(_leads_within(name, target, found.contents) for name, target in found.links.items())
    )


def _is_file_and_folder(names: Iterable[str]) -> bool:
    """Whether one name is a folder of another: a link there would lead elsewhere."""
    folded = {name.casefold() for name in names}
    return any(str(parent).casefold() in folded for name in names for parent in PurePosixPath(name).parents)


def _leads_within(name: str, target: str, contents: str) -> bool:
    if not target or target.startswith("/") or "\\" in target or ":" in target:
        return False
    place = list(PurePosixPath(name).parent.parts)
    for part in PurePosixPath(target).parts:
        if part != "..":
            place.append(part)
        elif place:
            place.pop()
        else:
            return False
    return place[:1] == [contents] and len(place) > 1


def listed_hash(listing: str, name: str) -> str | None:
    """The SHA-256 that a SHA256SUMS file gives for ``name``; None where it does not name it."""
    for line in listing.splitlines():
        digest, _, listed = line.strip().partition(" ")
        if listed.lstrip(" *") == name and _SHA256.fullmatch(digest.lower()):
            return digest.lower()
    return None
