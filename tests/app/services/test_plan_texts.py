"""The use cases of a plan's own text over the real storage."""

from dataclasses import replace
from functools import partial

import pytest

from app.domain.body import Body, BodyParagraph, BodyTable, Level, Run, words_of
from app.domain.errors import Refused
from app.domain.indicator import Comparator, Indicator
from app.domain.office import Office, OfficeSigner
from app.domain.plan_text import Section
from app.domain.text_search import Sought
from app.exchange.plan_skeletons import DECISION, read_skeleton
from app.exchange.samples import sample_plan
from app.services import indicator_choice, plan_texts, plans, templates
from app.services.plan_texts import TextPlace
from db.storage import DatabaseStorage

SKELETON = read_skeleton()
TABLE = BodyTable((("TT", "Việc"), ("1", "Rà soát năm 2026")), 1)


def _new(storage: DatabaseStorage) -> int:
    return storage.write("Lập", partial(plans.create_with_text, plan=sample_plan(), skeleton=SKELETON)).result


def _body(storage: DatabaseStorage, plan_id: int) -> Body:
    body = storage.read(lambda work: work.body(plan_id))
    assert body is not None
    return body


def test_a_new_plan_has_its_text_in_the_words_of_the_office(storage: DatabaseStorage) -> None:
    office = Office(signers=(OfficeSigner("(Họ và tên)", "Chủ tịch"),), recipients={"KH": ("Lưu: VT.",)})
    storage.write("", lambda work: work.save_office(office))
    plan_id = _new(storage)
    body, info = _body(storage, plan_id), storage.read(lambda work: work.get_plan(plan_id)).info
    assert (body.recipients, info.recipients) == (("Lưu: VT.",), ("Lưu: VT.",))
    assert info.signer_name == body.signer_name == "(Họ và tên)" and info.legal_bases == body.bases
    with pytest.raises(Refused, match="there_already"):
        storage.write("", partial(plan_texts.take_text, plan_id=plan_id, skeleton=SKELETON))
    storage.undo()
    assert storage.read(lambda work: work.list_plans()) == []


def test_place_and_symbol_are_offered_where_the_plan_has_none(storage: DatabaseStorage) -> None:
    storage.write("", lambda work: work.save_office(Office(place="An Phú")))
    bare = sample_plan()
    bare = replace(bare, info=replace(bare.info, place_date=None, symbol=None))
    plan_id = storage.write("", partial(plans.create_with_text, plan=bare, skeleton=SKELETON)).result
    info = storage.read(lambda work: work.get_plan(plan_id)).info
    assert (info.place_date, info.symbol) == ("An Phú, ngày    tháng    năm 2026", "/KH-UBND")


def test_text_and_heading_stay_in_step(storage: DatabaseStorage) -> None:
    plan_id = _new(storage)
    line = BodyParagraph((Run("Như trên;"),), Level.PLAIN)
    change = partial(plan_texts.change_section, plan_id=plan_id, section=Section.RECIPIENTS, parts=(line,))
    storage.write("", change)
    info = storage.read(lambda work: work.get_plan(plan_id)).info
    assert info.recipients == ("Như trên;",)
    wanted = replace(info, recipients=("Lưu: VT.",), signer_title="PHÓ CHỦ TỊCH", signer_name="A", legal_bases=("b",))
    storage.write("", partial(plans.save_info, plan_id=plan_id, info=wanted))
    body = _body(storage, plan_id)
    assert (body.recipients, body.bases, body.signer_name) == (("Lưu: VT.",), ("b",), "A")
    assert body.signer_titles == ("TM. ỦY BAN NHÂN DÂN", "PHÓ CHỦ TỊCH")


def test_findings_lead_to_sections(storage: DatabaseStorage) -> None:
    plan_id = _new(storage)
    view = storage.read(partial(plan_texts.plan_text, wanted=plan_id))
    assert view is not None and view.body is not None
    unread = [place for finding, place in view.findings if finding.key == "plan_text.unread"]
    assert TextPlace(Section.BASES, 0) in unread
    blanks = [place for finding, place in view.findings if finding.key == "format_check.blank"]
    for place in blanks:
        parts = view.body.parts if place.section is Section.PARTS else view.body.bases
        words = parts[place.index or 0]
        assert "…" in (words if isinstance(words, str) else words_of(words))
    storage.write("", partial(plan_texts.mark_text_read, plan_id=plan_id))
    view = storage.read(partial(plan_texts.plan_text, wanted=plan_id))
    assert view is not None and not [one for one, _ in view.findings if one.key == "plan_text.unread"]


def test_nothing_to_show_in_an_empty_register(storage: DatabaseStorage) -> None:
    assert storage.read(partial(plan_texts.plan_text, wanted=None)) is None


def test_replacing_is_one_step(storage: DatabaseStorage) -> None:
    plan_id = _new(storage)
    before = _body(storage, plan_id)
    use_case = partial(
        plan_texts.replace_in_text, plan_id=plan_id, sought=Sought("phòng kinh tế"), by="Phòng Tài chính"
    )
    assert storage.write("Thay", use_case).result == 2
    storage.undo()
    assert _body(storage, plan_id) == before
    nothing = partial(plan_texts.replace_in_text, plan_id=plan_id, sought=Sought("zzz"), by="")
    assert storage.write("Thay", nothing).result == 0


def test_a_copy_takes_text_and_accepted_indicators_along(storage: DatabaseStorage) -> None:
    plan_id = _new(storage)
    with_table = replace(_body(storage, plan_id), parts=(*_body(storage, plan_id).parts, TABLE))
    storage.write("", partial(plan_texts.save_text, plan_id=plan_id, body=with_table))
    storage.write("", partial(indicator_choice.read_plan, plan_id=plan_id))
    own = Indicator("Tỷ lệ năm 2026", Comparator.AT_LEAST, None, "%")
    indicator_id = storage.write(
        "", lambda work: indicator_choice.add(work, plan_id, replace(own, comparator=None))
    ).result
    assert indicator_id
    copy_id = storage.write("", partial(plans.copy_plan_for_year, plan_id=plan_id, year=2027)).result
    body = _body(storage, copy_id)
    assert "năm 2027" in words_of(body.parts[0]) and body.parts[-1].rows[1] == ("1", "Rà soát năm 2027")  # type: ignore[union-attr]
    [indicator] = storage.read(lambda work: work.indicators(copy_id))
    assert indicator.accepted and indicator.indicator.measure == "Tỷ lệ năm 2027"
    storage.undo()
    assert [plan.id for plan in storage.read(lambda work: work.list_plans())] == [plan_id]


def test_the_offices_own_template_keeps_the_text(storage: DatabaseStorage) -> None:
    plan_id = _new(storage)
    storage.write("", partial(templates.keep_as_template, plan_id=plan_id, name="Mẫu xã"))
    [kept] = storage.read(lambda work: work.list_templates())
    assert kept.body == _body(storage, plan_id)
    fresh = replace(kept.plan, info=replace(kept.plan.info, year=2028))
    use_case = partial(plans.create_from_own, plan=fresh, body=kept.body, made_for=2026)
    again = storage.write("", use_case).result
    assert "năm 2028" in words_of(_body(storage, again).parts[0])


def test_a_decision_issues_the_plan_and_goes_again_by_undo(storage: DatabaseStorage) -> None:
    plan_id = _new(storage)
    before, was = _body(storage, plan_id), storage.read(lambda work: work.get_plan(plan_id)).info
    decide = partial(plan_texts.add_decision, plan_id=plan_id, skeleton=read_skeleton(DECISION))
    storage.write("", decide)
    body, info = _body(storage, plan_id), storage.read(lambda work: work.get_plan(plan_id)).info
    assert (body.parts, body.bases, body.recipients) == (before.parts, before.bases, before.recipients)
    words = "\n".join((*map(words_of, body.decision), *body.plan_heading, *body.heading))
    assert "{" not in words and "Điều 3." in words
    assert body.plan_heading[1] == was.title and body.heading == ("ỦY BAN NHÂN DÂN XÃ AN PHÚ MẪU",)
    assert (info.document_type, info.symbol) == ("Quyết định", "/QĐ-UBND")
    assert info.title == f"Ban hành Kế hoạch {was.title[:1].lower()}{was.title[1:]}"
    with pytest.raises(Refused, match="no_decision_here"):
        storage.write("", decide)
    storage.undo()
    assert _body(storage, plan_id) == before and storage.read(lambda work: work.get_plan(plan_id)).info == was


def test_a_plan_without_text_gets_no_decision(storage: DatabaseStorage) -> None:
    plan_id = storage.write("", lambda work: work.add_plan(sample_plan())).result
    with pytest.raises(Refused, match="no_decision_here"):
        storage.write("", partial(plan_texts.add_decision, plan_id=plan_id, skeleton=read_skeleton(DECISION)))
