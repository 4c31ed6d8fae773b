"""Reports from draft to what was sent, over the real storage."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from app.documents.frozen_report import words_of_document
from app.domain.body import BodyParagraph, Level, Run
from app.domain.body import words_of as words_of_part
from app.domain.errors import Refused
from app.domain.figures import percent_text
from app.domain.report import ReportState
from app.domain.reporting_period import ReportingPeriod, parse_period
from app.domain.statistics_form import NOT_AVAILABLE, Figure
from app.domain.status import TaskState
from app.exchange.outlines import report_kit
from app.exchange.sample_figures import SAMPLE_PERIODS, sample_figures
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services import reports
from app.services.tracking import mark_done, progress, rows_of
from db.storage import open_storage

KIT = report_kit()
Q1 = parse_period("2026-Q1")


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """The sample plan with some milestones met through the year."""
    opened = open_storage(tmp_path)
    plan_id = opened.write("nhập", lambda work: work.add_plan(sample_plan())).result
    rows = opened.read(lambda work: rows_of(work, plan_id, KIT.calendar))[1]
    for row in rows[::2]:
        for number, one in enumerate(row.task.tracked, 1):
            use_case = partial(mark_done, plan_id=plan_id, number=row.number, milestone=number)
            due = one.occurrence.due
            opened.write("ghi", partial(use_case, done=due, calendar=KIT.calendar, document="12/BC-UBND"))
    yield opened
    opened.close()


def enter_sample(storage: Storage, period: str) -> None:
    """The sample's figures for a period."""
    by_form = sample_figures(period)
    figures = {f"{form}/{code}": one for (key, form), rows in by_form.items() if key == KIT.forms.key
               for code, one in rows.items()}  # fmt: skip
    storage.write("nhập số liệu", lambda work: reports.enter_figures(work, parse_period(period), KIT.forms, figures))


def words_of(storage: Storage, report_id: int) -> list[str]:
    """All the words of a stored report on paper."""
    return words_of_document(storage.read(partial(reports.printed_report, report_id=report_id, kit=KIT)))


@pytest.mark.parametrize("code", SAMPLE_PERIODS)
def test_text_and_forms_say_what_the_status_says(storage: Storage, code: str) -> None:
    enter_sample(storage, code)
    period = parse_period(code)
    words = words_of_document(storage.read(partial(reports.report_for, plan_id=1, period=period, kit=KIT)))
    span = storage.read(partial(reports.sources_of, plan_id=1, period=period, kit=KIT)).span
    figures = storage.read(partial(progress, plan_id=1, calendar=KIT.calendar, as_of=span.end))
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


def test_a_signed_report_stays_while_the_register_moves_on(storage: Storage) -> None:
    report_id = storage.write("lập", partial(reports.start_report, plan_id=1, period=Q1, kit=KIT)).result
    sign = partial(reports.sign_report, report_id=report_id, number="05", day=date(2026, 3, 16), kit=KIT)
    storage.write("ký", sign)
    before = words_of(storage, report_id)
    assert storage.read(partial(reports.moved_since, report_id=report_id, kit=KIT)) == []
    rows = storage.read(lambda work: rows_of(work, 1, KIT.calendar))[1]
    row = next(row for row in rows[1::2] if row.task.tracked and row.task.tracked[0].occurrence.due < date(2026, 3, 14))
    use_case = partial(mark_done, plan_id=1, number=row.number, milestone=1, done=date(2026, 3, 1))
    storage.write("ghi", partial(use_case, calendar=KIT.calendar))
    assert words_of(storage, report_id) == before
    assert storage.read(partial(reports.moved_since, report_id=report_id, kit=KIT))
    with pytest.raises(Refused) as refused:
        storage.write("sửa", partial(reports.change_part, report_id=report_id, key="I.1", paragraphs=()))
    assert refused.value.key == "report.frozen"


def test_the_way_of_a_report(storage: Storage) -> None:
    report_id = storage.write("lập", partial(reports.start_report, plan_id=1, period=Q1, kit=KIT)).result
    with pytest.raises(Refused):
        storage.write("lập", partial(reports.start_report, plan_id=1, period=Q1, kit=KIT))
    with pytest.raises(Refused):
        storage.write("gửi", partial(reports.send_report, report_id=report_id, sent_to="x", day=date(2026, 3, 20)))
    storage.write("trình", partial(reports.submit_report, report_id=report_id))
    with pytest.raises(Refused):
        sign = partial(reports.sign_report, report_id=report_id, number=" ", day=date(2026, 3, 16))
        storage.write("ký", partial(sign, kit=KIT))
    sign = partial(reports.sign_report, report_id=report_id, number="05", day=date(2026, 3, 16), kit=KIT)
    storage.write("ký", sign)
    storage.write("gửi", partial(reports.send_report, report_id=report_id, sent_to="Sở", day=date(2026, 3, 17)))
    (summary,) = storage.read(lambda work: work.list_reports([1]))
    assert (summary.state, summary.number, summary.signed_on) == (ReportState.SENT, "05", date(2026, 3, 16))
    amended = storage.write("đính chính", partial(reports.amend_report, report_id=report_id)).result
    again = storage.read(lambda work: work.get_report(amended))
    assert (again.amends, again.state, again.head.number) == (report_id, ReportState.DRAFT, "")
    assert any("thay thế Báo cáo số 05/BC-UBND ngày 16/3/2026" in line for line in words_of(storage, amended))
    storage.undo()
    storage.undo()
    assert storage.read(lambda work: work.get_report(report_id)).state is ReportState.SIGNED
    storage.undo()
    assert storage.read(lambda work: work.frozen(report_id)) is None


def test_words_of_the_period_before_come_with_their_period_replaced(storage: Storage) -> None:
    report_id = storage.write("lập", partial(reports.start_report, plan_id=1, period=Q1, kit=KIT)).result
    said = (BodyParagraph((Run("Trong Quý I năm 2026 chưa có sáng kiến mới."),), Level.PLAIN),)
    storage.write("sửa", partial(reports.change_part, report_id=report_id, key="I.6", paragraphs=said))
    draft = storage.read(partial(reports.draft_report, plan_id=1, period=parse_period("2026-6M"), kit=KIT))
    part = next(part for part in draft.parts if part.key == "I.6")
    assert part.to_read
    assert words_of_part(part.paragraphs[0]) == "Trong 6 tháng đầu năm 2026 chưa có sáng kiến mới."


def test_figures_are_kept_and_taken_away(storage: Storage) -> None:
    figures = {"1/1": Figure(None), "1/3.1": Figure(sample_figures("2026-Q1")[KIT.forms.key, "1"]["1"].value)}
    storage.write("ghi", lambda work: reports.enter_figures(work, Q1, KIT.forms, figures))
    stored = storage.read(partial(reports.entered_figures, period=Q1, forms=KIT.forms))
    assert stored == figures and stored["1/1"] == NOT_AVAILABLE
    storage.write("xóa", lambda work: reports.enter_figures(work, Q1, KIT.forms, {"1/1": None}))
    assert set(storage.read(partial(reports.entered_figures, period=Q1, forms=KIT.forms))) == {"1/3.1"}
    storage.undo()
    assert storage.read(partial(reports.entered_figures, period=Q1, forms=KIT.forms)) == figures


def test_a_period_of_another_year_is_refused(storage: Storage) -> None:
    with pytest.raises(Refused) as refused:
        storage.read(partial(reports.report_for, plan_id=1, period=ReportingPeriod(2025, Q1.every), kit=KIT))
    assert refused.value.key == "report.other_year"


def test_an_ad_hoc_report_is_cut_to_its_days(storage: Storage) -> None:
    begin = partial(reports.start_ad_hoc, plan_id=1, title=" Kết quả rà soát  thủ tục ", outline="", kit=KIT)
    period = parse_period("2026-05-01..2026-06-15")
    report_id = storage.write("lập", partial(begin, period=period)).result
    words = words_of(storage, report_id)
    joined = "\n".join(words)
    assert "Kết quả rà soát thủ tục" in words
    assert "báo cáo kết quả rà soát thủ tục từ ngày 01/5/2026 đến ngày 15/6/2026 như sau:" in joined
    assert "tính đến ngày 15/6/2026" in joined and "Nhiệm vụ thời gian tới" in joined
    assert "Biểu số" not in joined
    done = next(one for one in storage.read(lambda work: work.get_report(report_id)).parts if one.key == "II.1")
    rows = storage.read(lambda work: rows_of(work, 1, KIT.calendar))[1]
    met = [one.done for row in rows for one in row.task.tracked if one.done]
    inside = [day for day in met if period.first_day <= day <= period.last_day]
    assert inside and len(inside) < len(met)
    assert done.paragraphs and all("hoàn thành" in words_of_part(one) for one in done.paragraphs)
    with pytest.raises(Refused):
        storage.write("lập", partial(begin, period=period))
    with pytest.raises(Refused):
        storage.write("lập", partial(begin, period=period, title=" "))
    other = storage.write("lập", partial(begin, period=period, title="Việc khác", outline=KIT.outline.key)).result
    assert any(line.startswith("Biểu số 1") for line in words_of(storage, other))
    storage.write("ký", partial(reports.sign_report, report_id=report_id, number="9", day=date(2026, 6, 16), kit=KIT))
    assert words_of(storage, report_id)[1:] != words and "Kết quả rà soát thủ tục" in words_of(storage, report_id)


def test_an_ad_hoc_report_up_to_a_day_starts_from_the_words_of_the_one_before(storage: Storage) -> None:
    begin = partial(reports.start_ad_hoc, plan_id=1, title="Tình hình", outline="", kit=KIT)
    first = storage.write("lập", partial(begin, period=parse_period("..2026-04-30"))).result
    said = (BodyParagraph((Run("Đề nghị tỉnh hỗ trợ máy quét."),), Level.PLAIN),)
    storage.write("sửa", partial(reports.change_part, report_id=first, key="IV.2", paragraphs=said))
    second = storage.write("lập", partial(begin, period=parse_period("..2026-06-30"))).result
    part = next(one for one in storage.read(lambda work: work.get_report(second)).parts if one.key == "IV.2")
    assert part.paragraphs == said and part.to_read
    assert any("tính đến ngày 30/6/2026 như sau:" in line for line in words_of(storage, second))
