import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.period_phrases import following_phrase, official_words
from app.domain.period_words import Rewording, reword
from app.domain.reporting_period import ReportingPeriod, parse_period
from app.domain.text import nfc

CODES = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2025-6M", "2025-9M", "2025-Y", "2026-Q1", "2026-6M", "2026-Y"]
periods = st.sampled_from(CODES).map(parse_period)


def reworded(text: str, old: str, new: str) -> str:
    return reword(text, parse_period(old), parse_period(new)).text


@pytest.mark.parametrize(
    ("old", "new", "text", "expected"),
    [
        ("2025-Q1", "2025-Q2", "Trong quý I năm 2025, UBND xã", "Trong quý II năm 2025, UBND xã"),
        ("2025-Q1", "2025-Q2", "Quý 1/2025 và phương hướng quý 2/2025", "Quý 2/2025 và phương hướng quý 3/2025"),
        ("2025-Q1", "2025-Q2", "kết quả quý 01 năm 2025", "kết quả quý 02 năm 2025"),
        ("2025-Q1", "2025-Q2", "BÁO CÁO QUÝ I NĂM 2025", "BÁO CÁO QUÝ II NĂM 2025"),
        ("2025-Q1", "2025-Q2", "Qúy I, 2025", "Quý II, 2025"),
        ("2025-Q1", "2025-6M", "Quý I năm 2025 đạt", "6 tháng đầu năm 2025 đạt"),
        ("2025-Q1", "2025-6M", "nhiệm vụ quý II năm 2025", "nhiệm vụ 6 tháng cuối năm 2025"),
        ("2025-Q1", "2026-Q1", "Ba tháng đầu năm 2025; quý I 2025", "Ba tháng đầu năm 2026; quý I năm 2026"),
        ("2025-Q1", "2025-Q2", "trong quý I. 2025 hồ sơ; quý I.2025", "trong quý II. 2025 hồ sơ; quý II.2025"),
        ("2025-Q1", "2025-6M", "so với quý I/2024", "so với 6 tháng đầu năm 2024"),
        ("2025-Q1", "2025-6M", "so với 3 tháng đầu năm 2024", "so với 6 tháng đầu năm 2024"),
        ("2025-6M", "2025-9M", "06 tháng đầu năm đạt", "09 tháng đầu năm đạt"),
        ("2025-6M", "2025-9M", "Sáu tháng đầu năm 2025", "Chín tháng đầu năm 2025"),
        ("2025-6M", "2025-9M", "6 THÁNG ĐẦU NĂM 2025", "9 THÁNG ĐẦU NĂM 2025"),
        ("2025-6M", "2025-9M", "nhiệm vụ 6 tháng cuối năm 2025", "nhiệm vụ 3 tháng cuối năm 2025"),
        ("2025-6M", "2025-9M", "báo cáo 6 tháng/2025", "báo cáo 9 tháng đầu năm 2025"),
        ("2025-6M", "2025-9M", "tính đến hết quý II", "tính đến hết quý III"),
        ("2025-9M", "2025-Y", "Kết quả 9 tháng đầu năm 2025", "Kết quả năm 2025"),
        ("2025-9M", "2025-Y", "nhiệm vụ 3 tháng cuối năm 2025", "nhiệm vụ năm 2026"),
        ("2025-9M", "2025-Y", "nhiệm vụ quý IV", "nhiệm vụ năm 2026"),
        ("2025-Y", "2026-Q1", "Công tác CCHC năm 2025", "Công tác CCHC quý I năm 2026"),
        ("2025-Y", "2026-Q1", "phương hướng năm 2026", "phương hướng quý II năm 2026"),
        ("2025-Y", "2026-Q1", "Kế hoạch CCHC năm 2025 của xã", "Kế hoạch CCHC năm 2026 của xã"),
        ("2025-Y", "2026-Q1", "Cả năm 2025 đạt", "Quý I năm 2026 đạt"),
        ("2025-Y", "2026-Q1", "so với năm 2024", "so với năm 2025"),
        ("2025-Y", "2026-Y", "năm 2025 so với năm 2024; năm 2026", "năm 2026 so với năm 2025; năm 2027"),
        ("2025-Q4", "2026-Q1", "quý IV năm 2025, quý I năm 2026", "quý I năm 2026, quý II năm 2026"),
        ("2025-Q1", "2026-Q1", "Kế hoạch năm 2025, quý I", "Kế hoạch năm 2026, quý I"),
        ("2025-Q1", "2025-Q2", "trong tháng 3/2025", "trong tháng 6/2025"),
        ("2025-Q1", "2025-Q2", "tháng 01 và tháng 03 năm 2025", "tháng 4 và tháng 06 năm 2025"),
        ("2025-Q4", "2026-Q1", "tháng 10 năm 2025, Tháng 12", "tháng 01 năm 2026, Tháng 3"),
        ("2025-Q1", "2025-6M", "đến tháng 3 năm 2025", "đến tháng 6 năm 2025"),
        ("2025-Y", "2026-Q1", "trong tháng 12 năm 2025", "trong tháng 3 năm 2026"),
        ("2025-Q1", "2026-Q1", "so với tháng 3 năm 2024", "so với tháng 3 năm 2024"),
        ("2025-Q1", "2025-Q2", "5 hồ sơ, 1/quý I", "5 hồ sơ, 1/quý II"),
        (
            "2025-Q1",
            "2025-6M",
            "số liệu từ ngày 15/12/2024 đến ngày 14/3/2025",
            "số liệu từ ngày 15/12/2024 đến ngày 14/6/2025",
        ),
        ("2025-9M", "2025-Y", "đến hết ngày 30 tháng 9 năm 2025", "đến hết ngày 31 tháng 12 năm 2025"),
        ("2025-Q1", "2025-6M", "- quý I năm 2025", "- 6 tháng đầu năm 2025"),
        ("2025-6M", "2025-Q3", "6 tháng đầu năm 2025 tốt. So với 6 tháng", "Quý III năm 2025 tốt. So với 6 tháng"),
    ],
)
def test_period_words_are_replaced_in_every_way_of_writing(old: str, new: str, text: str, expected: str) -> None:
    rewording = reword(text, parse_period(old), parse_period(new))
    assert rewording.text == expected
    assert [rewording.text[place.start : place.end] for place in rewording.places] == [
        place.now for place in rewording.places
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2025 của UBND xã",
        "Kế hoạch số 12/KH-UBND ngày 05 tháng 3 năm 2025 của UBND xã",
        "theo Nghị định số 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ",
        "Nghị định số 118/2025/NĐ-CP và Thông tư 03/2025/TT-VPCP",
        "Quyết định số 282/QĐ-TTg (12/02/2026)",
        "Công văn số 4625/BNV-CCHC ngày 02/7/2025 của Bộ Nội vụ",
        "Báo cáo số …/BC-UBND ngày …/3/2025",
        "Kế hoạch số 12/KH-UBND ngày 05/3/2025 của UBND xã về cải cách hành chính năm 2025",
        "Luật Tổ chức chính quyền địa phương năm 2025",
        "giai đoạn 2021-2025; giai đoạn từ năm 2021 đến năm 2025; tầm nhìn năm 2030",
        "định kỳ hằng quý, 6 tháng, 9 tháng, năm",
        "trong 6 tháng và 3 quý; quý vị; năm ngoái; 2025 hồ sơ",
        "tổ chức hội nghị ngày 12/3/2025",
    ],
)
@pytest.mark.parametrize(("old", "new"), [("2025-Q1", "2025-6M"), ("2025-Y", "2026-Q1"), ("2025-Q1", "2026-Q1")])
def test_citations_laws_and_days_are_never_touched(text: str, old: str, new: str) -> None:
    assert reworded(text, old, new) == text


def test_a_citation_ends_before_the_words_of_the_report() -> None:
    text = "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2025 của UBND xã, trong quý I năm 2025 đã làm"
    assert reworded(text, "2025-Q1", "2025-Q2") == text.replace("quý I", "quý II")


def test_what_only_a_reader_can_tell_is_marked_and_left() -> None:
    text = "Kế hoạch số 9/KH-UBND về CCHC quý I năm 2025; hội nghị ngày 12/3/2025; quý III; tháng 01"
    rewording = reword(text, parse_period("2025-Q1"), parse_period("2025-6M"))
    assert rewording.text == text
    assert [(place.was, place.is_replaced) for place in rewording.places] == [
        ("quý I năm 2025", False), ("ngày 12/3/2025", False), ("quý III", False), ("tháng 01", False)]  # fmt: skip


def test_the_places_replaced_are_told() -> None:
    rewording = reword("Quý I năm 2025 đạt 5; quý I.", parse_period("2025-Q1"), parse_period("2025-6M"))
    assert [(place.was, place.now, place.is_replaced) for place in rewording.places] == [
        ("Quý I năm 2025", "6 tháng đầu năm 2025", True), ("quý I", "6 tháng đầu năm", True)]  # fmt: skip


def test_decomposed_letters_are_read_too() -> None:
    assert reworded("quy\u0301 I na\u0306m 2025", "2025-Q1", "2025-Q2") == "quý II năm 2025"


def test_ad_hoc_periods_change_their_days() -> None:
    old, new = "2025-01-05..2025-02-20", "2025-02-21..2025-04-08"
    assert reworded("từ 05/01/2025 đến 20/02/2025", old, new) == "từ 21/02/2025 đến 08/4/2025"


WORDS = ["quý I", "Quý 2/2025", "6 tháng đầu năm 2025", "năm 2025", "tháng 3/2025", "12/KH-UBND", "ngày 05/3/2025",
         "09/2019/NĐ-CP", " ", ". ", "\n", "về ", "đạt 99,1%", "3 tháng cuối năm", "đến 14/3/2025", "kế hoạch ",
         ", "]  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=40)


@given(texts, periods, periods)
def test_places_are_where_they_say_and_the_rest_is_as_it_was(
    text: str, old: ReportingPeriod, new: ReportingPeriod
) -> None:
    rewording = reword(text, old, new)
    back, done = "", 0
    for place in rewording.places:
        assert place.start >= done
        assert rewording.text[place.start : place.end] == place.now
        back += rewording.text[done : place.start] + place.was
        done = place.end
    assert back + rewording.text[done:] == nfc(text)


@given(texts, periods, periods)
def test_symbols_stay_whatever_the_periods(text: str, old: ReportingPeriod, new: ReportingPeriod) -> None:
    symbols = re.compile(r"12/KH-UBND|09/2019/NĐ-CP|ngày 05/3/2025")
    assert symbols.findall(reword(text, old, new).text) == symbols.findall(text)


@given(texts, periods)
def test_the_same_period_replaces_nothing(text: str, period: ReportingPeriod) -> None:
    assert reword(text, period, period) == Rewording(nfc(text), ())


@pytest.mark.parametrize("text", ["quý I" + " " * 50_000 + "x", "ngày " + "." * 50_000, "1" * 50_000, "1/A" * 20_000])
def test_strange_texts_take_no_time(text: str) -> None:
    assert len(reworded(text, "2025-Q1", "2025-Q2")) in (len(text), len(text) + 1)


def test_the_symbols_and_dates_cited_in_the_real_plans_stay(shared: Path) -> None:
    cited = re.compile(r"\S*\d/[A-ZĐ]\S*(?:\s+ngày\s+\d+/\d+/\d{4})?")
    for file in sorted((shared / "plans").glob("*.txt")):
        text = nfc(file.read_text(encoding="utf-8"))
        for year in range(2023, 2026):
            rewording = reword(text, parse_period(f"{year}-Q1"), parse_period(f"{year + 1}-6M"))
            assert cited.findall(rewording.text) == cited.findall(text)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("2026-Q1", "quý II năm 2026"),
        ("2026-6M", "6 tháng cuối năm 2026"),
        ("2026-9M", "3 tháng cuối năm 2026"),
        ("2026-Y", "năm 2027"),
        ("2026-Q4", "quý I năm 2027"),
    ],
)
def test_what_a_report_plans_for_in_official_words(code: str, words: str) -> None:
    phrase = following_phrase(parse_period(code))
    assert phrase is not None and official_words(phrase) == words
