"""Prepares .venv from the lock file once, then starts the program or the tests in it. Standard library only.

Used by ``run``, ``test`` and their .bat twins: ``setup_environment.py run|test|wheels [arguments...]``.
"""

import hashlib
import importlib.util
import io
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the commands may be called from any folder

from build_spec import system_packages  # noqa: E402

LOCKS = {"run": "requirements.txt", "test": "requirements-test.txt"}
MODULES = {"run": ["-m", "app"], "test": [str(ROOT / "build_spec" / "run_tests.py")]}
LARGE = {"pyside6-essentials"}


class Stopped(Exception):
    """Set-up cannot go on; the message is the sentence for the person at the machine."""


def text(key: str, **values: object) -> str:
    """The sentence ``key`` of resources/texts/setup.toml (app.texts would do, but app is not to be needed here)."""
    sentences = tomllib.loads((ROOT / "resources" / "texts" / "setup.toml").read_text(encoding="utf-8"))
    return str(sentences[key.removeprefix("setup.")]).format(**values)


def say(key: str, **values: object) -> None:
    """Write one sentence to standard error, in UTF-8 whatever the locale says."""
    sys.stderr.buffer.write((text(key, **values) + "\n").encode())
    sys.stderr.flush()


def environment(root: Path) -> Path:
    """The folder of the virtual environment."""
    return root / ".venv"


def environment_python(root: Path) -> Path:
    """The interpreter inside the virtual environment."""
    folder = environment(root)
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def stamp_path(root: Path) -> Path:
    """The file that says what has been installed completely."""
    return environment(root) / "installed.json"


def wanted(root: Path, purpose: str) -> dict[str, str]:
    """What the stamp must say about ``purpose``: this interpreter, this place and this lock file."""
    lock = (root / LOCKS[purpose]).read_bytes().replace(b"\r\n", b"\n")
    return {
        "python": f"{platform.python_version()} {platform.machine()} {root}",
        LOCKS[purpose]: hashlib.sha256(lock).hexdigest(),
    }


def read_stamp(root: Path) -> dict[str, str]:
    """What was installed completely; empty for a missing, half-made or damaged environment."""
    try:
        stamp = json.loads(stamp_path(root).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and environment_python(root).exists() else {}


def is_ready(root: Path, purpose: str) -> bool:
    """Whether the environment already has exactly what ``purpose`` needs."""
    return wanted(root, purpose).items() <= read_stamp(root).items()


@contextmanager
def only_one(root: Path) -> Iterator[None]:
    """Hold the set-up lock, so that a second double click waits instead of spoiling the first one's work."""
    with (root / ".venv.lock").open("a+b") as file:
        if not _try_lock(file.fileno(), wait=False):
            say("setup.waiting")
            _try_lock(file.fileno(), wait=True)
        yield


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int, wait: bool) -> bool:
        while True:
            try:
                # LK_LOCK gives up after ten seconds by itself.
                msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                return True
            except OSError:
                if not wait:
                    return False
else:
    import fcntl

    def _try_lock(descriptor: int, wait: bool) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True


def prepare(root: Path, purpose: str) -> None:
    """Make the environment ready for ``purpose``. Raises Stopped with a sentence when that is impossible."""
    if is_ready(root, purpose):
        return
    with only_one(root):
        if is_ready(root, purpose):
            return
        say("setup.preparing")
        install_system_packages(purpose)
        stamp = keep_or_create(root, purpose)
        install(root, purpose)
        stamp_path(root).write_text(json.dumps(stamp | wanted(root, purpose)), encoding="utf-8")
        say("setup.ready")


def keep_or_create(root: Path, purpose: str) -> dict[str, str]:
    """Keep an environment whose other lock is still valid, else make a new one; returns what the stamp may keep."""
    stamp = read_stamp(root)
    for other in LOCKS:
        if other != purpose and wanted(root, other).items() <= stamp.items():
            # Without its stamp the environment counts as half-made, should this run be killed.
            stamp_path(root).unlink()
            return stamp
    create(root)
    return {}


def create(root: Path) -> None:
    """Make an empty environment in place of whatever was there."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise Stopped(no_venv_sentence())
    shutil.rmtree(environment(root), ignore_errors=True)
    log = log_path(root)
    command = [sys.executable, "-m", "venv", "--clear", str(environment(root))]
    with log.open("wb") as file:
        if subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, check=False).returncode:
            raise Stopped(text("setup.venv_failed", log=log))


def no_venv_sentence() -> str:
    """What to install where Python comes without venv."""
    if not system_packages.is_debian():
        return text("setup.no_venv_here")
    return text("setup.no_venv", command=system_packages.command([system_packages.venv_package()]))


def log_path(root: Path) -> Path:
    """Where pip's own words go; beside .venv, which may not exist yet."""
    return root / ".venv.log"


def install_system_packages(purpose: str) -> None:
    """Install what Debian lacks when running as root, else name it; never a reason to stop."""
    missing = system_packages.missing(purpose)
    if not missing:
        return
    if system_packages.may_install():
        say("setup.system_installing", packages=" ".join(missing))
        if system_packages.install(missing):
            return
    say("setup.system_missing", command=system_packages.command(missing))


def locked_names(root: Path, purpose: str) -> list[str]:
    """Names of the locked packages, in the order of the lock file."""
    lines = (root / LOCKS[purpose]).read_text(encoding="utf-8").splitlines()
    return [line.split("==")[0] for line in lines if "==" in line and not line.startswith((" ", "#"))]


def source_options(root: Path) -> list[str]:
    """Options that make pip take the wheel folder beside the program where there is one."""
    wheels = root / "wheels"
    if not wheels.is_dir():
        return []
    say("setup.from_wheels")
    return ["--no-index", "--find-links", str(wheels)]


def install(root: Path, purpose: str) -> None:
    """Install the lock file into the environment, every file checked against its hash."""
    lock = str(root / LOCKS[purpose])
    arguments = ["install", "--require-hashes", "--no-deps", "-r", lock, *source_options(root)]
    run_pip(root, purpose, str(environment_python(root)), arguments)


def run_pip(root: Path, purpose: str, python: str, arguments: list[str]) -> None:
    """Run pip, telling its progress in our words. Raises Stopped when pip fails."""
    command = [python, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments, "--progress-bar", "off"]
    total = len(locked_names(root, purpose))
    settings = os.environ | {"PYTHONUTF8": "1", "PIP_NO_COLOR": "1"}
    with log_path(root).open("a", encoding="utf-8") as log:
        pip = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=settings)
        with pip, io.TextIOWrapper(pip.stdout or io.BytesIO(), encoding="utf-8", errors="replace") as lines:
            follow(lines, log.write, total)
    if pip.returncode:
        raise Stopped(text("setup.failed", log=log_path(root)))


def follow(lines: Iterable[str], keep: Callable[[str], object], total: int) -> None:
    """Turn pip's lines into progress; ``keep`` gets every line for the log."""
    done = 0
    for line in lines:
        keep(line)
        if name := package_in(line):
            done += 1
            key = "setup.collecting_large" if name in LARGE else "setup.collecting"
            say(key, done=done, total=max(total, done), name=name)
        elif line.startswith("Installing collected"):
            say("setup.installing")


def package_in(line: str) -> str | None:
    """Name of the package that pip begins to fetch with ``line``; None for any other line."""
    words = line.split()
    if len(words) < 2 or line.startswith(" ") or words[0] not in ("Collecting", "Processing"):
        return None
    file = re.split(r"[/\\]", words[1])[-1]
    return re.split(r"==|-\d", file)[0].lower().replace("_", "-")


def fill_wheels(root: Path) -> None:
    """Download every locked package into wheels/, to be carried to a machine without network."""
    folder = root / "wheels.new"
    arguments = ["download", "--require-hashes", "--no-deps", "-r", str(root / LOCKS["test"]), "-d", str(folder)]
    run_pip(root, "test", sys.executable, arguments)
    shutil.rmtree(root / "wheels", ignore_errors=True)
    folder.rename(root / "wheels")
    say("setup.wheels_done", folder=root / "wheels")


def start(root: Path, purpose: str, arguments: list[str]) -> int:
    """Hand over to the program or the tests; returns only where the system cannot replace a process."""
    command = [str(environment_python(root)), "-X", "utf8", *MODULES[purpose], *arguments]
    paths = [str(root), os.environ.get("PYTHONPATH", "")]
    settings = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in paths if path)}
    if os.name != "nt":
        os.execve(command[0], command, settings)
    return subprocess.run(command, env=settings, check=False).returncode


def main(arguments: list[str]) -> int:
    """Run the purpose named first; returns the exit status."""
    purpose, *rest = arguments
    try:
        if purpose == "wheels":
            fill_wheels(ROOT)
            return 0
        prepare(ROOT, purpose)
        return start(ROOT, purpose, rest)
    except Stopped as stopped:
        sys.stderr.buffer.write(f"{stopped}\n".encode())
    except KeyboardInterrupt:
        say("setup.interrupted")
    except OSError as error:
        say("setup.unwritable", folder=ROOT)
        sys.stderr.buffer.write(f"({error})\n".encode())
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
