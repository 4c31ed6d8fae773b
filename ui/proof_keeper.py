"""Copies files of proofs into the data folder off the window's thread, one after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal, Slot
from PySide6.QtGui import QImage, QImageWriter

from app.domain.errors import MachineTrouble, Refused
from app.domain.proof import ProofFile
from app.ports.proofs import ProofStore
from app.texts import sentence_for
from ui.background import Background, Progress
from ui.operations import Operations

_WORTH_TELLING = 1 << 20
"""Bytes from which a copy is long enough to be told about."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from the clipboard, and the name it is to have."""

    image: QImage
    name: str


Source = Path | Picture


@dataclass(slots=True)
class _Kept:
    """What was copied, and the trouble that ended it."""

    files: list[ProofFile] = field(default_factory=list)
    trouble: Refused | None = None


_Wish = tuple[tuple[Source, ...], Callable[[list[ProofFile]], None]]


class ProofKeeper(QObject):
    """``copying`` tells the name of a file and how many percent of it are there, None when there is nothing more to
    do; ``refused`` and ``trouble`` a sentence; ``crashed`` a mistake of our own."""

    copying = Signal(object)
    refused = Signal(str)
    trouble = Signal(str)
    crashed = Signal(object)
    _told = Signal(str, int)

    def __init__(self, store: ProofStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._background = Background(self)
        self._waiting: list[_Wish] = []
        self._then: Callable[[list[ProofFile]], None] | None = None
        self._background.finished.connect(self._finish)
        self._background.failed.connect(self._fail)
        self._told.connect(self._tell)

    @property
    def store(self) -> ProofStore:
        """Where the files are kept."""
        return self._store

    @property
    def running(self) -> bool:
        """Whether anything is being copied or waits for it."""
        return self._background.running or bool(self._waiting)

    def keep(self, sources: Sequence[Source], then: Callable[[list[ProofFile]], None]) -> None:
        """Copy ``sources`` in; ``then`` gets the files kept: all of them, those before one that was refused, none where
        it was stopped, so that what was to be written with them can still be."""
        self._waiting.append((tuple(sources), then))
        if not self._background.running:
            self._next()

    @Slot()
    def cancel(self) -> None:
        """Stop, and forget what waits; what is half copied leaves nothing behind."""
        left = [self._then, *(then for _, then in self._waiting)]
        self._waiting.clear()
        self._background.cancel()
        self._then = None
        self.copying.emit(None)
        for then in left:
            if then is not None:
                then([])

    def stop(self) -> None:
        """Cancel and wait; to be called before the window goes away."""
        self.cancel()
        self._background.stop()

    def _next(self) -> None:
        if not self._waiting:
            self.copying.emit(None)
            return
        sources, self._then = self._waiting.pop(0)
        self._background.start(partial(_keep_all, self._store, sources, self._told.emit))

    @Slot(object)
    def _finish(self, kept: _Kept) -> None:
        self._tell_kept(kept.files)
        if kept.trouble is not None:
            signal = self.trouble if isinstance(kept.trouble, MachineTrouble) else self.refused
            signal.emit(sentence_for(kept.trouble))
        self._next()

    def _tell_kept(self, files: list[ProofFile]) -> None:
        then, self._then = self._then, None
        if then is not None:
            then(files)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._tell_kept([])
        self.crashed.emit(error)
        self._next()

    @Slot(str, int)
    def _tell(self, name: str, percent: int) -> None:
        if self._background.running:
            self.copying.emit((name, percent))


def _keep_all(
    store: ProofStore, sources: Sequence[Source], tell: Callable[[str, int], None], progress: Progress
) -> _Kept:
    kept = _Kept()
    for source in sources:
        try:
            kept.files.append(_keep(store, source, tell, progress))
        except Refused as trouble:
            kept.trouble = trouble
            break
    return kept


def _keep(store: ProofStore, source: Source, tell: Callable[[str, int], None], progress: Progress) -> ProofFile:
    progress.check()
    if isinstance(source, Picture):
        return store.keep_bytes(_png(source.image), source.name)
    told = -1

    def on_bytes(done: int, size: int) -> None:
        nonlocal told
        progress.check()
        percent = done * 100 // max(size, 1)
        if size >= _WORTH_TELLING and percent != told:
            told = percent
            tell(source.name, percent)

    return store.keep(source, on_bytes)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise Refused("row_proofs.nothing_to_paste")
    return bytes(buffer.data().data())


def keeper_for(store: ProofStore, operations: Operations, parent: QObject) -> ProofKeeper:
    """A keeper over ``store`` whose troubles are told like those of ``operations``."""
    keeper = ProofKeeper(store, parent)
    keeper.refused.connect(operations.refused)
    keeper.trouble.connect(operations.trouble)
    keeper.crashed.connect(operations.crashed)
    return keeper
