"""Which rows somebody who enters for one unit may change, over the real storage."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from app.domain import editing
from app.domain.errors import Refused
from app.domain.plan import Appendix, Row, RowKind
from app.domain.plan import Role as ColumnRole
from app.domain.status import TaskState
from app.ports import CellEdit, Work
from app.services.access import own_rows
from app.services.rows import change_appendix, edit_cells
from app.services.tracking import set_task_state
from tests.app.services.guarded import (
    DAY,
    FOREIGN,
    MINE,
    OWN,
    SECTION,
    SHARED,
    THEIRS,
    UNGIVEN,
    Register,
    make_register,
    turn_on,
)


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register in which somebody has signed in who enters for one unit."""
    made = make_register(tmp_path)
    turn_on(made)
    made.storage.act_as(made.actor("đơn vị"))
    yield made
    made.storage.close()


def refusal(register: Register, use_case: Callable[[Work], object]) -> Refused | None:
    """What is said against the use case; None where it is carried out."""
    try:
        register.storage.write("bước", use_case)
    except Refused as error:
        return error
    return None


def refused_change(register: Register, change: Callable[[Appendix], Appendix]) -> str | None:
    """The key of what is said against a change of the appendix."""
    found = refusal(register, partial(change_appendix, appendix_id=register.appendix.id or 0, change=change))
    return found.key if found else None


def cell(register: Register, place: int, role: ColumnRole, text: str) -> CellEdit:
    """New text for a cell of the row at ``place``."""
    return CellEdit(register.appendix.rows[place].id or 0, register.column(role), text)


def item(unit: str) -> Row:
    """A new row for a unit."""
    return Row(RowKind.ITEM, ("", "Việc mới", unit, "", ""), numbered=True)


@pytest.mark.parametrize(
    ("place", "is_mine"), [(SECTION, False), (OWN, True), (FOREIGN, False), (SHARED, True), (UNGIVEN, True)]
)
def test_whose_rows_are(register: Register, place: int, is_mine: bool) -> None:
    row_id = register.appendix.rows[place].id or 0
    assert (refusal(register, lambda work: own_rows(work, [row_id])) is None) is is_mine


def test_the_sentence_names_the_row(register: Register) -> None:
    found = refusal(register, partial(edit_cells, edits=[cell(register, FOREIGN, ColumnRole.TASK, "Khác")]))
    assert found is not None
    assert (found.key, found.values) == ("access.not_own_row", {"row": "2"})
    section = refusal(register, lambda work: own_rows(work, [register.appendix.rows[SECTION].id or 0]))
    assert section is not None
    assert section.values == {"row": "I Cải cách thể chế"}


def test_one_foreign_row_among_own_ones_stops_all(register: Register) -> None:
    edits = [cell(register, place, ColumnRole.TASK, "Khác") for place in (OWN, FOREIGN)]
    assert refusal(register, partial(edit_cells, edits=edits)) is not None
    assert register.storage.read(lambda work: work.get_appendix(register.appendix.id or 0)) == register.appendix


def test_a_row_can_be_handed_on_in_one_go_but_not_taken(register: Register) -> None:
    taken = [cell(register, FOREIGN, ColumnRole.LEAD, MINE)]
    assert refusal(register, partial(edit_cells, edits=taken)) is not None
    handed_on = [cell(register, OWN, ColumnRole.LEAD, THEIRS), cell(register, OWN, ColumnRole.ORDINAL, "1a")]
    assert refusal(register, partial(edit_cells, edits=handed_on)) is None
    assert refusal(register, partial(edit_cells, edits=[cell(register, OWN, ColumnRole.TASK, "Khác")])) is not None


def test_rows_are_added_for_ones_own_unit_or_none_yet(register: Register) -> None:
    assert refused_change(register, lambda one: editing.insert_rows(one, 2, [item(MINE), item("")])) is None
    assert refused_change(register, lambda one: editing.insert_rows(one, 2, [item(THEIRS)])) == "access.not_own_row"
    section = editing.new_section("Nhóm mới")
    assert refused_change(register, lambda one: editing.insert_rows(one, 2, [section])) == "access.not_own_row"


def test_only_own_rows_go(register: Register) -> None:
    assert refused_change(register, lambda one: editing.delete_rows(one, [FOREIGN])) == "access.not_own_row"
    assert refused_change(register, lambda one: editing.delete_rows(one, [OWN])) is None


def test_order_columns_and_headings_stay(register: Register) -> None:
    def turned(one: Appendix) -> Appendix:
        return one.with_rows(one.rows[:1] + one.rows[:0:-1])

    assert refused_change(register, turned) == "access.own_rows_only"
    assert refused_change(register, lambda one: replace(one, title="Khác")) == "access.own_rows_only"
    assert refused_change(register, lambda one: editing.rename_column(one, 1, "Khác")) == "access.own_rows_only"


def test_whoever_enters_everywhere_is_not_asked(register: Register) -> None:
    for name in ("nhập", "quản trị"):
        register.storage.act_as(register.actor(name))
        for place in range(len(register.appendix.rows)):
            row_id = register.appendix.rows[place].id or 0
            assert refusal(register, lambda work, row_id=row_id: own_rows(work, [row_id])) is None  # type: ignore[misc]


def test_the_name_of_whoever_signed_in_is_in_the_log(register: Register) -> None:
    register.storage.work_as("người khác")
    row_id = register.appendix.rows[OWN].id or 0
    register.storage.write("bước", partial(set_task_state, row_id=row_id, state=TaskState.DONE, day=DAY))
    assert register.storage.read(lambda work: work.log([row_id]))[0].who == "đơn vị"
