from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.statistics_checks import FarFromLast, FigureWarning, check_figures, check_lines
from app.domain.statistics_form import NOT_AVAILABLE, Figure, Figures, Form
from app.exchange.form_json import builtin_form_sets
from app.exchange.sample_figures import sample_figures, sample_lines
from app.texts import text

STATISTICS = {form.key: form for form in builtin_form_sets()[0].forms}
PROCEDURES: Form = builtin_form_sets()[1].forms[0]
LAST, NOW = ({form: f for (_, form), f in sample_figures(period).items()} for period in ("2026-Q1", "2026-6M"))
((_, LINES),) = sample_lines("2026-6M").items()


def planted(form: str, **values: str | None) -> dict[str, Figure]:
    """The sample's figures with some changed: ``c2_1="7"`` for row 2.1, None for "-"."""
    changed = {
        code[1:].replace("_", "."): NOT_AVAILABLE if value is None else Figure(Decimal(value))
        for code, value in values.items()
    }
    return {**NOW[form], **changed}


def found(form: str, figures: Figures) -> list[tuple[str, str]]:
    warnings = check_figures(STATISTICS[form], figures, LAST[form])
    assert all(sentence(warning) for warning in warnings)
    return [(warning.code, warning.key.removeprefix("statistics.")) for warning in warnings]


def shifted(code: str, change: int) -> Figure:
    """The figure of the first line's column ``code``, more by ``change``."""
    return Figure((LINES[0].figures[code].value or Decimal(0)) + change)


def sentence(warning: FigureWarning) -> str:
    return text(warning.key, **dict(warning.values))


def test_nothing_fires_in_the_sample() -> None:
    assert [found(form, figures) for form, figures in NOW.items()] == [[]] * 7


@pytest.mark.parametrize(
    ("form", "figures", "expected"),
    [
        ("3", planted("3", c2_1="124"), ("2.1", "above_100")),
        ("7", planted("7", c4_3="102.5"), ("4.3", "above_100")),
        ("7", planted("7", c4_1="219"), ("4.1", "count_for_percent")),
        ("4", planted("4", c3_4="43"), ("3.4", "whole_percent")),
        ("7", planted("7", c4_1="94.18"), ("4.1", "ratio_differs")),
        ("6", planted("6", c2_1="12"), ("2.1", "sum_differs")),
        ("2", planted("2", c1="7"), ("1", "sum_differs")),
        ("1", planted("1", c4_1="20"), ("4.1", "parts_exceed")),
        ("1", planted("1", c5_2="4"), ("5.2", "unknown_answer")),
        ("1", planted("1", c3="4"), ("3", "value_in_heading")),
        ("1", planted("1", c1="-4"), ("1", "negative")),
        ("5", planted("5", c2_1="2.5"), ("2.1", "fraction_in_count")),
        ("1", planted("1", c1="120"), ("1", "far_from_last")),
        ("7", planted("7", c3_2="71.4"), ("3.2", "far_from_last")),
        ("5", planted("5", c9_9="1"), ("9.9", "unknown_row")),
    ],
)
def test_a_planted_error_is_found_and_nothing_else(form: str, figures: Figures, expected: tuple[str, str]) -> None:
    assert found(form, figures) == [expected]


@pytest.mark.parametrize(
    ("code", "change", "expected"),
    [
        ("4", 1, ["Chỉ tiêu (3) ghi 1.044, nhưng (4) + (5) + (6) cộng lại là 1.045; đề nghị kiểm tra lại."]),
        ("8", -2, ["Chỉ tiêu (7) ghi 992, nhưng (8) + (9) + (10) cộng lại là 990; đề nghị kiểm tra lại."]),
        ("13", 5, ["Chỉ tiêu (11) ghi 52, nhưng (12) + (13) cộng lại là 57; đề nghị kiểm tra lại."]),
    ],
)
def test_each_balance_of_the_procedure_form_is_checked(code: str, change: int, expected: list[str]) -> None:
    line = replace(LINES[0], figures={**LINES[0].figures, code: shifted(code, change)})
    warnings = check_lines(PROCEDURES, [LINES[1], line])
    assert [sentence(warning) for warning in warnings] == expected
    assert [warning.line for warning in warnings] == [1]


def test_the_balance_of_received_settled_and_pending_is_checked() -> None:
    pending = {code: shifted(code, 3) for code in ("11", "12")}
    (warning,) = check_lines(PROCEDURES, [replace(LINES[0], figures={**LINES[0].figures, **pending})])
    assert (warning.code, warning.key) == ("3", "statistics.balance_differs")
    assert (
        sentence(warning) == "Không cân đối: chỉ tiêu (3) ghi 1.044, nhưng (7) + (11) bằng 1.047; đề nghị kiểm tra lại."
    )


def test_lines_are_compared_with_the_line_of_the_same_name() -> None:
    far = {code: Figure((figure.value or Decimal(0)) * 4) for code, figure in LINES[0].figures.items()}
    warnings = check_lines(PROCEDURES, [LINES[1], replace(LINES[0], figures=far)], LINES)
    assert {warning.key for warning in warnings} == {"statistics.far_from_last"}
    assert "3" in {warning.code for warning in warnings}


def test_a_percentage_may_be_rounded_or_cut_off_to_the_decimals_it_is_written_with() -> None:
    for value in ("94.8", "94", "95", "94.80", "94.81"):
        assert found("7", planted("7", c4_1=value)) == []
    assert found("7", planted("7", c4_1="93")) == [("4.1", "ratio_differs")]


def test_parts_that_exceed_their_whole_show_in_the_percentage_computed() -> None:
    figures = planted("1", c3_3_1="6", c3_3_2="8")
    del figures["3.3"]
    assert ("3.3", "above_100") in found("1", figures)


def test_what_is_not_available_is_compared_with_nothing() -> None:
    assert found("3", planted("3", c2_1=None, c3_2_1=None, c3_2=None)) == []


def test_a_whole_percentage_near_last_periods_is_no_count() -> None:
    form = STATISTICS["3"]
    last = {"2.1": Figure(Decimal(90))}
    assert check_figures(form, {"2.1": Figure(Decimal(85))}, last) == []
    assert [one.key for one in check_figures(form, {"2.1": Figure(Decimal(15))})] == ["statistics.whole_percent"]


def test_how_far_is_far_can_be_set() -> None:
    form, last = STATISTICS["5"], {"2.1": Figure(Decimal(2))}
    figures = {"2.1": Figure(Decimal(7))}
    assert check_figures(form, figures, last) == []
    assert len(check_figures(form, figures, last, FarFromLast(small=Decimal(1)))) == 1
