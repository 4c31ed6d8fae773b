"""Plans in Word files, sound and broken: what comes of them, and the one sentence where nothing can."""

from pathlib import Path

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.exchange.read import read_plan
from app.texts import sentence_for
from tests.app.exchange.word_files import (
    centered,
    document,
    goes_on,
    in_list,
    level,
    numbering,
    p,
    plan_table,
    r,
    restart,
    styles,
    tbl,
    tc,
    tr,
    word_file,
)

_ITEM = ("1", "Một việc", "Báo cáo", "Phòng A", "Quý I")


def _plan_refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        read_plan(path, 2026)
    sentence = sentence_for(refused.value)
    assert path.name in sentence and sentence.endswith(".") and "\n" not in sentence
    return refused.value.key


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")


def _stream(name: str) -> bytes:
    return (name.encode("utf-16-le") + b"\0\0").ljust(128, b"\0")


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "read.empty"),
        (b"Chi la chu", "read.unknown"),
        (b"%PDF-1.4", "read.pdf"),
        (b"{\\rtf1}", "read.rich_text"),
        (_OLE + _stream("EncryptedPackage"), "read.encrypted"),
        (_OLE + _stream("WordDocument"), "read.binary_doc"),
        (b"PK\x03\x04", "import.truncated"),
    ],
)
def test_what_is_no_word_document_though_named_so(content: bytes, key: str, path: Path) -> None:
    path.write_bytes(content)
    assert _plan_refusal(path) == key


def test_a_file_cut_off(path: Path) -> None:
    whole = word_file(path, plan_table(tr(*_ITEM))).read_bytes()
    for length in (5, len(whole) // 2, len(whole) - 5):
        path.write_bytes(whole[:length])
        assert _plan_refusal(path) == "import.truncated"


@pytest.mark.parametrize(
    ("blocks", "key"),
    [
        ((), "import.empty"),
        ((p("Chỉ có chữ"),), "import.no_table"),
        ((tbl(tr("Tên", "Số"), tr("a", "1")),), "import.no_plan_table"),
        ((tbl(tr("TT", "Nhiệm vụ", "Thời gian", *[""] * 70)),), "import.too_many_columns"),
    ],
)
def test_documents_without_a_plan(blocks: tuple[str, ...], key: str, path: Path) -> None:
    assert _plan_refusal(word_file(path, *blocks)) == key


def test_a_declaration_of_entities(path: Path) -> None:
    hostile = '<!DOCTYPE w:document [<!ENTITY a "a">]>' + document(p("a")).split("?>")[1]
    assert _plan_refusal(word_file(path, **{"word/document.xml": hostile})) == "import.hostile_xml"


def test_a_path_out_of_the_package(path: Path) -> None:
    assert _plan_refusal(word_file(path, p("a"), **{"../../a.txt": "a"})) == "import.path_trick"


def test_a_bomb(path: Path) -> None:
    assert _plan_refusal(word_file(path, p("a"), **{"word/media/a.bmp": bytes(5_000_000)})) == "import.bomb"


def test_a_merge_without_a_start(path: Path) -> None:
    rows = (tr(tc("", goes_on()), *_ITEM[1:]), tr(*_ITEM), tr("2", tc("", goes_on()), "x", "y", "z"))
    cells = [row.cells for row in read_plan(word_file(path, plan_table(*rows)), 2026).plan.appendices[0].rows]
    assert cells == [("", *_ITEM[1:]), _ITEM, ("2", None, "x", "y", "z")]


def test_a_cell_wider_than_the_table(path: Path) -> None:
    wide = tr("1", tc("Một", '<w:gridSpan w:val="2000000000"/>'))
    assert read_plan(word_file(path, plan_table(wide, tr(*_ITEM))), 2026).plan.appendices[0].rows[1].cells == _ITEM


def test_ordinals_drawn_by_word(path: Path) -> None:
    lists = {"word/numbering.xml": numbering(level(0, "decimal", "%1."), level(0, "bullet", "·"))}
    rows = [tr(tc(p("", in_list(1))), tc(p("a", in_list(2)) + p("b", in_list(2))), "", "", "") for _ in range(2)]
    appendix = read_plan(word_file(path, plan_table(*rows), **lists), 2026).plan.appendices[0]
    assert [row.cells[:2] for row in appendix.rows] == [("1.", "- a\n- b"), ("2.", "- a\n- b")]


def test_a_heading_of_two_rows_and_merged_tasks(path: Path) -> None:
    upper = tr(tc("TT", restart()), tc("Nhiệm vụ", restart()), tc("Phân công", span=2), tc("Thời gian", restart()))
    lower = tr(tc("", goes_on()), tc("", goes_on()), "Chủ trì", "Phối hợp", tc("", goes_on()))
    numbers = tr("(1)", "(2)", "(3)", "(4)", "(5)")
    body = tr("1", tc("Việc", restart()), "A", "B", "Quý I"), tr("2", tc("", goes_on()), "C", "D", "Quý II")
    appendix = read_plan(word_file(path, tbl(upper, lower, numbers, *body)), 2026).plan.appendices[0]
    assert [column.role.value for column in appendix.columns] == ["ordinal", "task", "lead", "coordination", "deadline"]
    assert [row.cells for row in appendix.rows] == [("1", "Việc", "A", "B", "Quý I"), ("2", None, "C", "D", "Quý II")]


def test_an_indented_row_keeps_its_columns(path: Path) -> None:
    row = tr("Báo cáo", "Phòng A", "Quý I", properties='<w:gridBefore w:val="2"/>')
    appendix = read_plan(word_file(path, plan_table(tr(*_ITEM), row)), 2026).plan.appendices[0]
    assert appendix.rows[1].cells == ("", "", "Báo cáo", "Phòng A", "Quý I")


_MUTATED = ("w:val", "w:tc>", "w:tr>", "w:p>", "w:tbl>", "1", "restart", "<", ">", "/", '"', "TT", "Nhiệm vụ")


@seed(20260122)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_no_broken_file_raises_anything_but_a_refusal(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "hỏng.docx"
    merged = tr(
        tc("1", restart()), tc("Hai", span=2), tc(tbl(tr("x")) + p("a", in_list(1))), tc(p(r("b", "<w:vanish/>")))
    )
    files = {
        "word/document.xml": document(centered("Phụ lục 1"), plan_table(tr(*_ITEM), merged)),
        "word/numbering.xml": numbering(level(0, "decimal", "%1.") + level(1, "lowerRoman", "%1.%2")),
        "word/styles.xml": styles('<w:style w:styleId="a"><w:basedOn w:val="a"/></w:style>'),
    }
    if data.draw(st.booleans()):
        name = data.draw(st.sampled_from(sorted(files)))
        for _ in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, len(files[name])))
            gone = data.draw(st.integers(0, 12))
            files[name] = files[name][:at] + data.draw(st.sampled_from(_MUTATED)) + files[name][at + gone :]
        word_file(path, **files)
    else:
        content = bytearray(word_file(path, **files).read_bytes())
        for _ in range(data.draw(st.integers(1, 8))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(content[: data.draw(st.integers(1, len(content)))] if data.draw(st.booleans()) else content)
    try:
        read_plan(path, 2026)
    except Refused as refused:
        assert path.name in sentence_for(refused)
