"""Rows are as high as their text, merged blocks included."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.domain.plan import Plan, Row, RowKind
from ui.widgets.appendix_table import AppendixTable
from ui.widgets.cell_text import text_height


def test_a_long_merged_cell_makes_its_last_row_higher(qtbot: QtBot, small_plan: Plan) -> None:
    table = AppendixTable()
    qtbot.addWidget(table)
    table.resize(700, 500)
    table.show()
    words = "Cơ quan chủ trì có tên rất dài. " * 12
    rows = (
        Row(RowKind.ITEM, ("1", "a", words, ""), id=1),
        Row(RowKind.ITEM, ("2", "b", None, ""), id=2),
    )
    table.show_appendix(replace(small_plan.appendices[0], id=1, rows=rows))
    qtbot.waitUntil(lambda: not table.measuring)
    needed = text_height(words, table.columnWidth(2))
    assert table.rowHeight(0) + table.rowHeight(1) >= needed
    assert table.rowHeight(0) < table.rowHeight(1)
    assert table.rowSpan(0, 2) == 2


def test_all_of_many_long_rows_are_measured_in_the_end(qtbot: QtBot, small_plan: Plan) -> None:
    table = AppendixTable()
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    rows = tuple(Row(RowKind.ITEM, (str(i), f"Việc {i} " * (5 + i % 60), "", ""), id=i) for i in range(300))
    table.show_appendix(replace(small_plan.appendices[0], id=1, rows=rows))
    qtbot.waitUntil(lambda: not table.measuring)
    for row in range(0, 300, 29):
        assert table.rowHeight(row) >= text_height(rows[row].cells[1] or "", table.columnWidth(1))


def test_headings_are_high_enough(qtbot: QtBot, small_plan: Plan) -> None:
    table = AppendixTable()
    qtbot.addWidget(table)
    table.resize(500, 300)
    first = small_plan.appendices[0]
    columns = (*first.columns[:2], replace(first.columns[2], heading="Cơ quan, đơn vị chủ trì tham mưu " * 3))
    table.show_appendix(replace(first, id=1, columns=columns, rows=()))
    table.show()
    header = table.horizontalHeader()
    assert header.height() >= text_height(columns[2].heading, table.columnWidth(2), True)
