"""The text of a plan in sections, and carried over to another year."""

from app.domain.body import Body, BodyParagraph, BodyTable, Run, words_of
from app.domain.body_text import level_of
from app.domain.plain import from_plain, to_plain
from app.domain.plan_text import Heading, Section, headings_of, is_empty, mark_read, sections_of, with_section
from app.domain.plan_text_years import body_for_year, words_for_year


def line(words: str, to_read: bool = False) -> BodyParagraph:
    """A paragraph of the level it begins with."""
    return BodyParagraph((Run(words),), level_of(words), to_read)


TABLE = BodyTable((("TT", "Chi năm 2026"), ("1", "Theo Quyết định số 5/QĐ-UBND ngày 05/3/2026")), 1)
BODY = Body(
    (line("I. MỤC TIÊU NĂM 2026"), line("1. Chung"), line("Trước ngày 15/12/2026 báo cáo."), TABLE, line("- Việc")),
    bases=("Căn cứ Luật;", "Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh."),
    plan_heading=("KẾ HOẠCH", "(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026)"),
    recipients=("Lưu: VT.",),
    signer_titles=("CHỦ TỊCH",),
)


def test_the_sections_give_the_body_back() -> None:
    again = BODY
    for one in sections_of(BODY):
        again = with_section(again, one.section, one.parts)
    assert again == BODY
    assert [one.section for one in sections_of(BODY)][:2] == [Section.BASES, Section.PARTS]
    assert Section.DECISION not in [one.section for one in sections_of(BODY)]


def test_empty_lines_are_left_out_and_a_name_is_one_line() -> None:
    body = with_section(BODY, Section.RECIPIENTS, (line("Như trên;"), line(" "), line("Lưu: VT.")))
    assert body.recipients == ("Như trên;", "Lưu: VT.")
    body = with_section(body, Section.SIGNER_NAME, (line("Họ"), line("và tên")))
    assert body.signer_name == "Họ và tên"
    assert with_section(body, Section.SIGNER_NAME, ()).signer_name is None


def test_titles_are_found_with_their_places() -> None:
    [parts] = [one for one in sections_of(BODY) if one.section is Section.PARTS]
    assert headings_of(parts) == (Heading("I. MỤC TIÊU NĂM 2026", 0, 0), Heading("1. Chung", 1, 1))


def test_a_stored_text_with_tables_and_marks_is_read_back_and_an_old_one_too() -> None:
    marked = body_for_year(BODY, 2026, 2027)
    assert from_plain(Body, to_plain(marked)) == marked
    assert from_plain(Body, {"parts": [], "bases": ["a"]}) == Body((), bases=("a",))


def test_years_go_with_the_plan_and_citations_stay() -> None:
    body = body_for_year(BODY, 2026, 2027)
    assert words_of(body.parts[0]) == "I. MỤC TIÊU NĂM 2027"
    assert words_of(body.parts[2]) == "Trước ngày 15/12/2027 báo cáo."
    assert body.parts[3] == BodyTable((("TT", "Chi năm 2027"), TABLE.rows[1]), 1)
    assert body.bases == BODY.bases and body.to_read == ("bases",)
    assert body.plan_heading[1] == "(Kèm theo Quyết định số     /QĐ-UBND ngày     tháng     năm 2027)"
    marks = [isinstance(part, BodyParagraph) and part.to_read for part in body.parts]
    assert marks == [True, False, True, False, False]
    assert body_for_year(BODY, 2026, 2026) is BODY


def test_years_around_the_plans_own_move_with_it() -> None:
    assert words_for_year("so với năm 2025; sang năm 2027; Quý I/2026", 2026, 2028) == (
        "so với năm 2027; sang năm 2029; Quý I/2028"
    )
    assert words_for_year("giai đoạn 2021 - 2030", 2026, 2027) == "giai đoạn 2021 - 2030"


def test_what_was_read_is_marked_no_more() -> None:
    body = body_for_year(BODY, 2026, 2027)
    assert [one.to_read for one in sections_of(mark_read(body, Section.BASES))][0] == 0
    assert sum(one.to_read for one in sections_of(mark_read(body))) == 0


def test_a_text_of_recipients_alone_is_empty() -> None:
    assert is_empty(None) and is_empty(Body((), recipients=("Lưu: VT.",)))
    assert not is_empty(BODY)
