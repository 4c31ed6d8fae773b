"""Where the program that runs is installed, and what of it belongs to which version."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from app import VERSION

JOURNAL = "cap-nhat.json"
SIGN = "cap-nhat.song"
LOCK = "cap-nhat.khoa"
SIGN_VARIABLE = "SO_CCHC_SIGN"
"""Names, for a program just put in place, the file in which it says that its first page is shown."""
_KEPT = re.compile(r"so-cchc(?:-cli)?-\d+(?:\.\d+)*(?:\.exe)?|(?:so-cchc|cap-nhat)[\w.-]*\.part")
_CONTENTS = re.compile(r"_internal(?:-\d+(?:\.\d+)*)?(?:\.part)?")


@dataclass(frozen=True, slots=True)
class Installed:
    """A program folder: ``contents`` is the name of the folder with the parts of this ``version``."""

    folder: Path
    contents: str
    version: str

    @property
    def journal(self) -> Path:
        """Where an update under way is written down."""
        return self.folder / JOURNAL

    def leftovers(self) -> list[Path]:
        """What other versions have left: folders of parts and copies of programs."""
        found = []
        for path in self.folder.iterdir():
            pattern = _CONTENTS if path.is_dir() and not path.is_symlink() else _KEPT
            if pattern.fullmatch(path.name) and path.name != self.contents:
                found.append(path)
        return found

    def can_be_written(self) -> bool:
        """Whether this user may replace the program; tried, since Windows does not tell."""
        import tempfile  # like platform below: every start of the program comes through this file

        try:
            with tempfile.TemporaryFile(dir=self.folder):
                return True
        except OSError:
            return False


def running_program() -> Installed | None:
    """The frozen program that runs; None where it runs from source."""
    inner = getattr(sys, "_MEIPASS", None)
    if not getattr(sys, "frozen", False) or inner is None:
        return None
    return Installed(Path(sys.executable).resolve().parent, Path(inner).name, VERSION)


def system_name() -> str:
    """The system that an update must be made for: "linux-x86_64" or "windows-x86_64"."""
    import platform

    kind = "windows" if sys.platform == "win32" else sys.platform
    machine = platform.machine().lower().replace("amd64", "x86_64")
    return f"{kind}-{machine}"


def versioned(name: str, version: str) -> str:
    """The name under which the program file ``name`` of ``version`` lies beside the one in use."""
    path = Path(name)
    return f"{path.stem}-{version}{path.suffix}"
