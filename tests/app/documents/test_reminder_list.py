"""The list of late and coming tasks that is handed round."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.documents.model import Document, Paragraph, Table
from app.documents.progress_words import period_words
from app.documents.reminder_list import Reminders, reminder_document
from app.domain.milestone_lines import LineState, lines_of
from app.domain.tracking import tracked_rows
from app.exchange.calendars import default_calendar
from app.exchange.export import export_document
from tests.app.documents.progress_sample import stored_sample

DAY = date(2026, 6, 17)


def reminders(units: list[str] | None = None, coming_days: int = 30) -> Document:
    """The list for the sample plan."""
    plan = stored_sample()
    lines = lines_of(plan, tracked_rows(plan, default_calendar()), DAY)
    return reminder_document(plan, lines, Reminders(DAY, coming_days, units))


def table_of(document: Document, section: int = 0) -> Table:
    """The table of a section."""
    (table,) = (block for block in document.sections[section].blocks if isinstance(block, Table))
    return table


def words_of(document: Document) -> list[list[str]]:
    """The words of all rows of all sections."""
    tables = (table_of(document, place) for place in range(len(document.sections)))
    return [[cell.text for cell in row if cell] for table in tables for row in table.rows]


def test_every_late_and_coming_milestone_is_there_for_each_of_its_units() -> None:
    plan = stored_sample()
    lines = lines_of(plan, tracked_rows(plan, default_calendar()), DAY)
    late = sum(len(line.units) or 1 for line in lines if line.state is LineState.OVERDUE)
    coming = sum(
        len(line.units) or 1
        for line in lines
        if line.due and line.state in (LineState.DUE_SOON, LineState.NOT_DUE) and (line.due - DAY).days <= 30
    )
    rows = [row for row in words_of(reminders()) if len(row) > 1]
    assert late and coming and len(rows) == late + coming
    assert sum(row[4].startswith("Quá hạn") for row in rows) == late


def test_the_most_urgent_comes_first_with_ordinals_over_both_parts() -> None:
    document = reminders()
    for place in range(len(document.sections)):
        rows = [[cell.text for cell in row if cell] for row in table_of(document, place).rows]
        numbers = [row[0] for row in rows if len(row) > 1]
        assert numbers == [str(number) for number in range(1, len(numbers) + 1)]


def test_a_unit_without_anything_to_do_is_told_so() -> None:
    rows = words_of(reminders(["Đơn vị khác"]))
    assert rows == [["Không có nhiệm vụ quá hạn hoặc đến hạn đến hết ngày 17/7/2026."]]


def test_nobody_leads_comes_last() -> None:
    document = reminders()
    titles = [[b.text for b in part.blocks if isinstance(b, Paragraph)][1] for part in document.sections]
    assert all(title.startswith("Đơn vị chủ trì") for title in titles[:-1])


def test_units_without_anything_are_left_out_where_others_have_something() -> None:
    busy = reminders().sections[0].name
    assert [part.name for part in reminders(["Đơn vị khác", busy]).sections] == [busy]


def test_one_period_only_is_said_above_the_list() -> None:
    plan = stored_sample()
    lines = lines_of(plan, tracked_rows(plan, default_calendar()), DAY)
    period = next(line.period for line in lines if line.period and line.state is LineState.OVERDUE)
    document = reminder_document(plan, lines, Reminders(DAY, 400, period=period))
    assert (
        f"; kỳ: {period_words(period)}" in [b.text for b in document.sections[0].blocks if isinstance(b, Paragraph)][1]
    )
    assert all(
        row[2].casefold().endswith(period_words(period).casefold()) for row in words_of(document) if len(row) > 1
    )


def test_a_name_of_one_line_loses_its_list_mark() -> None:
    plan = stored_sample()
    lines = lines_of(plan, tracked_rows(plan, default_calendar()), DAY)
    marked = [replace(line, name=f"- {line.name}") for line in lines]
    assert words_of(reminder_document(plan, marked, Reminders(DAY))) == words_of(reminders())


def test_the_paper_can_be_larger() -> None:
    plan = stored_sample()
    document = reminder_document(plan, [], Reminders(DAY, paper="A3"))
    assert document.sections[0].paper == "A3" and sum(table_of(document).widths) > 300


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx"])
def test_it_is_written_and_read_back(tmp_path: Path, format: str) -> None:
    path = tmp_path / f"don-doc.{format}"
    export_document(reminders(), format, path)
    assert path.stat().st_size > 1000
