"""The command that writes a periodic report."""

import argparse
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.cli import Outcome, Parts
from app.datafolder import make_folder
from app.domain.errors import Refused
from app.domain.report_outline import Outline
from app.domain.reporting_period import parse_period
from app.exchange.calendars import default_calendar
from app.exchange.form_json import builtin_form_sets
from app.exchange.outlines import builtin_outlines
from app.services.plans import find_plan
from app.services.reports import Kit, report_for
from app.texts import text


def report_kit(outline: Outline | None = None) -> Kit:
    """What reports are made by: ``outline``, else the newest that comes with the program, and its forms."""
    chosen = outline or builtin_outlines()[0]
    forms = next((one for one in builtin_form_sets() if one.key == chosen.forms), None)
    if forms is None:
        raise Refused("report.no_forms", forms=chosen.forms)
    return Kit(chosen, forms, default_calendar())


def report(asked: argparse.Namespace, folder: Path, parts: Parts) -> Outcome:
    """Write the report of a plan for a period: as it was signed, else as the register has it now."""
    from app.exchange.export import export_document

    period = parse_period(asked.period)
    with closing(parts.open_storage(make_folder(folder))) as storage:
        kit = report_kit()
        document = storage.read(lambda work: report_for(work, find_plan(work, asked.plan).id, period, kit))
    export_document(document, asked.format, asked.output.absolute())
    sentence = text("report.written", period=period.name, file=asked.output)
    return Outcome({"file": str(asked.output), "period": period.code}, (sentence,))


REPORT_COMMANDS: dict[str, Callable[[argparse.Namespace, Path, Parts], Outcome]] = {"report": report}
