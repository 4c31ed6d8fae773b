"""A frozen program under the smoke test: how it is called, and what of its answers counts as wrong."""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_spec.sentences import foreign_lines, sentences

REFUSED = 1
"""The exit status of a command that was refused."""
_SECONDS = 300
_BEGINNINGS = {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK", "json": b"{", "zip": b"PK"}


_WINE_LACKS = ("QtWindows::DpiAwareness::PerMonitorVersion2 is not supported", "EnableNonClientDpiScaling() failed")


class Failed(Exception):
    """What the smoke test found wrong."""


@dataclass(slots=True)
class Program:
    """The frozen program under test, started in ``folder``; every file is named relative to it, since a Windows
    program under Wine reads no path of this system."""

    path: Path
    folder: Path
    through: Sequence[str] = ()
    known: list[str] = field(default_factory=sentences)

    def command(self, *arguments: str, window: bool = False) -> list[str]:
        """The command line; on Windows commands go to the program beside the window's that has a console."""
        commands = self.path.with_name("so-cchc-cli.exe")
        path = commands if not window and commands.exists() else self.path
        return [*self.through, str(path), *arguments]

    def run(self, *arguments: str, typed: str = "", expected: int = 0) -> str:
        """Standard output of one command on the data folder "data", with the line ``typed`` on standard input. Raises
        Failed where anything is amiss, or the exit status is not the one expected."""
        command = self.command(*arguments, "--data", "data") if arguments != ("--help",) else self.command("--help")
        done = subprocess.run(
            command,
            cwd=self.folder,
            input=f"{typed}\n".encode() if typed else b"",
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
        self.judge(" ".join(arguments), done.returncode, done.stderr.decode("utf-8", "replace"), expected)
        return done.stdout.decode("utf-8")

    def judge(self, what: str, status: int, errors: str, expected: int = 0) -> None:
        """Raises Failed for a status other than the one expected or a line that is no sentence of the program."""
        foreign = [line for line in foreign_lines(errors, self.known) if not self._is_of_wine(line)]
        if status != expected or foreign:
            raise Failed(f"{what}: status {status}, lines on standard error: {foreign or errors}")

    def _is_of_wine(self, line: str) -> bool:
        """Whether ``line`` only says what Wine has not of Windows 10."""
        return "wine" in self.through and line.startswith(_WINE_LACKS)


def expect_file(file: Path) -> None:
    """Raises Failed unless ``file`` begins as its kind does."""
    beginning = _BEGINNINGS[file.suffix.removeprefix(".")]
    if not file.is_file() or not file.read_bytes().startswith(beginning):
        raise Failed(f"{file.name}: missing or of another kind")
