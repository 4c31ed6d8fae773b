"""What is known of the progress of one row, and the use cases that its panel adds to those of ``tracking``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.access import Right
from app.domain.correction import Correction
from app.domain.errors import Refused
from app.domain.mark import Mark
from app.domain.merging import shown
from app.domain.occurrence import Calendar
from app.domain.plan import Appendix, Plan, Role
from app.domain.proof import Proof, ProofFile
from app.domain.row_states import RowState, row_state
from app.domain.settings import SOON_DAYS
from app.domain.tracking import Noted, TrackedRow, tracked_rows
from app.ports import Work
from app.services.access import needs, own_rows
from app.services.people import Story, story_of
from app.services.proofs import add_proof
from app.services.settings import soon_days
from app.services.tracking import Place, Result, mark_all, note_down, office_calendar, rows_at


@dataclass(frozen=True, slots=True)
class RowProgress:
    """A row with all that belongs to following it, as of ``today``. ``words`` is what its deadline cell shows, its
    own or the one it shares; ``proofs`` are by the key of what they prove, "" for the row as a whole. What is due
    within ``soon_days`` comes soon."""

    plan_id: int
    year: int
    today: date
    row: TrackedRow
    words: str
    state: RowState
    holidays: Mapping[date, str] = field(default_factory=dict)
    proofs: Mapping[str, tuple[Proof, ...]] = field(default_factory=dict)
    story: Story = field(default_factory=lambda: Story((), ()))
    soon_days: int = SOON_DAYS

    @property
    def row_id(self) -> int:
        """The row's id."""
        return self.row.row_id or 0

    @property
    def shares_deadline(self) -> bool:
        """Whether the deadline is that of a row above, whose cell reaches down to this one."""
        return self.row.text is None and not self.row.is_corrected


@needs(Right.READ)
def row_progress(work: Work, plan_id: int, row_id: int, calendar: Calendar, today: date) -> RowProgress:
    """The progress of one row; ``calendar`` is the one that offices start from. Raises Refused where the plan has no
    such row."""
    plan = _part_with(work.get_plan(plan_id), row_id)
    year = plan.info.year
    own = office_calendar(work, year, calendar)
    noted = Noted(_marks_of(work, plan_id, row_id), _corrections(work, plan_id, row_id))
    row = tracked_rows(plan, own, noted)[-1]
    appendix = plan.appendices[0]
    column = appendix.column_of(Role.DEADLINE)
    words = shown(appendix, len(appendix.rows) - 1, column) if column is not None else ""
    soon = soon_days(work)
    state = row_state(row.task, year, today, soon)
    proofs, story = _proofs_of(work, plan_id, row_id), story_of(work, row_id)
    return RowProgress(plan_id, year, today, row, words, state, own.holidays, proofs, story, soon)


def _part_with(plan: Plan, row_id: int) -> Plan:
    """``plan`` with one row, and those above that its merged cells need: the others would only take time to read."""
    for appendix in plan.appendices:
        for place, row in enumerate(appendix.rows):
            if row.id == row_id and row.cells:
                rows = appendix.rows[_top_of(appendix, place) : place + 1]
                return replace(plan, appendices=(appendix.with_rows(rows),))
    raise Refused("storage.no_row", row=row_id)


def _top_of(appendix: Appendix, place: int) -> int:
    while place and None in appendix.rows[place].cells:
        place -= 1
    return place


def _marks_of(work: Work, plan_id: int, row_id: int) -> dict[tuple[int, str], Mark]:
    return {(mark.row_id, mark.occurrence): mark for mark in work.marks(plan_id) if mark.row_id == row_id}


def _corrections(work: Work, plan_id: int, row_id: int) -> dict[int, Correction]:
    found = work.corrections(plan_id).get(row_id)
    return {row_id: found} if found else {}


def _proofs_of(work: Work, plan_id: int, row_id: int) -> dict[str, tuple[Proof, ...]]:
    uses = [use for use in work.proof_uses(plan_id) if use.row_id == row_id]
    known = {proof.id: proof for proof in work.proofs()} if uses else {}
    found: dict[str, tuple[Proof, ...]] = {}
    for use in uses:
        found[use.occurrence] = (*found.get(use.occurrence, ()), known[use.proof_id])
    return found


@needs(Right.ENTER)
def mark_shown(
    work: Work, plan_id: int, places: Sequence[Place], result: Result, calendar: Calendar, proofs: Sequence[Proof] = ()
) -> None:
    """Record that all things at ``places`` were met, and that ``proofs`` show it."""
    mark_all(work, plan_id, places, result, calendar)
    for proof in proofs:
        add_proof(work, proof, places)


@needs(Right.ENTER)
def set_result(
    work: Work, plan_id: int, place: Place, result: Result, calendar: Calendar, proofs: Sequence[Proof] = ()
) -> None:
    """Record of one thing that it was met, in place of what was said of it before: an empty word is taken away."""
    own_rows(work, rows_at([place]))
    before = next((mark for mark in work.marks(plan_id) if (mark.row_id, mark.occurrence) == place), None)
    if before is not None:
        kept = Mark(*place, product=before.product, begun=before.begun)
        work.save_mark(kept)
    mark_shown(work, plan_id, [place], result, calendar, proofs)


def proof_of_file(file: ProofFile, today: date, result: Result | None = None) -> Proof:
    """A new proof with this file; its number, day and content as ``result`` says, else the file's own name."""
    if result is None or not (result.document or result.content):
        return Proof(None, "", None, "", file, today)
    return Proof(None, result.document, result.document_day, result.content, file, today)


@needs(Right.ENTER)
def choose_product(work: Work, plan_id: int, places: Sequence[Place], product: str | None) -> None:
    """Say which product the occurrences at ``places`` yield; None leaves it to the words."""
    own_rows(work, rows_at(places))
    marks = {(mark.row_id, mark.occurrence): mark for mark in work.marks(plan_id)}
    for place in places:
        note_down(work, replace(marks.get(place) or Mark(*place), product=product))


@needs(Right.ENTER)
def add_proofs(work: Work, proofs: Sequence[Proof], places: Sequence[Place]) -> None:
    """Store several proofs of the same things."""
    for proof in proofs:
        add_proof(work, proof, places)
