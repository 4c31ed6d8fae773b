"""Carries out what the clerk decided in the import preview, all of it or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.access import Right
from app.domain.imported import ImportedPlan
from app.domain.plan import Plan
from app.domain.text import fold
from app.ports import PlanSummary, Work
from app.services.access import needs
from app.services.imports import add_imported, replace_with_imported


@dataclass(frozen=True, slots=True)
class ImportDecision:
    """One plan to write: as a new plan, or over the plan ``update`` (its id)."""

    imported: ImportedPlan
    update: int | None = None


@needs(Right.MANAGE)
def carry_out(work: Work, decisions: Sequence[ImportDecision]) -> list[int]:
    """Write every plan; the ids of the plans written, in the same order."""
    return [_write(work, decision) for decision in decisions]


@needs(Right.READ)
def same_plan(work: Work, plan: Plan) -> PlanSummary | None:
    """The stored plan that ``plan`` seems to be a newer state of: same year, and same title or issuing body."""
    return next((found for found in work.list_plans() if _is_same(found, plan)), None)


def _write(work: Work, decision: ImportDecision) -> int:
    if decision.update is None:
        return add_imported(work, [decision.imported])[0]
    replace_with_imported(work, decision.update, decision.imported)
    return decision.update


def _is_same(found: PlanSummary, plan: Plan) -> bool:
    if found.year != plan.info.year:
        return False
    same_title = fold(found.title) == fold(plan.info.title)
    body = fold(found.issuing_body or "")
    return same_title or (bool(body) and body == fold(plan.info.issuing_body or ""))
