"""Plans of any length in words of our own, always the same."""

import itertools
import random
from pathlib import Path

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


def shared_plans() -> list[Path]:
    """The real plans in Word, where they lie beside the checkout."""
    return sorted((Path(__file__).resolve().parents[3] / "shared" / "plans").glob("*.docx"))
