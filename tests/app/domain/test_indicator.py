"""The shape of an indicator."""

from app.domain.indicator import Comparator, Indicator


def test_an_indicator_may_ask_for_a_figure_only() -> None:
    asked = Indicator("Số cuộc đối thoại", None, None, "cuộc")
    assert (asked.target, asked.field, asked.where) == (None, None, "")


def test_comparators_are_written_as_in_the_plan_files() -> None:
    assert [str(one) for one in Comparator] == [">=", ">", "=", "<", "<="]
