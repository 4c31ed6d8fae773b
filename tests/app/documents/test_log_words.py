"""What a line of the log says."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from app.documents.log_words import _FIELDS, _THINGS, change_words, step_words, thing_words, when_words, who_words
from app.domain.log_filter import THINGS
from app.domain.staff import LogKind, LogLine
from app.texts import text

AT = datetime(2026, 3, 5, 7, 9)


def line(
    what: str, old: str | None = None, new: str | None = None, part: str = "", kind: LogKind = LogKind.DONE
) -> LogLine:
    return LogLine(1, AT, "", kind, "Gõ", 1, 2, what, part, old, new)


def test_when_who_and_what_was_done() -> None:
    assert when_words(line("cell")) == "05/3/2026 07:09"
    assert who_words("Một") == "Một" and who_words("") == "(chưa chọn người)"
    assert step_words(line("cell")) == "Gõ"
    assert step_words(line("cell", kind=LogKind.UNDONE)) == "Hoàn tác: Gõ"
    assert step_words(line("cell", kind=LogKind.REDONE)) == "Làm lại: Gõ"


@pytest.mark.parametrize(
    ("what", "part", "words"),
    [
        ("cell", "Thời gian\nhoàn thành", "Ô “Thời gian hoàn thành”"),
        ("row", "", "Dòng"),
        ("mark", "bao cao|quarterly:2|1", "Kết quả của mốc “Quý II”"),
        ("mark", "bao cao|by|1", "Kết quả của mốc"),
        ("person", "Người mới", "Cán bộ “Người mới”"),
        ("account", "Người mới", "Tài khoản “Người mới”"),
        ("of_tomorrow", "", "of_tomorrow"),
    ],
)
def test_the_thing_is_named_as_an_office_does(what: str, part: str, words: str) -> None:
    assert thing_words(line(what, part=part)) == words


def test_words_of_a_cell_stand_as_they_are() -> None:
    assert change_words(line("cell", '{"a": 1}', None)) == ('{"a": 1}', "")


def test_of_a_thing_with_parts_those_that_differ_are_told() -> None:
    old = json.dumps({"occurrence": "bao cao|by|1", "done": "2026-03-05", "document": "12/BC-UBND"})
    new = json.dumps({"occurrence": "bao cao|by|1", "done": "2026-03-06", "document": "12/BC-UBND"})
    assert change_words(line("mark", old, new)) == ("hoàn thành: 05/3/2026", "hoàn thành: 06/3/2026")
    assert change_words(line("mark", None, old)) == ("", "hoàn thành: 05/3/2026; văn bản: 12/BC-UBND")


def test_words_deep_inside_are_told_without_the_programs_codes() -> None:
    content = {"is": "Office", "issuing_body": ["Ủy ban", "xã Mẫu"], "kind": "own_right"}
    old = json.dumps({"content": json.dumps(content)})
    new = json.dumps({"content": json.dumps(content | {"issuing_body": ["Ủy ban", "xã Khác"]})})
    assert change_words(line("office", old, new)) == ("xã Mẫu", "xã Khác")
    assert change_words(line("unit", None, json.dumps({"names": '[["Phòng Nội vụ", null]]', "aliases": "[]"}))) == (
        "",
        "tên đơn vị: Phòng Nội vụ",
    )
    holidays = json.dumps({"holidays": json.dumps({"2026-09-02": "Quốc khánh"})})
    assert change_words(line("calendar", None, holidays)) == ("", "02/9/2026; Quốc khánh")


def test_a_report_is_told_by_its_period_and_without_the_names_of_its_parts() -> None:
    content = {"outline": "dot-xuat", "type": "BC", "scope": {"is": "AdHoc", "code": "2026-Q1"}, "words": "Đã làm."}
    stored = json.dumps({"period": "2026-05-01..2026-06-15", "title": "Rà soát", "content": json.dumps(content)})
    words = "kỳ: từ ngày 01/5/2026 đến ngày 15/6/2026; tên: Rà soát; Đã làm."
    assert change_words(line("report", None, stored)) == ("", words)
    assert change_words(line("value_note", None, "x"))[1] == "x"
    assert change_words(line("report", None, json.dumps({"period": "của năm khác"})))[1] == "kỳ: của năm khác"


def report(state: str, signed_on: str | None, day: dict[str, object], **more: object) -> str:
    head = {"is": "OfficialDocument", "symbol": "BC-UBND", "number": "45", "day": {"is": "PartialDate"} | day}
    content = {"is": "Report", "plan_id": 7, "outline": "bnv-4625-2025", "head": head, **more}
    stored = {"state": state, "number": "45", "signed_on": signed_on, "content": json.dumps(content)}
    return json.dumps(stored)


def test_what_becomes_of_a_report_is_told_in_words() -> None:
    draft = report("draft", None, {"year": 2026})
    handed_in = report("submitted", None, {"year": 2026}, id=3)
    signed = report("signed", "2026-04-02", {"year": 2026, "month": 4, "day": 2}, id=3)
    assert change_words(line("report", draft, handed_in)) == ("tình trạng: nháp", "tình trạng: đã trình ký")
    assert change_words(line("report", handed_in, signed)) == (
        "tình trạng: đã trình ký; 2026",
        "tình trạng: đã ký; ngày ký: 02/4/2026",
    )
    meant = report("draft", None, {"year": 2026, "month": 4})
    assert change_words(line("report", draft, meant)) == ("2026", "4/2026")
    assert change_words(line("report", None, report("draft", None, {"year": 9, "month": 14, "day": 1})))[1].endswith(
        "0009-14-01"
    )


def test_a_very_long_change_is_cut() -> None:
    words = change_words(line("plan_body", None, json.dumps({"content": json.dumps(["Chữ " * 5_000])})))[1]
    assert len(words) <= 2_000 and words.endswith("…")


def test_a_column_is_hidden_in_words() -> None:
    shown, hidden = (json.dumps({"heading": "TT", "hidden": hidden}) for hidden in (False, True))
    assert change_words(line("appendix_column", shown, hidden)) == ("", "ẩn cột: có")


def test_every_field_and_thing_has_a_name() -> None:
    for name in sorted(_FIELDS):
        assert text(f"log.field_{name}")
    assert {thing for things in THINGS.values() for thing in things} == _THINGS
    for thing in _THINGS:
        assert text(f"log.thing_{thing}")


def test_the_names_of_things_are_tables_that_are_logged() -> None:
    source = (Path(__file__).parents[3] / "db" / "tables.py").read_text(encoding="utf-8")
    assert all(f'"{thing}",' in source for thing in _THINGS - {"sign_in"})
