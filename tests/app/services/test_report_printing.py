"""Reports on paper: they say what the register says, and what it said once they are signed."""

from datetime import date
from functools import partial

import pytest

from app.documents.frozen_report import words_of_document
from app.domain.errors import Refused
from app.domain.figures import percent_text
from app.domain.reporting_period import parse_period
from app.domain.status import TaskState
from app.exchange.sample_figures import SAMPLE_PERIODS
from app.ports import Storage
from app.services import report_drafts, report_life, report_printing, report_sources, report_texts
from app.services.tracking import mark_done, progress, rows_of
from tests.app.services.reporting import KIT, Q1, enter_sample, words_of


@pytest.mark.parametrize("code", SAMPLE_PERIODS)
def test_text_and_forms_say_what_the_status_says(reported: Storage, code: str) -> None:
    enter_sample(reported, code)
    period = parse_period(code)
    words = words_of_document(reported.read(partial(report_printing.report_for, plan_id=1, period=period, kit=KIT)))
    span = reported.read(partial(report_sources.sources_of, plan_id=1, period=period, kit=KIT)).span
    figures = reported.read(partial(progress, plan_id=1, calendar=KIT.calendar, as_of=span.end))
    done, total = figures.tasks[TaskState.DONE], len(figures.rows)
    share = percent_text(done, total)
    assert any(f"đã hoàn thành {done}/{total} nhiệm vụ, đạt {share} kế hoạch." in line for line in words)
    assert f"2.1 | Số nhiệm vụ đề ra trong kế hoạch | Nhiệm vụ | {total}" in "\n".join(words)
    assert f"2.2 | Số nhiệm vụ đã hoàn thành | Nhiệm vụ | {done}" in "\n".join(words)
    row = next(line for line in words if line.startswith("2 | Tỷ lệ hoàn thành Kế hoạch"))
    assert share.rstrip("%").removesuffix(",00") in row
    assert any(f"hoàn thành {done}/{total} nhiệm vụ, đạt {share}." in line for line in words)
    late = figures.milestones
    assert any(f"hoàn thành đúng hạn {late.done_on_time} " in line for line in words)


def test_a_signed_report_stays_while_the_register_moves_on(reported: Storage) -> None:
    report_id = reported.write("lập", partial(report_drafts.start_report, plan_id=1, period=Q1, kit=KIT)).result
    sign = partial(report_life.sign_report, report_id=report_id, number="05", day=date(2026, 3, 16), kit=KIT)
    reported.write("ký", sign)
    before = words_of(reported, report_id)
    named = "(Kèm theo Báo cáo số 05/BC-UBND ngày 16 tháng 3 năm 2026 của Ủy ban nhân dân xã An Phú Mẫu)"
    assert sum(named in line for line in before) == len(KIT.forms.forms) + 2
    assert "(Số liệu quý I năm 2026, từ ngày 15/12/2025 đến ngày 14/3/2026)" in "\n".join(before)
    assert reported.read(partial(report_printing.moved_since, report_id=report_id, kit=KIT)) == []
    rows = reported.read(lambda work: rows_of(work, 1, KIT.calendar))[1]
    row = next(row for row in rows[1::2] if row.task.tracked and row.task.tracked[0].occurrence.due < date(2026, 3, 14))
    use_case = partial(mark_done, plan_id=1, number=row.number, milestone=1, done=date(2026, 3, 1))
    reported.write("ghi", partial(use_case, calendar=KIT.calendar))
    assert words_of(reported, report_id) == before
    assert reported.read(partial(report_printing.moved_since, report_id=report_id, kit=KIT))
    with pytest.raises(Refused) as refused:
        reported.write("sửa", partial(report_texts.change_part, report_id=report_id, key="I.1", paragraphs=()))
    assert refused.value.key == "report.frozen"
