"""What a clerk does with a whole plan."""

import re
from dataclasses import replace

from app.domain.access import Right
from app.domain.body import Body
from app.domain.errors import Refused
from app.domain.plan import Appendix, Plan, PlanInfo, Role, Row, RowKind
from app.domain.plan_skeleton import Skeleton
from app.domain.plan_text_years import body_for_year, words_for_year
from app.domain.text import clean_line, fold
from app.ports import PlanSummary, Work
from app.ports.reporting import StoredIndicator
from app.services.access import needs
from app.services.plan_texts import follow_info, save_text, take_text

_NUMBERS = re.compile(r"\d+")


@needs(Right.MANAGE)
def create_plan(work: Work, plan: Plan) -> int:
    """Store a new plan, for instance one made from a template; answers its id. Raises Refused without a title."""
    return work.add_plan(replace(plan, info=_checked(plan.info)))


@needs(Right.MANAGE)
def create_with_text(work: Work, plan: Plan, skeleton: Skeleton) -> int:
    """Store a new plan with the text of ``skeleton`` in the office's own words; answers its id. Raises Refused like
    ``create_plan``."""
    plan_id = create_plan(work, plan)
    take_text(work, plan_id, skeleton)
    return plan_id


@needs(Right.MANAGE)
def create_from_own(work: Work, plan: Plan, body: Body | None, made_for: int) -> int:
    """Store a new plan made from a template of the office's own, with its text ``body`` carried over from the year
    that it was ``made_for``; answers its id. Raises Refused like ``create_plan``."""
    plan_id = create_plan(work, plan)
    if body is not None:
        save_text(work, plan_id, body_for_year(body, made_for, plan.info.year))
    return plan_id


def _checked(info: PlanInfo) -> PlanInfo:
    title = clean_line(info.title)
    if not title:
        raise Refused("plans.empty_title")
    if not 2000 <= info.year <= 2100:
        raise Refused("plans.bad_year", year=info.year)
    return replace(info, title=title)


@needs(Right.WHOLE)
def save_info(work: Work, plan_id: int, info: PlanInfo) -> None:
    """Change what the plan's heading and signature say; its text follows. Raises Refused for an empty title or an
    unlikely year."""
    before, after = work.get_plan(plan_id).info, _checked(info)
    work.save_plan_info(plan_id, after)
    follow_info(work, plan_id, before, after)


@needs(Right.WHOLE)
def rename_plan(work: Work, plan_id: int, title: str) -> None:
    """Give the plan another title. Raises Refused for an empty one."""
    save_info(work, plan_id, replace(work.get_plan(plan_id).info, title=title))


@needs(Right.MANAGE)
def delete_plan(work: Work, plan_id: int) -> None:
    """Remove the plan and all in it."""
    work.remove_plan(plan_id)


@needs(Right.READ)
def find_plan(work: Work, name_or_id: str) -> PlanSummary:
    """The plan with this id, this title, or the only one whose title contains it (marks and case do not matter). A
    number is sought in titles only where it is a year that is no id, so that "5" never means "Kế hoạch năm 2025".

    Raises Refused where none fits or several do.
    """
    plans = work.list_plans()
    number = name_or_id.strip()
    if number.isdecimal():
        found = [plan for plan in plans if str(plan.id) == number.lstrip("0")]
        found = found or [plan for plan in plans if len(number) == 4 and number in _NUMBERS.findall(plan.title)]
    else:
        sought = fold(clean_line(name_or_id))
        found = [plan for plan in plans if fold(plan.title) == sought]
        found = found or [plan for plan in plans if sought and sought in fold(plan.title)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused("plans.not_found", plan=name_or_id)
    names = "; ".join(f"{plan.id} – {plan.title}" for plan in found)
    raise Refused("plans.ambiguous", plan=name_or_id, names=names)


@needs(Right.MANAGE)
def copy_plan_for_year(work: Work, plan_id: int, year: int) -> int:
    """A copy of a plan for another year, as the start of a new one, with its text and its indicators; answers its id.
    The year in the text is carried over and what it changed marked to be read; indicators keep their targets, their
    values stay behind, and so do proposals."""
    plan = work.get_plan(plan_id)
    copy_id = create_plan(work, plan_for_year(plan, year))
    body = work.body(plan_id)
    if body is not None:
        work.save_body(copy_id, body_for_year(body, plan.info.year, year))
    for one in work.indicators(plan_id):
        if one.accepted:
            work.save_indicator(_indicator_for_year(one, copy_id, plan.info.year, year))
    return copy_id


def _indicator_for_year(one: StoredIndicator, plan_id: int, old: int, year: int) -> StoredIndicator:
    indicator = replace(
        one.indicator,
        measure=words_for_year(one.indicator.measure, old, year),
        source=words_for_year(one.indicator.source, old, year),
        period=words_for_year(one.indicator.period, old, year) if one.indicator.period else None,
    )
    return replace(one, id=None, plan_id=plan_id, position=0, indicator=indicator)


def plan_for_year(plan: Plan, year: int) -> Plan:
    """``plan`` with its year carried over to ``year``, without ids.

    The plan's own year becomes ``year``, and the next one the next, in the plan's title, in labels and titles of
    appendices, in section texts and in deadlines: there a year is the plan's. Other cells stay: a year in them is as
    often that of a cited document. The number and date of the old document go; its legal bases stay for the clerk
    to check.
    """
    old = plan.info.year
    info = replace(plan.info, title=_carried(plan.info.title, old, year), year=year, symbol=None, place_date=None)
    return Plan(info, tuple(_appendix_for_year(appendix, old, year) for appendix in plan.appendices))


def _appendix_for_year(appendix: Appendix, old: int, year: int) -> Appendix:
    deadlines = {place for place, column in enumerate(appendix.columns) if column.role is Role.DEADLINE}
    return Appendix(
        _carried(appendix.label, old, year),
        _carried(appendix.title, old, year),
        tuple(replace(column, heading=_carried(column.heading, old, year), id=None) for column in appendix.columns),
        tuple(_row_for_year(row, deadlines, old, year) for row in appendix.rows),
    )


def _row_for_year(row: Row, deadlines: set[int], old: int, year: int) -> Row:
    if row.kind is RowKind.SECTION:
        return replace(row, text=_carried(row.text, old, year), id=None)
    cells = (_carried(cell, old, year) if cell and place in deadlines else cell for place, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells), id=None)


def _carried(text: str, old: int, year: int) -> str:
    # both in one pass, or this year's would be carried twice
    years = {str(old): str(year), str(old + 1): str(year + 1)}
    return re.sub(rf"(?<!\d)(?:{'|'.join(years)})(?!\d)", lambda match: years[match[0]], text)
