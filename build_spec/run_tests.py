"""Lint, strict type check and the whole suite, headless: what ``./test`` runs inside the environment.

``./test`` runs everything; ``./test bench`` only the measurements, ``./test faults`` and ``./test fuzz`` the long runs
of what is killed, broken and spoilt; ``./test PATH...`` hands everything to pytest.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONG = ("bench", "faults", "fuzz")
TYPED = ["app", "db", "ui", "build_spec", "tests"]


def module(name: str, *arguments: str) -> int:
    """Run a module of this environment in the project's folder; returns its exit status."""
    print(f"== {name} {' '.join(arguments)}".rstrip(), flush=True)
    settings = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", name, *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ | settings, check=False).returncode


def check_everything() -> int:
    """All checks, the quick ones first; every one is run, so that one look shows all that is wrong."""
    workers = str(min(os.cpu_count() or 1, 4))
    results = [module("ruff", "check", "."), module("mypy", *TYPED), module("pytest", "-q", "-n", workers)]
    return max(results)


def main(arguments: list[str]) -> int:
    """Returns 0 when everything passed."""
    if arguments[:1] and arguments[0] in LONG:
        return module(f"tests.{arguments[0]}", *arguments[1:])
    if arguments:
        return module("pytest", *(str(Path(a).resolve()) if Path(a).exists() else a for a in arguments))
    return check_everything()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
