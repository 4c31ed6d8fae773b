"""Which row read again is which stored one."""

from hypothesis import given

from app.domain.matching import match, match_rows, merged
from app.domain.plan import Appendix
from tests.app.domain.samples import item, plan, section, table, tables

TALKS = "Tổ chức đối thoại với người dân"
BEFORE = table(item("1", "Rà soát văn bản", ""), item("2", TALKS, ""), item("3", "Tập huấn", ""))


def _pairs(before: Appendix, after: Appendix) -> list[tuple[int | None, int | None]]:
    return [(pair.before, pair.after) for pair in match_rows(before, after)]


def test_equal_rows_alike_rows_new_and_gone_ones() -> None:
    after = table(item("1", "Việc mới", ""), item("2", f"{TALKS} và doanh nghiệp", ""), item("3", "Tập huấn", ""))
    assert _pairs(BEFORE, after) == [(0, None), (None, 0), (1, 1), (2, 2)]


def test_a_row_that_moved_is_still_itself() -> None:
    assert _pairs(BEFORE, table(*reversed(BEFORE.rows))) == [(2, 0), (1, 1), (0, 2)]


def test_a_section_is_never_an_item() -> None:
    assert _pairs(table(section("", "Tập huấn")), table(item("", "Tập huấn", ""))) == [(0, None), (None, 0)]


def test_appendices_pair_by_label_or_title() -> None:
    pairs = match(plan(BEFORE, table()), plan(BEFORE))
    assert [(pair.before, pair.after) for pair in pairs] == [(0, 0), (1, None)]


@given(tables(), tables())
def test_every_row_stands_in_exactly_one_pair(before: Appendix, after: Appendix) -> None:
    pairs = match_rows(before, after)
    assert sorted(pair.before for pair in pairs if pair.before is not None) == list(range(len(before.rows)))
    assert [pair.after for pair in pairs if pair.after is not None] == list(range(len(after.rows)))


@given(tables())
def test_a_plan_over_itself_changes_nothing(part: Appendix) -> None:
    assert merged(plan(part), plan(part)) == plan(part)
