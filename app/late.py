"""Something that is made when it is first used, so that what it needs is not loaded before the window is painted."""

from collections.abc import Callable
from threading import Lock
from typing import Any


class Late:
    """Has every attribute of what ``makes`` gives, which is called once, on whichever thread comes first."""

    def __init__(self, makes: Callable[[], object]) -> None:
        self._makes = makes
        self._lock = Lock()
        self._made: object = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the made one has
        with self._lock:
            if self._made is None:
                self._made = self._makes()
        return getattr(self._made, name)
