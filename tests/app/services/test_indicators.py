"""Indicators from the proposal to the value, over the real storage."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from app.domain.body import Body, BodyParagraph, Level, Run, words_of
from app.domain.errors import Refused
from app.domain.imported import ImportedPlan
from app.domain.indicator import Comparator, Indicator
from app.domain.indicator_compute import Origin
from app.domain.indicator_values import TargetState, Trend
from app.domain.reporting_period import ReportingPeriod, parse_period
from app.domain.statistics_form import NOT_AVAILABLE, Figure
from app.exchange.outlines import report_kit
from app.exchange.samples import sample_plan
from app.services import imports, report_drafts
from app.services import indicator_choice as choice
from app.services.indicators import IndicatorBoard, IndicatorLine, enter_value, indicator_board
from app.services.tracking import mark_done, rows_of
from db.storage import DatabaseStorage

KIT = report_kit()
RATE = Indicator("Tỷ lệ hồ sơ giải quyết đúng hạn", Comparator.AT_LEAST, Decimal(95), "%")
MEETINGS = Indicator("Số cuộc đối thoại", Comparator.AT_LEAST, Decimal(2), "cuộc")
PROGRESS = Indicator("Tỷ lệ hoàn thành kế hoạch cải cách hành chính", Comparator.EQUAL, Decimal(100), "%")
BODY = Body((BodyParagraph((Run("Mục đích."),), Level.PLAIN),))
Q1, SIX, NINE, YEAR = (parse_period(f"2026-{code}") for code in ("Q1", "6M", "9M", "Y"))


def _import(storage: DatabaseStorage, *indicators: Indicator) -> int:
    read = ImportedPlan("a.docx", sample_plan(), (), BODY, indicators)
    return storage.write("nhập", partial(imports.add_imported, imported=[read])).result[0]


def _board(storage: DatabaseStorage, today: date = date(2026, 12, 31)) -> IndicatorBoard:
    return storage.read(partial(indicator_board, plan_id=None, kit=KIT, today=today))


def _line(storage: DatabaseStorage) -> IndicatorLine:
    return _board(storage).lines[0]


def _enter(storage: DatabaseStorage, period: ReportingPeriod, typed: str) -> None:
    indicator_id = _line(storage).stored.id or 0
    storage.write("ghi", partial(enter_value, indicator_id=indicator_id, period=period, typed=typed))


def test_an_import_proposes_and_the_clerk_decides(storage: DatabaseStorage) -> None:
    plan_id = _import(storage, RATE, MEETINGS, PROGRESS)
    board = _board(storage)
    assert [one.indicator for one in board.proposals] == [RATE, MEETINGS, PROGRESS] and not board.lines
    storage.write("nhận", partial(choice.accept, ids=[board.proposals[0].id or 0]))
    storage.write("bỏ", partial(choice.reject, ids=[board.proposals[1].id or 0]))
    board = _board(storage)
    assert [line.stored.indicator for line in board.lines] == [RATE]
    assert [one.indicator for one in board.proposals] == [PROGRESS]
    storage.write("nhận", partial(choice.accept_all, plan_id=plan_id))
    assert len(_board(storage).lines) == 2 and not _board(storage).proposals
    storage.undo()
    storage.undo()
    assert [one.indicator for one in _board(storage).proposals] == [MEETINGS, PROGRESS]


def test_importing_again_keeps_what_was_accepted_and_renews_proposals(storage: DatabaseStorage) -> None:
    plan_id = _import(storage, RATE, MEETINGS)
    storage.write("nhận", partial(choice.accept, ids=[_board(storage).proposals[0].id or 0]))
    read = ImportedPlan("b.docx", sample_plan(), (), BODY, (RATE, PROGRESS))
    storage.write("nhập lại", partial(imports.replace_with_imported, plan_id=plan_id, imported=read))
    board = _board(storage)
    assert [line.stored.indicator for line in board.lines] == [RATE]
    assert [one.indicator for one in board.proposals] == [PROGRESS]
    tables_only = replace(read, body=None, indicators=(MEETINGS,))
    storage.write("nhập lại", partial(imports.replace_with_imported, plan_id=plan_id, imported=tables_only))
    assert [one.indicator for one in _board(storage).proposals] == [PROGRESS, MEETINGS]


def test_a_stored_plan_is_read_for_indicators(storage: DatabaseStorage) -> None:
    plan_id = _import(storage)
    sentence = "Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn đạt từ 95% trở lên."
    body = Body(parts=(BodyParagraph((Run(sentence),), Level.PLAIN),))
    storage.write("sửa", lambda work: work.save_body(plan_id, body))
    assert storage.write("đọc", partial(choice.read_plan, plan_id=plan_id)).result == len(_board(storage).proposals) > 0
    assert sentence in {one.indicator.source for one in _board(storage).proposals}


def test_an_empty_register_has_no_indicators(storage: DatabaseStorage) -> None:
    assert _board(storage) == IndicatorBoard((), None)


def test_values_are_held_against_the_target_and_the_period_before(storage: DatabaseStorage) -> None:
    storage.write("thêm", partial(choice.add, plan_id=_import(storage), indicator=RATE))
    assert _line(storage).latest is None
    for period, typed in ((Q1, "92,5"), (SIX, "99,10"), (NINE, "-")):
        _enter(storage, period, typed)
    values = _line(storage).values
    assert [one.period for one in values] == [Q1, SIX, NINE, YEAR]
    figures = [Figure(Decimal("92.5")), Figure(Decimal("99.10")), NOT_AVAILABLE, None]
    assert [one.figure for one in values] == figures
    unknown = TargetState.UNKNOWN
    assert [one.state for one in values] == [TargetState.MISSED, TargetState.MET, unknown, unknown]
    assert [one.trend for one in values] == [None, Trend.UP, None, None]
    latest = _line(storage).latest
    assert latest is not None and latest.period == SIX
    _enter(storage, SIX, "")
    assert _line(storage).values[1].figure is None


def test_what_is_no_number_is_refused(storage: DatabaseStorage) -> None:
    storage.write("thêm", partial(choice.add, plan_id=_import(storage), indicator=RATE))
    with pytest.raises(Refused) as refused:
        _enter(storage, Q1, "gần hết")
    assert refused.value.key == "indicators.not_a_number"


def test_the_plans_own_progress_is_computed(storage: DatabaseStorage) -> None:
    plan_id = _import(storage, PROGRESS)
    storage.write("nhận", partial(choice.accept_all, plan_id=plan_id))
    rows = storage.read(lambda work: rows_of(work, plan_id, KIT.calendar))[1]
    row = next(one for one in rows if len(one.keys) == 1 and one.task.tracked[0].occurrence.due < date(2026, 6, 1))
    due = row.task.tracked[0].occurrence.due
    done = partial(mark_done, plan_id=plan_id, number=row.number, milestone=1, done=due, calendar=KIT.calendar)
    storage.write("ghi", done)
    board = _board(storage, date(2026, 6, 10))
    value = board.lines[0].values[1]
    share = (Decimal(100) / len(rows)).quantize(Decimal("0.01"))
    assert (value.part, value.whole, value.figure) == (Decimal(1), Decimal(len(rows)), Figure(share))
    assert value.state is TargetState.MISSED
    assert [one.so_far for one in board.lines[0].values] == [False, True, False, False]
    # periods that have not begun say nothing yet
    assert [one.figure for one in board.lines[0].values[2:]] == [None, None]
    with pytest.raises(Refused) as refused:
        _enter(storage, Q1, "100")
    assert refused.value.key == "indicators.from_progress"


def test_a_ratio_of_two_indicators_is_computed(storage: DatabaseStorage) -> None:
    ratio = replace(RATE, numerator="số hồ sơ đúng hạn", denominator="Tổng số hồ sơ.")
    parts = [Indicator(name, None, None, "hồ sơ") for name in ("Số hồ sơ đúng hạn", "Tổng số hồ sơ")]
    plan_id = _import(storage, ratio, *parts)
    storage.write("nhận", partial(choice.accept_all, plan_id=plan_id))
    lines = _board(storage).lines
    assert [line.origin for line in lines] == [Origin.RATIO, None, None]
    assert lines[0].values[0].figure is None
    for line, typed in zip(lines[1:], ("1.234", "1.250"), strict=True):
        storage.write("ghi", partial(enter_value, indicator_id=line.stored.id or 0, period=Q1, typed=typed))
    value = _line(storage).values[0]
    assert value.figure == Figure(Decimal("98.72")) and (value.part, value.whole) == (Decimal(1234), Decimal(1250))
    assert value.state is TargetState.MET
    with pytest.raises(Refused) as refused:
        _enter(storage, Q1, "100")
    assert refused.value.key == "indicators.from_ratio"


def test_an_indicator_is_worded_otherwise_and_removed(storage: DatabaseStorage) -> None:
    plan_id = _import(storage, MEETINGS)
    indicator_id = _board(storage).proposals[0].id or 0
    asked = replace(MEETINGS, measure="  Số cuộc  đối thoại trong năm ", comparator=None)
    storage.write("sửa", partial(choice.change, indicator_id=indicator_id, indicator=asked))
    stored = _line(storage).stored
    expected = replace(MEETINGS, measure="Số cuộc đối thoại trong năm")
    assert stored.indicator == expected and stored.accepted
    storage.write("xóa", partial(choice.remove, indicator_id=indicator_id))
    assert not _board(storage).lines
    add = partial(choice.add, plan_id=plan_id)
    for wrong, key in ((replace(MEETINGS, measure=" "), "no_measure"), (replace(MEETINGS, target=None), "no_target")):
        with pytest.raises(Refused) as refused:
            storage.write("thêm", partial(add, indicator=wrong))
        assert refused.value.key == f"indicators.{key}"


def test_a_report_says_the_values_of_its_period(storage: DatabaseStorage) -> None:
    plan_id = _import(storage, RATE, PROGRESS, replace(MEETINGS, comparator=None, target=None))
    storage.write("nhận", partial(choice.accept_all, plan_id=plan_id))
    lines = _board(storage).lines
    for line, typed in ((lines[0], "96,5"), (lines[2], "3")):
        enter = partial(enter_value, indicator_id=line.stored.id or 0, period=Q1, typed=typed)
        storage.write("ghi", enter)
    kit_of = partial(report_drafts.draft_report, plan_id=plan_id, kit=KIT)
    parts = {code: storage.read(partial(kit_of, period=code)).parts for code in (Q1, SIX)}
    words = {
        code: [words_of(one) for one in next(p for p in found if p.key == "III.1").paragraphs]
        for code, found in parts.items()
    }
    progress = "- Tỷ lệ hoàn thành kế hoạch cải cách hành chính: 0,00% (chỉ tiêu 100%)."
    assert words[Q1] == [
        "- Tỷ lệ hồ sơ giải quyết đúng hạn: 96,50% (chỉ tiêu từ 95% trở lên).",
        progress,
        "- Số cuộc đối thoại: 3 cuộc.",
    ]
    assert words[SIX] == [progress]
