"""Collects Python's garbage on the window's thread only.

Left alone, Python may collect on a worker thread, and a Qt object destroyed there takes the program down.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 1000
_PUT_OFF = 10


class GarbageCollector(QObject):
    """Switches automatic collection off and collects by the same thresholds once a second.

    Not while a worker is ``busy``: what it is making would all be looked through, and the window held up by that.
    """

    def __init__(self, parent: QObject, busy: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        self._busy = busy
        self._put_off = 0
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY_MS)

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed; put off a few times at most."""
        if self._busy() and self._put_off < _PUT_OFF:
            self._put_off += 1
            return
        self._put_off = 0
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
