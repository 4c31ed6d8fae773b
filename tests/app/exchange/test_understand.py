"""Source documents understood as plans: what belongs together, what is left out, what was assumed."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import Refused
from app.domain.imported import ImportedPlan, ImportNote, NoteKind
from app.domain.plan import Appendix, Cell, Role, RowKind
from app.exchange.source import SourceDocument, SourceParagraph, SourceRemark, SourceTable
from app.exchange.understand import understand
from app.texts import sentence_for, text
from tests.app.exchange.source_samples import HEADINGS, lines, source, table

Blocks = tuple[SourceParagraph | SourceTable, ...]
_FIRST = ("1", "Việc một", "Báo cáo", "Phòng A", "Quý I")
_SECOND = ("2", "Việc hai", "Kế hoạch", "Phòng B", "Quý II")
_TITLED = lines("KẾ HOẠCH", "Cải cách hành chính năm 2026", "Phụ lục số 01: Nhiệm vụ")


def _read(*blocks: SourceParagraph | SourceTable) -> ImportedPlan:
    return understand(source(*_TITLED, *blocks))


def _cells(appendix: Appendix) -> list[tuple[Cell, ...]]:
    return [row.cells for row in appendix.rows]


def _sentence(note: ImportNote) -> str:
    return text(note.key, **dict(note.values))


def test_a_plan() -> None:
    imported = _read(table(HEADINGS, ("I", ("CHỈ ĐẠO", 4)), _FIRST))
    appendix = imported.plan.appendices[0]
    assert (imported.source, imported.plan.info.title) == ("kế hoạch.docx", "Cải cách hành chính năm 2026")
    assert (appendix.label, appendix.title) == ("Phụ lục số 01", "Nhiệm vụ")
    assert [row.kind for row in appendix.rows] == [RowKind.SECTION, RowKind.ITEM]
    assert imported.notes == ()


def test_several_appendices() -> None:
    imported = _read(table(HEADINGS, _FIRST), *lines("Phụ lục số 02: Khác"), table(HEADINGS, _SECOND, number=2))
    assert [(one.label, one.title, len(one.rows)) for one in imported.plan.appendices] == [
        ("Phụ lục số 01", "Nhiệm vụ", 1),
        ("Phụ lục số 02", "Khác", 1),
    ]


@pytest.mark.parametrize("between", [(), ("- 2 -",), ("Phụ lục số 01 (tiếp theo)",), ("Phụ lục số 01: Nhiệm vụ",)])
@pytest.mark.parametrize("repeated", [True, False])
def test_a_table_over_several_pages(repeated: bool, between: tuple[str, ...]) -> None:
    more = table(*([HEADINGS] if repeated else []), _SECOND, number=2)
    imported = _read(table(HEADINGS, _FIRST), *lines(*between), more)
    assert [_cells(appendix) for appendix in imported.plan.appendices] == [[_FIRST, _SECOND]]
    assert imported.notes == ()


def test_the_rest_of_a_row_on_the_next_page() -> None:
    rest = ("", "", "và tờ trình", None, "")
    imported = _read(table(HEADINGS, _FIRST, _SECOND), table(HEADINGS, rest, ("3", "Ba", "", "", ""), number=2))
    assert _cells(imported.plan.appendices[0]) == [
        _FIRST,
        ("2", "Việc hai", "Kế hoạch\nvà tờ trình", "Phòng B", "Quý II"),
        ("3", "Ba", "", "", ""),
    ]
    assert imported.notes == (ImportNote(NoteKind.ASSUMED, "import.continued_row", (), 2, 0, 1),)


def test_a_row_without_number_and_task_is_joined_only_at_the_top_of_a_continued_table() -> None:
    imported = _read(table(HEADINGS, ("", "", "a", "", ""), _FIRST, ("", "", "b", "", "")))
    assert len(imported.plan.appendices[0].rows) == 3


def test_a_row_after_a_section_is_joined_to_nothing() -> None:
    first = table(HEADINGS, _FIRST, ("II", ("THỂ CHẾ", 4)))
    imported = _read(first, table(HEADINGS, ("", "", "a", "", ""), number=2))
    assert [row.kind for row in imported.plan.appendices[0].rows] == [RowKind.ITEM, RowKind.SECTION, RowKind.ITEM]


def test_a_merge_does_not_reach_over_the_page() -> None:
    imported = _read(table(HEADINGS, _FIRST), table(HEADINGS, ("2", "Hai", None, "", ""), number=2))
    assert imported.plan.appendices[0].rows[1].cells[2] == ""


def test_other_headings_below_no_caption_are_another_appendix() -> None:
    other = table(("TT", "Công việc", "Thời hạn"), ("1", "a", "b"), number=2)
    imported = _read(table(HEADINGS, _FIRST), other)
    assert len(imported.plan.appendices) == 2
    assert [note.key for note in imported.notes] == ["import.no_label"]
    assert imported.plan.appendices[1].label == "Phụ lục"


def test_a_sixth_layout_needs_no_code() -> None:
    heading = ("Thời hạn", "Đơn vị chủ trì", "Mã số", "Kết quả", "Đầu việc", "STT", "Kinh phí", "Lưu ý")
    imported = _read(table(heading, tuple("abcdefgh")))
    appendix = imported.plan.appendices[0]
    assert [column.heading for column in appendix.columns] == list(heading)
    assert [column.role.value for column in appendix.columns] == [
        "deadline", "lead", "other", "product", "task", "ordinal", "budget", "note",
    ]  # fmt: skip
    (note,) = imported.notes
    assert (note.key, note.appendix, note.column, note.table) == ("import.unknown_heading", 0, 2, 1)
    assert "“Mã số”" in _sentence(note)


def test_text_below_no_heading_is_told() -> None:
    imported = _read(table(HEADINGS, _FIRST, (*_SECOND, "lạc")))
    assert [(note.key, note.kind, note.row) for note in imported.notes] == [("import.text_outside", NoteKind.UNREAD, 1)]
    assert "“lạc”" in _sentence(imported.notes[0])


def test_the_heading_block_and_the_signature_are_laid_out_in_tables() -> None:
    head = table(
        ("ỦY BAN NHÂN DÂN\nXÃ AN PHÚ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
        ("Số: 05/KH-UBND", "An Phú, ngày 10 tháng 01 năm 2026"),
    )
    end = table(
        ("Nơi nhận:\n- UBND huyện;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Văn Bình"),
        number=2,
    )
    text_above = lines("KẾ HOẠCH", "Cải cách hành chính năm 2026", "Căn cứ Luật A;", "Căn cứ Kế hoạch B;")
    orders: tuple[Blocks, ...] = (
        (head, *text_above, end, *lines("PHỤ LỤC", "NHIỆM VỤ"), table(HEADINGS, _FIRST, number=3)),
        (head, *text_above, *lines("PHỤ LỤC", "NHIỆM VỤ"), table(HEADINGS, _FIRST, number=3), end),
    )
    for blocks in orders:
        imported = understand(source(*blocks))
        info = imported.plan.info
        assert imported.notes == ()
        assert (info.issuing_body, info.level) == ("ỦY BAN NHÂN DÂN XÃ AN PHÚ", "commune")
        assert (info.symbol, info.place_date) == ("05/KH-UBND", "An Phú, ngày 10 tháng 01 năm 2026")
        assert (info.signer_title, info.signer_name) == ("PHÓ CHỦ TỊCH", "Trần Văn Bình")
        assert info.recipients == ("UBND huyện;", "Lưu: VT.")
        assert info.legal_bases == ("Căn cứ Luật A;", "Căn cứ Kế hoạch B;")


def test_a_signature_in_paragraphs_below_the_table() -> None:
    below = lines("Nơi nhận:", "- UBND huyện;", "- Lưu: VT.", "CHỦ TỊCH", "Trần Văn Bình")
    info = _read(table(HEADINGS, _FIRST), *below).plan.info
    assert info.recipients == ("UBND huyện;", "Lưu: VT.")
    assert (info.signer_title, info.signer_name) == ("CHỦ TỊCH", "Trần Văn Bình")


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    ("sheet", "key", "kind"),
    [(None, "import.table_in_text", NoteKind.ASSUMED), ("Dân số", "import.no_headings", NoteKind.UNREAD)],
)
def test_a_table_of_something_else_is_no_appendix_and_told(
    sheet: str | None, key: str, kind: NoteKind, first: bool
) -> None:
    rows = (("Xã", "Dân số", "Diện tích"), ("A", "1", "2"), ("B", "3", "4"))
    other = replace(table(*rows, number=7), sheet=sheet)
    plan = replace(table(HEADINGS, _FIRST), sheet=sheet and "Phụ lục 1")
    imported = understand(source(*_TITLED, *((other, plan) if first else (plan, other))))
    assert [(note.key, note.kind, note.table) for note in imported.notes] == [(key, kind, 7)]
    assert all(_sentence(note) for note in imported.notes)
    assert len(imported.plan.appendices) == 1
    assert (imported.body is None) == (sheet is not None)


def test_the_year() -> None:
    undated = source(*lines("KẾ HOẠCH", "Cải cách hành chính"), *lines("Phụ lục 1"), table(HEADINGS, _FIRST))
    assert understand(undated, 2031).plan.info.year == 2031
    assert understand(undated, 2031).notes == ()
    assert [note.key for note in understand(undated).notes] == ["import.no_year"]
    looked_back = understand(undated, None, date(2029, 3, 1))
    assert (looked_back.plan.info.year, [note.key for note in looked_back.notes]) == (2029, ["import.no_year"])
    assert understand(source(*_TITLED, table(HEADINGS, _FIRST)), 2031).plan.info.year == 2026


def test_remarks_of_the_reader_find_their_row() -> None:
    remarks = (SourceRemark("import.nested_table", (), 1, 3), SourceRemark("import.macros", unread=True))
    blocks: Blocks = (*_TITLED, table(HEADINGS, _FIRST, _SECOND))
    imported = understand(SourceDocument("a.docx", blocks, remarks))
    assert [(note.key, note.kind, note.appendix, note.row) for note in imported.notes] == [
        ("import.nested_table", NoteKind.ASSUMED, 0, 1),
        ("import.macros", NoteKind.UNREAD, None, None),
    ]


def test_every_note_has_a_sentence() -> None:
    odd = table(("TT", "Nhiệm vụ", "Mã", "Thời gian"), ("1", "a", "b", "c", "lạc"))
    more = table(("", "", "x", ""), number=2)
    imported = understand(source(odd, more))
    keys = [note.key.removeprefix("import.") for note in imported.notes]
    assert keys == ["no_title", "no_year", "no_label", "unknown_heading", "text_outside", "continued_row"]
    assert all(_sentence(note) for note in imported.notes)


def test_widths_are_those_of_the_document() -> None:
    drawn = _read(table(HEADINGS, _FIRST, widths=(10, 60.04, 40, 30, 20))).plan.appendices[0]
    assert [column.width for column in drawn.columns] == [10, 60.0, 40, 30, 20]
    alike = _read(table(HEADINGS, _FIRST, widths=(30,) * 5)).plan.appendices[0]
    assert {column.width for column in alike.columns} == {None}


def test_two_columns_of_one_role_are_both_kept() -> None:
    imported = _read(table(("TT", "Nhiệm vụ", "Thời gian bắt đầu", "Thời gian kết thúc"), ("1", "a", "b", "c")))
    assert [column.role for column in imported.plan.appendices[0].columns[2:]] == [Role.DEADLINE] * 2


@pytest.mark.parametrize(
    "blocks", [(), (table(),), (table(("a", "b")),), tuple(lines("chữ")), (table(("Xã", "Dân số", "Diện tích")),)]
)
def test_no_table_of_a_plan(blocks: tuple[SourceTable, ...]) -> None:
    with pytest.raises(Refused) as refused:
        understand(source(*blocks))
    assert refused.value.key == "import.no_plan_table"
    assert "kế hoạch.docx" in sentence_for(refused.value)


def test_too_many_columns() -> None:
    assert len(_read(table((*HEADINGS, *map(str, range(55))), _FIRST)).plan.appendices[0].columns) == 60
    with pytest.raises(Refused) as refused:
        _read(table((*HEADINGS, *map(str, range(56))), _FIRST))
    assert refused.value.key == "import.too_many_columns"
    assert "60" in sentence_for(refused.value)
