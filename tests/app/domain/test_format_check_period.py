from dataclasses import replace

import pytest

from app.domain.body import BodyParagraph
from app.domain.format_check_period import other_periods
from app.domain.milestone import Every
from app.domain.reporting_period import ReportingPeriod, ad_hoc_period
from tests.app.domain.format_samples import GOOD, QUARTER_1, line, with_text

HALF = ReportingPeriod(2031, Every.SIX_MONTHLY)
NINE = ReportingPeriod(2031, Every.NINE_MONTHLY)
YEAR = ReportingPeriod(2031, Every.YEARLY)


def found(words: str, period: ReportingPeriod) -> list[object]:
    document = replace(GOOD, title="", bases=(), body=(line(words),))
    return [one.values["words"] for one in other_periods(document, period)]


@pytest.mark.parametrize(
    ("words", "period", "wanted"),
    [
        ("Kết quả quý IV năm 2030", QUARTER_1, ["quý IV năm 2030"]),
        ("Kết quả Quý III", QUARTER_1, ["Quý III"]),
        ("Kết quả 6 tháng đầu năm 2030", QUARTER_1, ["6 tháng đầu năm 2030"]),
        ("Kết quả 9 tháng đầu năm 2031", QUARTER_1, ["9 tháng đầu năm 2031"]),
        ("Trong tháng 8 đã kiểm tra", QUARTER_1, ["tháng 8"]),
        ("Kế hoạch năm 2030 của xã", QUARTER_1, ["năm 2030"]),
        ("Kết quả quý I năm 2030", QUARTER_1, ["quý I năm 2030"]),
        ("Kết quả quý III năm 2030", HALF, ["quý III năm 2030"]),
        ("9 tháng đầu năm 2030", HALF, ["9 tháng đầu năm 2030"]),
        ("Báo cáo năm 2030", YEAR, ["năm 2030"]),
        ("Số liệu quý 3/2030 và đã xong 11/30 việc trong tháng 8", QUARTER_1, ["quý 3/2030", "tháng 8"]),
    ],
)
def test_words_of_another_period_are_found(words: str, period: ReportingPeriod, wanted: list[str]) -> None:
    assert found(words, period) == wanted


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Kết quả quý I năm 2031, phương hướng quý II năm 2031", QUARTER_1),
        ("Trong tháng 01, tháng 02 và tháng 3; từ tháng 12 năm trước", QUARTER_1),
        ("tăng 5% so với quý IV năm 2030 và cùng kỳ năm 2030", QUARTER_1),
        ("Kế hoạch số 05/KH-UBND ngày 08/01/2030 về cải cách hành chính năm 2030", QUARTER_1),
        ("Luật Tổ chức chính quyền địa phương năm 2025; giai đoạn 2026 - 2030", QUARTER_1),
        ("Kế hoạch năm 2031", QUARTER_1),
        ("Phương hướng, nhiệm vụ 6 tháng đầu năm 2031", QUARTER_1),
        ("Phương hướng, nhiệm vụ 9 tháng đầu năm", HALF),
        ("Theo Thông tư 02/2030/TT-BNV năm 2030", HALF),
        ("Quý I và quý II, 6 tháng đầu năm 2031; nhiệm vụ 6 tháng cuối năm 2031", HALF),
        ("9 tháng đầu năm 2031, quý III; nhiệm vụ 3 tháng cuối năm, quý IV", NINE),
        ("Năm 2031 và phương hướng năm 2032; quý I năm 2032; tháng 11", YEAR),
        ("đến ngày 15 tháng 9 năm 2031", QUARTER_1),
        ("bảo đảm trong 3 tháng đầu năm", QUARTER_1),
    ],
)
def test_words_of_the_period_and_of_its_plans_pass(words: str, period: ReportingPeriod) -> None:
    assert found(words, period) == []


def test_an_ad_hoc_period_is_not_checked() -> None:
    period = ad_hoc_period(QUARTER_1.first_day, QUARTER_1.last_day)
    assert found("Kết quả quý IV năm 2030", period) == []


def test_the_place_leads_to_the_words() -> None:
    words = "Kết quả quý IV năm 2030."
    (one,) = other_periods(replace(GOOD, body=(line("Một."), line(words))), QUARTER_1)
    assert one.place.index == 1
    assert words[one.place.start : one.place.end] == "quý IV năm 2030"
    assert isinstance(GOOD.body[0], BodyParagraph)


def test_it_belongs_to_the_whole_check() -> None:
    assert with_text("Kết quả quý IV năm 2030") == ["other_period"]
