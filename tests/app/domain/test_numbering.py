"""Ordinals that follow their place, in the appendix's own way of writing."""

from pathlib import Path

import pytest
from hypothesis import given

from app.domain import editing
from app.domain.numbering import Numbering, mark_numbered, numbering_of, read_ordinal, renumber
from app.domain.plan import Appendix, RowKind
from tests.app.domain.samples import item, section, table, tables


def _ordinals(appendix: Appendix) -> list[str | None]:
    return [row.ordinal if row.kind is RowKind.SECTION else row.cells[0] for row in appendix.rows]


def _inserted(ordinals: list[str], at: int) -> list[str | None]:
    """What stands there after an empty row is put in at ``at``; Roman numbers are sections."""
    rows = [section(o) if o[:1] in "IVX" and o else item(o, "", "") for o in ordinals]
    before = mark_numbered(table(*rows))
    after = editing.insert_rows(before, at, [editing.new_item(before)])
    return _ordinals(renumber(after, numbering_of(before)))


@pytest.mark.parametrize("written", ["1", "1.", "1.2", "2)", "I", "XIV.", "A", "10"])
def test_ordinals_are_read_and_written_back(written: str) -> None:
    ordinal = read_ordinal(written)
    assert ordinal is not None and ordinal.written() == written


@pytest.mark.parametrize("written", ["", "1a", "01", "IIII", "1-2", "Mục 1", "x"])
def test_other_writing_is_no_ordinal(written: str) -> None:
    assert read_ordinal(written) is None


@pytest.mark.parametrize(
    ("before", "at", "after"),
    [
        (["1.", "2.", "3."], 1, ["1.", "2.", "3.", "4."]),
        (["I", "1", "2", "II", "1"], 2, ["I", "1", "2", "3", "II", "1"]),
        (["I", "1", "2", "II", "3", "4"], 1, ["I", "1", "2", "3", "II", "4", "5"]),
        (["1.", "2.", "3", "4"], 0, ["1.", "2.", "3.", "4", "5"]),
        (["1", "1.1", "1.2", "2"], 1, ["1", "2", "2.1", "2.2", "3"]),
    ],
)
def test_rows_follow_their_place(before: list[str], at: int, after: list[str]) -> None:
    assert _inserted(before, at) == after


def test_numbers_under_an_arabic_section_carry_its_number() -> None:
    before = mark_numbered(table(section("I"), section("1"), item("1.1", "", ""), section("2"), item("2.1", "", "")))
    after = renumber(editing.delete_rows(before, [1, 2]), numbering_of(before))
    assert _ordinals(after) == ["I", "1", "1.1"]


def test_an_ordinal_typed_by_hand_stays_and_the_next_count_on_from_it() -> None:
    before = mark_numbered(table(item("1", "", ""), item("2", "", ""), item("3", "", "")))
    after = renumber(editing.set_cells(before, {(1, 0): "7"}))
    assert _ordinals(after) == ["1", "7", "8"]
    assert _ordinals(renumber(editing.set_cells(before, {(1, 0): "2a"}))) == ["1", "2a", "3"]


def test_merged_and_empty_ordinals_are_left_alone() -> None:
    before = mark_numbered(table(item("1", "", ""), item(None, "", ""), item("", "", ""), item("2", "", "")))
    assert [row.numbered for row in before.rows] == [True, False, False, True]
    assert renumber(before) == before


def test_counting_on_over_sections_is_recognised() -> None:
    appendix = table(section("I"), item("1", "", ""), section("II"), item("2", "", ""), item("3", "", ""))
    assert numbering_of(appendix) is Numbering.CONTINUING


def test_sections_number_themselves() -> None:
    before = mark_numbered(table(section("I"), item("1", "", ""), section("II"), item("1", "", "")))
    after = renumber(editing.insert_rows(before, 0, [editing.new_section("Mới")]), numbering_of(before))
    assert _ordinals(after) == ["I", "II", "1", "III", "1"]


@given(tables())
def test_an_appendix_as_read_is_never_renumbered(appendix: Appendix) -> None:
    marked = mark_numbered(appendix)
    assert renumber(marked) == marked
    assert renumber(marked, numbering_of(appendix)) == marked


def test_the_real_plans_are_never_renumbered(shared: Path) -> None:
    import json

    for file in sorted((shared / "plans").glob("*.json")):
        for part in json.loads(file.read_text(encoding="utf-8"))["appendices"]:
            place = next(i for i, column in enumerate(part["columns"]) if column["role"] == "ordinal")
            rows = [
                section(row["ordinal"]) if row["kind"] == "section" else item(row["cells"][place], "", "")
                for row in part["rows"]
            ]
            marked = mark_numbered(table(*rows))
            assert renumber(marked) == marked
            assert sum(row.numbered for row in marked.rows) >= len(rows) / 2
