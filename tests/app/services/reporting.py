"""What tests of reports share: the sample plan with milestones met, its figures, a report's words."""

from functools import partial

from app.documents.frozen_report import words_of_document
from app.domain.reporting_period import parse_period
from app.exchange.outlines import report_kit
from app.exchange.sample_figures import sample_figures
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services import report_printing, stored_figures
from app.services.tracking import mark_done, rows_of

KIT = report_kit()
Q1 = parse_period("2026-Q1")


def fill_with_sample(opened: Storage) -> None:
    """The sample plan with some milestones met through the year."""
    plan_id = opened.write("nhập", lambda work: work.add_plan(sample_plan())).result
    rows = opened.read(lambda work: rows_of(work, plan_id, KIT.calendar))[1]
    for row in rows[::2]:
        for number, one in enumerate(row.task.tracked, 1):
            use_case = partial(mark_done, plan_id=plan_id, number=row.number, milestone=number)
            due = one.occurrence.due
            opened.write("ghi", partial(use_case, done=due, calendar=KIT.calendar, document="12/BC-UBND"))


def enter_sample(storage: Storage, period: str) -> None:
    """The sample's figures for a period."""
    by_form = sample_figures(period)
    figures = {f"{form}/{code}": one for (key, form), rows in by_form.items() if key == KIT.forms.key
               for code, one in rows.items()}  # fmt: skip
    storage.write(
        "nhập số liệu", lambda work: stored_figures.enter_figures(work, parse_period(period), KIT.forms, figures)
    )


def words_of(storage: Storage, report_id: int) -> list[str]:
    """All the words of a stored report on paper."""
    return words_of_document(storage.read(partial(report_printing.printed_report, report_id=report_id, kit=KIT)))
