"""Widths on paper and on the screen."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan import Column, Role
from ui.widgets.column_widths import PAPER_MM, widths_mm, widths_px

_COLUMNS = st.lists(
    st.builds(
        Column,
        st.just("Cột"),
        st.sampled_from(Role),
        st.none() | st.floats(8, 120),
        st.just(False),
    ),
    min_size=1,
    max_size=10,
)


def test_unset_widths_fill_the_paper() -> None:
    columns = [Column("TT", Role.ORDINAL), Column("Nhiệm vụ", Role.TASK), Column("Chủ trì", Role.LEAD)]
    assert abs(sum(widths_mm(columns)) - PAPER_MM) < 0.01


@given(_COLUMNS, st.integers(300, 2500))
def test_every_column_stays_readable(columns: list[Column], viewport: int) -> None:
    assert all(width >= 28 for width in widths_px(columns, viewport))


@given(_COLUMNS, st.integers(300, 2500))
def test_no_gap_is_left_at_the_right(columns: list[Column], viewport: int) -> None:
    assert sum(widths_px(columns, viewport)) >= viewport
