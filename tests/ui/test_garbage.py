"""Garbage is collected on the window's thread only."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.garbage import GarbageCollector


class Ring:
    """An object that only a collection frees."""

    def __init__(self, freed: list[int]) -> None:
        self.ring = self
        self._freed = freed

    def __del__(self) -> None:
        self._freed.append(1)


@pytest.fixture
def automatic() -> Iterator[None]:
    """Puts the collector back as it was."""
    was = gc.isenabled()
    yield
    (gc.enable if was else gc.disable)()


def test_only_its_own_collections_happen(qtbot: QtBot, automatic: None) -> None:
    parent = QObject()
    collector = GarbageCollector(parent)
    assert not gc.isenabled()
    freed: list[int] = []
    for _ in range(2 * gc.get_threshold()[0]):
        Ring(freed)
    collector.collect()
    assert freed


def test_nothing_is_collected_while_a_worker_is_busy_but_not_for_ever(qtbot: QtBot, automatic: None) -> None:
    parent = QObject()
    collector = GarbageCollector(parent, lambda: True)
    freed: list[int] = []
    for _ in range(2 * gc.get_threshold()[0]):
        Ring(freed)
    collector.collect()
    assert not freed
    for _ in range(20):
        collector.collect()
    assert freed
