from dataclasses import replace

import pytest

from app.documents.layout import layout
from app.documents.model import HeadingBlock, Paragraph, Section, SignatureBlock, Style
from app.documents.official_document import official_document, official_section
from app.documents.text_width import text_width
from app.domain.errors import Refused
from app.domain.official import OfficialDocument, Signer, Urgency
from tests.app.exchange.official_samples import SAMPLES, decision, dispatch, plan, report


def paragraphs(document: OfficialDocument, style: Style) -> list[Paragraph]:
    blocks = official_section(document).blocks
    return [block for block in blocks if isinstance(block, Paragraph) and block.style is style]


def heading(document: OfficialDocument) -> HeadingBlock:
    block = official_section(document).blocks[0]
    assert isinstance(block, HeadingBlock)
    return block


@pytest.mark.parametrize("name", SAMPLES)
def test_the_text_stands_upright_and_the_appendices_follow(name: str) -> None:
    annex = Section("Phụ lục I", ())
    made = official_document(SAMPLES[name], (annex,))
    assert not made.sections[0].landscape
    assert made.sections[1:] == (annex,)
    assert made.title == made.sections[0].name == SAMPLES[name].title


def test_a_report_has_its_type_and_a_title_with_a_line_below() -> None:
    assert [one.text for one in paragraphs(report(), Style.DOCUMENT_TYPE)] == ["Báo cáo"]
    (title,) = paragraphs(report(), Style.DOCUMENT_TITLE)
    assert title.rule == layout().lines[Style.DOCUMENT_TITLE]
    first, second = title.text.split("\n")
    assert abs(text_width(first, 14, True) - text_width(second, 14, True)) < 30


def test_the_line_of_an_issued_plan_stands_below_what_issues_it() -> None:
    (title,) = paragraphs(plan(), Style.DOCUMENT_TITLE)
    (attached,) = paragraphs(plan(), Style.ATTACHED_TO)
    assert title.rule == 0
    assert attached.rule > 0
    assert heading(plan()).symbol == heading(plan()).place_date == ""


def test_a_dispatch_has_its_title_below_the_number() -> None:
    block = heading(dispatch())
    assert " ".join(block.dispatch_title.split()) == f"V/v {dispatch().title}"
    assert block.urgency is Urgency.IMMEDIATE
    assert not paragraphs(dispatch(), Style.DOCUMENT_TYPE)
    assert not paragraphs(dispatch(), Style.DOCUMENT_TITLE)


def test_one_addressee_stands_on_the_line_of_kinh_gui() -> None:
    assert [one.text for one in paragraphs(dispatch(), Style.ADDRESSEE)] == ["Kính gửi: Các phòng, đơn vị thuộc xã"]


def test_several_addressees_have_their_dashes_below_the_colon() -> None:
    label, *lines = paragraphs(report(), Style.ADDRESSEE)
    assert [line.text for line in lines] == ["- Ủy ban nhân dân tỉnh;", "- Sở Nội vụ."]
    assert {line.left for line in lines} == {label.left + text_width("Kính gửi", 14)}


def test_a_decision_names_who_issues_it_and_its_bases() -> None:
    assert [one.text for one in paragraphs(decision(), Style.ISSUING_AUTHORITY)] == [decision().authority]
    bases = [one.text for one in paragraphs(decision(), Style.BASIS)]
    assert [basis[-1] for basis in bases] == [";", ";", "."]


def test_recipients_and_signer_stand_at_the_end() -> None:
    block = official_section(report()).blocks[-1]
    assert isinstance(block, SignatureBlock)
    assert block.recipients[-1] == "- Lưu: VT, VHXH."
    assert block.authority == report().signer.authority


def test_a_text_without_signer_has_no_signature_block() -> None:
    bare = replace(report(), signer=Signer(), recipients=())
    assert not any(isinstance(block, SignatureBlock) for block in official_section(bare).blocks)


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(Refused, match="no_such_type"):
        official_document(replace(report(), document_type="XX"))


def test_a_document_without_title_is_named_by_its_type() -> None:
    assert official_document(replace(report(), title="")).title == "Báo cáo"


def test_a_long_committee_has_its_unit_on_a_line_of_its_own() -> None:
    assert heading(dispatch()).superior_body == "Ủy ban nhân dân\nxã Sông Mơ"
    assert heading(replace(dispatch(), superior_body=("UBND xã Sông Mơ",))).superior_body == "UBND xã Sông Mơ"
