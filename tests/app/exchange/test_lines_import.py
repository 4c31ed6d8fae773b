from decimal import Decimal

from app.domain.statistics_form import Figure, FormLine
from app.exchange.form_grid import grid_of_block
from app.exchange.form_json import builtin_form_sets
from app.exchange.lines_import import lines_in

(FORM,) = builtin_form_sets()[1].forms


def figures(*values: int) -> dict[str, Figure]:
    return {str(code): Figure(Decimal(value)) for code, value in enumerate(values, 3)}


def test_columns_are_found_by_their_headings_where_another_tool_orders_them_otherwise() -> None:
    block = [
        ["TT", "Lĩnh vực/Đơn vị", "Trực tiếp, bưu chính", "Trực tuyến"],
        ["(1)", "(2)", "(3)", "(4)"],
        ["1", "Hộ tịch", "7", "1.234"],
    ]
    form = FORM.__class__(FORM.key, FORM.title, tuple(row for row in FORM.rows if row.code in ("1", "2", "4", "5")))
    rows = tuple(row.__class__(row.code, row.label, row.unit, row.kind) for row in form.rows)
    (found,) = lines_in(grid_of_block(block), FORM.__class__(FORM.key, FORM.title, rows, FORM.shape))
    assert found.line == FormLine("1", "Hộ tịch", {"5": Figure(Decimal(7)), "4": Figure(Decimal(1234))})


def test_without_headings_columns_follow_the_form() -> None:
    block = [["1", "Hộ tịch", *"54111110221"], ["", "Tổng cộng", *"54111110221"], ["2", "Đất đai", *[""] * 11]]
    (found,) = lines_in(grid_of_block(block), FORM)
    assert found.line == FormLine("1", "Hộ tịch", figures(5, 4, 1, 1, 1, 1, 1, 0, 2, 2, 1))


def test_what_cannot_be_read_is_kept_with_its_doubt() -> None:
    (found,) = lines_in(grid_of_block([["1", "Hộ tịch", "chưa có", "7"]]), FORM)
    assert found.line.figures == {"4": Figure(Decimal(7))}
    assert found.readings["3"].is_unread
