"""Whatever a document holds, it is printed whole, inside the margins, and nothing that belongs together parts."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.documents.layout import layout
from app.documents.model import Document, Paragraph, Section, SignatureBlock, Style, Table, TableCell
from app.documents.official_document import official_document
from app.domain.body import BodyParagraph, BodyTable, Level, Run
from app.domain.official import OfficialDocument, Signer, Urgency
from app.exchange.read_back import same_docx, same_pdf, same_xlsx
from app.exchange.write_docx import write_docx
from app.exchange.write_pdf import write_pdf
from app.exchange.write_xlsx import write_xlsx
from tests.app.exchange.official_samples import PASSAGE, TABLE, line, report
from tests.app.exchange.pdf_probe import Probe, Word, probe

WORDS = st.lists(st.sampled_from(["Ủy", "ban", "rà", "soát,", "thủ-tục", "1.234", "(49%)", "w" * 90]), max_size=90)
RUNS = st.builds(Run, WORDS.map(" ".join), st.booleans(), st.booleans())
PARAGRAPHS = st.builds(BodyParagraph, st.lists(RUNS, max_size=4).map(tuple), st.sampled_from(Level))
CELLS = WORDS.map(" ".join)
TABLES = st.integers(1, 4).flatmap(
    lambda columns: st.builds(
        BodyTable,
        st.lists(st.tuples(*[CELLS] * columns), min_size=1, max_size=12).map(tuple),
        st.integers(0, 1),
    )
)
LINES = st.lists(WORDS.map(" ".join), max_size=4).map(tuple)
NAMES = st.lists(st.sampled_from(["Ủy ban nhân dân", "xã Sông Mơ", "", "Trung tâm " * 8]), max_size=3).map(tuple)
"""What stands at the head and the end, which no page could hold if it were as long as a text."""
DOCUMENTS = st.builds(
    OfficialDocument,
    st.sampled_from(["BC", "CV", "QĐ"]),
    NAMES,
    WORDS.map(lambda words: " ".join(words[:40])),
    superior_body=NAMES,
    number=st.sampled_from(["", "5", "12a"]),
    symbol=st.sampled_from(["", "BC-UBND"]),
    authority=WORDS.map(" ".join),
    attached_to=WORDS.map(" ".join),
    addressees=LINES,
    bases=LINES,
    body=st.lists(PARAGRAPHS | TABLES, max_size=12).map(tuple),
    recipients=LINES,
    signer=st.builds(Signer, NAMES, st.sampled_from(["", "(Họ và tên)"])),
    urgency=st.sampled_from(Urgency),
)


@settings(
    max_examples=25,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(DOCUMENTS)
def test_anything_is_printed_whole(tmp_path: Path, document: OfficialDocument) -> None:
    made = official_document(document)
    write_pdf(made, tmp_path / "a.pdf")
    assert same_pdf(tmp_path / "a.pdf", made)
    write_docx(made, tmp_path / "a.docx")
    assert same_docx(tmp_path / "a.docx", made)
    write_xlsx(made, tmp_path / "a.xlsx")
    assert same_xlsx(tmp_path / "a.xlsx", made)


def printed(document: OfficialDocument, folder: Path) -> Probe:
    write_pdf(official_document(document), folder / "a.pdf")
    return probe(folder / "a.pdf")


def text_on(shown: Probe, page: int) -> list[Word]:
    return [word for word in shown.on(page) if word.base > layout().margins["portrait"]["top"]]


def signature_page(shown: Probe) -> int:
    return next(word.page for word in reversed(shown.words) if word.text == "nhận:")


@pytest.mark.parametrize("lines", range(1, 12))
def test_a_table_before_the_signature_leaves_its_last_row_with_it(lines: int, tmp_path: Path) -> None:
    fill = tuple(line(PASSAGE) for _ in range(lines))
    rows = tuple((str(n), f"dòng{n}") for n in range(20))
    document = replace(report(), body=(*fill, BodyTable((("TT", "Việc"), *rows), 1)))
    shown = printed(document, tmp_path)
    assert "dòng19" in [word.text for word in text_on(shown, signature_page(shown))]


def test_a_list_of_recipients_longer_than_a_page_goes_on_overleaf(tmp_path: Path) -> None:
    document = replace(report(1), recipients=tuple(f"Đơn vị thứ {n}" for n in range(120)))
    shown = printed(document, tmp_path)
    assert all(word.bottom <= 297 - layout().margins["portrait"]["bottom"] + 0.5 for word in shown.words)
    text = shown.text()
    assert all(f"- Đơn vị thứ {n}" in text for n in range(120))


def test_a_heading_goes_to_the_page_of_its_table(tmp_path: Path) -> None:
    for count in range(4, 14):
        fill = tuple(line(PASSAGE.split(";")[0]) for _ in range(count))
        shown = printed(replace(report(), body=(*fill, line("1. Số liệu", Level.ITEM), TABLE)), tmp_path)
        heading = next(word for word in shown.words if word.text == "liệu" and "Bold" in word.font)
        table = next(word for word in shown.words if word.text == "TT")
        assert heading.page == table.page


def test_text_between_two_tables_is_read_in_its_order(tmp_path: Path) -> None:
    shown = printed(replace(report(), body=(TABLE, line("Ở giữa hai bảng"), TABLE)), tmp_path)
    text = shown.text()
    assert text.index("Lĩnh vực") < text.index("Ở giữa hai bảng") < text.rindex("Lĩnh vực")


def test_a_heading_of_two_rows_stands_on_every_page(tmp_path: Path) -> None:
    cells = [TableCell(name, Style.TABLE_HEADING, centered=True) for name in ("TT", "Tiếp nhận", "Tổng", "Trực tuyến")]
    first = (cells[0]._replace(rows=2), cells[1]._replace(columns=2), None)
    table = Table((20.0, 60.0, 60.0), first, tuple((TableCell(str(n)),) * 3 for n in range(80)), ((None, *cells[2:]),))
    path = tmp_path / "a.pdf"
    write_pdf(Document("Thử", (Section("Thử", (table,), landscape=False),)), path)
    shown = probe(path)
    assert shown.pages > 1
    for page in range(shown.pages):
        words = {word.text: word for word in shown.on(page)}
        assert words["nhận"].base < words["Tổng"].base
        assert words["nhận"].base < words["TT"].base < words["Tổng"].base
    assert sum(word.text == "79" for word in shown.words) == 3
    write_docx(Document("Thử", (Section("Thử", (table,), landscape=False),)), tmp_path / "a.docx")
    assert same_docx(tmp_path / "a.docx", Document("Thử", (Section("Thử", (table,), landscape=False),)))


def test_a_signature_block_alone_is_printed(tmp_path: Path) -> None:
    block = SignatureBlock("Nơi nhận:", ("- Lưu: VT.",), ("Chủ tịch",), "(Họ và tên)")
    write_pdf(Document("Thử", (Section("Thử", (block,), landscape=False),)), tmp_path / "a.pdf")
    assert "CHỦ TỊCH" in probe(tmp_path / "a.pdf").text()


def test_a_moved_in_paragraph_keeps_its_place(tmp_path: Path) -> None:
    blocks = (Paragraph("Vào trong", Style.ADDRESSEE, left=50.0),)
    write_pdf(Document("Thử", (Section("Thử", blocks, landscape=False),)), tmp_path / "a.pdf")
    first = probe(tmp_path / "a.pdf").words[0]
    assert first.left == pytest.approx(layout().margins["portrait"]["left"] + 50, abs=0.5)
