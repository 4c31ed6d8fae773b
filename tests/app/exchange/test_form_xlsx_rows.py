from decimal import Decimal

from app.domain.statistics_form import NOT_AVAILABLE, Figure, Ratio, Total, ValueKind
from app.exchange.form_xlsx_rows import figure_look, figure_value, formula_of, result_of

CELLS = {"1": "D7", "1.1": "D8", "1.2": "D9"}


def test_calculations_become_formulas_over_the_cells_of_their_rows() -> None:
    assert formula_of(Total(("1.1", "1.2")), CELLS, nothing="") == '=IF(COUNT(D8,D9)=0,"",SUM(D8,D9))'
    ratio = formula_of(Ratio(("1.1",), ("1",)), CELLS)
    assert ratio == '=IF(OR(COUNT(D8)=0,SUM(D7)=0),"-",ROUND(SUM(D8)/SUM(D7)*100,2))'
    assert formula_of(Total(("1.1",), complete=False), CELLS) == formula_of(None, CELLS) == ""


def test_figures_are_numbers_dashes_or_nothing() -> None:
    assert [figure_value(one) for one in (Figure(Decimal(5)), NOT_AVAILABLE, None)] == [Decimal(5), "-", ""]
    assert [result_of(one) for one in (Figure(Decimal(5)), NOT_AVAILABLE, None)] == [Decimal(5), "-", "-"]


def test_headings_take_no_figure() -> None:
    assert not figure_look(ValueKind.HEADING).entry
    assert figure_look(ValueKind.CODED).entry
