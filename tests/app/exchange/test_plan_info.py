"""What the words around the tables say of a plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan import PlanInfo
from app.exchange.plan_info import plan_info

_PLAN = (
    "ỦY BAN NHÂN DÂN", "XÃ AN PHÚ", "Số: 05/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc", "An Phú, ngày 10 tháng 01 năm 2026", "KẾ HOẠCH", "Cải cách hành chính",
    "xã An Phú năm 2026", "Căn cứ Luật A;", "Căn cứ Kế hoạch B của tỉnh", "về cải cách;", "Theo đề nghị của Văn phòng.",
    "I. MỤC TIÊU", "Nâng cao chất lượng.", "Nơi nhận:", "- Ủy ban nhân dân huyện", "(để b/c);", "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Văn Bình",
)  # fmt: skip


def _info(*lines: str, titles: tuple[str, ...] = (), file: str = "Ke_hoach CCHC.docx") -> PlanInfo:
    return plan_info(lines, titles, 2026, file)[0]


def _missing(*lines: str, file: str = "Ke_hoach.docx") -> list[str]:
    return [key for key, _ in plan_info(lines, (), 2026, file)[1]]


@pytest.mark.parametrize("label", ["Phụ lục số 01", "PHỤ LỤC I", "Phụ lục 1: Nhiệm vụ", "Biểu số 2: Nhiệm vụ"])
def test_a_title_ends_before_the_first_appendix(label: str) -> None:
    assert _info("KẾ HOẠCH", "Cải cách hành chính", label, "Nhiệm vụ").title == "Cải cách hành chính"
    assert _info("KẾ HOẠCH", label, "Nhiệm vụ", titles=("Nhiệm vụ",)).title == "Nhiệm vụ"


def test_a_title_that_is_made_up_is_named() -> None:
    assert plan_info(("Mở đầu",), ("Nhiệm vụ",), 2026, "a.docx")[1][0] == ("import.no_title", (("title", "Nhiệm vụ"),))


def test_a_whole_plan() -> None:
    info, missing = plan_info(_PLAN, ("Nhiệm vụ",), 2030, "a.docx")
    assert missing == []
    assert info == PlanInfo(
        title="Cải cách hành chính xã An Phú năm 2026",
        year=2026,
        level="commune",
        issuing_body="ỦY BAN NHÂN DÂN XÃ AN PHÚ",
        document_type="Kế hoạch",
        symbol="05/KH-UBND",
        place_date="An Phú, ngày 10 tháng 01 năm 2026",
        signer_title="PHÓ CHỦ TỊCH",
        signer_name="Trần Văn Bình",
        recipients=("Ủy ban nhân dân huyện (để b/c);", "Lưu: VT."),
        legal_bases=("Căn cứ Luật A;", "Căn cứ Kế hoạch B của tỉnh về cải cách;"),
    )


def test_nothing_is_made_up() -> None:
    info, missing = plan_info((), (), 2026, "Kế_hoạch  CCHC.docx")
    assert info == PlanInfo("Kế hoạch CCHC", 2026)
    assert missing == [("import.no_title", (("title", "Kế hoạch CCHC"),)), ("import.no_year", (("year", "2026"),))]


def test_the_title_of_the_only_appendix_stands_in() -> None:
    assert _info(titles=("Nhiệm vụ năm 2025",)).title == "Nhiệm vụ năm 2025"
    assert _info(titles=("Một", "Hai")).title == "Ke hoach CCHC"


@pytest.mark.parametrize(
    ("lines", "kind", "title"),
    [
        (("QUYẾT ĐỊNH", "Về việc ban hành Kế hoạch năm 2026"), "Quyết định", "Về việc ban hành Kế hoạch năm 2026"),
        (("KẾ HOẠCH", "Cải cách năm 2026", "Thực hiện Kế hoạch của tỉnh"), "Kế hoạch", "Cải cách năm 2026"),
        (("KẾ HOẠCH", "Cải cách hành chính", "UBND xã ban hành như sau"), "Kế hoạch", "Cải cách hành chính"),
        (("KẾ HOẠCH", "Cải cách hành chính", "1. Mục tiêu"), "Kế hoạch", "Cải cách hành chính"),
        (("Ban hành Kế hoạch năm 2026", "QUYẾT ĐỊNH:"), "Quyết định", "Ban hành Kế hoạch năm 2026"),
    ],
)  # fmt: skip
def test_kinds_and_titles(lines: tuple[str, ...], kind: str, title: str) -> None:
    info = _info(*lines)
    assert (info.document_type, info.title) == (kind, title)


@pytest.mark.parametrize(
    ("lines", "body", "level"),
    [
        (("UBND PHƯỜNG HÒA BÌNH",), "UBND PHƯỜNG HÒA BÌNH", "ward"),
        (("UỶ BAN NHÂN DÂN HUYỆN X",), "UỶ BAN NHÂN DÂN HUYỆN X", "district"),
        (("ỦY BAN NHÂN DÂN", "THỊ TRẤN Y"), "ỦY BAN NHÂN DÂN THỊ TRẤN Y", "commune"),
        (("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ Z",), "ỦY BAN NHÂN DÂN XÃ Z", "commune"),
        (("UBND HUYỆN X", "ỦY BAN NHÂN DÂN", "XÃ AN PHÚ", "Số: /KH-UBND"), "ỦY BAN NHÂN DÂN XÃ AN PHÚ", "commune"),
        (("ỦY BAN NHÂN DÂN", "ĐẶC KHU PHÚ HẢI"), "ỦY BAN NHÂN DÂN ĐẶC KHU PHÚ HẢI", "commune"),
        (("UBND phường Hòa Bình ban hành Kế hoạch như sau:",), "UBND phường Hòa Bình", "ward"),
        (("Ủy ban nhân dân tỉnh giao nhiệm vụ",), None, None),
    ],
)
def test_bodies_and_levels(lines: tuple[str, ...], body: str | None, level: str | None) -> None:
    assert (_info(*lines).issuing_body, _info(*lines).level) == (body, level)


@pytest.mark.parametrize(
    ("line", "symbol"),
    [
        ("Số: 05/KH-UBND", "05/KH-UBND"),
        ("Số:      /KH-UBND", "/KH-UBND"),
        ("Số 12 /QĐ-UBND", "12/QĐ-UBND"),
        ("(Kèm theo Kế hoạch số 07/KH-UBND ngày 1/1/2026)", "07/KH-UBND"),
        ("Căn cứ Quyết định số 9/QĐ-UBND", None),
    ],
)
def test_symbols(line: str, symbol: str | None) -> None:
    assert _info(line).symbol == symbol


@pytest.mark.parametrize(
    ("lines", "file", "year"),
    [
        (("KẾ HOẠCH", "Cải cách hành chính năm 2024", "An Phú, ngày 30 tháng 12 năm 2023"), "a.docx", 2024),
        (("An Phú, ngày 5 tháng 01 năm 2025", "KẾ HOẠCH", "Cải cách"), "a.docx", 2025),
        (("KẾ HOẠCH", "Cải cách"), "KH CCHC 2023.docx", 2023),
    ],
)
def test_years(lines: tuple[str, ...], file: str, year: int) -> None:
    assert _info(*lines, file=file).year == year
    assert "import.no_year" not in _missing(*lines, file=file)


@pytest.mark.parametrize(
    "place_date",
    ["An Phú, ngày 10 tháng 01 năm 2026", "An Phú, ngày    tháng 01 năm 2026", "An Phú, ngày … tháng … năm 2026"],
)
def test_place_and_date(place_date: str) -> None:
    assert _info("An Phú, ngày mai sẽ khác", place_date).place_date == place_date


@pytest.mark.parametrize(
    ("lines", "post", "name"),
    [
        (("CHỦ TỊCH", "Trần Văn Bình"), "CHỦ TỊCH", "Trần Văn Bình"),
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Trần Văn Bình"), "CHỦ TỊCH", "Trần Văn Bình"),
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), None, None),
        (("Chủ tịch xã chịu trách nhiệm",), None, None),
    ],
)
def test_signers(lines: tuple[str, ...], post: str | None, name: str | None) -> None:
    info = _info(*lines)
    assert (info.signer_title, info.signer_name) == (post, name)


@given(st.lists(st.sampled_from(_PLAN) | st.text(max_size=60), max_size=20))
def test_any_lines_make_some_plan(lines: list[str]) -> None:
    assert plan_info(lines, (), 2026, "a.docx")[0].title
