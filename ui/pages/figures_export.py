"""The forms of a period as the Excel file that goes to the level above."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.documents.form_report import FormReport
from app.domain.statistics_form import FormLine, FormSet, Shape
from app.exchange.form_xlsx import write_form_report
from app.ports import Work
from app.services.figures import FiguresBoard, FormFigures
from ui.background import Progress


def read_report(work: Work, board: FiguresBoard) -> FormReport:
    """What goes upward: all forms of ``board`` in one file, counted by the reports of the period that there are."""
    period = board.period
    plans = [board.plan.id] if board.plan else []
    sent = sum(one.period == period.code for one in work.list_reports(plans))
    office = " ".join(work.office().issuing_body) or (board.plan.issuing_body if board.plan else "") or ""
    return FormReport(
        office,
        period,
        _one_set([one.form_set for one in board.forms]),
        {one.form.key: one.shown for one in board.forms if one.form.shape is Shape.ROWS},
        {one.form.key: _lines(one) for one in board.forms if one.form.shape is Shape.COLUMNS},
        str(max(sent, 1)),
    )


def _lines(form: FormFigures) -> tuple[FormLine, ...]:
    return tuple(shown.line for shown in form.lines)


def write_report(report: FormReport, path: Path, progress: Progress) -> Path:
    """Write ``report`` and read it back; runs on a background thread. Raises what ``export_file`` refuses."""
    from app.exchange.export import export_file

    progress.check()
    export_file(path, lambda made: write_form_report(report, made), lambda made: _same(made, report))
    return path


def _one_set(sets: Sequence[FormSet]) -> FormSet:
    """All forms of ``sets`` as one, with the sources of each."""
    unlike = list(dict.fromkeys(sets))
    source = replace(unlike[0].source, number="; ".join(one.source.number for one in unlike))
    title = "; ".join(one.title for one in unlike)
    return replace(unlike[0], title=title, source=source, forms=tuple(form for one in unlike for form in one.forms))


def _same(made: Path, report: FormReport) -> bool:
    """Whether the file has the figures of ``report``."""
    from app.exchange.figures_file import read_figures

    forms = report.form_set.forms
    read = read_figures(made, forms)
    there = {(one.form.key, row.code): row.reading.figure for one in read.imports for row in one.matched}
    wanted = {(key, code): figure for key, figures in report.figures.items() for code, figure in figures.items()}
    return there == wanted
