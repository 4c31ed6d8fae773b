"""A module that is loaded when it is first asked for something."""

import subprocess
import sys

from db.late_module import LateModule


def test_it_has_what_the_module_has() -> None:
    assert LateModule("json").dumps({"a": 1}) == '{"a": 1}'


def test_opening_the_storage_does_not_load_what_a_table_can_be_shown_without() -> None:
    asked = "import sys, db.storage; print(*(n for n in sys.modules if n in ('db.reports', 'db.indicators')))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert not done.stdout.split()
