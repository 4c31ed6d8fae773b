"""The annex of results: what it says of each task, and its totals."""

from datetime import date
from pathlib import Path

import pytest

from app.documents.model import Paragraph, Style, Table
from app.documents.results_annex import notes_of, results_document, results_of, total_sentences
from app.domain.dates import date_text
from app.domain.mark import Mark
from app.domain.plan import RowKind
from app.domain.tracking import Noted, TrackedRow, tracked_rows
from app.exchange.calendars import default_calendar
from app.exchange.export import export_document
from tests.app.documents.progress_sample import stored_sample

AS_OF = date(2026, 9, 14)


def rows(*marks: Mark) -> list[TrackedRow]:
    """The sample's rows with what was noted of them."""
    noted = Noted({(mark.row_id, mark.occurrence): mark for mark in marks})
    return tracked_rows(stored_sample(), default_calendar(), noted)


def first(of: list[TrackedRow], dated: int = 1) -> TrackedRow:
    """The first row with so many dated occurrences at least."""
    return next(row for row in of if len(row.keys) >= dated)


def test_a_result_names_document_day_and_content() -> None:
    row = first(rows())
    due = row.task.tracked[0].occurrence.due
    mark = Mark(row.row_id or 0, row.keys[0], due, "12/BC-UBND", "đã gửi", due, "báo cáo kết quả")
    said = results_of(next(one for one in rows(mark) if one.number == row.number), date(2026, 12, 31))
    day = date_text(due)
    assert f"12/BC-UBND ngày {day}, hoàn thành ngày {day}; báo cáo kết quả" in said


def test_what_is_done_after_the_day_is_not_told_and_late_says_why() -> None:
    row = first(rows())
    due = row.task.tracked[0].occurrence.due
    later = date(due.year, due.month + 1, 1) if due.month < 12 else date(due.year + 1, 1, 1)
    mark = Mark(row.row_id or 0, row.keys[0], later, reason="chờ kinh phí")
    marked = next(one for one in rows(mark) if one.number == row.number)
    assert results_of(marked, due) == ""
    assert "(quá hạn)" in results_of(marked, later) and notes_of(marked, later) == "Lý do: chờ kinh phí"


def test_called_off_and_answered() -> None:
    row = first(rows())
    mark = Mark(row.row_id or 0, row.keys[0], cancelled=AS_OF, reason="tỉnh bỏ nhiệm vụ")
    marked = next(one for one in rows(mark) if one.number == row.number)
    assert "hủy từ ngày 14/9/2026; lý do: tỉnh bỏ nhiệm vụ" in results_of(marked, AS_OF)
    asked = next(one for one in rows() if one.asked)
    row_id, yes, no = asked.row_id or 0, asked.asked[0].key, asked.asked[1].key
    answers = (Mark(row_id, yes, date(2026, 3, 14)), Mark(row_id, no, cancelled=AS_OF, reason="x"))
    said = results_of(next(one for one in rows(*answers) if one.number == asked.number), AS_OF)
    assert said == "- Quý I: có thực hiện\n- 6 tháng: không thực hiện; lý do: x"


def test_totals_are_those_of_the_status() -> None:
    sentences = total_sentences(2026, rows(), AS_OF)
    assert sentences[0].startswith("Tổng số nhiệm vụ: 26; hoàn thành ")
    assert total_sentences(2026, [], AS_OF)[0] == "Tổng số nhiệm vụ: 0; hoàn thành 0/0 nhiệm vụ, đạt -."


def test_the_table_has_every_task_and_heading() -> None:
    plan = stored_sample()
    section, _ = results_document(plan, rows(), AS_OF).sections
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    headings = sum(row.kind is RowKind.SECTION for part in plan.appendices for row in part.rows)
    assert len(table.rows) == 26 + headings + len(plan.appendices)
    assert sum(isinstance(block, Paragraph) and block.style is Style.BODY for block in section.blocks) == 3


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx"])
def test_it_is_written_and_read_back(tmp_path: Path, format: str) -> None:
    path = tmp_path / f"ket-qua.{format}"
    export_document(results_document(stored_sample(), rows(), AS_OF), format, path)
    assert path.stat().st_size > 1000
