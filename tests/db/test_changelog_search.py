"""The log read in slices, filtered by the database."""

import json
from datetime import date, datetime

import pytest
from sqlalchemy import delete

from app.domain.log_filter import LogFilter, LogTopic
from app.domain.staff import Person
from app.ports import CellEdit
from db import changelog_text
from db.storage import DatabaseStorage
from db.tables import log_text
from tests.app.domain.samples import item, plan, table

TODAY = datetime.now().date()


@pytest.fixture
def filled(storage: DatabaseStorage) -> DatabaseStorage:
    """A plan brought in by nobody, a cell by "Một", taken back by "Hai", who enters a person."""
    plan_id = storage.write(
        "Nhập kế hoạch", lambda work: work.add_plan(plan(table(item("1", "Rà soát", "Báo cáo"))))
    ).result
    part = storage.read(lambda work: work.get_plan(plan_id)).appendices[0]
    place = (part.rows[0].id or 0, part.columns[1].id or 0)
    storage.work_as("Một")
    storage.write("Gõ", lambda work: work.save_cells([CellEdit(*place, "Đối thoại 100%")]))
    storage.work_as("Hai")
    storage.undo()
    storage.write("Ghi cán bộ", lambda work: work.save_person(Person("Người mới", unit="Văn phòng")))
    return storage


def found(storage: DatabaseStorage, wanted: LogFilter) -> list[tuple[str, str]]:
    lines = storage.read(lambda work: work.log_slice(wanted, None, 100))
    assert storage.read(lambda work: work.log_count(wanted)) == len(lines)
    assert [line.id for line in lines] == sorted((line.id for line in lines), reverse=True)
    return [(line.who, line.what) for line in lines]


def test_the_newest_lines_come_first_in_slices(filled: DatabaseStorage) -> None:
    everything = filled.read(lambda work: work.log_slice(LogFilter(), None, 100))
    first = filled.read(lambda work: work.log_slice(LogFilter(), None, 2))
    rest = filled.read(lambda work: work.log_slice(LogFilter(), first[-1].id, 100))
    assert [*first, *rest] == everything and everything[0].what == "person"


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        (LogFilter(who="Một"), [("Một", "cell")]),
        (LogFilter(who="Ba"), []),
        (LogFilter(topic=LogTopic.TAKEN_BACK), [("Hai", "cell")]),
        (LogFilter(topic=LogTopic.DIRECTORY), [("Hai", "person")]),
        (LogFilter(topic=LogTopic.WORDS, who="Hai"), [("Hai", "cell")]),
        (LogFilter(plan_id=1, who="Một"), [("Một", "cell")]),
        (LogFilter(plan_id=2), []),
        (LogFilter(words="đối thoại"), [("Hai", "cell"), ("Một", "cell")]),
        (LogFilter(words="DOI thoai", who="Một"), [("Một", "cell")]),
        (LogFilter(words="100%"), [("Hai", "cell"), ("Một", "cell")]),
        (LogFilter(words="10%"), []),
        (LogFilter(words="văn phòng"), [("Hai", "person")]),
        (LogFilter(words="active_from"), []),
        (LogFilter(since=TODAY, until=TODAY, who="Một"), [("Một", "cell")]),
        (LogFilter(until=date(2020, 1, 1)), []),
        (LogFilter(since=date(2999, 1, 1)), []),
    ],
)
def test_each_wish_narrows(filled: DatabaseStorage, wanted: LogFilter, lines: list[tuple[str, str]]) -> None:
    assert found(filled, wanted) == lines


def test_people_and_plans_are_those_that_lines_name(filled: DatabaseStorage) -> None:
    assert sorted(filled.read(lambda work: work.log_people())) == ["", "Hai", "Một"]
    assert filled.read(lambda work: work.log_plans()) == [1]


def test_the_words_of_an_older_log_are_written_once_and_the_same(filled: DatabaseStorage) -> None:
    with filled._writer.begin() as connection:
        before = connection.execute(log_text.select()).all()
        connection.execute(delete(log_text))
        changelog_text.index_all(connection)
        assert connection.execute(log_text.select()).all() == before


@pytest.mark.parametrize(
    ("stored", "folded"),
    [
        (json.dumps({"name": "Một", "spellings": '[["Văn phòng", null]]'}), "mot van phong"),
        ("[không phải", "[khong phai"),
        ("[" * 100_000, "[" * 100_000),
        (None, ""),
    ],
)
def test_values_are_found_and_not_their_names(stored: str | None, folded: str) -> None:
    line = {"step": "", "part": "", "old": stored, "new": None}
    assert changelog_text._folded(line).strip() == folded
