"""A plan becomes a document: one section per appendix."""

from dataclasses import replace

import pytest

from app.documents.model import HeadingBlock, Paragraph, Style, Table, TableCell
from app.documents.options import PrintOptions
from app.documents.plan_document import appendix_table, plan_document
from app.domain.errors import Refused
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind

COLUMNS = (Column("TT", Role.ORDINAL), Column("Nhiệm vụ", Role.TASK), Column("Hạn", Role.DEADLINE))


def item(*cells: str | None) -> Row:
    return Row(RowKind.ITEM, cells)


def section(ordinal: str, text: str) -> Row:
    return Row(RowKind.SECTION, ordinal=ordinal, text=text)


def appendix(*rows: Row, label: str = "Phụ lục I", columns: tuple[Column, ...] = COLUMNS) -> Appendix:
    return Appendix(label, "Việc cần làm", columns, rows)


def plan(*appendices: Appendix) -> Plan:
    return Plan(PlanInfo("Kế hoạch năm 2031", 2031, issuing_body="ỦY BAN NHÂN DÂN XÃ SÔNG MƠ"), appendices)


TWO = plan(appendix(item("1", "Họp", "Quý I")), appendix(item("1", "Báo cáo", "Quý II"), label="Phụ lục II"))


def styles(blocks: tuple[object, ...]) -> list[object]:
    return [block.style if isinstance(block, Paragraph) else type(block) for block in blocks]


def test_each_appendix_is_a_section_and_the_head_stands_once() -> None:
    document = plan_document(TWO)
    paragraphs = [Style.APPENDIX_LABEL, Style.APPENDIX_TITLE, Style.ATTACHED_TO, Table]
    assert [section.name for section in document.sections] == ["Phụ lục I", "Phụ lục II"]
    assert styles(document.sections[0].blocks) == [HeadingBlock, *paragraphs]
    assert styles(document.sections[1].blocks) == paragraphs
    assert all(section.landscape for section in document.sections)


def test_chosen_appendices_only() -> None:
    document = plan_document(TWO, PrintOptions(appendices=(1,), heading_block=False, attached_to=False))
    assert [section.name for section in document.sections] == ["Phụ lục II"]
    assert styles(document.sections[0].blocks) == [Style.APPENDIX_LABEL, Style.APPENDIX_TITLE, Table]


def test_an_appendix_without_label_has_no_empty_line() -> None:
    document = plan_document(plan(appendix(label="")), PrintOptions(heading_block=False, attached_to=False))
    assert styles(document.sections[0].blocks) == [Style.APPENDIX_TITLE, Table]
    assert document.sections[0].name == "Việc cần làm"


@pytest.mark.parametrize("position", [-1, 2])
def test_an_unknown_appendix_is_refused(position: int) -> None:
    with pytest.raises(Refused, match="no_such_appendix"):
        plan_document(TWO, PrintOptions(appendices=(position,)))


def test_a_plan_without_appendices_is_refused() -> None:
    with pytest.raises(Refused, match="nothing_to_print"):
        plan_document(plan())


def test_hidden_columns_are_left_out() -> None:
    columns = (*COLUMNS, Column("Ghi chú", Role.NOTE, hidden=True))
    table = appendix_table(appendix(item("1", "Họp", "Quý I", "kín"), columns=columns), frozenset({2}))
    assert [cell.text for cell in table.heading if cell] == ["TT", "Nhiệm vụ"]
    assert [cell.text for cell in table.rows[0] if cell] == ["1", "Họp"]
    assert len(table.widths) == 2


def test_all_columns_hidden_is_refused() -> None:
    with pytest.raises(Refused, match="all_columns_hidden"):
        appendix_table(appendix(), frozenset({0, 1, 2}))


def test_merged_cells_cover_their_rows() -> None:
    table = appendix_table(
        appendix(item("1", "Họp", "Quý I"), item(None, None, "Quý II"), item(None, "Ghi", "Quý III"))
    )
    ordinal, task = table.rows[0][0], table.rows[0][1]
    assert ordinal is not None and ordinal.rows == 3
    assert task is not None and task.rows == 2
    assert table.rows[1][:2] == (None, None)
    assert table.rows[2][0] is None


def test_a_merged_cell_below_a_section_becomes_an_empty_one() -> None:
    table = appendix_table(appendix(section("I", "THỂ CHẾ"), item(None, "Họp", "Quý I"), section("II", "THỦ TỤC")))
    cell = table.rows[1][0]
    assert cell is not None and (cell.text, cell.rows) == ("", 1)


def test_a_section_spans_the_table_beside_its_ordinal() -> None:
    table = appendix_table(appendix(section("I", "THỂ CHẾ"), section("", "CHUNG")))
    assert table.rows[0] == (
        TableCell("I", Style.TABLE_SECTION, centered=True),
        TableCell("THỂ CHẾ", Style.TABLE_SECTION, columns=2),
        None,
    )
    assert table.rows[1] == (TableCell("CHUNG", Style.TABLE_SECTION, columns=3), None, None)


def test_a_section_keeps_its_ordinal_where_the_ordinal_column_is_hidden() -> None:
    table = appendix_table(appendix(section("I", "THỂ CHẾ")), frozenset({0}))
    assert table.rows[0][0] == TableCell("I THỂ CHẾ", Style.TABLE_SECTION, columns=2)


def test_larger_paper_makes_a_wider_table() -> None:
    small, large = (sum(appendix_table(appendix(), paper=paper).widths) for paper in ("A4", "A3"))
    assert small == pytest.approx(297 - 35)
    assert large == pytest.approx(420 - 35)


def test_the_states_are_a_last_column_that_sections_reach_over() -> None:
    rows = (
        section("I", "THỂ CHẾ"),
        replace(item("1", "Họp", "Quý I"), id=7),
        replace(item("2", "Báo cáo", None), id=8),
        item("3", "Rà soát", "Quý II"),
    )
    table = appendix_table(appendix(*rows), states={7: "Hoàn thành", 8: "Quá hạn"})
    assert [cell.text for cell in table.heading if cell] == ["TT", "Nhiệm vụ", "Hạn", "Tình trạng"]
    assert len(table.widths) == 4 and sum(table.widths) == pytest.approx(sum(appendix_table(appendix(*rows)).widths))
    assert [row[-1].text if row[-1] else None for row in table.rows] == [None, "Hoàn thành", "Quá hạn", ""]
    ordinal, words, *rest = table.rows[0]
    assert ordinal and words and words.columns == 3 and rest == [None, None]
