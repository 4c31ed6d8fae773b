from dataclasses import replace

import pytest

from app.domain.statistics_form import Answer, Calculation, Ratio, Total, ValueKind
from app.domain.statistics_guess import (
    answers_in,
    calculation_text,
    doubtful_units,
    guessed_kind,
    read_calculation,
    with_guesses,
)
from app.exchange.form_json import builtin_form_sets

SEVEN = builtin_form_sets()[0].forms


def test_the_kinds_of_all_123_rows_are_guessed_from_units_alone() -> None:
    for form in SEVEN:
        bare = [replace(row, kind=ValueKind.TEXT, answers=(), calculation=None) for row in form.rows]
        guessed = with_guesses(bare)
        assert [(row.kind, row.answers) for row in guessed] == [(row.kind, row.answers) for row in form.rows]


def test_every_ratio_is_guessed_and_totals_where_the_label_says_so() -> None:
    for form in SEVEN:
        guessed = {row.code: row.calculation for row in with_guesses(form.rows)}
        ratios = {row.code: row.calculation for row in form.rows if isinstance(row.calculation, Ratio)}
        assert {code: one for code, one in guessed.items() if isinstance(one, Ratio)} == ratios
    assert {row.code: row.calculation for row in with_guesses(SEVEN[3].rows)}["1.5"] == SEVEN[3].rows[5].calculation


@pytest.mark.parametrize(
    ("unit", "children", "kind"),
    [
        ("%", True, ValueKind.PERCENT),
        ("Có = 1; Không = 0", False, ValueKind.CODED),
        ("Triệu đồng", False, ValueKind.AMOUNT),
        ("", True, ValueKind.HEADING),
        ("", False, ValueKind.COUNT),
        ("Hợp đồng", False, ValueKind.COUNT),
    ],
)
def test_kinds_by_unit(unit: str, children: bool, kind: ValueKind) -> None:
    assert guessed_kind(unit, children) is kind


def test_answers_by_unit() -> None:
    assert answers_in("Chưa = 0\nHoàn thành=1") == (Answer(0, "Chưa"), Answer(1, "Hoàn thành"))


@pytest.mark.parametrize(
    ("calculation", "words"),
    [
        (Ratio(("2.2",), ("2.1",)), "2.2 / 2.1"),
        (Ratio(("8", "9"), ("7",)), "8 + 9 / 7"),
        (Total(("1.1", "1.2")), "1.1 + 1.2"),
        (Total(("4.1.1", "4.1.2"), complete=False), "≥ 4.1.1 + 4.1.2"),
        (None, ""),
    ],
)
def test_calculations_are_written_and_read_back(calculation: Calculation | None, words: str) -> None:
    assert calculation_text(calculation) == words
    assert read_calculation(words) == calculation


def test_other_words_are_no_calculation() -> None:
    assert read_calculation("theo hướng dẫn của tỉnh, xem mục 2") is None


def test_the_two_rows_of_the_real_forms_with_the_wrong_unit_are_seen() -> None:
    assert [(form.key, row.code) for form in SEVEN for row in doubtful_units(form)] == [("7", "4.3.1"), ("7", "4.3.2")]
