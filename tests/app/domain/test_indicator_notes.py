"""What the notes of a task ask to be reported."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.indicator_notes import read_note


def test_shares_with_their_parts() -> None:
    share = "Tính tỷ lệ % giữa số việc đã xong so với tổng số việc"
    note = f"- Yêu cầu thống kê: Tổng số việc được giao; Số việc đã xong; {share}"
    counts = [(one.measure, one.unit, one.numerator, one.denominator) for one in read_note(note)]
    assert counts == [
        ("Tổng số việc được giao", "", None, None),
        ("Số việc đã xong", "", None, None),
        ("Tỷ lệ % giữa số việc đã xong so với tổng số việc", "%", "số việc đã xong", "tổng số việc"),
    ]
    assert {(one.comparator, one.target) for one in read_note(note)} == {(None, None)}


@pytest.mark.parametrize(
    ("note", "measures"),
    [
        (
            "+ Thống kê tổng số người hiện có/Tổng số người được giao;",
            ["Tổng số người hiện có/Tổng số người được giao"],
        ),
        ("Thống kê số việc trễ. Trong đó, thống kê số việc đã xin lỗi.", ["Số việc trễ", "Số việc đã xin lỗi"]),
        ("thống kê số việc được giao và số việc đã xong", ["Số việc được giao", "Số việc đã xong"]),
        ("Báo cáo nêu rõ:\n+ Tỷ lệ nộp qua mạng (không tính thủ tục mật)\n+ Số hóa sổ sách", ["Tỷ lệ nộp qua mạng"]),
        ("Báo cáo nêu rõ đã phát thanh bao nhiêu lượt", ["Đã phát thanh bao nhiêu lượt"]),
        ("Yêu cầu: tỷ lệ nộp qua mạng đạt từ 50% trở lên", ["Tỷ lệ nộp qua mạng"]),
        ("Yêu cầu: ban hành đúng thời gian quy định", []),
        ("Ban hành đúng thời gian", []),
        ("", []),
    ],
)
def test_what_is_asked(note: str, measures: list[str]) -> None:
    assert [one.measure for one in read_note(note)] == measures


_WORDS = (
    "yêu cầu:",
    "thống kê",
    "tính tỷ lệ %",
    "giữa",
    "so với",
    "/",
    "tổng số",
    "số",
    "a",
    "(",
    ")",
    ";",
    "\n",
    "5%",
)


@given(st.lists(st.sampled_from(_WORDS), max_size=30).map(" ".join) | st.text(max_size=100))
def test_no_note_makes_the_reader_fail(note: str) -> None:
    assert isinstance(read_note(note), tuple)
