"""Milestones in plain words."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.deadline import read_deadline
from app.domain.milestone import DueRule, Every, Milestone, MilestoneKind
from ui.widgets.milestone_words import milestone_words, off_day_words


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("30/9/2025", "Đến 30/9/2025"),
        ("Từ 01/3/2025 đến 30/9/2025", "Từ 01/3/2025 đến 30/9/2025"),
        ("Định kỳ hằng quý", "Hằng quý"),
        ("Báo cáo: quý, 6 tháng, 9 tháng, năm", "Báo cáo: hằng quý, 6 tháng, 9 tháng, hằng năm"),
        ("Thường xuyên", "Thường xuyên"),
        ("Theo kế hoạch của tỉnh", "Chờ văn bản: Theo kế hoạch của tỉnh"),
        ("Đã thực hiện", "Đã hoàn thành theo chữ trong ô"),
        ("abc xyz", "Không đọc được: abc xyz"),
    ],
)
def test_what_a_cell_says(cell: str, words: str) -> None:
    [milestone] = read_deadline(cell, 2025)
    assert milestone_words(milestone) == words


def test_a_wait_says_once_how_long_after() -> None:
    [milestone] = read_deadline("30 ngày sau khi có hướng dẫn", 2025)
    assert milestone_words(milestone) == "Chờ văn bản: 30 ngày sau khi có hướng dẫn"
    other = replace(milestone, text="Hướng dẫn của tỉnh")
    assert milestone_words(other) == "Chờ văn bản: Hướng dẫn của tỉnh (30 ngày sau khi có)"


def test_the_rest_of_the_fields_is_said_too() -> None:
    periodic = Milestone(MilestoneKind.PERIODIC, every=(Every.MONTHLY,), rule=DueRule(5, 1))
    assert milestone_words(periodic) == "Hằng tháng, ngày 5, sau kỳ 1 tháng"
    same = Milestone(MilestoneKind.PERIODIC, every=(Every.QUARTERLY,), rule=DueRule(25))
    assert milestone_words(same) == "Hằng quý, ngày 25 của tháng cuối kỳ"
    since = Milestone(MilestoneKind.CONTINUOUS, start=date(2025, 8, 1))
    assert milestone_words(since) == "Thường xuyên từ 01/8/2025"


def test_a_due_day_on_which_offices_are_closed_has_a_hint() -> None:
    holidays = {date(2026, 9, 2): "Quốc khánh"}
    assert off_day_words(date(2026, 9, 2), holidays) == "Hạn rơi vào ngày nghỉ: Quốc khánh"
    assert off_day_words(date(2026, 6, 20), holidays) == "Hạn rơi vào Thứ Bảy"
    assert off_day_words(date(2026, 6, 21), holidays) == "Hạn rơi vào Chủ nhật"
    assert off_day_words(date(2026, 6, 22), holidays) == ""
