"""Modules of the storage that a table can be shown without: each is loaded when it is first asked for something."""

from importlib import import_module
from typing import Any


class LateModule:
    """Has every attribute of the module ``name``."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:  # noqa: ANN401 - whatever the module has
        return getattr(import_module(self._name), attribute)
