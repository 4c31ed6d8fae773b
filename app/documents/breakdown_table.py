"""The table of totals behind the annex of results: by appendix, section, lead unit and reporting period."""

from collections.abc import Sequence
from datetime import date

from app.documents.model import Table
from app.documents.progress_table import progress_table
from app.documents.progress_words import period_words
from app.domain.breakdown import Share, by_appendix, by_period, by_section, by_unit
from app.domain.figures import NO_FIGURE, percent_text
from app.domain.plan import Plan
from app.domain.status import MilestoneFigures
from app.domain.tracking import TrackedRow
from app.texts import text

_COLUMNS = (
    "ordinal",
    "part",
    "tasks",
    "tasks_done",
    "tasks_share",
    "milestones_due",
    "milestones_on_time",
    "milestones_late",
    "milestones_overdue",
    "milestones_in_time",
    "milestones_share",
)
Cells = tuple[str, ...]


def breakdown_table(plan: Plan, rows: Sequence[TrackedRow], as_of: date, paper: str = "A4") -> Table:
    """The totals of ``plan`` as of a day. Parts that the plan does not have are left out."""
    year = plan.info.year
    parts = {
        "appendices": [_cells(_appendix(plan, place), one) for place, one in by_appendix(rows, year, as_of).items()],
        "sections": [_cells(section, one) for (_, section), one in by_section(rows, year, as_of).items()],
        "units": [_cells(unit, one) for unit, one in by_unit(rows, year, as_of).items()],
        "periods": [_period_cells(period_words(period), one) for period, one in by_period(rows, as_of).items()],
    }
    lines: list[Cells] = []
    for name, cells in parts.items():
        if cells:
            lines.append((text(f"progress.by_{name}"),))
            lines += [(str(number), *one) for number, one in enumerate(cells, 1)]
    return progress_table(_COLUMNS, lines, paper, numbers_from=2)


def _appendix(plan: Plan, place: int) -> str:
    appendix = plan.appendices[place]
    return ". ".join(part for part in (appendix.label, appendix.title) if part)


def _cells(name: str, share: Share) -> Cells:
    done = percent_text(share.tasks_done, share.tasks)
    return (name, str(share.tasks), str(share.tasks_done), done, *_milestones(share.milestones))


def _period_cells(name: str, figures: MilestoneFigures) -> Cells:
    return (name, NO_FIGURE, NO_FIGURE, NO_FIGURE, *_milestones(figures))


def _milestones(figures: MilestoneFigures) -> Cells:
    names = ("due", "done_on_time", "done_late", "overdue", "in_time")
    counts = (str(getattr(figures, name)) for name in names)
    return (*counts, percent_text(figures.done_on_time, figures.due))
