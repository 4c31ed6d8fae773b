"""The office's own layout templates. Those shipped with the program are read by ``app.exchange.templates``."""

from dataclasses import replace

from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.plan import Appendix, Plan, PlanInfo, RowKind
from app.domain.text import clean_line, fold
from app.ports import Work
from app.services.access import needs


@needs(Right.MANAGE)
def keep_as_template(work: Work, plan_id: int, name: str) -> int:
    """Keep the layout of a plan as a template: appendices, columns and sections, no item rows, and its text; answers
    its id.

    Raises Refused for an empty name or one already used.
    """
    name = clean_line(name)
    if not name:
        raise Refused("plans.empty_template_name")
    if any(fold(known.name) == fold(name) for known in work.list_templates()):
        raise Refused("plans.template_name_taken", name=name)
    return work.add_template(name, layout_of(work.get_plan(plan_id)), work.body(plan_id))


def layout_of(plan: Plan) -> Plan:
    """``plan`` without item rows, ids, symbol and date."""
    info = replace(plan.info, symbol=None, place_date=None)
    return Plan(info, tuple(_layout(appendix) for appendix in plan.appendices))


def _layout(appendix: Appendix) -> Appendix:
    columns = tuple(replace(column, id=None) for column in appendix.columns)
    sections = tuple(replace(row, id=None) for row in appendix.rows if row.kind is RowKind.SECTION)
    return replace(appendix, columns=columns, rows=sections, id=None)


@needs(Right.MANAGE)
def delete_template(work: Work, template_id: int) -> None:
    """Remove one of the office's own templates."""
    work.remove_template(template_id)


def plan_from_template(template: Plan, info: PlanInfo) -> Plan:
    """A new plan with the layout of ``template`` and the heading ``info``."""
    return replace(layout_of(template), info=info)
