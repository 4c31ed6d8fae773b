"""What is typed into a plan's text or a report: kept while it is typed, stored with its step, found again at start."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.domain.body import BodyPart
from app.ports import Work
from app.services.typed_texts import TypedIn, TypedText, keep_typed, store_typed, typed_before
from ui.operations import Operations


class TypedKeeper(QObject):
    """Keeps the typing of one editor; at most one section of each document at a time."""

    def __init__(self, kind: TypedIn, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._kind = kind
        self._operations = operations

    def keep(self, document: int, section: str, parts: Sequence[BodyPart]) -> None:
        """Keep what is being typed, on the thread that writes."""
        typed = TypedText(section, tuple(parts))
        self._operations.keep(partial(keep_typed, kind=self._kind, document=document, typed=typed))

    def store(self, label: str, document: int, store: Callable[[Work], object]) -> None:
        """Carry out ``store`` as the step called ``label``; what was kept goes with it."""
        self._operations.write(label, partial(store_typed, kind=self._kind, document=document, store=store))

    def forget(self, document: int) -> None:
        """Nobody wants back what was kept."""
        nothing = partial(store_typed, kind=self._kind, document=document, store=lambda _work: None)
        self._operations.keep(nothing)

    def look_for(self, document: int, on_found: Callable[[TypedText], None]) -> None:
        """Give ``on_found`` what was typed into a document and never stored, if there is any."""
        use_case = partial(typed_before, kind=self._kind, document=document)
        self._operations.read_after_writes(use_case, partial(self._tell, on_found))

    def _tell(self, on_found: Callable[[TypedText], None], found: TypedText | None) -> None:
        if found is not None:
            on_found(found)
