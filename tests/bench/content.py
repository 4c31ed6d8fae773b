"""Plans of any length in words of our own, always the same."""

import itertools
import random
from pathlib import Path

from app.domain.body import BodyParagraph, BodyPart, BodyTable, Level, Run
from app.domain.numerals import roman
from app.domain.official import OfficialDocument, PartialDate, Signer
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind

_TEXT = """rà soát thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã tổ chức tuyên truyền kế hoạch đối thoại với
người dân niêm yết công khai kịp thời đầy đủ tại bộ phận một cửa nâng cao chất lượng dịch vụ công trực tuyến số hóa hồ
sơ kết quả"""
_WORDS = _TEXT.split()
_UNITS = ("Văn phòng HĐND và UBND", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công")
_COLUMNS = (
    Column("TT", Role.ORDINAL),
    Column("Nhiệm vụ", Role.TASK),
    Column("Sản phẩm", Role.PRODUCT),
    Column("Đơn vị chủ trì", Role.LEAD),
    Column("Đơn vị phối hợp", Role.COORDINATION),
    Column("Thời hạn", Role.DEADLINE),
)


def long_plan(rows: int = 2000, words: int = 40) -> Plan:
    """A plan of one appendix with ``rows`` items, each task about ``words`` words long."""
    chance = random.Random(1)
    items = tuple(Row(RowKind.ITEM, _cells(chance, number, words)) for number in range(1, rows + 1))
    info = PlanInfo("Kế hoạch cải cách hành chính để đo", 2026, issuing_body="Ủy ban nhân dân xã An Phú")
    return Plan(info, (Appendix("Phụ lục số 01", "Các nhiệm vụ cải cách hành chính", _COLUMNS, items),))


def _cells(chance: random.Random, number: int, words: int) -> tuple[str, ...]:
    task = _passage(chance, chance.randint(words // 2, words * 3 // 2)).capitalize()
    product = f"- Kế hoạch\n- Báo cáo {_passage(chance, 6)}"
    return (str(number), task, product, chance.choice(_UNITS), "\n".join(chance.sample(_UNITS, 2)), "Quý II năm 2026")


def _passage(chance: random.Random, length: int) -> str:
    """``length`` words in their order, from anywhere in the text."""
    start = chance.randrange(len(_WORDS))
    return " ".join(itertools.islice(itertools.cycle(_WORDS), start, start + length))


def long_report(parts: int = 7, items: int = 15) -> OfficialDocument:
    """A report of 40 pages: ``parts`` of ``items`` each, with bold figures and a table in every part."""
    chance = random.Random(1)
    body: list[BodyPart] = []
    for part in range(1, parts + 1):
        body.append(_line(f"{roman(part)}. {_passage(chance, 8)}", Level.PART))
        for item in range(1, items + 1):
            body += _item(chance, item)
        rows = tuple((str(n), _passage(chance, 5), str(n * 3), str(n * 2), "66,7") for n in range(1, 8))
        body.append(BodyTable((("TT", "Lĩnh vực", "Tổng số", "Hoàn thành", "Tỷ lệ (%)"), *rows), 1))
    return OfficialDocument(
        "BC",
        ("Ủy ban nhân dân", "xã An Phú"),
        "Công tác cải cách hành chính năm 2026 và phương hướng, nhiệm vụ năm 2027",
        number="5",
        symbol="BC-UBND",
        place="An Phú",
        day=PartialDate(2026, 12, 8),
        addressees=("Sở Nội vụ",),
        body=tuple(body),
        recipients=("Như trên", "Lưu: VT"),
        signer=Signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ""),
    )


def _item(chance: random.Random, number: int) -> list[BodyPart]:
    figures = (Run("- Đã hoàn thành "), Run("11/49", bold=True), Run(f" {_passage(chance, 50)}."))
    return [
        _line(f"{number}. {_passage(chance, 7)}", Level.ITEM),
        _line(f"{_passage(chance, 70)}."),
        _line(f"a) {_passage(chance, 40)};", Level.POINT),
        BodyParagraph(figures, Level.DASH),
    ]


def _line(words: str, level: Level = Level.PLAIN) -> BodyParagraph:
    return BodyParagraph((Run(words),), level)


def shared_plans() -> list[Path]:
    """The real plans in Word, where they lie beside the checkout."""
    return sorted((Path(__file__).resolve().parents[3] / "shared" / "plans").glob("*.docx"))
