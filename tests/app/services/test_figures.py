"""The forms of a period with the register's figures, those computed and those of other periods."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from app.domain.plan import RowKind
from app.domain.reporting_period import parse_period
from app.domain.statistics_form import NOT_AVAILABLE, Figure, FormLine
from app.exchange.form_json import builtin_form_sets
from app.exchange.outlines import report_kit
from app.exchange.sample_figures import SAMPLE_PERIODS, sample_figures, sample_lines
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.figure_lines import write_lines
from app.services.figure_origins import Origin
from app.services.figures import FiguresBoard, FormFigures, compared_period, figures_board, past_periods
from app.services.report_drafts import start_ad_hoc
from app.services.report_sources import sources_of
from app.services.stored_figures import enter_figures
from app.services.tracking import mark_done

KIT = report_kit()
SETS = builtin_form_sets()
Q1, SIX = parse_period("2026-Q1"), parse_period("2026-6M")


def enter(storage: Storage, period: str, figures: dict[str, str]) -> None:
    """Enter figures by "form/row"; "-" is not available."""
    read = {code: NOT_AVAILABLE if one == "-" else Figure(Decimal(one)) for code, one in figures.items()}
    storage.write("nhập", lambda work: enter_figures(work, parse_period(period), KIT.forms, read))


def board(storage: Storage, period: str = "2026-6M") -> FiguresBoard:
    """All forms of a period."""
    use_case = partial(figures_board, period=parse_period(period), plan_id=None, kit=KIT)
    return storage.read(use_case)


def form(storage: Storage, key: str, period: str = "2026-6M") -> FormFigures:
    """One form of a period."""
    return next(one for one in board(storage, period).forms if one.form.key == key)


@pytest.fixture
def plan_id(storage: Storage) -> int:
    """The sample plan, its first milestone met."""
    made = storage.write("nhập", lambda work: work.add_plan(sample_plan())).result
    mark = partial(mark_done, plan_id=made, number=1, milestone=1, done=date(2026, 1, 20), calendar=KIT.calendar)
    storage.write("ghi", mark)
    return made


@pytest.mark.parametrize(
    ("period", "compared"),
    [("2026-Q1", "2025-Q1"), ("2026-Q2", "2026-Q1"), ("2026-6M", "2026-Q1"), ("2026-Y", "2026-9M")],
)
def test_a_period_stands_beside_the_one_before(period: str, compared: str) -> None:
    assert compared_period(parse_period(period)) == parse_period(compared)


def test_the_periods_before_begin_with_the_oldest() -> None:
    assert [one.code for one in past_periods(SIX)] == ["2025-6M", "2025-9M", "2025-Y", "2026-Q1"]


def test_the_register_fills_its_rows_and_what_follows_from_them(storage: Storage, plan_id: int) -> None:
    enter(storage, "2026-6M", {"1/2": "55", "1/2.1": "7", "1/1": "12"})
    found = form(storage, "1")
    assert set(found.known) == {"2.1", "2.2"} and set(found.entered) == {"1"}
    tasks = [row for one in sample_plan().appendices for row in one.rows if row.kind is RowKind.ITEM]
    assert found.known["2.1"] == Figure(Decimal(len(tasks)))
    assert (found.origins["2.1"], found.origins["2"], found.origins["1"], found.origins["3"]) == (
        Origin.REGISTER, Origin.COMPUTED, Origin.ENTERED, Origin.HEADING,
    )  # fmt: skip


def test_figures_are_those_that_a_report_has(storage: Storage, plan_id: int) -> None:
    enter(storage, "2026-6M", {"1/2": "55", "1/1": "12", "3/1.4": "429"})
    reported = storage.read(partial(sources_of, plan_id=plan_id, period=SIX, kit=KIT)).figures
    shown = {f"{one.form.key}/{code}": figure for one in board(storage).forms for code, figure in one.shown.items()}
    assert {code: shown[code] for code in reported} == dict(reported)


def test_without_a_plan_of_the_year_all_is_typed(storage: Storage, plan_id: int) -> None:
    enter(storage, "2025-6M", {"1/2.1": "40", "1/2.2": "10"})
    found = form(storage, "1", "2025-6M")
    assert not found.known and found.shown["2"] == Figure(Decimal("25.00"))
    assert found.origins["2"] is Origin.COMPUTED and found.origins["2.1"] is Origin.ENTERED


def test_earlier_figures_stand_beside(storage: Storage) -> None:
    enter(storage, "2026-Q1", {"1/1": "6"})
    enter(storage, "2025-6M", {"1/1": "5"})
    found = form(storage, "1")
    assert found.last["1"] == Figure(Decimal(6))
    assert [one.get("1") for one in found.past] == [Figure(Decimal(5)), None, None, Figure(Decimal(6))]


def test_an_entered_percentage_that_differs_is_kept_and_warned_of(storage: Storage) -> None:
    enter(storage, "2026-6M", {"1/3.3": "80", "1/3.3.1": "4", "1/3.3.2": "3"})
    found = form(storage, "1")
    assert found.origins["3.3"] is Origin.ENTERED and found.shown["3.3"] == Figure(Decimal(80))
    assert [(one.code, one.key) for one in found.warnings] == [("3.3", "statistics.ratio_differs")]


def test_a_percentage_of_nothing_can_be_typed(storage: Storage) -> None:
    enter(storage, "2026-6M", {"1/3.3.1": "-", "1/3.3.2": "-"})
    assert form(storage, "1").origins["3.3"] is Origin.ENTERED


def test_lines_have_totals_and_warnings(storage: Storage) -> None:
    own = next(one for one in SETS if one.key == "vpcp-ii-06a")
    lines = [FormLine("1", "Hộ tịch", {"4": Figure(Decimal(5)), "5": Figure(Decimal(2)), "6": Figure(Decimal(0)),
                                       "3": Figure(Decimal(8))})]  # fmt: skip
    storage.write("nhập", lambda work: write_lines(work, SIX, own, own.forms[0], lines))
    found = form(storage, "II.06a")
    assert [one.line for one in found.lines] == lines
    assert found.lines[0].origins["3"] is Origin.ENTERED and found.totals["5"] == Figure(Decimal(2))
    assert [(one.line, one.code, one.key) for one in found.warnings] == [(0, "3", "statistics.sum_differs")]


def test_the_sample_of_a_year_has_no_warnings(storage: Storage, plan_id: int) -> None:
    sets = {one.key: one for one in SETS}
    for code in SAMPLE_PERIODS:
        for (key, name), figures in sample_figures(code).items():
            own = {f"{name}/{row}": one for row, one in figures.items()}
            use_case = partial(enter_figures, period=parse_period(code), forms=sets[key], figures=own)
            storage.write("nhập", use_case)
        for (key, _), lines in sample_lines(code).items():
            form_set = sets[key]
            write = partial(write_lines, period=parse_period(code), form_set=form_set, form=form_set.forms[0])
            storage.write("nhập", partial(write, lines=lines))
    found = [(code, one.code, one.key) for code in SAMPLE_PERIODS for view in board(storage, code).forms
             for one in view.warnings]  # fmt: skip
    assert found == []


def test_what_was_read_of_the_plans_serves_again(storage: Storage, plan_id: int) -> None:
    first = board(storage)
    again = storage.read(partial(figures_board, period=SIX, plan_id=None, kit=KIT, register=first.register))
    assert again == first


def test_an_ad_hoc_report_has_figures_of_its_own(storage: Storage, plan_id: int) -> None:
    days = parse_period("2026-05-01..2026-06-15")
    begin = partial(start_ad_hoc, plan_id=plan_id, period=days, title="Việc riêng", kit=KIT)
    storage.write("lập", partial(begin, outline=KIT.outline.key))
    assert board(storage).ad_hoc == (days,)
    enter(storage, days.code, {"1/1": "4"})
    found = form(storage, "1", days.code)
    assert found.entered["1"] == Figure(Decimal(4)) and "2.1" in found.known
    assert "1" not in form(storage, "1").entered
    storage.write("lập", partial(begin, period=parse_period("..2026-04-30"), outline=""))
    assert [one.form.key for one in board(storage, "..2026-04-30").forms] == ["II.06a"]
    assert [one.code for one in board(storage).ad_hoc] == ["..2026-04-30", days.code]
