"""The reading of deadline cells: the worked cells of the real plans, the conventions, and noise."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deadline import read_deadline
from app.domain.milestone import MilestoneKind, milestone_to_json

BY = [
    ("Trước 05/01/2025", "2025-01-04"),
    ("Trước tháng 12/2024", "2024-11-30"),
    ("trước quý III", "2025-06-30"),
    ("06 tháng cuối năm", "2025-12-31"),
    ("6 tháng đầu năm", "2025-06-30"),
    ("trong năm 2025", "2025-12-31"),
    ("Chậm nhất ngày 15/3", "2025-03-15"),
    ("không quá 15/6/2025", "2025-06-15"),
    ("Hoàn thành trong quý II", "2025-06-30"),
    ("Tháng 11/2022", "2022-11-30"),
    ("tháng 2/2024", "2024-02-29"),
    ("Ngày 15 tháng 3 năm 2025", "2025-03-15"),
    ("15/ 11/2023", "2023-11-15"),
    ("QÚY IV", "2025-12-31"),
    ("trước 17:00 ngày 05/12/2025", "2025-12-05"),
    ("12/2025", "2025-12-31"),
    ("Trước\n15/11/2025", "2025-11-14"),
]

WORDS = [
    *("định kỳ", "hằng", "quý", "tháng", "năm", "6", "15/3", "31/2", "2025", "trước", "ngày", "theo", "từ"),
    *("đến", "lần", "/", ",", "và", ":", "-", ".", "thường xuyên", "I"),
]


def reading(text: str, year: int = 2025) -> list[dict[str, object]]:
    """What the command line would print for ``text``."""
    return [milestone_to_json(milestone) for milestone in read_deadline(text, year)]


def test_every_worked_cell_of_the_real_plans(shared: Path) -> None:
    cells = 0
    for path in sorted((shared / "plans").glob("*.json")):
        plan = json.loads(path.read_text(encoding="utf-8"))
        for cell in plan["deadlines"]:
            assert reading(cell["text"], plan["plan"]["year"]) == cell["milestones"], cell["text"]
            cells += 1
    assert cells == 171


@pytest.mark.parametrize(("text", "due"), BY)
def test_a_dated_cell(text: str, due: str) -> None:
    assert reading(text) == [{"what": None, "kind": "by", "due": due}]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Tháng 3, 6,9 và 12", ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"]),
        ("tháng 6, 12/2026", ["2026-06-30", "2026-12-31"]),
        ("Tháng 3, 9 năm 2026", ["2026-03-31", "2026-09-30"]),
        ("Tháng 3; 6", ["2025-03-31", "2025-06-30"]),
        ("Quý I+II", ["2025-03-31", "2025-06-30"]),
        ("Quý I; III/2026", ["2026-03-31", "2026-09-30"]),
        ("năm 2025, 2026", ["2025-12-31", "2026-12-31"]),
        ("Q1/2025, Q2", ["2025-03-31", "2025-06-30"]),
        ("Tháng 3, 15/6", ["2025-03-31", "2025-06-15"]),
        ("tháng 6; 15/12/2026", ["2025-06-30", "2026-12-15"]),
        ("Tháng 3, 5 lớp", ["2025-03-31"]),
        ("Tháng 3 và 10 người", ["2025-03-31"]),
    ],
)
def test_numbers_in_a_list_share_the_unit_before_the_first(text: str, days: list[str]) -> None:
    assert [one.get("due") for one in reading(text)] == days


@pytest.mark.parametrize(
    ("text", "start", "due"),
    [
        ("Tháng 1-3", "2025-01-01", "2025-03-31"),
        ("tháng 01 đến 03 năm 2026", "2026-01-01", "2026-03-31"),
        ("năm 2025 - 2030", "2025-01-01", "2030-12-31"),
    ],
)
def test_numbers_of_a_range_share_the_unit_before_the_first(text: str, start: str, due: str) -> None:
    assert reading(text) == [{"what": None, "kind": "by", "due": due, "start": start}]


@pytest.mark.parametrize(
    ("text", "every", "day", "offset"),
    [
        ("trước ngày 15 của tháng sau", "monthly", 14, 1),
        ("ngày 05 tháng sau liền kề", "monthly", 5, 1),
        ("Định kỳ hằng quý (trước ngày 10 tháng đầu quý sau)", "quarterly", 9, 1),
        ("ngày 10 tháng đầu quý sau", "quarterly", 10, 1),
        ("ngày 20 hằng tháng", "monthly", 20, 0),
    ],
)
def test_a_day_of_the_month_that_follows(text: str, every: str, day: int, offset: int) -> None:
    rule = {"day": day, "month_offset": offset}
    assert reading(text) == [{"what": None, "kind": "periodic", "every": [every], "rule": rule}]


def test_a_day_each_month_upon_an_event_is_no_next_month() -> None:
    first, second = reading("ngày 15 hằng tháng sau khi có số liệu")
    assert first["rule"] == {"day": 15, "month_offset": 0}
    assert second["kind"] == "conditional"


def test_a_range_has_a_start() -> None:
    expected = [{"what": None, "kind": "by", "due": "2025-06-30", "start": "2025-03-01"}]
    assert reading("Từ tháng 3 đến tháng 6/2025") == expected


def test_a_list_of_dates_shares_its_year_and_its_before() -> None:
    assert [m["due"] for m in reading("Trước ngày 15/3, 15/6 và 15/9/2026")] == [
        "2026-03-14",
        "2026-06-14",
        "2026-09-14",
    ]
    assert [m["due"] for m in reading("Quý II, IV/2026")] == ["2026-06-30", "2026-12-31"]


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("định kỳ hàng quý hoặc đột xuất theo quy định", ["quarterly", "ad_hoc"]),
        ("quý, 6 tháng, 9 tháng, năm", ["quarterly", "six_monthly", "nine_monthly", "yearly"]),
        ("Hằng tuần", ["weekly"]),
        ("02 lần/năm", ["yearly"]),
        ("mỗi quý 01 lần", ["quarterly"]),
    ],
)
def test_a_periodic_cell(text: str, every: list[str]) -> None:
    assert reading(text) == [{"what": None, "kind": "periodic", "every": every}]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("ngày 20 hằng tháng", {"day": 20, "month_offset": 0}),
        ("hàng tháng trước ngày 05 tháng sau", {"day": 4, "month_offset": 1}),
        ("Hằng quý (trước ngày 15 tháng cuối quý)", {"day": 14, "month_offset": 0}),
    ],
)
def test_a_due_day_beside_a_period(text: str, rule: dict[str, int]) -> None:
    assert [m["rule"] for m in reading(text)] == [rule]


def test_the_date_of_a_cited_document_is_no_deadline() -> None:
    text = "Theo Quyết định số 12/QĐ-UBND ngày 05/3/2025"
    assert reading(text) == [{"what": None, "kind": "conditional", "text": text}]


def test_a_delay_after_an_event() -> None:
    text = "30 ngày sau khi có hướng dẫn"
    expected = {"what": None, "kind": "conditional", "text": text, "after": {"amount": 30, "unit": "day"}}
    assert reading(text) == [expected]


def test_two_kinds_in_one_item() -> None:
    assert [m["kind"] for m in reading("Thường xuyên (15/9/2025)")] == ["continuous", "by"]
    assert [m["what"] for m in reading("- Thường xuyên. - Báo cáo kết quả: quý IV/2025.")] == [None, "Báo cáo kết quả"]


@pytest.mark.parametrize("text", ["31/02/2025", "Tháng 13/2025", "Quý V", "chưa rõ", "29/2/2025"])
def test_what_cannot_be_read_is_unknown(text: str) -> None:
    assert reading(text) == [{"what": None, "kind": "unknown", "text": text}]


def test_an_empty_cell_has_no_milestone() -> None:
    assert reading(" \n ") == []


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200), st.integers(1990, 2100))
def test_no_text_makes_the_reader_fail(text: str, year: int) -> None:
    for milestone in read_deadline(text, year):
        milestone_to_json(milestone)


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_no_run_of_its_own_words_makes_the_reader_fail(words: list[str]) -> None:
    for milestone in read_deadline(" ".join(words), 2025):
        assert (milestone.kind is MilestoneKind.BY) == (milestone.due is not None)


@given(
    st.sampled_from([text for text, _ in BY] + ["Thường xuyên", "Định kỳ hàng quý, năm", "Đã hoàn thành"]),
    st.sampled_from(["lower", "upper", "title"]),
    st.sampled_from(["", " ", "  ", "\u00a0"]),
    st.sampled_from(["", ".", ";", " .", ",", "./."]),
)
def test_noise_does_not_change_a_reading(text: str, case: str, blank: str, end: str) -> None:
    noisy = blank + getattr(text, case)().replace(" ", blank + " ") + end
    assert reading(noisy) == reading(text)
