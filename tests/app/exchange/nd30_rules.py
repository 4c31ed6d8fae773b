"""What Nghị định 30/2020/NĐ-CP, Phụ lục I allows, read from the data file and not through the program."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parents[3] / "resources" / "layout" / "nd30.json"
ALLOWED: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))["allowed"]
SINGLE = 1.15
"""Single line spacing of Times New Roman as a multiple of the size."""


@dataclass
class Faults:
    """What was found to break a rule; each fault names the row of the decree's table."""

    found: list[str] = field(default_factory=list)

    def check(self, good: bool, name: str, what: str) -> None:
        """Notes ``what`` unless ``good``."""
        if not good:
            self.found.append(f"{name}: {what}")

    def within(self, value: float, range_: tuple[float, float], name: str, what: str, slack: float = 0.0) -> None:
        """Notes a ``value`` outside ``range_``."""
        least, most = range_
        good = least - slack <= value <= most + slack
        self.check(good, name, f"{what} is {value:.2f}, allowed {least:g} to {most:g}")

    def near(self, value: float, wanted: float, slack: float, name: str, what: str) -> None:
        """Notes a ``value`` further than ``slack`` from ``wanted``."""
        self.check(abs(value - wanted) <= slack, name, f"{what} is {value:.2f}, not {wanted:.2f}")


def element(name: str) -> dict[str, Any]:
    """The rule for one element of the table."""
    rule: dict[str, Any] = ALLOWED["elements"][name]
    return rule
