"""The version the program shows is the one it is built as."""

import tomllib
from pathlib import Path

from app import VERSION


def test_the_version_is_the_packages() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
