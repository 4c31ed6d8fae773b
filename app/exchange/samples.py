"""The plan of a made-up commune that shows what the program does."""

from pathlib import Path

from app.domain.plan import Plan
from app.exchange.plan_json import read_json
from app.paths import RESOURCES

SAMPLE: Path = RESOURCES / "samples" / "an-phu-mau-2026.json"


def sample_plan() -> Plan:
    """The plan for 2026 of a commune that does not exist: seven appendices, 26 tasks."""
    return read_json(SAMPLE).plan
