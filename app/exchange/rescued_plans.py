"""Plans saved from a broken database, as files that a person can open and import again."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.documents.options import PrintOptions
from app.domain.errors import Refused
from app.domain.plan import Plan
from app.exchange.export import export_plan

_FORMATS = ("xlsx", "json")


def write_rescued(plans: Sequence[Plan], folder: Path) -> None:
    """Write each of ``plans`` into ``folder`` as an Excel file to be read and one to be imported exactly as it was;
    one that cannot be written in a format is left out there."""
    for number, plan in enumerate(plans, 1):
        for format in _FORMATS:
            with suppress(Refused):
                export_plan(plan, format, folder / f"ke-hoach-{number}.{format}", PrintOptions())
