"""The text around the tables of a Word file: lists, looks, footnotes, boxes, tables."""

from pathlib import Path

import pytest

from app.documents.official_document import official_document
from app.documents.options import PrintOptions
from app.documents.plan_document import plan_document
from app.documents.plan_official import whole_plan
from app.domain.body import Body, BodyParagraph, BodyTable, Level, Run, words_of
from app.domain.imported import ImportedPlan
from app.domain.official import OfficialDocument
from app.exchange.read import read_plan
from app.exchange.samples import sample_plan
from app.exchange.write_docx import write_docx
from tests.app.exchange.official_samples import decision, plan
from tests.app.exchange.word_files import (
    centered,
    in_list,
    level,
    numbering,
    p,
    part,
    plan_table,
    r,
    styles,
    tbl,
    tc,
    tr,
    word_file,
)

_ITEM = ("1", "Một việc", "Báo cáo", "Phòng A", "Quý I năm 2026")
_APPENDIX = (p("Phụ lục 1: Nhiệm vụ"), plan_table(tr(*_ITEM)))
PLANS = ("anh-son-2024", "bac-hong-linh-2025", "hoang-hoa-2023", "hoang-kim-2025", "thuong-xuan-2025")
_BOX = "<w:txbxContent>" + p("Chữ trong hộp") + "</w:txbxContent>"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kế hoạch.docx"


def _body(imported: ImportedPlan) -> Body:
    assert imported.body is not None
    return imported.body


def _texts(body: Body) -> list[str]:
    return [words_of(one) for one in body.parts if isinstance(one, BodyParagraph)]


def _notes(content: str) -> dict[str, str]:
    return {"word/footnotes.xml": part("footnotes", content)}


def test_ordinals_that_word_draws_are_text(path: Path) -> None:
    lists = numbering(level(0, "upperRoman", "%1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)"))
    drawn = (p("MỤC TIÊU", in_list(1)), p("Chỉ tiêu", in_list(1, 1)), p("Một câu.", in_list(1, 2)), *_APPENDIX)
    body = _body(read_plan(word_file(path, *drawn, **{"word/numbering.xml": lists}), 2026))
    assert _texts(body) == ["I. MỤC TIÊU", "1. Chỉ tiêu", "a) Một câu."]
    levels = [one.level for one in body.parts if isinstance(one, BodyParagraph)]
    assert levels == [Level.PART, Level.ITEM, Level.POINT]


def test_looks_by_run_and_by_style(path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="dam"><w:rPr><w:b/></w:rPr></w:style>'
    drawn = p(r("1. Mục đích: ") + r("nâng cao", '<w:b w:val="0"/><w:i/>'), '<w:pStyle w:val="dam"/>')
    body = _body(read_plan(word_file(path, drawn, *_APPENDIX, **{"word/styles.xml": styles(style)}), 2026))
    assert body.parts == (BodyParagraph((Run("1. Mục đích: ", bold=True), Run("nâng cao", italic=True)), Level.ITEM),)


def test_capitals_that_word_draws(path: Path) -> None:
    style = '<w:style w:type="paragraph" w:styleId="hoa"><w:rPr><w:caps/></w:rPr></w:style>'
    caps = '<w:pStyle w:val="hoa"/>'
    heading = tbl(tr(tc(p("Ủy ban nhân dân", caps) + p("xã An Phú", caps)), tc(p("Độc lập - Tự do - Hạnh phúc"))))
    signature = tbl(tr(tc(p("Nơi nhận:") + p("- Lưu: VT.")), tc(p(r("Chủ tịch", "<w:caps/>")) + p("Trần Văn Bình"))))
    text = (p("Kế hoạch", caps), p("Cải cách năm 2026"), p("I. Mục tiêu", caps), p(r("Đạt ", "<w:caps/>") + r("95%.")))
    parts = {"word/styles.xml": styles(style)}
    imported = read_plan(word_file(path, heading, *text, signature, *_APPENDIX, **parts), 2026)
    body = _body(imported)
    assert body.heading == (
        "ỦY BAN NHÂN DÂN", "XÃ AN PHÚ", "Độc lập - Tự do - Hạnh phúc", "KẾ HOẠCH", "Cải cách năm 2026",
    )  # fmt: skip
    assert (body.signer_titles, body.signer_name) == (("CHỦ TỊCH",), "Trần Văn Bình")
    assert _texts(body) == ["I. Mục tiêu", "Đạt 95%."]
    assert (imported.plan.info.issuing_body, imported.plan.info.document_type) == (
        "ỦY BAN NHÂN DÂN XÃ AN PHÚ",
        "Kế hoạch",
    )


@pytest.mark.parametrize("document", [plan(), decision()], ids=["plan", "decision"])
def test_a_document_of_our_own_comes_back(document: OfficialDocument, path: Path) -> None:
    appendices = plan_document(sample_plan(), PrintOptions(heading_block=False)).sections
    write_docx(official_document(document, appendices), path)
    body = _body(read_plan(path, 2026))
    texts = [words_of(one).removesuffix("./.").rstrip(".;") for one in document.body if isinstance(one, BodyParagraph)]
    assert [text.removesuffix("./.").rstrip(".;") for text in _texts(body)][: len(texts)] == texts
    assert [one.rstrip(".;") for one in body.recipients] == list(document.recipients)
    assert [one.rstrip(".;") for one in body.bases] == [one.rstrip(".;") for one in document.bases]
    assert body.heading[:2] == tuple(line.upper() for line in document.issuing_body)


@pytest.mark.parametrize("name", PLANS)
def test_a_whole_real_plan_keeps_its_text_on_the_way_out_and_in(name: str, path: Path, shared: Path) -> None:
    first = read_plan(shared / "plans" / f"{name}.docx")
    write_docx(whole_plan(first.plan, _body(first)), path)
    again = read_plan(path)
    body = _body(again)
    *texts, last = _texts(_body(first))
    assert _texts(body) == [*texts, f"{last.removesuffix('./.').rstrip('.')}./."]
    assert (body.recipients, body.signer_titles, body.signer_name) == (
        _body(first).recipients, _body(first).signer_titles, _body(first).signer_name,
    )  # fmt: skip
    assert [one.rstrip(".;") for one in body.bases] == [one.rstrip(".;") for one in _body(first).bases]
    assert [(one.measure, one.target, one.where) for one in again.indicators] == [
        (one.measure, one.target, one.where) for one in first.indicators
    ]


def test_footnotes_of_text_and_cells(path: Path) -> None:
    mark = '<w:footnoteReference w:id="{}"/>'
    notes = "".join(
        f'<w:footnote w:id="{number}">{p(r("<w:footnoteRef/>") + r(text))}</w:footnote>'
        for number, text in ((0, "đường kẻ"), (2, " Chú thích hai."), (3, " Chú thích ba."))
    )
    cells = tr(tc(p(r("1") + r(mark.format(3)))), *_ITEM[1:])
    drawn = (p(r("Một câu") + r(mark.format(2)) + r(" của xã.")), p("Phụ lục 1"), plan_table(cells))
    imported = read_plan(word_file(path, *drawn, **_notes(notes)), 2026)
    body = _body(imported)
    assert _texts(body) == ["Một câu[1] của xã."]
    assert body.footnotes == ("[1] Chú thích hai.", "[2] Chú thích ba.")
    assert imported.plan.appendices[0].rows[0].cells[0] == "1"


def test_a_box_of_text_once_and_told(path: Path) -> None:
    inner = f"<w:pict><v:shape><v:textbox>{_BOX}</v:textbox></v:shape></w:pict>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{_BOX}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent>"
    )
    imported = read_plan(word_file(path, p(r("Một câu.") + f"<w:r>{both}</w:r>"), *_APPENDIX), 2026)
    assert _texts(_body(imported)) == ["Một câu.", "Chữ trong hộp"]
    assert "import.body_boxes" in [note.key for note in imported.notes]
    assert "import.text_boxes" not in [note.key for note in imported.notes]


def test_a_table_in_the_text(path: Path) -> None:
    table = tbl(tr("Xã", "Dân số", "Diện tích"), tr("A", "1", "2"), tr("B", "3", "4"))
    body = _body(read_plan(word_file(path, p("Theo bảng sau:"), table, p("Hết."), *_APPENDIX), 2026))
    assert body.parts[1] == BodyTable((("Xã", "Dân số", "Diện tích"), ("A", "1", "2"), ("B", "3", "4")), 0)
    assert _texts(body) == ["Theo bảng sau:", "Hết."]


def test_text_between_appendices_and_below_a_caption(path: Path) -> None:
    below = (p("(Kèm theo Kế hoạch này)"), p("Đơn vị tính: cuộc"), p("Ghi chú của phụ lục."), plan_table(tr(*_ITEM)))
    drawn = (p("Một câu."), *_APPENDIX, p("Câu ở giữa."), centered("Phụ lục 2"), p("Việc khác"), *below)
    body = _body(read_plan(word_file(path, *drawn), 2026))
    assert _texts(body) == ["Một câu."]
    assert [words_of(one) for one in body.after if isinstance(one, BodyParagraph)] == [
        "Câu ở giữa.",
        "Ghi chú của phụ lục.",
    ]


def test_a_file_of_appendices_only(path: Path) -> None:
    assert read_plan(word_file(path, *_APPENDIX), 2026).body is None
