"""What a clerk does with a whole plan."""

import re
from dataclasses import replace

from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.plan import Appendix, Plan, PlanInfo, Role, Row, RowKind
from app.domain.text import clean_line, fold
from app.ports import PlanSummary, Work
from app.services.access import needs


@needs(Right.MANAGE)
def create_plan(work: Work, plan: Plan) -> int:
    """Store a new plan, for instance one made from a template; answers its id. Raises Refused without a title."""
    return work.add_plan(replace(plan, info=_checked(plan.info)))


def _checked(info: PlanInfo) -> PlanInfo:
    title = clean_line(info.title)
    if not title:
        raise Refused("plans.empty_title")
    if not 2000 <= info.year <= 2100:
        raise Refused("plans.bad_year", year=info.year)
    return replace(info, title=title)


@needs(Right.WHOLE)
def save_info(work: Work, plan_id: int, info: PlanInfo) -> None:
    """Change what the plan's heading and signature say. Raises Refused for an empty title or an unlikely year."""
    work.save_plan_info(plan_id, _checked(info))


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
    """The plan with this id, this title, or the only one whose title contains it (marks and case do not matter).

    Raises Refused where none fits or several do.
    """
    plans = work.list_plans()
    if name_or_id.strip().isdecimal():
        found = [plan for plan in plans if plan.id == int(name_or_id)]
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
    """A copy of a plan for another year, as the start of a new one; answers its id."""
    return create_plan(work, plan_for_year(work.get_plan(plan_id), year))


def plan_for_year(plan: Plan, year: int) -> Plan:
    """``plan`` with its year carried over to ``year``, without ids.

    The plan's own year becomes ``year``, and the next one the next, in the plan's title, in labels and titles of
    appendices, in section texts and in deadlines: there a year is the plan's. Other cells stay: a year in them is as
    often that of a cited document. The number and date of the old document go; its legal bases stay for the clerk
    to check.
    """
    old = plan.info.year
    info = replace(
        plan.info, title=_carried(plan.info.title, old, year), year=year, symbol=None, place_date=None
    )
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
    cells = (
        _carried(cell, old, year) if cell and place in deadlines else cell for place, cell in enumerate(row.cells)
    )
    return replace(row, cells=tuple(cells), id=None)


def _carried(text: str, old: int, year: int) -> str:
    # both in one pass, or this year's would be carried twice
    years = {str(old): str(year), str(old + 1): str(year + 1)}
    return re.sub(rf"(?<!\d)(?:{'|'.join(years)})(?!\d)", lambda match: years[match[0]], text)
