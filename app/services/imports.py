"""Taking read plans into the storage, all or nothing."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain import matching
from app.domain.access import Right
from app.domain.imported import ImportedPlan
from app.domain.matching import AppendixPair
from app.domain.numbering import mark_numbered
from app.domain.plan import Plan
from app.ports import Work
from app.services.access import needs
from app.services.indicator_choice import propose


@needs(Right.MANAGE)
def add_imported(work: Work, imported: Sequence[ImportedPlan]) -> list[int]:
    """Store plans as read, with their text and the indicators they propose; answers their ids. Rows whose
    ordinal follows their place number themselves from now on."""
    return [_add(work, one) for one in imported]


def _add(work: Work, imported: ImportedPlan) -> int:
    plan_id = work.add_plan(_numbered(imported.plan))
    if imported.body is not None:
        work.save_body(plan_id, imported.body)
    propose(work, plan_id, imported.indicators)
    return plan_id


def _numbered(plan: Plan) -> Plan:
    return replace(plan, appendices=tuple(mark_numbered(appendix) for appendix in plan.appendices))


@needs(Right.MANAGE)
def replace_with_imported(work: Work, plan_id: int, imported: ImportedPlan) -> None:
    """Bring a stored plan to what the file says. Appendices, columns and rows that go on keep their identity, so that
    what hangs on them stays; the others appear or go. What the file leaves out of the heading is kept, and so is the
    text around the appendices where the file has none. Indicators that were accepted stay."""
    existing = work.get_plan(plan_id)
    work.save_plan(plan_id, matching.merged(existing, _numbered(imported.plan)))
    if imported.body is not None:
        work.save_body(plan_id, imported.body)
    # a file without the text around its appendices cannot propose again what that text had proposed
    propose(work, plan_id, imported.indicators, keep=imported.body is None)


def match(existing: Plan, incoming: Plan) -> tuple[AppendixPair, ...]:
    """Which appendix and row of the stored plan is which of the one read, to show old and new side by side."""
    return matching.match(existing, incoming)
