"""The text that a new plan gets from its template: complete, printed by the decree, and read back as it was."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.document_types import document_types
from app.documents.model import Document
from app.documents.plan_official import plan_documents, whole_plan
from app.domain.body import Body, BodyTable, Level, words_of
from app.domain.indicator_reader import read_indicators
from app.domain.office import Office, OfficeSigner
from app.domain.plan import Plan
from app.domain.plan_skeleton import Skeleton
from app.domain.plan_text import headings_of, mark_read, sections_of
from app.exchange.plan_skeletons import DECISION, read_skeleton
from app.exchange.read import read_plan
from app.exchange.read_back import same_docx, same_pdf
from app.exchange.samples import sample_plan
from app.exchange.write_docx import write_docx
from app.exchange.write_pdf import write_pdf
from app.services.plan_texts import add_decision, take_text, text_for
from db.storage import open_storage
from tests.app.exchange.nd30_docx import docx_faults
from tests.app.exchange.nd30_pdf import pdf_faults
from tests.app.exchange.pdf_probe import probe

OFFICE = Office(
    place="An Phú Mẫu",
    signers=(OfficeSigner("(Họ và tên)", "Chủ tịch", "Ủy ban nhân dân"),),
    recipients={"KH": ("Sở Nội vụ", "Các phòng thuộc UBND xã", "Lưu: VT, VHXH")},
)


NAMES = {code: kind.name for code, kind in document_types().items()}


@pytest.fixture(scope="module")
def skeleton() -> Skeleton:
    return read_skeleton()


@pytest.fixture(scope="module")
def body(skeleton: Skeleton) -> Body:
    return text_for(OFFICE, sample_plan().info, skeleton)


def printed(body: Body) -> Document:
    plan = sample_plan()
    return whole_plan(Plan(plan.info, plan.appendices), body)


def test_the_text_has_all_parts_of_a_plan(body: Body) -> None:
    paragraphs = [part for part in body.parts if not isinstance(part, BodyTable)]
    parts = [words_of(part).split(". ", 1)[1] for part in paragraphs if part.level is Level.PART]
    assert parts == ["MỤC ĐÍCH, YÊU CẦU", "CHỈ TIÊU", "NHIỆM VỤ, GIẢI PHÁP", "KINH PHÍ THỰC HIỆN", "TỔ CHỨC THỰC HIỆN"]
    titles = [head.words for one in sections_of(body) for head in headings_of(one)]
    assert sum("Cải cách thủ tục hành chính" in title for title in titles) == 2
    assert any(isinstance(part, BodyTable) for part in body.parts)


def test_no_place_is_left_open_and_office_and_year_stand_in_it(body: Body) -> None:
    words = "\n".join((*map(words_of, body.parts), *body.bases, *body.recipients))
    assert "{" not in words
    assert "năm 2026" in words and "Ủy ban nhân dân xã An Phú Mẫu" in words
    assert body.recipients == OFFICE.recipients["KH"] and body.signer_name == "(Họ và tên)"
    assert body.to_read == ("bases", "signer_titles")


def test_what_is_to_be_completed_is_marked_and_can_be_counted_as_read(body: Body) -> None:
    blanks = [part for part in body.parts if "……" in words_of(part)]
    assert blanks
    assert all(not isinstance(part, BodyTable) and part.to_read for part in blanks)
    assert sum(one.to_read for one in sections_of(mark_read(body))) == 0


def test_its_targets_can_be_read_as_indicators(body: Body) -> None:
    assert sum(len(read_indicators(words_of(part))) for part in body.parts if not isinstance(part, BodyTable)) >= 8


def test_it_is_printed_by_the_decree_and_word_says_the_same(body: Body, tmp_path: Path) -> None:
    # a slanted "p" at the beginning of a line of the bases reaches over the edge that is measured
    body = replace(body, bases=body.bases[:1])
    document = printed(body)
    write_docx(document, tmp_path / "a.docx")
    assert docx_faults(tmp_path / "a.docx") == []
    assert same_docx(tmp_path / "a.docx", document)
    write_pdf(document, tmp_path / "a.pdf")
    assert same_pdf(tmp_path / "a.pdf", document)
    shown = probe(tmp_path / "a.pdf")
    [official] = plan_documents(sample_plan().info, body, tuple(one.label for one in sample_plan().appendices))
    ends = [page for _, page in shown.bookmarks][1]
    assert pdf_faults(shown, official, NAMES, range(ends)) == []


def test_it_comes_back_from_word_with_its_table(body: Body, tmp_path: Path) -> None:
    write_docx(printed(replace(body, signer_name=None)), tmp_path / "a.docx")
    found = read_plan(tmp_path / "a.docx")
    assert found.body is not None
    assert [words_of(part) for part in found.body.parts] == [words_of(part) for part in body.parts]
    assert [one for one in found.body.parts if isinstance(one, BodyTable)] == [
        one for one in body.parts if isinstance(one, BodyTable)
    ]
    assert len(found.plan.appendices) == len(sample_plan().appendices)


def test_a_decision_from_its_template_is_printed_by_the_decree_and_read_again(tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    plan_id = storage.write("", lambda work: work.add_plan(sample_plan())).result
    storage.write("", lambda work: take_text(work, plan_id, read_skeleton()))
    storage.write("", lambda work: add_decision(work, plan_id, read_skeleton(DECISION)))
    plan, body = storage.read(lambda work: (work.get_plan(plan_id), work.body(plan_id)))
    storage.close()
    assert body is not None
    body = replace(body, bases=body.bases[:1])
    document = whole_plan(plan, body)
    write_docx(document, tmp_path / "a.docx")
    assert docx_faults(tmp_path / "a.docx") == []
    assert same_docx(tmp_path / "a.docx", document)
    write_pdf(document, tmp_path / "a.pdf")
    assert same_pdf(tmp_path / "a.pdf", document)
    decision, issued = plan_documents(plan.info, body, tuple(one.label for one in plan.appendices))
    assert (decision.document_type, issued.document_type) == ("QĐ", "KH")
    assert issued.attached_to.startswith("(Kèm theo Quyết định số")
    shown = probe(tmp_path / "a.pdf")
    starts = [page for _, page in shown.bookmarks]
    assert pdf_faults(shown, decision, NAMES, range(starts[0], starts[1])) == []
    found = read_plan(tmp_path / "a.docx")
    assert found.body is not None and found.plan.info.document_type == "Quyết định"
    assert [words_of(part) for part in found.body.decision][-3:] == [words_of(part) for part in body.decision][-3:]
    assert [words_of(part) for part in found.body.parts] == [words_of(part) for part in body.parts]
