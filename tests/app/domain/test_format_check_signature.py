from dataclasses import replace

import pytest

from app.domain.format_checks import check_format
from app.domain.official import Signer
from tests.app.domain.format_samples import GOOD, keys

COMMITTEE = "TM. ỦY BAN NHÂN DÂN"


@pytest.mark.parametrize(
    "lines",
    [
        (COMMITTEE, "CHỦ TỊCH"),
        (COMMITTEE, "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("CHỦ TỊCH",),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG"),
        ("Q. CHỦ TỊCH",),
        ("TM. BAN THƯỜNG VỤ", "BÍ THƯ"),
    ],
)
def test_balanced_blocks_pass(lines: tuple[str, ...]) -> None:
    assert keys(signer=Signer(lines, "(Họ và tên)")) == []


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ((), "no_post"),
        ((COMMITTEE, "KT. CHỦ TỊCH"), "no_own_post"),
        (("KT. CHỦ TỊCH",), "no_own_post"),
        (("KT. CHỦ TỊCH", "CHỦ TỊCH"), "same_post"),
        (("KT. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "not_a_deputy"),
        (("KT.", "PHÓ CHỦ TỊCH"), "prefix_alone"),
        (("Q.",), "prefix_alone"),
        (("TL. CHỦ TỊCH",), "no_own_post"),
        (("TM.", "CHỦ TỊCH"), "no_collective"),
        (("TM. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "no_collective"),
        ((COMMITTEE,), "collective_without_post"),
        (("CHỦ TỊCH", COMMITTEE, "CHỦ TỊCH"), "collective_not_first"),
    ],
)
def test_unbalanced_blocks_are_found(lines: tuple[str, ...], key: str) -> None:
    assert keys(signer=Signer(lines, "(Họ và tên)")) == [key]


def test_the_name_is_there_and_without_academic_titles() -> None:
    assert keys(signer=Signer(("CHỦ TỊCH",), "")) == ["no_signer"]
    assert keys(signer=Signer(("CHỦ TỊCH",), "ThS. (Họ và tên)")) == ["academic_title"]


@pytest.mark.parametrize(
    ("authority", "lines", "wanted"),
    [
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SÔNG MƠ", ("CHỦ TỊCH",), []),
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SÔNG MƠ", (COMMITTEE, "CHỦ TỊCH"), ["format_check.person_with_collective"]),
        ("ỦY BAN NHÂN DÂN XÃ SÔNG MƠ", (COMMITTEE, "CHỦ TỊCH"), []),
        ("ỦY BAN NHÂN DÂN XÃ SÔNG MƠ", ("CHỦ TỊCH",), ["format_check.collective_missing"]),
    ],
)
def test_the_block_agrees_with_who_issues_the_decision(
    authority: str, lines: tuple[str, ...], wanted: list[str]
) -> None:
    decision = replace(
        GOOD,
        document_type="QĐ",
        symbol="QĐ-UBND",
        authority=authority,
        bases=("Căn cứ Luật Tổ chức chính quyền địa phương",),
        signer=Signer(lines, "(Họ và tên)"),
    )
    assert [one.key for one in check_format(decision)] == wanted
