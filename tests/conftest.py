"""Fixtures that many tests share."""

import gc
import itertools
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# pytest called by hand on a machine without a screen, or with one that a test should not take over
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Budgets live in the benchmark: a slow machine fails no test. Too few examples in a given time are no failure either.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

_TESTS = itertools.count(1)
_FULL_EVERY = 40


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real plans, beside the checkout; a test that needs it is visibly skipped without it."""
    folder = Path(__file__).resolve().parents[2] / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is absent: nothing was compared with the real plans")
    return folder


@pytest.fixture(autouse=True)
def garbage_is_collected_between_tests() -> Iterator[None]:
    """Widgets that are garbage crash the process when a worker thread happens to collect them, so that garbage is
    collected here, on the thread that the widgets belong to."""
    gc.disable()
    yield
    _hide_what_is_left()
    gc.collect(2 if next(_TESTS) % _FULL_EVERY == 0 else 1)


def _hide_what_is_left() -> None:
    """A window that a test leaves open would keep those of the next one from being active, or the program from
    ending."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    for left in widgets.QApplication.topLevelWidgets():
        if left.isVisible():
            left.hide()
