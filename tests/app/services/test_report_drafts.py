"""Reports begun from the register and from the words of the one before, over the real storage."""

from datetime import date
from functools import partial

import pytest

from app.domain.body import BodyParagraph, Level, Run
from app.domain.body import words_of as words_of_part
from app.domain.body_text import paragraphs_of
from app.domain.errors import Refused
from app.domain.reporting_period import parse_period
from app.ports import Storage
from app.services import report_drafts, report_life, report_texts
from app.services.tracking import rows_of
from tests.app.services.reporting import KIT, Q1, enter_sample, words_of


def test_words_of_the_period_before_come_with_their_period_replaced(reported: Storage) -> None:
    report_id = reported.write("lập", partial(report_drafts.start_report, plan_id=1, period=Q1, kit=KIT)).result
    said = (BodyParagraph((Run("Trong Quý I năm 2026 chưa có sáng kiến mới."),), Level.PLAIN),)
    reported.write("sửa", partial(report_texts.change_part, report_id=report_id, key="I.6", paragraphs=said))
    draft = reported.read(partial(report_drafts.draft_report, plan_id=1, period=parse_period("2026-6M"), kit=KIT))
    part = next(part for part in draft.parts if part.key == "I.6")
    assert part.to_read
    assert words_of_part(part.paragraphs[0]) == "Trong 6 tháng đầu năm 2026 chưa có sáng kiến mới."


def test_a_point_without_data_takes_the_words_of_the_period_before(reported: Storage) -> None:
    enter_sample(reported, "2026-6M")
    report_id = reported.write("lập", partial(report_drafts.start_report, plan_id=1, period=Q1, kit=KIT)).result
    named = (
        "a) Xây dựng văn bản quy phạm pháp luật",
        "Cũ.",
        "c) Tuyên truyền, phổ biến, giáo dục pháp luật",
        "Quý I: 3.",
    )
    said = paragraphs_of([(Run(words),) for words in named])
    reported.write("sửa", partial(report_texts.change_part, report_id=report_id, key="II.1", paragraphs=said))
    draft = reported.read(partial(report_drafts.draft_report, plan_id=1, period=parse_period("2026-6M"), kit=KIT))
    part = next(part for part in draft.parts if part.key == "II.1")
    words = [words_of_part(one) for one in part.paragraphs]
    assert part.to_read and "Cũ." not in words
    assert words[words.index(named[2]) + 1] == "6 tháng đầu năm: 3."


def test_an_ad_hoc_report_is_cut_to_its_days(reported: Storage) -> None:
    begin = partial(report_drafts.start_ad_hoc, plan_id=1, title=" Kết quả rà soát  thủ tục ", outline="", kit=KIT)
    period = parse_period("2026-05-01..2026-06-15")
    report_id = reported.write("lập", partial(begin, period=period)).result
    words = words_of(reported, report_id)
    joined = "\n".join(words)
    assert "Kết quả rà soát thủ tục" in words
    assert "báo cáo kết quả rà soát thủ tục từ ngày 01/5/2026 đến ngày 15/6/2026 như sau:" in joined
    assert "tính đến ngày 15/6/2026" in joined and "Nhiệm vụ thời gian tới" in joined
    assert "Biểu số" not in joined
    done = next(one for one in reported.read(lambda work: work.get_report(report_id)).parts if one.key == "II.1")
    rows = reported.read(lambda work: rows_of(work, 1, KIT.calendar))[1]
    met = [one.done for row in rows for one in row.task.tracked if one.done]
    inside = [day for day in met if period.first_day <= day <= period.last_day]
    assert inside and len(inside) < len(met)
    assert done.paragraphs and all("hoàn thành" in words_of_part(one) for one in done.paragraphs)
    with pytest.raises(Refused):
        reported.write("lập", partial(begin, period=period))
    with pytest.raises(Refused):
        reported.write("lập", partial(begin, period=period, title=" "))
    other = reported.write("lập", partial(begin, period=period, title="Việc khác", outline=KIT.outline.key)).result
    assert any(line.startswith("Biểu số 1") for line in words_of(reported, other))
    reported.write(
        "ký", partial(report_life.sign_report, report_id=report_id, number="9", day=date(2026, 6, 16), kit=KIT)
    )
    assert words_of(reported, report_id)[1:] != words and "Kết quả rà soát thủ tục" in words_of(reported, report_id)


def test_an_ad_hoc_report_up_to_a_day_starts_from_the_words_of_the_one_before(reported: Storage) -> None:
    begin = partial(report_drafts.start_ad_hoc, plan_id=1, title="Tình hình", outline="", kit=KIT)
    first = reported.write("lập", partial(begin, period=parse_period("..2026-04-30"))).result
    said = (BodyParagraph((Run("Đề nghị tỉnh hỗ trợ máy quét."),), Level.PLAIN),)
    reported.write("sửa", partial(report_texts.change_part, report_id=first, key="IV.2", paragraphs=said))
    second = reported.write("lập", partial(begin, period=parse_period("..2026-06-30"))).result
    part = next(one for one in reported.read(lambda work: work.get_report(second)).parts if one.key == "IV.2")
    assert part.paragraphs == said and part.to_read
    assert any("tính đến ngày 30/6/2026 như sau:" in line for line in words_of(reported, second))
