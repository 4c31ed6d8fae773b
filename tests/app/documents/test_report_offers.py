"""Sentences of the register for the parts of a report."""

from decimal import Decimal

import pytest

from app.documents.report_document import drafted_parts
from app.documents.report_offers import Sources, offers_for
from app.domain.body import Level, words_of
from app.domain.report import ReportPart
from app.domain.report_span import span_of
from app.domain.reporting_period import parse_period
from app.domain.statistics_form import NOT_AVAILABLE, Figure, ValueKind
from app.exchange.outlines import report_kit
from app.exchange.samples import sample_plan
from app.texts import text

KIT = report_kit()
PARTS = {part.key: part for part in KIT.outline.parts}


def sources(**figures: Figure) -> Sources:
    """An empty register with ``figures``, "form_row" of the statistics forms with "_" for each sign."""
    keyed = {name[1:].replace("_", "/", 1).replace("_", "."): figure for name, figure in figures.items()}
    return Sources(sample_plan(), (), span_of(parse_period("2026-Q1"), KIT.calendar), KIT.forms, keyed)


@pytest.mark.parametrize(
    ("key", "figures", "sentence"),
    [
        ("II.2", {"f3_3_3_2": Figure(Decimal(5))}, "- Số PAKN đã giải quyết xong: 5 PAKN."),
        ("II.2", {"f1_5_1": Figure(Decimal(1320))}, "- Số lượng phiếu khảo sát: 1.320."),
        (
            "II.2",
            {"f3_3_2_1": Figure(Decimal(8))},
            "- Tổng số hồ sơ TTHC đã giải quyết xong (chỉ tiêu 3.2.1): 8 hồ sơ.",
        ),
        ("I.3", {"f1_3_3_1": Figure(Decimal(4))}, "- Số vấn đề phát hiện qua kiểm tra: 4 vấn đề."),
        (
            "I.1",
            {"f1_6": Figure(Decimal(1))},
            "- Tổ chức đối thoại của lãnh đạo với người dân, cộng đồng doanh nghiệp: Có.",
        ),
    ],
)
def test_a_figure_is_said_with_its_unit_or_what_it_means(key: str, figures: dict[str, Figure], sentence: str) -> None:
    assert offers_for(PARTS[key], sources(**figures)) == (sentence,)


def test_what_is_not_available_is_not_said() -> None:
    assert offers_for(PARTS["I.3"], sources(f1_3_1=NOT_AVAILABLE)) == ()


def lines(part: ReportPart) -> list[tuple[Level, str]]:
    """The paragraphs of a part with their levels."""
    return [(one.level, words_of(one)) for one in part.paragraphs if hasattr(one, "level")]


def test_what_is_offered_stands_below_its_point_and_a_point_without_data_says_so() -> None:
    drafted = {part.key: part for part in drafted_parts(KIT.outline, sources(f2_1_2=Figure(Decimal(2))))}
    nothing = (Level.PLAIN, text("report.no_data"))
    assert lines(drafted["II.1"])[:4] == [
        (Level.POINT, "a) Xây dựng văn bản quy phạm pháp luật"),
        (Level.DASH, "- Số VBQPPL do cấp xã ban hành: 2 văn bản."),
        (Level.POINT, "b) Tổ chức thi hành và theo dõi thi hành pháp luật"),
        nothing,
    ]
    assert lines(drafted["IV.2"]) == [nothing]
    assert [words[:2] for level, words in lines(drafted["II.6"]) if level is Level.POINT] == [
        "a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)",
    ]  # fmt: skip


def test_every_row_of_a_form_that_a_part_offers_stands_below_a_point() -> None:
    figures = {f"{form.key}/{row.code}": Figure(Decimal(1)) for form in KIT.forms.forms for row in form.rows
               if row.kind is not ValueKind.HEADING}  # fmt: skip
    one = sources()
    full = Sources(one.plan, one.rows, one.span, one.forms, figures)
    for part in drafted_parts(KIT.outline, full):
        if PARTS[part.key].points:
            assert lines(part)[0][0] is Level.POINT, lines(part)[0]
