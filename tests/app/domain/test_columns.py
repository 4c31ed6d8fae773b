"""Columns added, moved, named, hidden."""

import pytest

from app.domain import columns
from app.domain.errors import Refused
from app.domain.merging import check
from app.domain.plan import Appendix, Column, Role
from tests.app.domain.samples import cells_of, item, section, table

SAMPLE = table(item("1", "A", "a"), section("I"), item("2", "B", "b"))


def _headings(appendix: Appendix) -> list[str]:
    return [column.heading for column in appendix.columns]


def test_a_new_column_is_empty_in_every_row() -> None:
    after = columns.add_column(SAMPLE, 1, Column(" Ghi  chú", Role.NOTE))
    check(after)
    assert _headings(after) == ["TT", "Ghi chú", "Nhiệm vụ", "Sản phẩm"]
    assert cells_of(after)[0] == ("1", "", "A", "a")


def test_a_column_moves_with_its_cells() -> None:
    after = columns.move_column(SAMPLE, 0, 2)
    assert _headings(after) == ["Nhiệm vụ", "Sản phẩm", "TT"]
    assert cells_of(after)[2] == ("B", "b", "2")


def test_a_removed_column_takes_its_cells_but_not_the_last_one() -> None:
    after = columns.remove_column(columns.remove_column(SAMPLE, 2), 0)
    check(after)
    with pytest.raises(Refused):
        columns.remove_column(after, 0)


def test_a_heading_is_one_line_and_never_empty() -> None:
    assert columns.rename_column(SAMPLE, 1, "Nội\ndung").columns[1].heading == "Nội dung"
    with pytest.raises(Refused):
        columns.rename_column(SAMPLE, 1, " ")


def test_there_is_one_ordinal_column() -> None:
    after = columns.set_role(SAMPLE, 1, Role.ORDINAL)
    assert [column.role for column in after.columns[:2]] == [Role.OTHER, Role.ORDINAL]


def test_one_column_stays_visible() -> None:
    after = columns.hide_column(columns.hide_column(SAMPLE, 0), 1)
    with pytest.raises(Refused):
        columns.hide_column(after, 2)
    assert not columns.hide_column(after, 0, False).columns[0].hidden
    assert columns.resize_column(after, 2, 40.0).columns[2].width == 40.0
