"""What is missing or wrong in a report, and where each finding leads."""

from decimal import Decimal
from functools import partial

from app.domain.body import BodyParagraph, Level, Run, words_of
from app.domain.format_check import Part
from app.domain.statistics_form import Figure
from app.ports import Storage
from app.services import report_drafts, report_texts, report_views, stored_figures
from app.services.report_findings import PlacedFinding
from tests.app.services.reporting import KIT, Q1, enter_sample


def drafted(storage: Storage) -> int:
    """The report of quý I, drafted from the sample's figures."""
    enter_sample(storage, "2026-Q1")
    return storage.write("lập", partial(report_drafts.start_report, plan_id=1, period=Q1, kit=KIT)).result


def findings(storage: Storage, report_id: int) -> list[PlacedFinding]:
    """All that is found in a report."""
    view = storage.read(partial(report_views.report_view, report_id=report_id, kit=KIT))
    return list(view.findings)


def test_a_number_that_the_register_has_overtaken_is_found_where_it_stands(reported: Storage) -> None:
    report_id = drafted(reported)
    assert not [one for one, _ in findings(reported, report_id) if one.key == "report.overtaken"]
    enter = partial(stored_figures.enter_figures, period=Q1, forms=KIT.forms, figures={"2/1.2": Figure(Decimal(7))})
    reported.write("nhập", enter)
    ((found, place),) = [one for one in findings(reported, report_id) if one[0].key == "report.overtaken"]
    assert place.key == "II.1" and str(found.values["now"]).endswith("7 văn bản")
    reported.write("lấy lại", partial(report_texts.offer_again, report_id=report_id, key="II.1", kit=KIT))
    assert not [one for one, _ in findings(reported, report_id) if one.key == "report.overtaken"]


def test_the_numbers_of_now_are_put_in_and_what_was_written_stays(reported: Storage) -> None:
    report_id = drafted(reported)
    part = next(one for one in reported.read(lambda work: work.get_report(report_id)).parts if one.key == "II.1")
    mine = BodyParagraph((Run("Lời của cán bộ."),), Level.PLAIN)
    write = partial(report_texts.change_part, key="II.1", paragraphs=(*part.paragraphs, mine))
    reported.write("sửa", partial(write, report_id=report_id))
    enter = partial(stored_figures.enter_figures, period=Q1, forms=KIT.forms, figures={"2/1.2": Figure(Decimal(7))})
    reported.write("nhập", enter)
    renew = partial(report_texts.update_overtaken, report_id=report_id, kit=KIT)
    assert reported.write("cập nhật", renew).result == 1 and reported.write("cập nhật", renew).result == 0
    now = next(one for one in reported.read(lambda work: work.get_report(report_id)).parts if one.key == "II.1")
    assert "- Số VBQPPL do cấp xã ban hành: 7 văn bản." in map(words_of, now.paragraphs) and now.paragraphs[-1] == mine
    assert not [one for one, _ in findings(reported, report_id) if one.key == "report.overtaken"]


def test_the_report_drafted_from_the_sample_has_no_totals_that_differ(reported: Storage) -> None:
    assert not [one for one, _ in findings(reported, drafted(reported)) if one.key == "format_check.two_totals"]


def test_findings_lead_to_their_paragraph_or_to_what_stands_around_the_text(reported: Storage) -> None:
    report_id = drafted(reported)
    words = tuple(BodyParagraph((Run(one),), Level.PLAIN) for one in ("Đủ.", "Họp ngày 5 tháng 3 năm 2026."))
    reported.write("sửa", partial(report_texts.change_part, report_id=report_id, key="I.1", paragraphs=words))
    found = {finding.key: place for finding, place in findings(reported, report_id)}
    assert (found["format_check.date_zero"].key, found["format_check.date_zero"].index) == ("I.1", 1)
    assert (found["format_check.no_number"].key, found["format_check.no_number"].part) == (None, Part.NUMBER)
