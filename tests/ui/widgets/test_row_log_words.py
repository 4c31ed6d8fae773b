"""The log in words, the newest first."""

import json
from datetime import datetime

import pytest

from app.domain.staff import LogKind, LogLine, Note
from app.services.people import Story
from ui.widgets.row_log_words import log_words, story_lines, thing_words

NOW = datetime(2026, 6, 17, 9, 41)
NAMES = {"k": "Báo cáo - Quý I", "proof 7": "7/BC ngày 02/6/2026"}


def line(what: str, old: object, new: object, part: str = "k", kind: LogKind = LogKind.DONE) -> LogLine:
    """A line; what is no text is told as JSON."""
    told = [one if one is None or isinstance(one, str) else json.dumps(one) for one in (old, new)]
    return LogLine(1, NOW, "", kind, "Bước", 1, 1, what, part, *told)


MILESTONES = json.dumps([{"what": None, "kind": "by", "due": "2026-09-30"}, {"what": "Báo cáo", "kind": "continuous"}])
DONE = {"occurrence": "k", "done": "2026-06-05", "document": "12/BC"}


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (line("cell", "Quý I", "Quý II", "Thời gian"), "Sửa ô “Thời gian”: Quý I → Quý II"),
        (line("cell", "", "Quý II", "Thời gian"), "Ghi ô “Thời gian”: Quý II"),
        (line("cell", "Quý\nI", "", "Thời gian"), "Xóa chữ trong ô “Thời gian”: Quý I"),
        (line("row", None, "a | b"), "Thêm dòng"),
        (line("row", "a | b", None), "Xóa dòng"),
        (line("mark", None, DONE), "Đánh dấu hoàn thành ngày 05/6/2026: Báo cáo - Quý I (văn bản: 12/BC)"),
        (line("mark", DONE, DONE | {"note": "Gấp"}), "Sửa kết quả: Báo cáo - Quý I (ghi chú: Gấp)"),
        (
            line("mark", DONE, DONE | {"done": "2026-06-06"}),
            "Sửa kết quả: Báo cáo - Quý I (ngày hoàn thành: 06/6/2026)",
        ),
        (line("mark", DONE, None), "Mở lại: Báo cáo - Quý I"),
        (
            line("mark", None, {"cancelled": "2026-06-05", "reason": "Bỏ"}),
            "Hủy từ ngày 05/6/2026: Báo cáo - Quý I (lý do: Bỏ)",
        ),
        (line("mark", None, {"begun": "2026-06-05"}, "x|y"), "Đang thực hiện từ ngày 05/6/2026"),
        (
            line("correction", None, {"words": "Quý I", "milestones": MILESTONES}),
            "Sửa mốc: Đến 30/9/2026; Báo cáo: thường xuyên",
        ),
        (line("correction", None, {"words": "Quý I", "milestones": "[]"}), "Xóa hết mốc"),
        (line("correction", {"words": "Quý I", "milestones": MILESTONES}, None), "Đọc lại mốc theo chữ trong ô"),
        (
            line("correction", {"words": "a", "milestones": MILESTONES}, {"words": "b", "milestones": MILESTONES}),
            "Giữ mốc đã sửa cho chữ mới trong ô",
        ),
        (
            line("proof_use", None, {"proof_id": 7}),
            "Thêm tài liệu kiểm chứng 7/BC ngày 02/6/2026: Báo cáo - Quý I",
        ),
        (line("proof_use", {"proof_id": 9}, None, ""), "Gỡ tài liệu kiểm chứng"),
        (line("note", "Cũ", "Mới"), "Sửa ghi chú: Cũ → Mới"),
        (line("note", "Cũ", None), "Xóa ghi chú: Cũ"),
        (line("note", None, "Mới"), ""),
        (line("mark", DONE, None, kind=LogKind.UNDONE), "Hoàn tác: Bước"),
        (line("mark", None, DONE, kind=LogKind.REDONE), "Làm lại: Bước"),
        (line("widget", "a", "b"), "Bước"),
    ],
)
def test_each_change_is_told_as_an_office_says_it(found: LogLine, words: str) -> None:
    assert log_words(found, NAMES) == words


def test_long_words_are_cut() -> None:
    words = log_words(line("cell", "", "rất dài " * 80, "Nội dung"), {})
    assert len(words) < 200 and words.endswith("…")


def test_a_thing_that_is_gone_is_named_by_its_period() -> None:
    assert thing_words("bao cao|quarterly:2|1", {}) == "Quý II"
    assert thing_words("bao cao|by|1", {}) == ""


def test_notes_and_changes_stand_together_the_newest_first() -> None:
    early, late = datetime(2026, 6, 1, 8), datetime(2026, 6, 20, 17, 5)
    notes = (Note(1, "Sau", late, "", 2), Note(1, "Trước", early, "Phòng Nội vụ", 1))
    told = LogLine(3, late, "Văn phòng", LogKind.DONE, "", 1, 1, "note", "", None, "Sau")
    lines = story_lines(Story(notes, (told, line("cell", "", "a", "B"))), NAMES)
    assert [one.words for one in lines] == ["Sau", "Ghi ô “B”: a", "Trước"]
    assert [one.when for one in lines] == [
        "20/6/2026 17:05 · Văn phòng",
        "17/6/2026 09:41",
        "01/6/2026 08:00 · Phòng Nội vụ",
    ]
    assert lines[0].note is notes[0] and lines[1].note is None
