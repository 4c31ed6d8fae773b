"""A report without a fault, and shorthands to plant one."""

from dataclasses import replace
from typing import Any

from app.domain.body import BodyParagraph, BodyTable, Level, Run
from app.domain.format_check import Finding
from app.domain.format_checks import check_format
from app.domain.milestone import Every
from app.domain.official import OfficialDocument, PartialDate, Signer
from app.domain.reporting_period import ReportingPeriod

QUARTER_1 = ReportingPeriod(2031, Every.QUARTERLY, 1)


def line(words: str, level: Level = Level.PLAIN) -> BodyParagraph:
    return BodyParagraph((Run(words),), level)


GOOD = OfficialDocument(
    "BC",
    ("Ủy ban nhân dân", "xã Sông Mơ"),
    "Công tác cải cách hành chính quý I và phương hướng, nhiệm vụ quý II năm 2031",
    number="05",
    symbol="BC-UBND",
    place="Sông Mơ",
    day=PartialDate(2031, 3, 8),
    body=(
        line("Thực hiện Công văn số 12/SNV-CCHC ngày 10 tháng 02 năm 2031 về báo cáo quý IV năm 2030 của Sở Nội vụ:"),
        line("I. KẾT QUẢ", Level.PART),
        line("1. Tiến độ", Level.ITEM),
        line("Đã hoàn thành 11/49 nhiệm vụ, đạt 22,45% kế hoạch (Phụ lục I), tăng 3 nhiệm vụ so với quý I năm 2030."),
        line("2. Thể chế", Level.ITEM),
        line("Đã hoàn thành 2/5 nhiệm vụ."),
        line("II. PHƯƠNG HƯỚNG QUÝ II", Level.PART),
        line("- Trong tháng 4, tháng 5 rà soát thủ tục; giai đoạn 2026 - 2030 đã tổng kết."),
    ),
    recipients=("Như trên", "Lưu: VT, VHXH"),
    signer=Signer(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "(Họ và tên)"),
    appendices=("Phụ lục I",),
)
TOTALS = BodyTable(
    (("TT", "Lĩnh vực", "Số"), ("1", "Thể chế", "5"), ("2", "Thủ tục", "1.012"), ("", "Tổng", "1.017")), 1
)


def findings(**changes: Any) -> list[Finding]:
    """What is found in the good report after these changes."""
    return list(check_format(replace(GOOD, **changes), QUARTER_1))


def keys(**changes: Any) -> list[str]:
    """The keys of what is found, without their area."""
    return [finding.key.removeprefix("format_check.") for finding in findings(**changes)]


def with_text(words: str, **changes: Any) -> list[str]:
    """What is found when the report says ``words`` too."""
    return keys(body=(*GOOD.body, line(words)), **changes)
