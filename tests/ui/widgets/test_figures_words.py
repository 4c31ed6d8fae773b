"""Words for statistics forms."""

from decimal import Decimal

import pytest

from app.domain.figures_entry import Doubt
from app.domain.reporting_period import parse_period
from app.domain.statistics_checks import FigureWarning
from app.domain.statistics_form import NOT_AVAILABLE, Answer, Figure, FormRow, Ratio, Total, ValueKind
from app.services.figure_origins import Origin
from ui.widgets import figures_words as words

CODED = FormRow("5", "Khảo sát", "Có = 1;\nKhông = 0", ValueKind.CODED, (Answer(1, "Có"), Answer(0, "Không")))
RATIO = FormRow("2", "Tỷ lệ", "%", ValueKind.PERCENT, calculation=Ratio(("2.2", "2.3"), ("2.1",)))


@pytest.mark.parametrize(
    ("code", "within", "short"),
    [
        ("2026-Q3", "Quý III", "Quý III/2026"),
        ("2026-6M", "6 tháng", "6 tháng/2026"),
        ("2026-9M", "9 tháng", "9 tháng/2026"),
        ("2026-Y", "Cả năm", "Năm 2026"),
    ],
)
def test_periods_are_called_short(code: str, within: str, short: str) -> None:
    period = parse_period(code)
    assert (words.period_words(period), words.period_short(period)) == (within, short)


def test_the_figures_beside_are_those_of_the_period_before_or_of_last_year() -> None:
    assert words.last_heading(parse_period("2026-6M"), parse_period("2026-Q1")) == "Kỳ trước\nQuý I/2026"
    assert words.last_heading(parse_period("2026-Q1"), parse_period("2025-Q1")) == "Cùng kỳ\nQuý I/2025"


def test_answers_are_shown_with_their_meaning() -> None:
    assert words.figure_words(Figure(Decimal(0)), CODED) == "Không = 0"
    assert [words.figure_words(one, CODED) for one in (None, NOT_AVAILABLE)] == ["", "-"]
    assert words.figure_words(Figure(Decimal("99.1")), RATIO) == "99,10"
    assert words.unit_words(CODED) == "Có = 1\nKhông = 0" and words.unit_words(RATIO) == "%"


def test_what_is_not_typed_says_where_it_comes_from() -> None:
    assert words.source_words(RATIO, Origin.COMPUTED) == "Tự tính: (2.2 + 2.3) / 2.1 × 100."
    assert "trong sổ" in words.source_words(RATIO, Origin.REGISTER)
    assert words.source_words(RATIO, Origin.ENTERED) == words.calculation_words(CODED) == ""
    total = FormRow("1", "Tổng", "", ValueKind.COUNT, calculation=Total(("1.1", "1.2")))
    assert words.calculation_words(total) == "1.1 + 1.2"


def test_warnings_and_doubts_are_sentences() -> None:
    warning = FigureWarning("1", "statistics.negative", (("code", "1"), ("value", "-3")))
    assert words.warning_words(warning).startswith("Chỉ tiêu 1 ghi số âm (-3)")
    doubt = Doubt("statistics.doubt_point", (("typed", "1.5"), ("read", "1,50")))
    assert words.doubt_words([doubt])[0].startswith("“1.5” được hiểu là 1,50")
