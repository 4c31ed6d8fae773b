"""The register without its window: reading a plan in, changing a cell, searching."""

import itertools
from collections.abc import Callable
from pathlib import Path

from app.ports import CellEdit
from app.services.imports import add_imported
from app.services.rows import edit_cells
from db.storage import open_storage
from tests.bench.content import long_plan, shared_plans

Task = Callable[[], object]
_TYPED = "thu tuc hanh chinh thuoc tham quyen"


def import_plans(folder: Path) -> Task:
    """The real plans in turn, read from Word and stored; one at each call."""
    from app.exchange.read import read_plan

    storage = open_storage(folder)
    files = itertools.cycle(shared_plans())

    def take_over() -> None:
        plan = read_plan(next(files))
        storage.write("", lambda work: add_imported(work, [plan]))

    return take_over


def edit_cell(folder: Path) -> Task:
    """One cell of a plan of 2,000 rows, committed."""
    storage = open_storage(folder)
    plan_id = storage.write("", lambda work: work.add_plan(long_plan())).result
    appendix = storage.read(lambda work: work.get_plan(plan_id)).appendices[0]
    column_id = appendix.columns[2].id
    numbers = itertools.count()

    def edit() -> None:
        number = next(numbers)
        row_id = appendix.rows[number * 37 % len(appendix.rows)].id
        assert row_id is not None and column_id is not None
        change = CellEdit(row_id, column_id, f"Báo cáo số {number}")
        storage.write("", lambda work: edit_cells(work, [change]))

    return edit


def search(folder: Path) -> Task:
    """One more letter of a phrase at each call, over 10,000 rows."""
    storage = open_storage(folder)
    storage.write("", lambda work: [work.add_plan(long_plan()) for _ in range(5)])
    lengths = itertools.cycle(range(2, len(_TYPED) + 1))

    def look() -> None:
        words = _TYPED[: next(lengths)]
        storage.read(lambda work: work.search(words))

    return look
