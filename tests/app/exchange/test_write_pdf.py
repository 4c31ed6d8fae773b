"""The printed plan, measured on the finished pages against the layout of the decree."""

from pathlib import Path

import pytest

from app.documents.layout import layout
from app.documents.model import Document, HeadingBlock, Paragraph, Section, Style, Table, TableCell
from app.documents.options import PrintOptions
from app.documents.plan_document import plan_document
from app.domain.errors import Refused
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.exchange.write_pdf import write_pdf
from tests.app.exchange.pdf_probe import Probe, Stroke, Word, probe

COLUMNS = (Column("TT", Role.ORDINAL), Column("Nhiệm vụ", Role.TASK), Column("Thời hạn", Role.DEADLINE))
SENTENCE = "Rà soát và công khai thủ tục hành chính tại Bộ phận Một cửa"
INFO = PlanInfo(
    "Cải cách hành chính năm 2031",
    2031,
    issuing_body="ỦY BAN NHÂN DÂN XÃ SÔNG MƠ",
    document_type="Kế hoạch",
    symbol="07/KH-UBND",
    place_date="Sông Mơ, ngày 05 tháng 01 năm 2031",
)


def appendix(label: str, count: int) -> Appendix:
    rows = tuple(Row(RowKind.ITEM, (str(n + 1), f"{SENTENCE} lần {n + 1}", "Quý I/2031")) for n in range(count))
    return Appendix(label, "Các nhiệm vụ thử", COLUMNS, rows)


PLAN = Plan(INFO, (appendix("Phụ lục I", 60), appendix("Phụ lục II", 40)))


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Probe:
    return written(PLAN, tmp_path_factory.mktemp("in"))


def written(plan: Plan, folder: Path, options: PrintOptions | None = None) -> Probe:
    path = folder / "Kế hoạch.pdf"
    write_pdf(plan_document(plan, options or PrintOptions()), path)
    return probe(path)


def middle(words: list[Word]) -> float:
    return (min(word.left for word in words) + max(word.right for word in words)) / 2


def test_bookmarks_title_and_embedded_fonts(printed: Probe) -> None:
    assert [name for name, _ in printed.bookmarks] == ["Phụ lục I", "Phụ lục II"]
    assert printed.title == INFO.title
    assert printed.embedded


def test_the_language_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_pdf(plan_document(PLAN), path)
    assert b"vi-VN" in path.read_bytes()


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_pdf(plan_document(PLAN), tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_pages_of_an_appendix_are_numbered_on_their_own(printed: Probe) -> None:
    page = layout().page("A4", landscape=True)
    second = printed.bookmarks[1][1]
    for number in range(printed.pages):
        own = number - second if number >= second else number
        above = [word for word in printed.on(number) if word.bottom < page.top]
        assert [word.text for word in above] == ([] if own == 0 else [str(own + 1)])
        for word in above:
            assert word.size == layout().page_number_size
            assert word.middle == pytest.approx(page.left + page.printable_width / 2, abs=0.5)


def test_the_heading_row_stands_on_every_page(printed: Probe) -> None:
    assert printed.pages >= 4
    for number in range(printed.pages):
        assert "TT Nhiệm vụ Thời hạn" in printed.text(number)


def test_every_row_is_printed_once(printed: Probe) -> None:
    for count in range(1, 61):
        assert printed.text().count(f"{SENTENCE} lần {count} ") == (2 if count <= 40 else 1)


def test_nothing_stands_in_the_margins(printed: Probe) -> None:
    page = layout().page("A4", landscape=True)
    words = [word for word in printed.words if word.bottom >= page.top]
    things: list[Word | Stroke] = [*words, *printed.strokes]
    for thing in things:
        assert thing.left >= page.left - 0.3
        assert thing.right <= page.width - page.right + 0.3
        assert thing.top >= page.top - 0.3
        assert thing.bottom <= page.height - page.bottom + 0.3


def test_the_table_fills_the_width_between_the_margins(printed: Probe) -> None:
    page = layout().page("A4", landscape=True)
    grid = max((stroke for stroke in printed.strokes if stroke.page == 0), key=lambda stroke: stroke.bottom)
    assert grid.left == pytest.approx(page.left, abs=0.3)
    assert grid.right == pytest.approx(page.width - page.right, abs=0.3)


@pytest.mark.parametrize(
    ("start", "style"),
    [
        ("Phụ", Style.APPENDIX_LABEL),
        ("CÁC", Style.APPENDIX_TITLE),
        ("(Kèm", Style.ATTACHED_TO),
    ],
)
def test_lines_above_the_table_are_centred_in_their_style(printed: Probe, start: str, style: Style) -> None:
    page = layout().page("A4", landscape=True)
    words = printed.line_of(0, start)
    expected = layout().styles[style]
    assert {word.size for word in words} == {expected.size}
    assert all(("Bold" in word.font) == expected.bold for word in words)
    assert all(("Italic" in word.font) == expected.italic for word in words)
    assert middle(words) == pytest.approx(page.left + page.printable_width / 2, abs=0.7)


def test_the_attached_line_says_what_the_plan_says(printed: Probe) -> None:
    wanted = "(Kèm theo Kế hoạch số 07/KH-UBND ngày 05 tháng 01 năm 2031 của Ủy ban nhân dân xã Sông Mơ)"
    assert wanted in printed.text(0)


@pytest.mark.parametrize(
    ("start", "style"),
    [("Độc", Style.MOTTO), ("SÔNG", Style.ISSUING_BODY)],
)
def test_lines_below_motto_and_body_have_their_lengths(printed: Probe, start: str, style: Style) -> None:
    share = layout().lines[style]
    words = [word for word in printed.on(0) if word.size == layout().styles[style].size]
    first = next(word for word in words if word.text == start)
    half = (297 / 2, 297) if first.middle > 297 / 2 else (0, 297 / 2)
    words = [word for word in words if abs(word.bottom - first.bottom) < 2 and half[0] < word.middle < half[1]]
    length = max(word.right for word in words) - min(word.left for word in words)
    rules = [s for s in printed.strokes if s.page == 0 and s.bottom - s.top < 1 and half[0] < s.left < half[1]]
    assert len(rules) == 1
    assert rules[0].right - rules[0].left == pytest.approx(share * length, abs=1.5)
    assert (rules[0].right + rules[0].left) / 2 == pytest.approx(middle(words), abs=0.7)
    assert 0 < rules[0].top - first.bottom < 3


def test_the_head_stands_on_the_first_page_only(printed: Probe) -> None:
    country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert country in printed.text(0)
    assert printed.text().count(country) == 1


def test_section_headings_are_bold_and_not_alone_at_the_foot(tmp_path: Path) -> None:
    for count in range(8, 16):
        rows = [Row(RowKind.ITEM, (str(n), SENTENCE, "Quý I")) for n in range(count)]
        section = Row(RowKind.SECTION, ordinal="II", text="CẢI CÁCH THỦ TỤC")
        plan = Plan(INFO, (Appendix("Phụ lục", "Thử", COLUMNS, (*rows, section, rows[0])),))
        shown = written(plan, tmp_path)
        words = [word for word in shown.words if word.text == "THỦ"]
        assert len(words) == 1 and "Bold" in words[0].font
        below = [word for word in shown.on(words[0].page) if word.top > words[0].bottom + 1]
        assert below, f"the heading is the last thing on its page with {count} rows before it"


def test_a_portrait_section_and_a_full_head(tmp_path: Path) -> None:
    block = HeadingBlock("ỦY BAN NHÂN DÂN TỈNH", "SỞ THỬ NGHIỆM", "Số: 05/KH-STN", "Sông Mơ, ngày 05 tháng 01")
    path = tmp_path / "a.pdf"
    write_pdf(Document("Thử", (Section("Thử", (block, Paragraph("Nội dung", Style.BODY)), landscape=False),)), path)
    words = {word.text: word for word in probe(path).words}
    assert words["Số:"].top > words["SỞ"].bottom
    assert "Italic" in words["Mơ,"].font
    assert "Bold" not in words["TỈNH"].font
    text = layout().page("A4", landscape=False).left + layout().styles[Style.BODY].first_line
    assert words["Nội"].left == pytest.approx(text, abs=0.5)


def test_a_long_text_goes_on_overleaf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    words = " ".join(f"từ{n}" for n in range(3000))
    write_pdf(Document("Thử", (Section("Thử", (Paragraph(words, Style.BODY),)),)), path)
    shown = probe(path)
    assert shown.pages > 1
    assert [word.text for word in shown.words if word.text.startswith("từ")] == words.split()


def test_a_larger_paper(tmp_path: Path) -> None:
    shown = written(PLAN, tmp_path, PrintOptions(paper="A3"))
    assert max(word.right for word in shown.words) > 300


def test_an_unknown_paper_is_refused(tmp_path: Path) -> None:
    table = Table((100.0,), (TableCell("A"),), ())
    with pytest.raises(Refused, match="no_such_paper"):
        write_pdf(Document("Thử", (Section("Thử", (table,), paper="B9"),)), tmp_path / "a.pdf")
