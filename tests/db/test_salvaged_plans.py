"""Plans are put together from whatever rows are left."""

import json
from contextlib import closing
from pathlib import Path

from app.domain.plan import Plan
from db.database_copy import DATABASE
from db.salvage import Tables, salvage
from db.salvaged_plans import plans_in
from db.storage import open_storage
from tests.app.domain.samples import item, plan, section, table, without_ids

SAMPLE = plan(table(section("I"), item("1", "A", "a"), item("2", None, "b")), table(item("1", "", "")))


def _tables(folder: Path) -> Tables:
    with closing(open_storage(folder)) as storage:
        storage.write("nhập", lambda work: work.add_plan(SAMPLE))
    return salvage(folder / DATABASE)


def test_nothing_lost(tmp_path: Path) -> None:
    assert [without_ids(one) for one in plans_in(_tables(tmp_path))] == [SAMPLE]


def _without(tables: Tables, name: str, *gone: int) -> list[Plan]:
    return plans_in(tables | {name: [line for line in tables[name] if line["id"] not in gone]})


def test_lines_that_are_lost(tmp_path: Path) -> None:
    tables = _tables(tmp_path)
    (nameless,) = _without(tables, "plan", 1)
    assert (nameless.info.title, nameless.appendices[0].label) == ("?", "Phụ lục số 01")
    known, stray = sorted(_without(tables, "appendix", 1), key=lambda one: one.info.title == "?")
    assert len(known.appendices) == 1 and stray.appendices[0].label == "?"
    assert [row.cells for row in stray.appendices[0].rows][1:] == [("1", "A", "a"), ("2", None, "b")]
    # a merged cell whose upper half is lost stands alone
    (torn,) = _without(tables, "row", 2)
    assert torn.appendices[0].rows[1].cells == ("2", "", "b")


def test_no_cells_and_no_columns(tmp_path: Path) -> None:
    tables = _tables(tmp_path)
    (bare,) = plans_in(tables | {"cell": []})
    assert bare.appendices[0].rows[1].cells == ("", "", "")
    assert plans_in(tables | {"appendix_column": []})[0].appendices == ()
    tables["plan"][0]["recipients"] = json.dumps({})[:1]
    assert plans_in(tables)[0].info.recipients == ()
