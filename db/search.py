"""Finding words in every column of every plan, without marks, and exact matches first. SQLite only.

``row_text`` holds each row's folded text, cells parted by a character that no cell contains; a trigram index answers
for any three letters or more, a scan for one or two.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.domain.text import clean_line, fold, nfc, with_marks
from app.ports import SearchHit

_PART = "\x1f"
_BEFORE, _AFTER = 40, 80
_LOOKED_AT = 1_000
_BATCH = 5_000


@dataclass(frozen=True, slots=True)
class _Words:
    """What is looked for: as typed, folded, and lower case with marks."""

    typed: str
    folded: str
    marked: str


def index_rows(connection: Connection, ids: Iterable[int]) -> None:
    """Write the folded text of the rows ``ids`` anew; rows that are gone leave the index."""
    known = sorted(ids)
    for start in range(0, len(known), _BATCH):
        _index(connection, known[start : start + _BATCH])


def _index(connection: Connection, ids: Sequence[int]) -> None:
    connection.exec_driver_sql("DELETE FROM row_text WHERE rowid = ?", [(id_,) for id_ in ids])
    texts: dict[int, list[str]] = {}
    for row_id, _, text in _texts(connection, ids):
        texts.setdefault(row_id, []).append(fold(text or ""))
    values = [(row_id, _PART.join(parts)) for row_id, parts in texts.items()]
    if values:
        connection.exec_driver_sql("INSERT INTO row_text (rowid, folded) VALUES (?, ?)", values)


def _texts(connection: Connection, ids: Sequence[int]) -> Sequence[tuple[int, int | None, str | None]]:
    """Row, column (None for a section) and text of everything in the rows, columns by id."""
    marks = ", ".join("?" for _ in ids)
    found = connection.exec_driver_sql(
        f"SELECT row_id, column_id, text FROM cell WHERE row_id IN ({marks}) UNION ALL "
        f"SELECT id, NULL, trim(ordinal || ' ' || text) FROM row WHERE kind = 'section' AND id IN ({marks}) "
        "ORDER BY 1, 2",
        (*ids, *ids),
    )
    return [(row_id, column_id, text) for row_id, column_id, text in found.all()]


def search(connection: Connection, words: str, limit: int) -> list[SearchHit]:
    """Cells and sections that contain ``words``: exact ones first, then in the order of plans and rows."""
    line = clean_line(words)
    sought = _Words(line, fold(line), with_marks(line))
    if not sought.folded.strip() or limit <= 0:
        return []
    ids = _row_ids(connection, sought, limit)
    found = _locate(connection, ids, sought)
    found.sort(key=lambda hit: not hit.exact)
    return found[:limit]


def _row_ids(connection: Connection, sought: _Words, limit: int) -> list[int]:
    where, value = _condition(sought.folded)
    query = f"SELECT rowid FROM row_text WHERE {where} LIMIT ?"
    ids = list(connection.exec_driver_sql(query, (value, limit)).scalars())
    if len(ids) < limit or sought.folded == sought.marked:
        return ids
    # more than fit: take rows with the marks as typed before the others
    spellings = sorted({sought.typed, sought.marked, sought.typed.capitalize(), sought.typed.upper()})
    any_of = " OR ".join("instr(c.text, ?)" for _ in spellings)
    exact = connection.exec_driver_sql(
        f"SELECT DISTINCT c.row_id FROM (SELECT rowid FROM row_text WHERE {where} LIMIT ?) f "
        f"CROSS JOIN cell c ON c.row_id = f.rowid WHERE {any_of} LIMIT ?",
        (value, _LOOKED_AT, *map(nfc, spellings), limit),
    ).scalars()
    return list(dict.fromkeys([*exact, *ids]))[:limit]


def _condition(folded: str) -> tuple[str, str]:
    if len(folded) < 3:
        return "instr(folded, ?)", folded
    return "folded MATCH ?", '"' + folded.replace('"', '""') + '"'


def _locate(connection: Connection, ids: Sequence[int], sought: _Words) -> list[SearchHit]:
    """The cells of the rows ``ids`` that contain the words, in the order of plans, appendices and rows."""
    if not ids:
        return []
    marks = ", ".join("?" for _ in ids)
    owners = connection.exec_driver_sql(
        "SELECT r.id, p.id, p.title, a.id, a.label, t.folded FROM row r JOIN appendix a ON a.id = r.appendix_id "
        "JOIN plan p ON p.id = a.plan_id JOIN row_text t ON t.rowid = r.id "
        f"WHERE r.id IN ({marks}) ORDER BY p.year DESC, p.id, a.position, r.position, r.id",
        tuple(ids),
    ).all()
    texts: dict[int, list[tuple[int | None, str]]] = {}
    for row_id, column_id, text in _texts(connection, ids):
        texts.setdefault(row_id, []).append((column_id, text or ""))
    return [
        SearchHit(plan_id, title, appendix_id, label, row_id, column_id, *_snippet(text, folded, sought))
        for row_id, plan_id, title, appendix_id, label, row_folded in owners
        for (column_id, text), folded in zip(texts[row_id], row_folded.split(_PART), strict=True)
        if sought.folded in folded
    ]


def _snippet(text: str, folded: str, sought: _Words) -> tuple[str, bool]:
    """The text around the first place found, and whether a place has the marks as typed."""
    start = place = folded.find(sought.folded)
    length = len(sought.folded)
    while place >= 0 and with_marks(text[place : place + length]) != sought.marked:
        place = folded.find(sought.folded, place + 1)
    exact = place >= 0
    start = place if exact else start
    begin, end = max(0, start - _BEFORE), start + length + _AFTER
    return ("…" if begin else "") + text[begin:end] + ("…" if end < len(text) else ""), exact
