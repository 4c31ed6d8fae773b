"""The log of changes with 100,000 lines: the first page, and each way to narrow it."""

import itertools
import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from app.domain.log_chain import ChainPoint
from app.domain.log_filter import LogFilter, LogTopic
from app.ports import Work
from app.services.log import log_count, log_slice, look_through_log
from db import changelog, changelog_text
from db.storage import DatabaseStorage, open_storage
from db.tables import log

Task = Callable[[], object]
_LINES = 100_000
_TEXT = "rà soát thủ tục hành chính báo cáo kết quả văn bản chuyển đổi số hồ sơ trực tuyến tại bộ phận một cửa"
_RARE = "chưa từng có"
_WANTED = (
    LogFilter(who="Một"),
    LogFilter(who="Ba"),
    LogFilter(plan_id=3),
    LogFilter(since=date(2026, 2, 1), until=date(2026, 2, 28)),
    LogFilter(until=date(2020, 1, 1)),
    LogFilter(topic=LogTopic.PROGRESS),
    LogFilter(topic=LogTopic.ACCOUNTS),
    LogFilter(topic=LogTopic.TAKEN_BACK),
    LogFilter(words="thu tuc"),
    LogFilter(words=_RARE),
    LogFilter(words="a"),
    LogFilter("Một", date(2026, 1, 1), date(2026, 1, 31), 3, LogTopic.WORDS, "hồ sơ"),
)


def first_page(folder: Path) -> Task:
    """The newest lines, nothing narrowed."""
    storage = _filled(folder)
    return lambda: storage.read(partial(log_slice, wanted=LogFilter()))


def narrow(folder: Path) -> Task:
    """A page by one filter after the other."""
    storage, filters = _filled(folder), itertools.cycle(_WANTED)
    return lambda: storage.read(partial(log_slice, wanted=next(filters)))


def count(folder: Path) -> Task:
    """How many lines there are by one filter after the other."""
    storage, filters = _filled(folder), itertools.cycle(_WANTED)
    return lambda: storage.read(partial(log_count, wanted=next(filters)))


def look_through(folder: Path) -> Task:
    """The whole chain, bit by bit."""
    storage = _filled(folder)

    def look() -> ChainPoint:
        point = ChainPoint()
        while not point.is_end:
            point = storage.read(partial(_look_on, point=point))
        return point

    return look


def _look_on(work: Work, point: ChainPoint) -> ChainPoint:
    return look_through_log(work, point)


def _filled(folder: Path) -> DatabaseStorage:
    storage, chance, seal = open_storage(folder), random.Random(1), ""
    lines = []
    for number in range(_LINES):
        line = _line(number, chance)
        seal = line["chain"] = changelog._seal(seal, line)
        lines.append(line)
    with storage._transaction() as connection:
        connection.execute(insert(log), lines)
        changelog_text.index_all(connection)
    return storage


def _line(number: int, chance: random.Random) -> dict[str, Any]:
    old, new = (" ".join(chance.choices(_TEXT.split(), k=30)) for _ in range(2))
    return {
        "at": (datetime(2026, 1, 1, 7) + timedelta(minutes=3 * number)).isoformat(timespec="seconds"),
        "who": chance.choice(("Một", "Hai", "")),
        "kind": chance.choices(("done", "undone", "redone"), (95, 4, 1))[0],
        "step": "Gõ",
        "plan_id": number % 9 + 1,
        "row_id": number % 700 + 1,
        "what": chance.choices(("cell", "row", "mark", "figure", "unit"), (60, 20, 15, 4, 1))[0],
        "part": "Nội dung thực hiện",
        "old": old,
        "new": new if number != 77 else f"{new} {_RARE}",
    }
