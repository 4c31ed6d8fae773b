import pytest

from app.documents.layout import layout
from app.documents.model import Paragraph, Style, Table
from app.documents.official_body import body_blocks, body_table, rich_paragraph
from app.domain.body import BodyParagraph, BodyPart, BodyTable, Level, Run


def made(*body: BodyPart) -> list[Paragraph | Table]:
    return [block for block in body_blocks(body, layout()) if isinstance(block, Paragraph | Table)]


def line(words: str, level: Level = Level.PLAIN) -> BodyParagraph:
    return BodyParagraph((Run(words),), level)


@pytest.mark.parametrize(
    ("words", "level", "style"),
    [
        ("I. Mục đích", Level.PART, Style.PART),
        ("1. Mục đích", Level.ITEM, Style.ITEM_TITLE),
        ("1. Rà soát.", Level.ITEM, Style.ITEM),
        ("a) Rà soát", Level.POINT, Style.POINT_TITLE),
        ("a) Rà soát văn bản.", Level.POINT, Style.POINT),
        ("- Rà soát", Level.DASH, Style.BODY),
        ("Rà soát", Level.PLAIN, Style.BODY),
        ("QUYẾT ĐỊNH:", Level.HEADING, Style.BODY_HEADING),
        ("Điều 1. Ban hành.", Level.ARTICLE, Style.ARTICLE),
        ("Điều 1. Phạm vi", Level.ARTICLE, Style.ARTICLE_TITLE),
    ],
)
def test_each_level_has_its_style(words: str, level: Level, style: Style) -> None:
    first, _ = made(line(words, level), line("Hết."))
    assert isinstance(first, Paragraph)
    assert (first.text, first.style) == (words, style)


def test_the_ordinal_of_an_article_is_bold() -> None:
    first, _ = made(line("Điều 12. Ban hành kế hoạch.", Level.ARTICLE), line("Hết."))
    assert isinstance(first, Paragraph)
    assert first.runs == (Run("Điều 12.", bold=True), Run(" Ban hành kế hoạch."))


@pytest.mark.parametrize("end", ["", ".", ";", "./.", " ./. "])
def test_the_text_ends_with_its_sign_once(end: str) -> None:
    *_, last = made(line("Một."), BodyParagraph((Run("Kính ", bold=True), Run(f"báo cáo{end}")), Level.PLAIN))
    assert isinstance(last, Paragraph)
    assert last.text == "Kính báo cáo./."
    assert last.runs == (Run("Kính ", bold=True), Run("báo cáo./."))


def test_a_full_stop_in_a_run_of_its_own_is_replaced() -> None:
    (last,) = made(BodyParagraph((Run("Kính báo cáo"), Run(".", bold=True)), Level.PLAIN))
    assert isinstance(last, Paragraph)
    assert last.text == "Kính báo cáo./."


def test_an_empty_body_and_empty_paragraphs_give_nothing() -> None:
    assert made() == []
    assert made(line("  "), BodyParagraph((), Level.PLAIN)) == []


def test_a_body_that_ends_with_a_table_keeps_it_last() -> None:
    *_, last = made(line("Số liệu:"), BodyTable((("A",), ("1",)), 1))
    assert isinstance(last, Table)


def test_plain_runs_are_joined() -> None:
    assert rich_paragraph((Run("a"), Run("b")), Style.BODY) == Paragraph("ab", Style.BODY)
    mixed = (Run("a"), Run(""), Run("b", italic=True))
    assert rich_paragraph(mixed, Style.BODY).runs == (Run("a"), Run("b", italic=True))


def test_tables_take_the_width_of_the_page_and_centre_numbers() -> None:
    table = body_table(
        BodyTable((("TT", "Lĩnh vực", "Số"), ("", "", "(1)"), ("1", "Thể chế", "25.898"), ("2", "Thủ tục", "-")), 2),
        layout(),
    )
    assert sum(table.widths) == pytest.approx(layout().page("A4", landscape=False).printable_width)
    assert [len(row) for row in table.headings] == [3, 3]
    assert [cell and cell.centered for cell in table.rows[0]] == [True, False, True]


def test_a_table_without_heading() -> None:
    table = body_table(BodyTable((("Một", "Hai"),), 0), layout())
    assert table.headings == ()
    assert len(table.rows) == 1


def test_a_table_of_nothing_but_its_heading() -> None:
    table = body_table(BodyTable((("Một", "Hai"),), 1), layout())
    assert (len(table.headings), table.rows) == (1, ())
