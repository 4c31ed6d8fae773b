"""Late and coming tasks as a report says them: each task once, with all that is due of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.documents.report_due_tasks import coming_sentences, late_open_sentences, late_sentences
from app.domain.mark import Mark
from app.domain.milestone import Every, MilestoneKind
from app.domain.occurrence import Occurrence, Period
from app.domain.report_span import Span
from app.domain.reporting_period import parse_period
from app.domain.status import Task, Tracked
from app.domain.tracking import TrackedRow

SPAN = Span(parse_period("2026-Q1"), date(2025, 12, 15), date(2026, 3, 14), date(2026, 6, 30))


def monthly(month: int, done: date | None = None) -> Tracked:
    """The report of a month."""
    period = Period(Every.MONTHLY, month)
    return Tracked(Occurrence(0, "Báo cáo", MilestoneKind.PERIODIC, date(2026, month, 20), period=period), done)


def once(due: date, what: str | None = None) -> Tracked:
    """Something due on one day."""
    return Tracked(Occurrence(0, what, MilestoneKind.BY, due))


def task(number: int, tracked: Sequence[Tracked], marks: dict[str, Mark] | None = None) -> TrackedRow:
    """A task with what is due of it."""
    keys = tuple(f"k{position}" for position in range(len(tracked)))
    held = Task((), tuple(tracked), ("Phòng Kinh tế",))
    return TrackedRow(number, 0, number, "", held, keys, f"- Việc {number};", product_keys=(None,) * len(keys),
                      marks=marks or {})  # fmt: skip


def test_a_late_task_stands_once_with_all_its_days() -> None:
    rows = [task(1, [monthly(1), monthly(2)]), task(2, [once(date(2026, 1, 30))])]
    assert late_sentences(rows, SPAN) == [
        "- Việc 1: Báo cáo tháng 1 (thời hạn 20/01/2026), tháng 2 (thời hạn 20/02/2026) đến nay chưa hoàn thành.",
        "- Việc 2 (thời hạn 30/01/2026) đến nay chưa hoàn thành.",
    ]


def test_many_periods_in_a_row_are_said_from_the_first_to_the_last() -> None:
    span = replace(SPAN, end=date(2026, 12, 14))
    rows = [task(1, [monthly(month) for month in (1, 2, 4, 5, 6, 7)])]
    assert late_sentences(rows, span) == [
        "- Việc 1: Báo cáo tháng 1 (thời hạn 20/01/2026), tháng 2 (thời hạn 20/02/2026), "
        "tháng 4 đến tháng 7 (thời hạn từ 20/4/2026 đến 20/7/2026) đến nay chưa hoàn thành."
    ]


def test_what_is_late_for_another_reason_stands_apart() -> None:
    marks = {"k1": Mark(1, "k1", reason="chờ kinh phí")}
    assert late_sentences([task(1, [monthly(1), monthly(2)], marks)], SPAN) == [
        "- Việc 1: Báo cáo tháng 1 (thời hạn 20/01/2026) đến nay chưa hoàn thành.",
        "- Việc 1: Báo cáo tháng 2 (thời hạn 20/02/2026) đến nay chưa hoàn thành; nguyên nhân: chờ kinh phí.",
    ]


def test_what_was_met_late_says_how_many_days() -> None:
    assert late_sentences([task(1, [monthly(1, date(2026, 1, 25))])], SPAN) == [
        "- Việc 1: Báo cáo tháng 1 (thời hạn 20/01/2026) hoàn thành ngày 25/01/2026, quá hạn 5 ngày."
    ]


def test_a_coming_task_stands_once_by_its_first_day() -> None:
    plan, report = once(date(2026, 3, 31), "Kế hoạch"), once(date(2026, 4, 30), "Báo cáo")
    rows = [task(1, [plan, report]), task(2, [monthly(3), monthly(4)]), task(3, [once(date(2026, 5, 5))])]
    assert coming_sentences(rows, SPAN) == [
        "- Việc 2: Báo cáo tháng 3 (thời hạn 20/3/2026), tháng 4 (thời hạn 20/4/2026); Phòng Kinh tế chủ trì.",
        "- Việc 1: Kế hoạch (thời hạn 31/3/2026), Báo cáo (thời hạn 30/4/2026); Phòng Kinh tế chủ trì.",
        "- Việc 3 (thời hạn 05/5/2026); Phòng Kinh tế chủ trì.",
    ]


def test_what_is_late_is_to_be_done_at_once() -> None:
    rows = [task(1, [monthly(1), monthly(2)]), task(2, [once(date(2026, 1, 30))])]
    assert late_open_sentences(rows, SPAN) == [
        "- Tập trung hoàn thành ngay 3 mốc đã quá hạn của các nhiệm vụ: Việc 1; Việc 2."
    ]
    assert late_open_sentences([], SPAN) == []
