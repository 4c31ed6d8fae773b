"""Merged cells taken apart and put together."""

import pytest
from hypothesis import given

from app.domain.merging import check, end_of, gather, head_of, shown, spread
from app.domain.plan import Appendix
from tests.app.domain.samples import item, section, table, tables


@given(tables())
def test_taking_apart_and_putting_together_changes_nothing(appendix: Appendix) -> None:
    assert gather(appendix, spread(appendix.rows)) == appendix


def test_a_merged_cell_knows_its_ends_and_text() -> None:
    appendix = table(item("1", "A", ""), item("2", None, ""), item("3", "B", ""))
    assert (head_of(appendix, 1, 1), end_of(appendix, 0, 1), shown(appendix, 1, 1)) == (0, 2, "A")


@pytest.mark.parametrize(
    "broken",
    [table(item(None, "", "")), table(section("I"), item("1", None, "")), table(item("1"))],
)
def test_what_no_rule_allows_is_found(broken: Appendix) -> None:
    with pytest.raises(ValueError, match="row"):
        check(broken)
