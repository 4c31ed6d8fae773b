"""Phrases composed of what is known about a plan."""

import pytest

from app.documents.wording import attached_to, body_in_running_text, body_lines, plan_in_running_text
from app.domain.plan import PlanInfo


def info(
    issuing_body: str | None = None,
    document_type: str | None = None,
    symbol: str | None = None,
    place_date: str | None = None,
) -> PlanInfo:
    return PlanInfo(
        "Kế hoạch cải cách hành chính",
        2031,
        issuing_body=issuing_body,
        document_type=document_type,
        symbol=symbol,
        place_date=place_date,
    )


def test_a_complete_plan_is_named_in_full() -> None:
    line = attached_to(
        info(
            document_type="Kế hoạch",
            symbol="05/KH-UBND",
            place_date="Sông Mơ, ngày 05 tháng 01 năm 2031",
            issuing_body="ỦY BAN NHÂN DÂN XÃ SÔNG MƠ",
        )
    )
    assert line == "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 01 năm 2031 của Ủy ban nhân dân xã Sông Mơ)"


def test_what_is_unknown_is_left_blank() -> None:
    assert attached_to(info()) == "(Kèm theo văn bản số … ngày … tháng … năm … của …)"


def test_a_symbol_without_number_and_a_date_without_day_keep_what_they_say() -> None:
    line = attached_to(info(symbol="/QĐ-UBND", place_date="Sông Mơ, ngày tháng 8 năm 2031"))
    assert "số …/QĐ-UBND ngày … tháng 8 năm 2031" in line


@pytest.mark.parametrize("symbol", ["Số:      /KH-UBND", "…/KH-UBND", ".../KH-UBND", " /KH-UBND"])
def test_a_dotted_number_is_one_blank(symbol: str) -> None:
    assert "số …/KH-UBND ngày" in attached_to(info(symbol=symbol))


def test_a_number_is_kept_without_its_word() -> None:
    assert "số 12/KH-UBND ngày" in attached_to(info(symbol="Số: 12/KH-UBND"))


@pytest.mark.parametrize(
    ("written", "running"),
    [
        ("ỦY BAN NHÂN DÂN THỊ TRẤN ĐỒI SIM", "Ủy ban nhân dân thị trấn Đồi Sim"),
        ("UỶ BAN NHÂN DÂN PHƯỜNG 5", "Ủy ban nhân dân phường 5"),
        ("UBND phường Đồi Sim", "UBND phường Đồi Sim"),
        ("SỞ NỘI VỤ", "SỞ NỘI VỤ"),
        ("Ủy ban nhân dân xã Sông Mơ", "Ủy ban nhân dân xã Sông Mơ"),
    ],
)
def test_a_body_in_capitals_gets_its_usual_letters(written: str, running: str) -> None:
    assert body_in_running_text(written) == running


def test_the_unit_stands_on_a_line_of_its_own() -> None:
    assert body_lines("ỦY BAN NHÂN DÂN XÃ SÔNG MƠ") == "ỦY BAN NHÂN DÂN\nXÃ SÔNG MƠ"
    assert body_lines("UBND phường Đồi Sim") == "UBND phường Đồi Sim"


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("Cải cách hành chính xã Sông Mơ năm 2031", "Kế hoạch cải cách hành chính xã Sông Mơ năm 2031"),
        ("Về việc ban hành Kế hoạch cải cách hành chính năm 2031", "Kế hoạch cải cách hành chính năm 2031"),
        ("Ban hành KẾ HOẠCH CCHC năm 2031", "Kế hoạch CCHC năm 2031"),
        ("CCHC năm 2031", "Kế hoạch CCHC năm 2031"),
        ("", "Kế hoạch"),
    ],
)
def test_a_plan_is_named_in_a_sentence_without_what_issues_it(title: str, named: str) -> None:
    assert plan_in_running_text(title) == named
