from itertools import pairwise

import pytest

from app.domain.statistics_checks import check_figures, check_lines
from app.domain.statistics_compute import computed
from app.domain.statistics_form import Shape
from app.exchange.form_json import builtin_form_sets
from app.exchange.sample_figures import SAMPLE_PERIODS, sample_figures, sample_lines

FORMS = {(one.key, form.key): form for one in builtin_form_sets() for form in one.forms}


@pytest.mark.parametrize("period", SAMPLE_PERIODS)
def test_every_row_has_a_figure_and_every_calculation_agrees(period: str) -> None:
    for key, figures in sample_figures(period).items():
        assert list(figures) == [row.code for row in FORMS[key].rows if row.kind.is_figure]
        assert {**figures, **computed(FORMS[key], figures)} == figures
    assert {key for key, form in FORMS.items() if form.shape is Shape.ROWS} == sample_figures(period).keys()


def test_no_check_fires_in_any_of_the_four_periods() -> None:
    for before, period in pairwise((SAMPLE_PERIODS[0], *SAMPLE_PERIODS)):
        last = sample_figures(before)
        for key, figures in sample_figures(period).items():
            assert check_figures(FORMS[key], figures, last[key]) == []
        for key, lines in sample_lines(period).items():
            assert check_lines(FORMS[key], lines, sample_lines(before)[key]) == []
