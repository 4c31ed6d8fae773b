"""The column "Tình trạng" that a printed plan can end with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.documents.progress_words import task_words
from app.domain.milestone_lines import task_state_during
from app.domain.plan import Plan
from app.domain.tracking import TrackedRow


@dataclass(frozen=True, slots=True)
class PlanStates:
    """The state of each task by row id, in words; ``is_followed`` says whether anything of the plan was noted yet."""

    words: Mapping[int, str]
    is_followed: bool


def plan_states(plan: Plan, rows: Sequence[TrackedRow], today: date) -> PlanStates:
    """The states of the tasks of ``plan`` while ``today`` lasts, as screens show them; ``rows`` are its item rows."""
    words = {
        row.row_id: task_words(task_state_during(row.task, plan.info.year, today))
        for row in rows
        if row.row_id is not None
    }
    return PlanStates(words, any(row.marks for row in rows))
