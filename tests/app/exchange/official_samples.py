"""Official documents of an office that does not exist, in words of our own."""

from app.domain.body import BodyParagraph, BodyPart, BodyTable, Level, Run
from app.domain.official import (
    OfficialDocument,
    PartialDate,
    SignedBy,
    Signer,
    Urgency,
    authority_lines,
)

PASSAGE = (
    "Ủy ban nhân dân xã đã chỉ đạo các phòng, đơn vị triển khai đồng bộ các nhiệm vụ cải cách hành chính, gắn trách "
    "nhiệm người đứng đầu với kết quả thực hiện; hằng tuần kiểm điểm tiến độ từng nhiệm vụ được giao."
)
BODY_NAME = ("Ủy ban nhân dân", "xã Sông Mơ")
TABLE = BodyTable(
    (
        ("TT", "Lĩnh vực", "Tổng số nhiệm vụ", "Đã hoàn thành", "Tỷ lệ (%)"),
        ("1", "Cải cách thể chế", "5", "2", "40,0"),
        ("2", "Xây dựng và phát triển chính quyền điện tử, chính quyền số", "9", "1", "11,1"),
    ),
    1,
)


def line(words: str, level: Level = Level.PLAIN, bold: bool = False) -> BodyParagraph:
    """A paragraph in one weight."""
    return BodyParagraph((Run(words, bold),), level)


def mixed() -> BodyParagraph:
    """A paragraph with bold and slanted words in it."""
    runs = (
        Run("- Tổng số nhiệm vụ: "),
        Run("49 nhiệm vụ", bold=True),
        Run("; đã hoàn thành "),
        Run("11", bold=True),
        Run(" (xem "),
        Run("phụ lục kèm theo", italic=True),
        Run(f"). {PASSAGE}"),
    )
    return BodyParagraph(runs, Level.DASH)


def report(items: int = 3) -> OfficialDocument:
    """A periodic report with three parts of ``items`` items each; about a page for each three."""
    body: list[BodyPart] = [line(f"Thực hiện chế độ báo cáo định kỳ, {PASSAGE}")]
    for part in ("I. Công tác chỉ đạo, điều hành", "II. Kết quả thực hiện", "III. Phương hướng quý II năm 2031"):
        body.append(line(part, Level.PART))
        for number in range(1, items + 1):
            body += [
                line(f"{number}. Kết quả nổi bật", Level.ITEM),
                line(PASSAGE),
                line(f"a) {PASSAGE}", Level.POINT),
                line(f"- {PASSAGE}", Level.DASH),
                mixed(),
            ]
        body.append(TABLE)
    body.append(line(f"{items + 1}. {PASSAGE}", Level.ITEM))
    body.append(line("Trên đây là báo cáo của Ủy ban nhân dân xã Sông Mơ, kính đề nghị Sở Nội vụ tổng hợp."))
    return OfficialDocument(
        "BC",
        BODY_NAME,
        "Công tác cải cách hành chính quý I và phương hướng, nhiệm vụ quý II năm 2031",
        number="5",
        symbol="BC-UBND",
        place="Sông Mơ",
        day=PartialDate(2031, 3, 8),
        addressees=("Ủy ban nhân dân tỉnh", "Sở Nội vụ"),
        body=tuple(body),
        recipients=("Như trên", "Thường trực Đảng ủy, HĐND xã (để b/c)", "Lưu: VT, VHXH"),
        signer=Signer(authority_lines("Phó Chủ tịch", "Ủy ban nhân dân", "Chủ tịch", SignedBy.FOR_HEAD), "(Họ và tên)"),
    )


def decision() -> OfficialDocument:
    """A decision whose number and day are still open."""
    return OfficialDocument(
        "QĐ",
        BODY_NAME,
        "Ban hành Kế hoạch cải cách hành chính năm 2031",
        symbol="QĐ-UBND",
        place="Sông Mơ",
        day=PartialDate(2031, 1),
        authority="Chủ tịch Ủy ban nhân dân xã Sông Mơ",
        bases=(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Căn cứ Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải "
            "cách hành chính nhà nước giai đoạn 2021 - 2030",
            "Theo đề nghị của Trưởng phòng Văn hóa - Xã hội",
        ),
        body=(
            line("QUYẾT ĐỊNH:", Level.HEADING),
            line("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải cách hành chính năm 2031.", Level.ARTICLE),
            line("Điều 2. Hiệu lực thi hành", Level.ARTICLE),
            line("Quyết định này có hiệu lực kể từ ngày ký."),
            line(f"Điều 3. {PASSAGE}", Level.ARTICLE),
        ),
        recipients=("Như Điều 3", "Lưu: VT"),
        signer=Signer(("Chủ tịch",), "(Họ và tên)"),
    )


def plan() -> OfficialDocument:
    """A plan that a decision issues: no number, place and day of its own."""
    return OfficialDocument(
        "KH",
        BODY_NAME,
        "Cải cách hành chính năm 2031",
        attached_to="(Ban hành kèm theo Quyết định số 05/QĐ-UBND ngày 08 tháng 01 năm 2031 của Ủy ban nhân dân xã)",
        body=(line("I. Mục đích, yêu cầu", Level.PART), line("1. Mục đích", Level.ITEM), line(PASSAGE)),
        recipients=("Lưu: VT",),
        signer=Signer(authority_lines("Chủ tịch", "Ủy ban nhân dân"), "(Họ và tên)"),
    )


def dispatch() -> OfficialDocument:
    """A công văn of an office below the commune, in a hurry."""
    return OfficialDocument(
        "CV",
        ("Phòng Văn hóa - Xã hội",),
        "đôn đốc thực hiện nhiệm vụ cải cách hành chính quý I năm 2031",
        superior_body=("Ủy ban nhân dân xã Sông Mơ",),
        number="12",
        symbol="VHXH",
        place="Sông Mơ",
        day=PartialDate(2031, 2, 5),
        addressees=("Các phòng, đơn vị thuộc xã",),
        body=(line(PASSAGE), line(PASSAGE), line("Đề nghị các đơn vị thực hiện")),
        recipients=("Như trên", "Lưu: VHXH"),
        signer=Signer(("Trưởng phòng",), "(Họ và tên)"),
        urgency=Urgency.IMMEDIATE,
    )


SAMPLES = {"report": report(), "decision": decision(), "plan": plan(), "dispatch": dispatch()}
