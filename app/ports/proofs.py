"""What use cases and screens ask of the folder that keeps the files of proofs. Implemented once, in ``db``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.proof import Fault, ProofFile

Progress = Callable[[int, int], None]
"""Told how many bytes of how many are done; may raise to stop."""


class ProofStore(Protocol):
    """Files by their content: the same content twice is one file, and no file is ever deleted."""

    def keep(self, source: Path, progress: Progress | None = None) -> ProofFile:
        """Copy ``source`` in. Raises Refused (missing, empty, too large, of a type not taken in) or MachineTrouble
        (locked, disk full, folder read-only), with nothing left behind."""

    def keep_bytes(self, data: bytes, name: str) -> ProofFile:
        """Keep what was pasted under the name ``name``; raises like ``keep``."""

    def path_of(self, file: ProofFile) -> Path:
        """Where the file lies, whether or not it is there; always inside the folder. Raises MachineTrouble where no
        such file can be."""

    def is_there(self, file: ProofFile) -> bool:
        """Whether the file is there with its size; its content is not read."""

    def check(self, files: Iterable[ProofFile], progress: Progress | None = None) -> list[Fault]:
        """What is wrong with ``files``, all of them read through, and which kept files none of them is."""
