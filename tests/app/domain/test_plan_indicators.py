"""The indicators that a whole plan proposes."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.body import Body, BodyParagraph, BodyTable, Run
from app.domain.body_levels import ordinal_of
from app.domain.indicator import Indicator, ReformField
from app.domain.plan import Appendix, Column, Role, Row, RowKind
from app.domain.plan_indicators import proposed_indicators
from app.exchange.read import read_plan

PLANS = ("anh-son-2024", "bac-hong-linh-2025", "hoang-hoa-2023", "hoang-kim-2025", "thuong-xuan-2025")
_MOST_UNLISTED = 4
"""So many proposals beyond the listed ones a plan's text may make: each has been read, none was false."""


def _body(*texts: str) -> Body:
    return Body(tuple(BodyParagraph((Run(text),), ordinal_of(text)[0]) for text in texts))


def test_places_and_fields() -> None:
    body = _body(
        "II. CHỈ TIÊU", "1. Cải cách thủ tục hành chính", "1.1. Đạt 95% hồ sơ trực tuyến. 90% người dân hài lòng.",
        "- Tỷ lệ đúng hẹn đạt 98%.", "2. Nhiệm vụ khác", "a) 100% cán bộ được bồi dưỡng.", "III. KINH PHÍ",
        "Giải ngân đạt 95% vốn.",
    )  # fmt: skip
    found = [(one.where, one.field, one.target) for one in proposed_indicators(body, ())]
    assert found == [
        ("II.1.1", ReformField.PROCEDURES, Decimal(95)),
        ("II.1.1", ReformField.PROCEDURES, Decimal(90)),
        ("II.1.1", ReformField.PROCEDURES, Decimal(98)),
        ("II.2.a", ReformField.CIVIL_SERVICE, Decimal(100)),
        ("III", ReformField.PUBLIC_FINANCE, Decimal(95)),
    ]


def test_the_same_again_is_one() -> None:
    body = _body("- Tỷ lệ đúng hẹn đạt 98%.", "- Bảo đảm tỷ lệ đúng hẹn đạt 98%;", "- Tỷ lệ đúng hẹn đạt 99%.")
    assert [one.target for one in proposed_indicators(body, ())] == [98, 99]


def test_tables_of_the_text_are_passed_over() -> None:
    assert proposed_indicators(Body((BodyTable((("Đạt 95% hồ sơ",),), 0),)), ()) == ()
    assert proposed_indicators(None, ()) == ()


def test_notes_of_tasks_with_who_reports() -> None:
    columns = (Column("TT", Role.ORDINAL), Column("Chủ trì", Role.LEAD), Column("Ghi chú", Role.NOTE))
    rows = (
        Row(RowKind.SECTION, ordinal="I.", text="CẢI CÁCH THỂ CHẾ"),
        Row(RowKind.ITEM, ("2.", "Tư pháp", "Thống kê số văn bản đã rà soát")),
        Row(RowKind.ITEM, ("3.", None, None)),
    )
    found = proposed_indicators(None, (Appendix("Phụ lục", "Nhiệm vụ", columns, rows),))
    assert found == (
        Indicator(
            "Số văn bản đã rà soát", None, None, "", "Thống kê số văn bản đã rà soát", "Phụ lục I.2",
            ReformField.INSTITUTIONS, reporter="Tư pháp",
        ),
    )  # fmt: skip


@pytest.mark.parametrize("name", PLANS)
def test_the_indicators_of_the_real_plans(name: str, shared: Path) -> None:
    listed = json.loads((shared / "plans" / f"{name}.json").read_text(encoding="utf-8"))["indicators"]
    proposed = [one for one in read_plan(shared / "plans" / f"{name}.docx").indicators if one.target is not None]
    for sentence in listed:
        for wanted in sentence["target"]:
            proposed.remove(_match(proposed, sentence, wanted))
    assert len(proposed) <= _MOST_UNLISTED


def _match(proposed: list[Indicator], sentence: dict[str, Any], wanted: dict[str, Any]) -> Indicator:
    """The proposal that means the same: place, sentence, comparison, target and unit, and most words of the measure."""
    same = [
        one
        for one in proposed
        if (one.where, one.source, str(one.comparator), one.target, one.unit)
        == (sentence["where"], sentence["text"], wanted["comparator"], wanted["value"], wanted["unit"])
    ]
    words = _words(wanted["measure"])
    best = max(same, key=lambda one: len(words & _words(one.measure)) / len(_words(one.measure)))
    assert len(words & _words(best.measure)) > len(words) / 2
    return best


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower().replace("thủ tục hành chính", "tthc")))
