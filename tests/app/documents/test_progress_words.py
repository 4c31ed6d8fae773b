"""Words of states, periods and names."""

import pytest

from app.documents.progress_words import task_name


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("- Rà soát quy trình", "Rà soát quy trình"),
        ("•Rà soát quy trình", "Rà soát quy trình"),
        ("+ 100% hồ sơ số", "100% hồ sơ số"),
        ("-5 điểm", "-5 điểm"),
        ("- Rà soát\n- Công bố", "- Rà soát\n- Công bố"),
        ("Rà soát - công bố", "Rà soát - công bố"),
    ],
)
def test_a_list_mark_before_a_single_line_is_left_out(typed: str, shown: str) -> None:
    assert task_name(typed) == shown
