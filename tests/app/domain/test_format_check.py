from dataclasses import replace
from typing import Any

import pytest

from app.domain.format_check import Part
from app.domain.format_checks import check_format
from app.domain.official import PartialDate, Signer
from tests.app.domain.format_samples import GOOD, QUARTER_1, findings, keys


def test_a_good_report_has_no_fault() -> None:
    assert check_format(GOOD, QUARTER_1) == ()
    assert check_format(GOOD) == ()


@pytest.mark.parametrize(
    ("changes", "key", "part"),
    [
        ({"number": ""}, "no_number", Part.NUMBER),
        ({"symbol": ""}, "no_symbol", Part.SYMBOL),
        ({"place": " "}, "no_place", Part.PLACE),
        ({"day": PartialDate(2031, 3)}, "no_day", Part.DAY),
        ({"issuing_body": ()}, "no_issuing_body", Part.ISSUING_BODY),
        ({"number": "5"}, "number_zero", Part.NUMBER),
        ({"number": "012"}, "number_zero", Part.NUMBER),
        ({"symbol": "KH-UBND"}, "other_symbol", Part.SYMBOL),
        ({"day": PartialDate(2031, 2, 30)}, "impossible_day", Part.DAY),
        ({"recipients": ()}, "no_recipients", Part.RECIPIENTS),
        ({"recipients": ("Như trên",)}, "not_kept", Part.RECIPIENTS),
        ({"recipients": ("Lưu: VT", "Như trên")}, "kept_not_last", Part.RECIPIENTS),
    ],
)
def test_one_planted_fault_is_found_and_nothing_else(changes: dict[str, Any], key: str, part: Part) -> None:
    found = findings(**changes)
    assert [(one.key, one.place.part) for one in found] == [(f"format_check.{key}", part)]


def test_an_empty_title_and_an_empty_body_are_missing() -> None:
    assert keys(title="") == ["no_title"]
    assert keys(body=(), appendices=()) == ["no_body"]


@pytest.mark.parametrize("number", ["05", "12", "12a", "100"])
def test_rightly_written_numbers_pass(number: str) -> None:
    assert keys(number=number) == []


def test_a_leap_day_of_an_open_year_is_possible() -> None:
    assert keys(day=PartialDate(None, 2, 29)) == ["no_day"]


def test_a_dispatch_has_no_type_in_its_symbol_and_says_to_whom() -> None:
    dispatch = replace(GOOD, document_type="CV", symbol="CV-UBND")
    assert [one.key for one in check_format(dispatch)] == ["format_check.no_addressees", "format_check.dispatch_symbol"]
    assert check_format(replace(dispatch, symbol="UBND-VX", addressees=("Sở Nội vụ",))) == ()


def test_a_decision_has_authority_and_bases() -> None:
    decision = replace(GOOD, document_type="QĐ", symbol="QĐ-UBND")
    assert [one.key for one in check_format(decision)] == ["format_check.no_authority", "format_check.no_bases"]


def test_a_plan_that_a_decision_issues_has_no_number_of_its_own() -> None:
    plan = replace(GOOD, document_type="KH", number="", symbol="", place="", day=PartialDate())
    assert check_format(replace(plan, attached_to="(Ban hành kèm theo Quyết định ...)")) == ()
    assert len(check_format(plan)) == 4


def test_a_plan_that_a_decision_issues_may_leave_recipients_and_signature_to_it() -> None:
    plan = replace(GOOD, document_type="KH", attached_to="(Ban hành kèm theo Quyết định ...)", symbol="", number="")
    assert check_format(replace(plan, recipients=(), signer=Signer())) == ()
    assert len(check_format(replace(plan, recipients=("Như trên",), signer=Signer(("CHỦ TỊCH",))))) == 2
