from dataclasses import replace

import pytest

from app.documents.official_wording import ROOM
from app.documents.options import PrintOptions
from app.documents.plan_official import plan_documents, whole_plan
from app.domain.body import Body, BodyParagraph, Level, Run
from app.domain.official import PartialDate
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind


def line(words: str, level: Level = Level.PLAIN) -> BodyParagraph:
    return BodyParagraph((Run(words),), level)


INFO = PlanInfo(
    "Cải cách hành chính năm 2031",
    2031,
    issuing_body="ỦY BAN NHÂN DÂN XÃ SÔNG MƠ",
    document_type="Kế hoạch",
    symbol="/KH-UBND",
    place_date="Sông Mơ, ngày tháng 01 năm 2031",
    recipients=("Lưu: VT.",),
)
BODY = Body(
    parts=(line("I. MỤC ĐÍCH", Level.PART), line("Đẩy mạnh cải cách.")),
    heading=("ỦY BAN NHÂN DÂN", "XÃ SÔNG MƠ", "KẾ HOẠCH", "Cải cách hành chính năm 2031"),
    bases=("Căn cứ Kế hoạch của tỉnh;",),
    recipients=("Như trên;", "Lưu: VT."),
    signer_titles=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
)
DECISION = replace(INFO, document_type="Quyết định", title="Ban hành Kế hoạch", symbol="Số: 12/QĐ-UBND")
DECISION_BODY = replace(
    BODY,
    heading=("QUYẾT ĐỊNH", "Ban hành Kế hoạch", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SÔNG MƠ"),
    decision=(line("QUYẾT ĐỊNH:"), line("Điều 1. Ban hành Kế hoạch.", Level.ARTICLE)),
    plan_heading=(
        "ỦY BAN NHÂN DÂN",
        "KẾ HOẠCH",
        "Cải cách hành chính năm 2031",
        "(Ban hành kèm theo Quyết định số /QĐ-UBND ngày tháng 01 năm 2031",
        "của Chủ tịch)",
    ),
)
APPENDIX = Appendix("Phụ lục I", "Nhiệm vụ", (Column("Nhiệm vụ", Role.TASK),), (Row(RowKind.ITEM, ("Rà soát",)),))


def test_a_plan_alone_is_one_document() -> None:
    (plan,) = plan_documents(INFO, BODY, ("Phụ lục I",))
    assert (plan.document_type, plan.title) == ("KH", INFO.title)
    assert (plan.number, plan.symbol) == ("", "KH-UBND")
    assert (plan.place, plan.day) == ("Sông Mơ", PartialDate(2031, 1, None))
    assert plan.issuing_body == ("ỦY BAN NHÂN DÂN", "XÃ SÔNG MƠ")
    assert plan.bases == BODY.bases
    assert plan.recipients == BODY.recipients
    assert plan.signer.authority == BODY.signer_titles
    assert plan.appendices == ("Phụ lục I",)


def test_a_decision_comes_before_the_plan_that_it_issues() -> None:
    decision, plan = plan_documents(DECISION, DECISION_BODY, ("Phụ lục I",))
    assert (decision.document_type, decision.number, decision.symbol) == ("QĐ", "12", "QĐ-UBND")
    assert decision.authority == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ SÔNG MƠ"
    assert isinstance(decision.body[0], BodyParagraph)
    assert decision.body[0].level is Level.HEADING
    assert decision.appendices == ()
    assert (plan.document_type, plan.title) == ("KH", "Cải cách hành chính năm 2031")
    assert plan.attached_to.endswith("năm 2031 của Chủ tịch)")
    assert f"số{ROOM}/QĐ-UBND ngày{ROOM}tháng 01 năm 2031" in plan.attached_to
    assert plan.body == BODY.parts
    assert plan.bases == plan.recipients == ()


@pytest.mark.parametrize("written", [None, "", "năm 2031", "Sông Mơ"])
def test_a_day_that_the_file_does_not_say_is_of_the_plans_year(written: str | None) -> None:
    (plan,) = plan_documents(replace(INFO, place_date=written, symbol=None), BODY)
    assert plan.day == PartialDate(2031)
    assert (plan.number, plan.symbol) == ("", "")


def test_what_stands_behind_the_appendix_and_in_footnotes_is_kept() -> None:
    (plan,) = plan_documents(INFO, replace(BODY, after=(line("Ghi chú chung."),), footnotes=("[1] Nguồn",)))
    assert plan.body[-2:] == (line("Ghi chú chung."), line("[1] Nguồn"))


def test_the_whole_plan_has_its_text_upright_and_its_appendices_turned() -> None:
    made = whole_plan(Plan(DECISION, (APPENDIX,)), DECISION_BODY)
    assert [section.landscape for section in made.sections] == [False, False, True]
    assert made.info == DECISION
    assert [section.name for section in made.sections] == ["Ban hành Kế hoạch", INFO.title, "Phụ lục I"]


def test_a_plan_without_appendices_has_its_text_all_the_same() -> None:
    assert len(whole_plan(Plan(INFO), BODY, PrintOptions()).sections) == 1
