"""Collects Python's garbage on the window's thread only.

Left alone, Python may collect on a worker thread, and a Qt object destroyed there takes the program down.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 1000


class GarbageCollector(QObject):
    """Switches automatic collection off and collects by the same thresholds once a second."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(_EVERY_MS)

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation whose threshold is passed."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return
