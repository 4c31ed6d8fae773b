"""The command that writes a periodic report."""

import argparse
from collections.abc import Callable
from pathlib import Path

from app.cli import Outcome, Parts, opened
from app.domain.reporting_period import parse_period
from app.exchange.outlines import report_kit
from app.services.plans import find_plan
from app.services.report_printing import report_for
from app.texts import text


def report(asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """Write the report of a plan for a period: as it was signed, else as the register has it now."""
    from app.exchange.export import export_document

    period = parse_period(asked.period)
    with opened(folder, parts) as storage:
        kit = report_kit()
        document = storage.read(lambda work: report_for(work, find_plan(work, asked.plan).id, period, kit))
    export_document(document, asked.format, asked.output.absolute())
    sentence = text("report.written", period=period.name, file=asked.output)
    return Outcome({"file": str(asked.output), "period": period.code}, (sentence,))


REPORT_COMMANDS: dict[str, Callable[[argparse.Namespace, Path, Parts], Outcome]] = {"report": report}
